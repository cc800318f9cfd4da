//! Blocks of a document as HTML, in a page of its own or in the site.

use std::collections::BTreeSet;

use mamori_tree::{Alignment, Block, Cell, CellStyle, Drawing, Language, Row, Table};
use maud::{Markup, PreEscaped, html as markup};

use crate::terms::{Marked, Terms};
use crate::{printable, single_line, svg};

/// Writes blocks one after the other, and remembers what the section they stand in has explained.
pub(crate) struct Blocks<'a> {
    language: Language,
    /// Words to explain, in the site.
    terms: Option<&'a Terms>,
    /// Terms explained since the last heading.
    explained: BTreeSet<usize>,
    /// Headings and drawings so far; in the site each is a place to link to.
    places: usize,
    /// Rows of tables under the last heading so far; in the site each is a place as well.
    rows: usize,
}

impl<'a> Blocks<'a> {
    /// For a page of its own.
    pub(crate) fn new(language: Language) -> Self {
        Blocks {
            language,
            terms: None,
            explained: BTreeSet::new(),
            places: 0,
            rows: 0,
        }
    }

    /// For the site: terms lead to the glossary where a section first uses them.
    pub(crate) fn explaining(language: Language, terms: &'a Terms) -> Self {
        Blocks {
            terms: Some(terms),
            ..Blocks::new(language)
        }
    }

    /// A block.
    pub(crate) fn block(&mut self, block: &Block) -> Markup {
        markup! {
            @match block {
                Block::Heading { level, text } => (self.heading(*level, text)),
                Block::Paragraph(text) => p { (self.text(text)) },
                Block::Note(text) => p.note role="note" { (self.text(text)) },
                Block::List(items) => ul { @for item in items { li { (self.text(item)) } } },
                Block::Table(table) => (self.table(table)),
                Block::Drawing(drawing) => (self.drawing(drawing)),
            }
        }
    }

    /// A text in which terms are marked.
    pub(crate) fn text<'t>(&mut self, text: &'t str) -> Marked<'t> {
        match self.terms {
            Some(terms) => terms.mark(printable(text), &mut self.explained),
            None => Marked::plain(printable(text)),
        }
    }

    /// The id of the next heading or drawing.
    fn place(&mut self) -> Option<String> {
        self.explained.clear();
        self.places += 1;
        self.rows = 0;
        self.terms.map(|_| place(self.places))
    }

    /// The id of the next row of a table.
    fn row(&mut self, head: bool) -> Option<String> {
        if head || self.terms.is_none() {
            return None;
        }
        self.rows += 1;
        Some(row_place(self.places, self.rows))
    }

    fn heading(&mut self, level: u8, text: &str) -> Markup {
        let place = self.place();
        markup! {
            // The title is the page's only h1.
            @match level {
                0 | 1 => h2 id=[place] { (printable(text)) },
                2 => h3 id=[place] { (printable(text)) },
                _ => h4 id=[place] { (printable(text)) },
            }
        }
    }

    /// A drawing as a picture within the page, which scrolls as tables do.
    fn drawing(&mut self, drawing: &Drawing) -> Markup {
        markup! {
            figure id=[self.place()] {
                figcaption { (printable(&drawing.name)) }
                div.scroll.drawing role="region" tabindex="0" aria-label=(single_line(&drawing.name)) {
                    (PreEscaped(svg(drawing)))
                }
            }
        }
    }

    /// A table that scrolls within itself on narrow screens; the frame takes the keyboard's focus so
    /// that it can be scrolled without a pointer.
    fn table(&mut self, table: &Table) -> Markup {
        let total = table
            .columns
            .iter()
            .map(|column| usize::from(column.width.max(1)))
            .sum::<usize>()
            .max(1);
        markup! {
            div.scroll role="region" tabindex="0" aria-label=(single_line(&table.name)) {
                // Narrow screens scroll the table instead of setting it one sign to the line.
                table lang=(self.language.code()) style={ "min-width:" (total) "ch" } {
                    colgroup {
                        @for column in &table.columns {
                            col style={ "width:" (usize::from(column.width.max(1)) * 100 / total) "%" };
                        }
                    }
                    @if !table.head.is_empty() {
                        thead { (self.rows(table, &table.head, true)) }
                    }
                    tbody { (self.rows(table, &table.rows, false)) }
                }
            }
        }
    }

    /// Rows with the alignment of the columns their cells begin in. Rows that do not fill the grid
    /// are printed as they stand: a page cannot fail, and browsers draw such tables.
    fn rows(&mut self, table: &Table, rows: &[Row], head: bool) -> Markup {
        match Table::place(rows, table.columns.len()) {
            Ok(placed) => markup! {
                @for line in placed {
                    tr id=[self.row(head)] { @for (column, cell) in line { (self.cell(cell, table.columns[column].alignment, head)) } }
                }
            },
            Err(_) => markup! {
                @for row in rows { tr id=[self.row(head)] { @for cell in &row.cells { (self.cell(cell, Alignment::Start, head)) } } }
            },
        }
    }

    fn cell(&mut self, cell: &Cell, alignment: Alignment, head: bool) -> Markup {
        let rows = (cell.rows > 1).then_some(cell.rows);
        let columns = (cell.columns > 1).then_some(cell.columns);
        // A head over several columns stands in their middle.
        let alignment = if head && columns.is_some() {
            Alignment::Centre
        } else {
            alignment
        };
        let class = class(cell.style, alignment);
        let text = self.text(&cell.text);
        markup! {
            @if head {
                th class=[class] rowspan=[rows] colspan=[columns] scope=(if columns.is_some() { "colgroup" } else { "col" }) {
                    (text)
                }
            } @else if cell.style == CellStyle::Head {
                th class=[class] rowspan=[rows] colspan=[columns] scope=(if rows.is_some() { "rowgroup" } else { "row" }) {
                    (text)
                }
            } @else {
                td class=[class] rowspan=[rows] colspan=[columns] { (text) }
            }
        }
    }
}

