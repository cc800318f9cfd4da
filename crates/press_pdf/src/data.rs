//! Turns a document into the values that the template sets. User text stays a value: it is never
//! part of the template's code.

use mamori_press::{CONTINUED, PressFault, labels, lines, single_line, width};
use mamori_tree::{Alignment, Block, Cell, CellStyle, Document, Orientation, Row, Table};
use serde_json::{Value, json};

use crate::Fonts;
use crate::drawings;
use crate::glyphs::settable;
use crate::sizes::{INSET, Sizes, body_room};

/// The shortest text that is repeated on a page that begins within its cell, in characters.
const SHORTEST_REPEATED: usize = 4;

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
    let facts: Vec<(String, &str)> = facts(document)
        .into_iter()
        .map(|(label, value)| (settable(label, fonts, usize::MAX), value))
        .collect();
    let labels = labels_width(&facts, document.orientation);
    // The running head is set at 8pt, so a half-width character takes 4pt of the line.
    let head_columns = match document.orientation {
        Orientation::Portrait => 118,
        Orientation::Landscape => 180,
    };
    let handling = short(&running.confidentiality, 40);
    let mut levels = Levels::default();
    let mut tables = Tables {
        document,
        fonts,
        count: 0,
        spans: Vec::new(),
    };
    let blocks = document
        .blocks
        .iter()
        // An empty heading has nothing to say and no place among the bookmarks.
        .filter(|block| !matches!(block, Block::Heading { text, .. } if blank(&say(text))))
        .map(|block| match block {
            Block::Heading { level, text } => Ok(json!({
                "kind": "heading", "level": levels.next(*level), "text": large(text),
                "bookmark": text.chars().count() <= LONGEST_BOOKMARK,
            })),
            Block::Paragraph(text) => Ok(json!({ "kind": "paragraph", "text": say(text) })),
            Block::Note(text) => Ok(json!({ "kind": "note", "text": settable(text, fonts, room - 6) })),
            Block::List(items) => {
                let items: Vec<String> = items.iter().map(|item| settable(item, fonts, room - 6)).collect();
                Ok(json!({ "kind": "list", "items": items }))
            }
            Block::Table(table) => tables.table(table),
            Block::Drawing(drawing) => Ok(drawings::values(drawing, fonts, levels.0, document.language)),
        })
        .collect::<Result<Vec<Value>, PressFault>>()?;
    let value = json!({
        "font": fonts.family(),
        "lang": document.language.code(),
        "landscape": document.orientation == Orientation::Landscape,
        // A file has to have a title.
        "name": if blank(&say(&document.title)) { document.id.to_owned() } else { short(&document.title, 200) },
        "author": short(&running.provider, 200),
        "title": large(&document.title),
        "purpose": say(&document.purpose),
        "labels": labels,
        "facts": facts.iter().map(|(label, value)| {
            [settable(label, fonts, (labels - LABEL_SPACE) / LABEL), settable(value, fonts, room * 2 / 3)]
        }).collect::<Vec<_>>(),
        "running": {
            "owner": short(&joined(&running.provider, &running.service), head_columns - width_of(&handling)),
            "handling": handling,
            "made": format!(
                "{}: {}   {}: {}",
                labels::AS_OF.say(document.language), short(&running.as_of, 20),
                labels::REVISION.say(document.language), short(&running.revision, 40),
            ),
        },
        "blocks": blocks,
        "spans": tables.spans,
    });
    Ok(value.to_string().into_bytes())
}

/// Width of a half-width character in a label: bold text of 9 points.
const LABEL: usize = 4_600;

/// Space around a label, and a little more.
const LABEL_SPACE: usize = 13_000;

