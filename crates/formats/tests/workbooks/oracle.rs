//! Our reader against an independent one, on files our writer makes.

use calamine::{Data, Reader, Xlsx};
use mamori_domain::Language;
use mamori_formats::xlsx_reader::read_sheets;
use mamori_formats::{generate, workbook};
use std::io::Cursor;

/// The cells of every sheet as the independent reader sees them: name, row, column, text.
fn seen_by_other(bytes: &[u8]) -> Vec<(String, u32, u16, String)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut cells = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let Data::String(text) = value else {
                panic!("{name}: {value:?} is no text")
            };
            if !text.is_empty() {
                let at = (top + row as u32 + 1, left as u16 + column as u16 + 1);
                cells.push((name.clone(), at.0, at.1, text.clone()));
            }
        }
    }
    cells
}

fn seen_by_us(bytes: &[u8]) -> Vec<(String, u32, u16, String)> {
    let sheets = read_sheets(bytes).unwrap();
    let mut cells = Vec::new();
    for sheet in &sheets {
        for row in sheet.rows() {
            cells.extend(
                row.cells()
                    .map(|(column, text)| (sheet.name().to_string(), row.number(), column, text.to_owned())),
            );
        }
    }
    cells
}

#[test]
fn both_readers_see_the_same_cells() {
    let mut compared = 0;
    for seed in [3, 4, 5] {
        let bytes = workbook::write(&generate::full(seed), Language::Japanese).unwrap();
        let (ours, others) = (seen_by_us(&bytes), seen_by_other(&bytes));
        compared += ours.len();
        assert_eq!(ours.len(), others.len());
        for (our, other) in ours.iter().zip(&others) {
            assert_eq!(our, other, "seed {seed}");
        }
    }
    assert!(compared > 3_000, "{compared}");
}

#[test]
fn a_difference_would_be_seen() {
    let one = workbook::write(&generate::full(3), Language::Japanese).unwrap();
    let two = workbook::write(&generate::full(4), Language::Japanese).unwrap();
    assert_ne!(seen_by_us(&one), seen_by_other(&two));
}
