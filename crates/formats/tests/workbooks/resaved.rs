//! A workbook that another program has saved: numbers for digits, days for dates, columns and rows
//! moved.

use crate::make::Book;
use mamori_domain::Language;
use mamori_formats::normal::normal_form;
use mamori_formats::xlsx_reader::{Sheet, cell_name, read_sheets};
use mamori_formats::{generate, workbook};

/// Escapes a text for XML.
fn escaped(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    // What looks like an escape of the format must be told apart.
    text.replace("_x", "_x005F_x")
}

/// Days from the epoch of spreadsheets, by counting.
fn serial(date: &str) -> Option<i64> {
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let ordinary = date.len() == 10 && (1901..=2100).contains(&year);
    let (shifted, years) = ((month + 9) % 12, year - i64::from(month < 3));
    let days = 365 * years + years / 4 - years / 100 + years / 400 + (153 * shifted + 2) / 5 + day - 1;
    ordinary.then_some(days - 693_899)
}

/// The sheet's content as another program may write it: the last column first, an empty row after
/// each, spaces around headings.
fn rewritten(sheet: &Sheet, upright: bool) -> String {
    let width = sheet
        .rows()
        .flat_map(|row| row.cells().map(|(column, _)| column))
        .max()
        .unwrap_or(1);
    let mut rows = String::new();
    for row in sheet.rows() {
        let number = if row.number() > 3 {
            row.number() * 2
        } else {
            row.number()
        };
        rows.push_str(&format!(r#"<row r="{number}">"#));
        let mut cells: Vec<(u16, &str)> = row.cells().collect();
        if row.number() > 1 {
            cells
                .iter_mut()
                .for_each(|(column, _)| *column = width + 1 - *column);
        }
        cells.sort();
        for (column, text) in cells {
            let cell = cell_name(number, column);
            let digits = text.len() < 10 && text.parse::<u32>().is_ok_and(|value| value.to_string() == text);
            let heading = row.number() < 4;
            rows.push_str(&match serial(text) {
                _ if heading => format!(
                    r#"<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{} </t></is></c>"#,
                    escaped(text)
                ),
                Some(days) if !upright => format!(r#"<c r="{cell}" s="1"><v>{days}</v></c>"#),
                _ if digits => format!(r#"<c r="{cell}"><v>{text}.0</v></c>"#),
                _ => format!(r#"<c r="{cell}" t="str"><f>"a"</f><v>{}</v></c>"#, escaped(text)),
            });
        }
        rows.push_str("</row>");
    }
    format!("<sheetData>{rows}</sheetData>")
}

#[test]
fn a_resaved_workbook_holds_the_same() {
    for seed in 0..6 {
        let raw = generate::full(seed);
        let bytes = workbook::write(&raw, Language::Japanese).unwrap();
        let sheets = read_sheets(&bytes).unwrap();
        let contents: Vec<(String, String)> = sheets
            .iter()
            .map(|sheet| {
                let upright = sheet.text(3, 1) == "label";
                (sheet.name().to_string(), rewritten(sheet, upright))
            })
            .collect();
        let contents: Vec<(&str, &str)> = contents
            .iter()
            .map(|(name, rows)| (name.as_str(), rows.as_str()))
            .collect();
        let book = Book::new(&contents).styles(r#"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#);
        let read =
            workbook::read(&book.bytes()).unwrap_or_else(|problems| panic!("seed {seed}: {problems:#?}"));
        assert_eq!(normal_form(&raw), normal_form(&read), "seed {seed}");
    }
}

/// Another program gives each sheet parts of its own for links, drawings, notes and printing.
#[test]
fn a_package_may_hold_several_parts_a_sheet() {
    use mamori_formats::xlsx_reader::{ENTRIES_MAX, SHEETS_MAX};
    const { assert!(ENTRIES_MAX >= 5 * SHEETS_MAX) };
}
