//! The document tree: what a document says, before any press prints it.
//!
//! A document is built once from the model (room `documents`) and printed many times: as HTML and
//! XLSX by the room `press`, as PDF by `press_pdf`. The tree knows no paper, no markup and no cell
//! addresses. Every text in it is data: a press writes it as text and never interprets it.

mod drawing;
mod measure;
mod table;

pub use drawing::{Anchor, Colour, Drawing, Extent, Point, Shape, Sheet, SheetSize, Stroke};
pub use mamori_words::{Language, Words};
pub use measure::width;
pub use table::{Alignment, Cell, CellStyle, Column, Row, Table};

/// One document in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Stable id used in file names and in `manifest.json`, for example `risks`.
    pub id: &'static str,
    /// The language of our own words in it; user text stays as typed.
    pub language: Language,
    /// Title on the first page, in the file's properties and on the sheet.
    pub title: String,
    /// One line under the title that tells a reader who is no engineer what the paper is for.
    pub purpose: String,
    /// What stands at the head and foot of every page.
    pub running: Running,
    /// Facts printed as a small table under the title: label and value.
    pub facts: Vec<(String, String)>,
    /// Whether pages stand upright or lie on their side.
    pub orientation: Orientation,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

/// What stands at the head and foot of every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The provider's name as typed.
    pub provider: String,
    /// The service's name as typed.
    pub service: String,
    /// Short fingerprint of the model the document was made from.
    pub revision: String,
    /// The day for which the document speaks, `YYYY-MM-DD`.
    pub as_of: String,
    /// Handling mark such as 社外秘; empty when none was given.
    pub confidentiality: String,
}

/// Whether pages stand upright or lie on their side. All pages but those of drawings are A4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Orientation {
    /// Upright, for prose.
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// A piece of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 1, 2 or 3. Numbering, where wanted, is part of the text.
    Heading {
        /// 1 is the highest.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph; line breaks in it are kept.
    Paragraph(String),
    /// A paragraph set apart that the reader should not miss, such as "2 proposals await review".
    Note(String),
    /// A bulleted list.
    List(Vec<String>),
    /// A table. In a workbook each table becomes a sheet of its own.
    Table(Table),
    /// A drawing on a sheet of its own.
    Drawing(Drawing),
}

impl Document {
    /// The tables of the document in reading order, each with the heading that stands above it.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The drawings of the document in reading order.
    pub fn drawings(&self) -> impl Iterator<Item = &Drawing> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Drawing(drawing) => Some(drawing),
            _ => None,
        })
    }
}