/// Width of the column of labels: the longest one, but no more than a third of the page.
fn labels_width(facts: &[(String, &str)], orientation: Orientation) -> usize {
    let width = |text: &str| text.chars().map(width).sum::<usize>() * LABEL + LABEL_SPACE;
    let longest = facts.iter().map(|(label, _)| width(label)).max();
    longest
        .unwrap_or(LABEL_SPACE)
        .min(body_room(orientation) * 5_000 / 3)
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

/// Whether nothing of a text would be seen.
pub(crate) fn blank(set: &str) -> bool {
    set.chars().all(char::is_whitespace)
}

fn joined(provider: &str, service: &str) -> String {
    let between = if provider.is_empty() || service.is_empty() {
        ""
    } else {
        " / "
    };
    format!("{provider}{between}{service}")
}

/// How many half-width characters a text is wide.
fn width_of(text: &str) -> usize {
    text.chars().map(width).sum()
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

/// The tables of a document, and their cells over several rows.
struct Tables<'a> {
    document: &'a Document,
    fonts: &'a Fonts,
    /// Tables so far; a table is known by its number.
    count: usize,
    /// For each cell over several rows what the template needs to repeat its text where a page
    /// begins within it: table, first row, row after the last, place and width, size of the text,
    /// look, text.
    spans: Vec<Value>,
}

impl Tables<'_> {
    /// A table's values: its sizes, then its cells row by row.
    fn table(&mut self, table: &Table) -> Result<Value, PressFault> {
        self.count += 1;
        let sizes = Sizes::fit(&table.columns, self.document.orientation);
        let head = self.cells(table, &table.head, &sizes, true)?;
        let rows = self.cells(table, &table.rows, &sizes, false)?;
        Ok(json!({
            "kind": "table",
            "number": self.count,
            "size": sizes.text,
            "inset": INSET,
            "columns": sizes.columns,
            "alignments": table.columns.iter().map(|column| {
                alignment(column.alignment, CellStyle::Plain, 1)
            }).collect::<Vec<_>>(),
            // A head that would fill half of every page is printed once.
            "repeat": head.height <= sizes.page / 2,
            "head": head.cells,
            "rows": rows.cells,
            "count": table.rows.len(),
        }))
    }

    fn cells(&mut self, table: &Table, rows: &[Row], sizes: &Sizes, head: bool) -> Result<Part, PressFault> {
        let fault = |message| PressFault::Grid {
            table: table.name.clone(),
            message,
        };
        let lines = Table::place(rows, table.columns.len()).map_err(fault)?;
        let heights: Vec<usize> = lines.iter().map(|line| height(line, sizes)).collect();
        let marked = if head {
            vec![false; rows.len()]
        } else {
            within_spans(&lines)
        };
        let mut cells = Vec::new();
        for (row, line) in lines.iter().enumerate() {
            let mut mark = marked[row].then_some(row);
            // A cell over several rows may begin on the page before its row does, so the row is told by
            // a cell of its own wherever it has one.
            let teller = line.iter().position(|(_, cell)| cell.rows == 1).unwrap_or(0);
            for (at, &(column, cell)) in line.iter().enumerate() {
                let style = if head { CellStyle::Head } else { cell.style };
                let room = sizes.room(column, usize::from(cell.columns));
                let text = settable(&cell.text, self.fonts, room);
                let end = row + usize::from(cell.rows);
                if cell.rows > 1 && !head {
                    self.span(&text, (row, end), (column, cell), sizes, &heights[row..end]);
                }
                // Rows that belong together stay on a page as long as that wastes little of it.
                let together: usize = heights[row..end].iter().sum();
                let keep = together <= sizes.page / if cell.rows > 1 { 6 } else { 3 };
                let ordinary = style == CellStyle::Plain && cell.rows == 1 && cell.columns == 1;
                if ordinary && keep && (mark.is_none() || at != teller) {
                    cells.push(text.into());
                    continue;
                }
                let alignment = alignment(table.columns[column].alignment, style, cell.columns);
                let mut values = json!([text, cell.rows, cell.columns, look(style), alignment, keep]);
                // Head cells are centred vertically and would tell a wrong place.
                if style != CellStyle::Head
                    && at == teller
                    && let (Some(row), Some(values)) = (mark.take(), values.as_array_mut())
                {
                    values.push(row.into());
                }
                cells.push(values);
            }
        }
        Ok(Part {
            cells,
            height: heights.iter().sum(),
        })
    }

    /// Notes a cell over several rows.
    fn span(
        &mut self,
        text: &str,
        rows: (usize, usize),
        at: (usize, &Cell),
        sizes: &Sizes,
        heights: &[usize],
    ) {
        let (column, cell) = at;
        let end = column + usize::from(cell.columns);
        // A dash or a figure tells nothing that repeating would help to remember.
        if text.chars().count() < SHORTEST_REPEATED || cell.style == CellStyle::Muted {
            return;
        }
        self.spans.push(json!({
            "table": self.count,
            "start": rows.0,
            "end": rows.1,
            "x": sizes.columns[..column].iter().sum::<usize>() + INSET,
            "width": sizes.columns[column..end].iter().sum::<usize>() - 2 * INSET,
            "size": sizes.text,
            "look": look(cell.style),
            "heights": heights,
            "text": text,
            "mark": CONTINUED.say(self.document.language),
        }));
    }
}

/// The cells of the head or the body in reading order. An ordinary cell is its text; another is an
/// array: text, rows, columns, look, alignment, whether its rows stay together; last, where the
/// place of the row matters, the row's number.
struct Part {
    cells: Vec<Value>,
    /// About how high they stand together.
    height: usize,
}

/// About how high a row stands, by its cells of one row.
fn height(line: &[(usize, &Cell)], sizes: &Sizes) -> usize {
    let single = line.iter().filter(|(_, cell)| cell.rows == 1);
    let needed = single
        .map(|(column, cell)| lines(&cell.text, sizes.room(*column, usize::from(cell.columns))))
        .max();
    sizes.height(needed.unwrap_or(1))
}

/// For each row whether a cell over several rows reaches into it or ends just above it.
fn within_spans(rows: &[Vec<(usize, &Cell)>]) -> Vec<bool> {
    let mut within = vec![false; rows.len()];
    for (row, line) in rows.iter().enumerate() {
        for (_, cell) in line.iter().filter(|(_, cell)| cell.rows > 1) {
            let after = (row + usize::from(cell.rows) + 1).min(rows.len());
            within[row..after].fill(true);
        }
    }
    within
}

/// How a cell is aligned; a head cell over several columns stands in their middle.
fn alignment(column: Alignment, style: CellStyle, columns: u16) -> u8 {
    match column {
        _ if style == CellStyle::Head && columns > 1 => 1,
        Alignment::Start => 0,
        Alignment::Centre => 1,
        Alignment::End => 2,
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
