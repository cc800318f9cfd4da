//! The day for which a document speaks, read from its text.

use crate::PressFault;

/// A calendar day. A press writes it as the file's creation date, so that the same document gives
/// the same bytes whenever it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Year, 1980 to 9999: the container of a workbook knows no earlier year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Day {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`PressFault::Day`] when the text has another form or names a day that does not exist.
    pub fn read(text: &str) -> Result<Day, PressFault> {
        Self::parse(text).ok_or_else(|| PressFault::Day {
            as_of: text.to_owned(),
        })
    }

    fn parse(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| -> Option<u16> {
            let part = parts.next()?;
            let good = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if good { part.parse().ok() } else { None }
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() || year < 1980 {
            return None;
        }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let exists = (1..=days).contains(&day);
        exists.then_some(Day {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_others_refused() {
        assert_eq!(
            Day::read("2028-02-29").unwrap(),
            Day {
                year: 2028,
                month: 2,
                day: 29
            }
        );
        for wrong in [
            "2026-02-29",
            "2026-2-01",
            "2026-13-01",
            "2026-04-00",
            "1979-12-31",
            "令和8年",
            "",
            "2026-04-01-",
        ] {
            assert_eq!(
                Day::read(wrong).unwrap_err(),
                PressFault::Day {
                    as_of: wrong.to_owned()
                }
            );
        }
    }
}
