//! Turns a document into the values that the template sets. User text stays a value: it is never
//! part of the template's code.

use mamori_press::{PressFault, labels, lines, single_line, width};
use mamori_tree::{Alignment, Block, Cell, CellStyle, Document, Language, Table};
use serde_json::{Value, json};

use crate::Fonts;
use crate::glyphs::settable;
use crate::sizes::{INSET, Sizes, body_room};
use crate::spans::Grid;

/// The longest heading that becomes a bookmark, in characters.
const LONGEST_BOOKMARK: usize = 200;

/// The document as the bytes of `data.json`.
///
/// # Errors
/// [`PressFault::Grid`] when a table's cells do not fill its grid.
pub(crate) fn data(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, PressFault> {
    let room = body_room(document.orientation);
    let say = |text: &str| settable(text, fonts, room);
    // Larger text: fewer characters to the line.
    let large = |text: &str| settable(text, fonts, room / 2);
    let running = &document.running;
    let short = |text: &str, columns| shortened(&settable(&single_line(text), fonts, usize::MAX), columns);
    let facts = facts(document);
    let mut levels = Levels::default();
    let blocks = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::Heading { level, text } => Ok(json!({
                "kind": "heading", "level": levels.next(*level), "text": large(text),
                "bookmark": !text.is_empty() && text.chars().count() <= LONGEST_BOOKMARK,
            })),
            Block::Paragraph(text) => Ok(json!({ "kind": "paragraph", "text": say(text) })),
            Block::Note(text) => Ok(json!({ "kind": "note", "text": settable(text, fonts, room - 6) })),
            Block::List(items) => {
                let items: Vec<String> = items.iter().map(|item| settable(item, fonts, room - 6)).collect();
                Ok(json!({ "kind": "list", "items": items }))
            }
            Block::Table(table) => self::table(table, document, fonts),
        })
        .collect::<Result<Vec<Value>, PressFault>>()?;
    let value = json!({
        "font": fonts.family(),
        "lang": document.language.code(),
        "landscape": document.orientation == mamori_tree::Orientation::Landscape,
        "name": short(&document.title, 200),
        "author": short(&running.provider, 200),
        "title": large(&document.title),
        "purpose": say(&document.purpose),
        "facts": facts.iter().map(|(label, value)| {
            [settable(label, fonts, room / 4), settable(value, fonts, room * 2 / 3)]
        }).collect::<Vec<_>>(),
        "running": {
            "owner": joined(&short(&running.provider, 44), &short(&running.service, 50)),
            "handling": short(&running.confidentiality, 20),
            "made": format!(
                "{}: {}   {}: {}",
                labels::AS_OF.say(document.language), short(&running.as_of, 20),
                labels::REVISION.say(document.language), short(&running.revision, 40),
            ),
        },
        "blocks": blocks,
    });
    Ok(value.to_string().into_bytes())
}

/// What stands in the title block: the running head in full, then the document's own facts.
fn facts(document: &Document) -> Vec<(&str, &str)> {
    let running = &document.running;
    let head = [
        (labels::PROVIDER, &running.provider),
        (labels::SERVICE, &running.service),
        (labels::AS_OF, &running.as_of),
        (labels::REVISION, &running.revision),
        (labels::HANDLING, &running.confidentiality),
    ];
    let head = head
        .into_iter()
        .map(|(label, value)| (label.say(document.language), value.as_str()));
    let own = document
        .facts
        .iter()
        .map(|(label, value)| (label.as_str(), value.as_str()));
    head.filter(|(_, value)| !value.is_empty()).chain(own).collect()
}

fn joined(provider: &str, service: &str) -> String {
    let between = if provider.is_empty() || service.is_empty() {
        ""
    } else {
        " / "
    };
    format!("{provider}{between}{service}")
}

/// The first characters of a text that fit into `columns` half-width characters.
fn shortened(text: &str, columns: usize) -> String {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += width(character);
        if used > columns {
            return format!("{}…", text[..at].trim_end());
        }
    }
    text.to_owned()
}

