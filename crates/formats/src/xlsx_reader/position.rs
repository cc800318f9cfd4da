//! Positions in a sheet: `C7`, and areas such as `B2:D9`.

use super::{COLUMN_MAX, ROW_MAX};

/// A rectangle of cells; both corners belong to it. Rows and columns count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u16,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u16,
}

impl Area {
    /// Whether a cell lies in it.
    pub fn holds(&self, row: u32, column: u16) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }

    /// An area from a reference such as `B2:D9` or `B2`; nothing when it is none.
    pub(super) fn parse(text: &str) -> Option<Area> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let ((top, left), (bottom, right)) = (parse_cell(first)?, parse_cell(last)?);
        (top <= bottom && left <= right).then_some(Area {
            top,
            left,
            bottom,
            right,
        })
    }
}

/// Row and column of a reference such as `C7`; nothing when it is none or lies outside any sheet.
pub fn parse_cell(text: &str) -> Option<(u32, u16)> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = text.split_at(letters);
    let plain = (1..=7).contains(&row.len()) && row.bytes().all(|byte| byte.is_ascii_digit());
    let row: u32 = plain.then(|| row.parse().ok()).flatten()?;
    Some((row, column_number(column)?)).filter(|(row, _)| (1..=ROW_MAX).contains(row))
}

/// The number of a column from its capital letters: `A` is 1, `XFD` 16,384.
pub fn column_number(letters: &str) -> Option<u16> {
    let known = (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let number = letters.bytes().fold(0_u16, |sum, byte| {
        sum.wrapping_mul(26).wrapping_add(u16::from(byte - b'@'))
    });
    (known && number <= COLUMN_MAX).then_some(number)
}

/// The letters of a column number: 1 is `A`.
pub fn column_name(mut column: u16) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        letters.push(char::from(b'A' + ((column - 1) % 26) as u8));
        column = (column - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The name of a cell, such as `C7`.
pub fn cell_name(row: u32, column: u16) -> String {
    format!("{}{row}", column_name(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_agree() {
        for column in 1..=COLUMN_MAX {
            assert_eq!(column_number(&column_name(column)), Some(column));
        }
        assert_eq!(cell_name(7, 3), "C7");
        assert_eq!(parse_cell("XFD1048576"), Some((1_048_576, 16_384)));
        for wrong in [
            "",
            "7",
            "C",
            "C0",
            "XFE1",
            "ZZZ1",
            "A1048577",
            "c7",
            "C07A",
            "C99999999999",
            "AAAA1",
            "C+7",
        ] {
            assert_eq!(parse_cell(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn areas_have_an_order() {
        let area = Area::parse("B2:D9").unwrap();
        assert!(area.holds(2, 2) && area.holds(9, 4) && !area.holds(10, 4) && !area.holds(9, 5));
        assert_eq!(Area::parse("D9:B2"), None);
    }
}
