//! Writes one table as one sheet.

use mamori_tree::{Alignment, Cell, CellStyle, Document, Language, Row, Table};
use rust_xlsxwriter::{IgnoreError, Worksheet};

use super::looks::{LINE, Looks};
use super::text::{CellText, Place, write as write_text};
use super::{page, refused};
use crate::{PressFault, lines};

/// The tallest row a workbook knows, in points.
const TALLEST: usize = 409;

/// The width that a column is made for the sake of one word, at most.
const MOST_FOR_A_WORD: u16 = 24;

/// The most lines of a row whose texts stand in its middle.
const LOW: usize = 2;

/// Space above and below the text of a row, in points.
const PADDING: usize = 5;

/// Writes a table. Its head stands in the first rows, so that other programs can read the sheet.
pub(crate) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    table: &Table,
    name: &str,
    looks: &Looks,
) -> Result<(), PressFault> {
    sheet.set_name(name).map_err(refused)?;
    page::set(sheet, document, document.orientation);
    let too_large = || PressFault::TableTooLarge {
        table: table.name.clone(),
    };
    let head_rows = u32::try_from(table.head.len()).map_err(|_| too_large())?;
    let all_rows = u32::try_from(table.head.len() + table.rows.len()).map_err(|_| too_large())?;
    let columns = u16::try_from(table.columns.len()).map_err(|_| too_large())?;
    if all_rows > 1_048_576 || columns > 16_384 {
        return Err(too_large());
    }
    let widths = widths(table, document.language);
    for (at, width) in (0..columns).zip(&widths) {
        sheet
            .set_column_width(at, f64::from(*width) + 1.0)
            .map_err(refused)?;
    }
    let sheet_name = name;
    let mut writer = Writer {
        sheet,
        sheet_name,
        table,
        looks,
        widths: &widths,
        language: document.language,
        heights: Vec::new(),
    };
    writer.rows(&table.head, 0, true)?;
    writer.rows(&table.rows, head_rows, false)?;
    if head_rows > 0 && all_rows > head_rows {
        sheet.set_freeze_panes(head_rows, 0).map_err(refused)?;
        sheet.set_repeat_rows(0, head_rows - 1).map_err(refused)?;
    }
    if all_rows > head_rows && columns > 0 {
        if plain_head(table) {
            sheet
                .autofilter(0, 0, all_rows - 1, columns - 1)
                .map_err(refused)?;
        }
        // Figures are written as text on purpose: identifiers such as 001 must stay as they are.
        sheet
            .ignore_error_range(
                head_rows,
                0,
                all_rows - 1,
                columns - 1,
                IgnoreError::NumberStoredAsText,
            )
            .map_err(refused)?;
    }
    Ok(())
}

/// Widths of the columns in half-width characters, so that no word of an English head is broken.
fn widths(table: &Table, language: Language) -> Vec<u16> {
    let mut widths: Vec<u16> = table
        .columns
        .iter()
        .map(|column| column.width.clamp(3, 250))
        .collect();
    if language == Language::Japanese {
        return widths;
    }
    let placed = Table::place(&table.head, table.columns.len()).unwrap_or_default();
    for (column, cell) in placed.into_iter().flatten().filter(|(_, cell)| cell.columns == 1) {
        let longest = cell
            .text
            .split_whitespace()
            .map(|word| word.chars().count())
            .max();
        let needed = u16::try_from(longest.unwrap_or(0) * 8 / 7 + 2).unwrap_or(u16::MAX);
        widths[column] = widths[column].max(needed.min(MOST_FOR_A_WORD));
    }
    widths
}

/// Whether the head is one row without merged cells: only then does a filter find its columns.
fn plain_head(table: &Table) -> bool {
    table.head.len() == 1
        && table.head[0]
            .cells
            .iter()
            .all(|cell| cell.rows == 1 && cell.columns == 1)
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    sheet_name: &'a str,
    table: &'a Table,
    looks: &'a Looks,
    /// Widths of the columns in half-width characters.
    widths: &'a [u16],
    language: Language,
    /// Lines of text in each row of the part that is being written.
    heights: Vec<usize>,
}