/// Levels of headings without gaps, as PDF/UA asks: the first is 1, and none is more than one below
/// the heading before it.
#[derive(Default)]
struct Levels(u8);

impl Levels {
    fn next(&mut self, level: u8) -> u8 {
        self.0 = level.clamp(1, self.0 + 1).min(3);
        self.0
    }
}

/// A table's values: its sizes, then its cells row by row.
fn table(table: &Table, document: &Document, fonts: &Fonts) -> Result<Value, PressFault> {
    let sizes = Sizes::fit(&table.columns, document.orientation);
    let part = Part {
        table,
        sizes: &sizes,
        fonts,
        language: document.language,
    };
    let (head, head_height) = part.cells(&table.head, true)?;
    let (rows, _) = part.cells(&table.rows, false)?;
    Ok(json!({
        "kind": "table",
        "size": sizes.text,
        "inset": INSET,
        "columns": sizes.columns,
        // A head that would fill half of every page is printed once.
        "repeat": head_height <= sizes.page / 2,
        "head": head,
        "rows": rows,
    }))
}

struct Part<'a> {
    table: &'a Table,
    sizes: &'a Sizes,
    fonts: &'a Fonts,
    language: Language,
}

impl Part<'_> {
    /// The cells of the head or the body in reading order, and about how high they stand together.
    fn cells(&self, rows: &[mamori_tree::Row], head: bool) -> Result<(Vec<Value>, usize), PressFault> {
        let mut grid = Grid::of(&self.table.name, rows, self.table.columns.len())?;
        if !head {
            grid.divide_long(self.language);
        }
        let lines = grid.lines();
        let heights: Vec<usize> = lines.iter().map(|line| self.height(line)).collect();
        let mut cells = Vec::new();
        for (row, line) in lines.iter().enumerate() {
            for &(column, cell) in line {
                let end = row + usize::from(cell.rows);
                // Rows that belong together stay on a page as long as that wastes little of it.
                let together: usize = heights[row..end].iter().sum();
                let keep = together <= self.sizes.page * 2 / 5;
                cells.push(self.cell(column, cell, head, keep));
            }
        }
        Ok((cells, heights.iter().sum()))
    }

    /// About how high a row stands, by its cells of one row.
    fn height(&self, line: &[(usize, &Cell)]) -> usize {
        let single = line.iter().filter(|(_, cell)| cell.rows == 1);
        let needed = single
            .map(|(column, cell)| lines(&cell.text, self.sizes.room(*column, usize::from(cell.columns))))
            .max();
        self.sizes.height(needed.unwrap_or(1))
    }

    /// A cell as an array: text, rows, columns, style, alignment, whether its rows stay together.
    fn cell(&self, column: usize, cell: &Cell, head: bool, keep: bool) -> Value {
        let room = self.sizes.room(column, usize::from(cell.columns));
        let style = if head { CellStyle::Head } else { cell.style };
        let alignment = match self.table.columns[column].alignment {
            Alignment::Start => 0,
            Alignment::Centre => 1,
            Alignment::End => 2,
        };
        json!([
            settable(&cell.text, self.fonts, room),
            cell.rows,
            cell.columns,
            look(style),
            alignment,
            keep
        ])
    }
}

/// The place of a style in the template's list of looks.
fn look(style: CellStyle) -> u8 {
    match style {
        CellStyle::Plain => 0,
        CellStyle::Head => 1,
        CellStyle::Group => 2,
        CellStyle::Proposed => 3,
        CellStyle::Severe => 4,
        CellStyle::Raised => 5,
        CellStyle::Muted => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_headings_have_no_gaps() {
        let mut levels = Levels::default();
        let levels: Vec<u8> = [3, 3, 9, 0, 2, 3]
            .into_iter()
            .map(|level| levels.next(level))
            .collect();
        assert_eq!(levels, [1, 2, 3, 1, 2, 3]);
    }

    #[test]
    fn a_running_head_is_cut_to_its_place() {
        assert_eq!(shortened("あいうえお", 6), "あいう…");
        assert_eq!(shortened("あいう", 6), "あいう");
        assert_eq!(joined("甲社", ""), "甲社");
    }
}
