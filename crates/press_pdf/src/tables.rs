//! Turns tables into the values that the template sets, and notes what is repeated where a page begins
//! within a cell.

use mamori_press::{CONTINUED, PressFault, lines, width};
use mamori_tree::{Alignment, Cell, CellStyle, Document, Row, Table};
use serde_json::{Value, json};

use crate::Fonts;
use crate::family::Family;
use crate::glyphs::settable;
use crate::sizes::{INSET, Sizes};

/// The widest text of a row torn by a page that is repeated below, in half-width characters: it names
/// what the rest of the row is about.
const WIDEST_LABEL: usize = 24;

/// The tables of a document, and their cells that a page may begin within.
pub(crate) struct Tables<'a> {
    document: &'a Document,
    fonts: &'a Fonts,
    /// Tables so far; a table is known by its number.
    count: usize,
    /// For each cell that a page may begin within what the template needs to repeat its text there:
    /// table, first row, row after the last, place and width, size of the text, look, text, whether
    /// it is a figure.
    pub(crate) spans: Vec<Value>,
}

/// Where a cell stands: its first row and the row after its last, and its column.
struct Spot<'a> {
    rows: (usize, usize),
    column: usize,
    cell: &'a Cell,
}

impl<'a> Tables<'a> {
    /// The tables of a document, of which none has been turned into values yet.
    pub(crate) fn of(document: &'a Document, fonts: &'a Fonts) -> Tables<'a> {
        Tables {
            document,
            fonts,
            count: 0,
            spans: Vec::new(),
        }
    }

    /// A table's values: its sizes, then its cells row by row.
    ///
    /// # Errors
    /// [`PressFault::Grid`] when its cells do not fill its grid.
    pub(crate) fn table(&mut self, table: &Table) -> Result<Value, PressFault> {
        self.count += 1;
        let words = longest_words(table, self.fonts.family(self.document.language));
        let sizes = Sizes::fit(&table.columns, self.document.orientation).widened(&words);
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
        let marked = match head {
            true => vec![false; rows.len()],
            false => marked(&lines, &heights, sizes),
        };
        let mut cells = Vec::new();
        for (row, line) in lines.iter().enumerate() {
            let mut mark = marked[row].then_some(row);
            // A cell over several rows may begin on the page before its row does, so the row is told by
            // a cell of its own wherever it has one.
            let teller = line.iter().position(|(_, cell)| cell.rows == 1).unwrap_or(0);
            for (at, &(column, cell)) in line.iter().enumerate() {
                let style = if head { CellStyle::Head } else { cell.style };
                let room = sizes.width(column, usize::from(cell.columns));
                let text = settable(&cell.text, self.fonts.family(self.document.language), room);
                let end = row + usize::from(cell.rows);
                let together: usize = heights[row..end].iter().sum();
                let keep = together <= sizes.page / share(cell, table.columns.len());
                let spot = Spot {
                    rows: (row, end),
                    column,
                    cell,
                };
                let span = match head || !(cell.rows > 1 || !keep && is_label(&text)) {
                    true => None,
                    false => self.span(
                        &text,
                        &spot,
                        alignment(table.columns[column].alignment, style, cell.columns),
                        sizes,
                    ),
                };
                let ordinary = style == CellStyle::Plain && cell.rows == 1 && cell.columns == 1;
                if ordinary && keep && span.is_none() && (mark.is_none() || at != teller) {
                    cells.push(text.into());
                    continue;
                }
                let alignment = alignment(table.columns[column].alignment, style, cell.columns);
                let row = (at == teller).then(|| mark.take()).flatten();
                cells.push(json!([
                    text,
                    cell.rows,
                    cell.columns,
                    look(style),
                    alignment,
                    keep,
                    row,
                    span
                ]));
            }
        }
        Ok(Part {
            cells,
            height: heights.iter().sum(),
        })
    }

    /// Notes a cell that a page may begin within, and gives its number among them; none when its text
    /// tells nothing.
    fn span(&mut self, text: &str, spot: &Spot<'_>, side: u8, sizes: &Sizes) -> Option<usize> {
        let Spot { rows, column, cell } = spot;
        let end = column + usize::from(cell.columns);
        if cell.style == CellStyle::Muted || !text.chars().any(char::is_alphanumeric) {
            return None;
        }
        let number = self.spans.len();
        self.spans.push(json!({
            "number": number,
            "table": self.count,
            "start": rows.0,
            "end": rows.1,
            "x": sizes.columns[..*column].iter().sum::<usize>() + INSET,
            "width": sizes.columns[*column..end].iter().sum::<usize>() - 2 * INSET,
            "size": sizes.text,
            "look": look(cell.style),
            "side": side,
            "text": text,
            "figure": is_figure(text),
            "mark": CONTINUED.say(self.document.language),
        }));
        Some(number)
    }
}

