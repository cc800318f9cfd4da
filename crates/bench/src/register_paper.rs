//! The generated register on paper: as a document for our presses, and as a workbook written by the
//! library below our press alone.

use crate::register::{HEAD, LEVEL, LEVELS, Row as RegisterRow};
use mamori_tree::{
    Alignment, Block, Cell, CellStyle, Column, Document, Language, Orientation, Row, Running, Table,
};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// Name of the sheet that holds the register.
pub const SHEET: &str = "register";

/// Width of the columns in half-width characters.
const WIDTHS: [u16; 14] = [9, 26, 14, 30, 36, 12, 10, 8, 9, 12, 9, 36, 22, 12];

/// The register as a document: the gravest level stands out, as in our own register.
pub fn document(rows: &[RegisterRow]) -> Document {
    let column = |width| Column {
        width,
        alignment: Alignment::Start,
    };
    let text = |words: &str| words.to_owned();
    Document {
        id: "register",
        language: Language::Japanese,
        title: text("リスク一覧"),
        purpose: text("速さを測るための一覧です"),
        running: Running {
            provider: text("性能試験株式会社"),
            service: text("性能試験サービス"),
            revision: "0".repeat(12),
            as_of: text("2026-11-01"),
            confidentiality: String::new(),
        },
        facts: Vec::new(),
        orientation: Orientation::Landscape,
        blocks: vec![Block::Table(Table {
            name: text(SHEET),
            columns: WIDTHS.map(column).to_vec(),
            head: vec![Row::new(HEAD.iter().map(|words| Cell::head(*words)).collect())],
            rows: rows.iter().map(line).collect(),
        })],
    }
}

fn line(row: &RegisterRow) -> Row {
    let cell = |(column, text): (usize, &String)| {
        let style = if is_grave(column, text) {
            CellStyle::Severe
        } else {
            CellStyle::Plain
        };
        Cell::new(text.as_str()).styled(style)
    };
    Row::new(row.iter().enumerate().map(cell).collect())
}

fn is_grave(column: usize, text: &str) -> bool {
    column == LEVEL && text == LEVELS[3]
}

/// The same cells with like looks, by the library alone.
///
/// # Errors
/// What the library refuses.
pub fn plain_workbook(rows: &[RegisterRow]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(SHEET)?;
    let plain = Format::new()
        .set_font_name("BIZ UDGothic")
        .set_font_size(10)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0xa6_a6_a6));
    let bold = plain.clone().set_bold();
    let head = bold.clone().set_background_color(Color::RGB(0xf2_f2_f2));
    for (column, (words, width)) in (0..).zip(HEAD.iter().zip(WIDTHS)) {
        sheet.set_column_width(column, f64::from(width) + 1.0)?;
        sheet.write_string_with_format(0, column, *words, &head)?;
    }
    for (number, row) in (1..).zip(rows) {
        for (column, text) in row.iter().enumerate() {
            let look = if is_grave(column, text) { &bold } else { &plain };
            sheet.write_string_with_format(number, u16::try_from(column).unwrap_or(0), text, look)?;
        }
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    sheet.set_freeze_panes(1, 0)?.autofilter(0, 0, last, 13)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_level_stands_out() {
        let rows = crate::register::rows(200);
        let document = document(&rows);
        let table = document.tables().next().unwrap();
        let severe = |row: &&Row| row.cells[LEVEL].style == CellStyle::Severe;
        let grave = rows.iter().filter(|row| row[LEVEL] == LEVELS[3]).count();
        assert!(grave > 0 && grave < 200);
        assert_eq!(table.rows.iter().filter(severe).count(), grave);
    }
}