/// The id of a row by the number of the heading above it and its own among the rows there, from 1.
pub(crate) fn row_place(heading: usize, row: usize) -> String {
    format!("s{heading}-{row}")
}

/// The id of a heading or drawing by its number, from 1.
pub(crate) fn place(number: usize) -> String {
    format!("s{number}")
}

/// The classes of a cell's meaning and alignment; none for an ordinary cell.
fn class(style: CellStyle, alignment: Alignment) -> Option<&'static str> {
    // Written out so that a page of 10,000 rows allocates nothing for its classes.
    match (style, alignment) {
        (CellStyle::Plain | CellStyle::Head, Alignment::Start) => None,
        (CellStyle::Plain | CellStyle::Head, Alignment::Centre) => Some("centre"),
        (CellStyle::Plain | CellStyle::Head, Alignment::End) => Some("end"),
        (CellStyle::Group, Alignment::Start) => Some("group"),
        (CellStyle::Group, Alignment::Centre) => Some("group centre"),
        (CellStyle::Group, Alignment::End) => Some("group end"),
        (CellStyle::Proposed, Alignment::Start) => Some("proposed"),
        (CellStyle::Proposed, Alignment::Centre) => Some("proposed centre"),
        (CellStyle::Proposed, Alignment::End) => Some("proposed end"),
        (CellStyle::Severe, Alignment::Start) => Some("severe"),
        (CellStyle::Severe, Alignment::Centre) => Some("severe centre"),
        (CellStyle::Severe, Alignment::End) => Some("severe end"),
        (CellStyle::Raised, Alignment::Start) => Some("raised"),
        (CellStyle::Raised, Alignment::Centre) => Some("raised centre"),
        (CellStyle::Raised, Alignment::End) => Some("raised end"),
        (CellStyle::Muted, Alignment::Start) => Some("muted"),
        (CellStyle::Muted, Alignment::Centre) => Some("muted centre"),
        (CellStyle::Muted, Alignment::End) => Some("muted end"),
    }
}