/// The longest word, in letters, that a column is widened for: a date, a word of the head. Longer ones are
/// names of files and addresses, which may be broken. A word with signs in it is as many words.
const LONGEST_WORD: usize = 16;

/// The parts of a word that lines should not break within: what stands between its signs; a day is one part.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let has_letters = word.chars().any(char::is_alphabetic);
    word.split_inclusive(move |sign| has_letters && matches!(sign, '-' | '/'))
}

/// For each column the width of its longest word that lines should not break within, in thousandths of
/// the text's size.
fn longest_words(table: &Table, family: &Family) -> Vec<usize> {
    let mut longest = vec![0; table.columns.len()];
    let parts = [&table.head, &table.rows];
    let placed = parts.map(|rows| Table::place(rows, table.columns.len()).unwrap_or_default());
    for (column, cell) in placed.into_iter().flatten().flatten() {
        if cell.columns > 1 {
            continue;
        }
        for word in cell.text.split_whitespace().flat_map(pieces) {
            let whole = word.len() <= LONGEST_WORD && word.chars().all(|character| width(character) == 1);
            if whole {
                let wide = word.chars().map(|character| family.width(character)).sum();
                longest[column] = longest[column].max(wide);
            }
        }
    }
    longest
}

/// The cells of the head or the body in reading order. An ordinary cell is its text; another is an
/// array: text, rows, columns, look, alignment, whether its rows stay together, the row's number where
/// the place of the row matters, the cell's number among those that a page may begin within.
struct Part {
    cells: Vec<Value>,
    /// About how high they stand together.
    height: usize,
}

/// Rows that belong together stay on a page as long as that wastes little of it: those of a cell as
/// long as they fill no more than this part of it. A cell over the whole width speaks of the rows
/// that follow and is worth more.
fn share(cell: &Cell, columns: usize) -> usize {
    match cell.rows {
        1 if usize::from(cell.columns) == columns => 2,
        1 => 3,
        _ => 6,
    }
}

/// Whether a text is a figure, a day or a rank, which needs no mark to be understood when it is told again.
fn is_figure(text: &str) -> bool {
    let words = text.split(|character: char| !character.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .all(|word| word.chars().all(|character| character.is_ascii_digit()) || word.len() == 1)
}

/// Whether a text is short enough to name what the rest of its row is about.
fn is_label(text: &str) -> bool {
    text.chars().map(width).sum::<usize>() <= WIDEST_LABEL
}

/// About how high a row stands, by its cells of one row.
fn height(line: &[(usize, &Cell)], sizes: &Sizes) -> usize {
    let single = line.iter().filter(|(_, cell)| cell.rows == 1);
    let needed = single
        .map(|(column, cell)| lines(&cell.text, sizes.room(*column, usize::from(cell.columns))))
        .max();
    sizes.height(needed.unwrap_or(1))
}

/// For each row whether its place matters: a cell over several rows reaches into it or ends just above
/// it, or it is, or follows, a row so high that a page may begin within it. Where any row's does, the
/// first row's does as well: it tells how high the head is.
fn marked(rows: &[Vec<(usize, &Cell)>], heights: &[usize], sizes: &Sizes) -> Vec<bool> {
    let mut marked = vec![false; rows.len()];
    let mut mark = |from: usize, after: usize| {
        let after = (after + 1).min(rows.len());
        marked[from..after].fill(true);
    };
    for (row, line) in rows.iter().enumerate() {
        for (_, cell) in line.iter().filter(|(_, cell)| cell.rows > 1) {
            mark(row, row + usize::from(cell.rows));
        }
        if heights[row] > sizes.page / 3 {
            mark(row, row + 1);
        }
    }
    if marked.contains(&true) {
        marked[0] = true;
    }
    marked
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
    use mamori_tree::{Column, Orientation};

    #[test]
    fn places_of_rows_are_told_where_a_page_may_begin_within_a_cell() {
        let row = |rows, text: &str| vec![(0, Cell::new(text).spanning(rows, 1))];
        let sizes = Sizes::fit(&[Column::start(10)], Orientation::Landscape);
        let told = |rows: &[Vec<(usize, Cell)>]| {
            let lines: Vec<Vec<(usize, &Cell)>> = rows
                .iter()
                .map(|line| line.iter().map(|(at, cell)| (*at, cell)).collect())
                .collect();
            let heights: Vec<usize> = lines.iter().map(|line| height(line, &sizes)).collect();
            marked(&lines, &heights, &sizes)
        };
        let plain = || row(1, "x");
        assert_eq!(told(&[plain(), plain()]), [false, false]);
        let over = [plain(), plain(), row(2, "x"), Vec::new(), plain(), plain()];
        assert_eq!(told(&over), [true, false, true, true, true, false]);
        let high = [plain(), plain(), row(1, &"x\n".repeat(60)), plain(), plain()];
        assert_eq!(told(&high), [true, false, true, true, false]);
    }
}
