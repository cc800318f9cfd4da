//! Writes one text into one cell, as text and nothing else.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Worksheet};

use super::refused;
use crate::{PressFault, printable};

/// The longest text of a cell, in UTF-16 units.
const LONGEST: usize = 32_767;

/// A text as a cell will show it.
pub(crate) struct CellText<'a> {
    /// The text with dangerous characters shown by their code.
    pub(crate) shown: Cow<'a, str>,
    /// Whether the cell carries the mark that says "this is text": a person who edits the cell
    /// later should not turn the text into a formula by pressing Enter.
    pub(crate) marked: bool,
}

impl<'a> CellText<'a> {
    /// Prepares a text.
    pub(crate) fn new(text: &'a str) -> Self {
        let marked = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        CellText {
            shown: printable(text),
            marked,
        }
    }
}

/// The rectangle a text stands in. A single cell has equal corners.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// First row, from 0.
    pub(crate) row: u32,
    /// First column, from 0.
    pub(crate) column: u16,
    /// Last row.
    pub(crate) last_row: u32,
    /// Last column.
    pub(crate) last_column: u16,
}

impl Place {
    /// A single cell.
    pub(crate) fn at(row: u32, column: u16) -> Self {
        Place {
            row,
            column,
            last_row: row,
            last_column: column,
        }
    }

    fn single(self) -> bool {
        self.row == self.last_row && self.column == self.last_column
    }
}

/// Writes a text into a cell or a merged rectangle.
///
/// # Errors
/// [`PressFault::TextTooLong`] names the cell; [`PressFault::Workbook`] when the library refuses.
pub(crate) fn write(
    sheet: &mut Worksheet,
    name: &str,
    place: Place,
    text: &CellText<'_>,
    format: &Format,
) -> Result<(), PressFault> {
    let shown: &str = &text.shown;
    // A text has never more UTF-16 units than bytes.
    if shown.len() > LONGEST {
        let length = shown.encode_utf16().count();
        if length > LONGEST {
            return Err(PressFault::TextTooLong {
                sheet: name.to_owned(),
                cell: address(place.row, place.column),
                length,
            });
        }
    }
    let taken_for_markup = shown.starts_with("<r>") && shown.ends_with("</r>");
    let first = if taken_for_markup { "" } else { shown };
    if place.single() {
        sheet
            .write_string_with_format(place.row, place.column, first, format)
            .map_err(refused)?;
    } else {
        sheet
            .merge_range(
                place.row,
                place.column,
                place.last_row,
                place.last_column,
                first,
                format,
            )
            .map_err(refused)?;
    }
    if taken_for_markup {
        // The library takes a string between these two tags for its own rich text and would write
        // it unescaped. As two runs of rich text it is escaped, and reads the same.
        let plain = Format::new();
        let runs = [(&plain, &shown[..1]), (&plain, &shown[1..])];
        sheet
            .write_rich_string_with_format(place.row, place.column, &runs, format)
            .map_err(refused)?;
    }
    Ok(())
}

/// The address of a cell, for example `C12`.
fn address(row: u32, column: u16) -> String {
    let mut letters = Vec::new();
    let mut left = u32::from(column) + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).expect("a remainder of 26 fits a byte");
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_a_spreadsheet() {
        assert_eq!(address(0, 0), "A1");
        assert_eq!(address(11, 2), "C12");
        assert_eq!(address(0, 26), "AA1");
        assert_eq!(address(0, 16_383), "XFD1");
    }

    #[test]
    fn texts_that_look_like_formulas_are_marked() {
        for text in [
            "=1+1", "+81", "-5", "@a", "\tx", "\rx", "＝1", "＋1", "－1", "＠a",
        ] {
            assert!(CellText::new(text).marked, "{text:?}");
        }
        for text in ["1", "診療", " =1", "", "ー"] {
            assert!(!CellText::new(text).marked, "{text:?}");
        }
    }
}