impl Writer<'_> {
    /// Writes rows from sheet row `first` on.
    fn rows(&mut self, rows: &[Row], first: u32, head: bool) -> Result<(), PressFault> {
        let grid = |message| PressFault::Grid {
            table: self.table.name.clone(),
            message,
        };
        let placed = Table::place(rows, self.table.columns.len()).map_err(grid)?;
        self.measure(&placed);
        for (at, line) in placed.iter().enumerate() {
            for &(column, cell) in line {
                let text = CellText::new(&cell.text);
                let style = if head { CellStyle::Head } else { cell.style };
                let alignment = if style == CellStyle::Head && cell.columns > 1 {
                    Alignment::Centre
                } else {
                    self.table.columns[column].alignment
                };
                let tall = cell.rows > 1 || self.heights[at] > LOW;
                let format = self.looks.cell(style, alignment, tall, text.marked);
                let row = first + u32::try_from(at).expect("checked against the sheet's rows");
                let column = u16::try_from(column).expect("checked against the sheet's columns");
                let place = Place {
                    row,
                    column,
                    last_row: row + u32::from(cell.rows) - 1,
                    last_column: column + cell.columns - 1,
                };
                write_text(self.sheet, self.sheet_name, place, &text, format)?;
            }
        }
        for (row, height) in (first..).zip(&self.heights) {
            let points = (height * LINE + PADDING).min(TALLEST);
            self.sheet
                .set_row_height(row, u32::try_from(points).expect("at most 409"))
                .map_err(refused)?;
        }
        Ok(())
    }

    /// Counts the lines of text in each row.
    fn measure(&mut self, placed: &[Vec<(usize, &Cell)>]) {
        self.heights = vec![1; placed.len()];
        // Cells over several rows are measured last, when the heights of their rows are known.
        let mut tall = Vec::new();
        for (at, line) in placed.iter().enumerate() {
            for &(column, cell) in line {
                let room = self.room(column, usize::from(cell.columns), cell.style);
                let needed = lines(&CellText::new(&cell.text).shown, room);
                if cell.rows > 1 {
                    tall.push((at, usize::from(cell.rows), needed));
                } else {
                    self.heights[at] = self.heights[at].max(needed);
                }
            }
        }
        for (at, rows, needed) in tall {
            self.stretch(at, rows, needed);
        }
    }

    /// Half-width characters that fit side by side in a cell. Bold text runs a little wider, and so does
    /// English, whose letters are not all of one width.
    fn room(&self, column: usize, columns: usize, style: CellStyle) -> usize {
        let room: usize = self.widths[column..column + columns]
            .iter()
            .map(|width| usize::from(*width) + 1)
            .sum();
        let bold = matches!(style, CellStyle::Head | CellStyle::Group | CellStyle::Severe);
        let room = room - usize::from(bold) - 1;
        match self.language {
            Language::Japanese => room,
            Language::English => (room * 7 / 8).max(1),
        }
    }

    /// Makes room for a text over several rows by adding what is missing evenly to them.
    fn stretch(&mut self, at: usize, rows: usize, needed: usize) {
        let span = &mut self.heights[at..at + rows];
        let present: usize = span.iter().sum();
        let mut missing = needed.saturating_sub(present);
        for (place, height) in span.iter_mut().enumerate() {
            let part = missing.div_ceil(rows - place);
            *height += part;
            missing -= part;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_tree::Column;

    #[test]
    fn a_column_is_as_wide_as_a_word_of_its_english_head() {
        let table = |head: &str| Table {
            name: "x".to_owned(),
            columns: vec![Column::start(6)],
            head: vec![Row::new(vec![Cell::head(head)])],
            rows: Vec::new(),
        };
        assert_eq!(widths(&table("Likelihood now"), Language::English), [13]);
        assert_eq!(widths(&table("At"), Language::English), [6]);
        assert_eq!(
            widths(&table(&"x".repeat(90)), Language::English),
            [MOST_FOR_A_WORD]
        );
        assert_eq!(widths(&table("Likelihood"), Language::Japanese), [6]);
    }
}
