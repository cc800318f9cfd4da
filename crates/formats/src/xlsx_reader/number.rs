//! Numbers as they stand in cells: plain decimal text, and days counted from an epoch.
//!
//! Worked in integers on the decimal text, so that no value changes by rounding.

use mamori_domain::Date;
use std::time::Duration;

/// How a cell's format shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As a number.
    Plain,
    /// As a day, a time, or both.
    Day,
}

/// The first day that numbers count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 is 1 January 1900, and 29 February 1900 is counted although it never was.
    Y1900,
    /// 0 is 1 January 1904.
    Y1904,
}

/// A decimal number: digits before and after the point, without needless zeros.
struct Decimal {
    negative: bool,
    whole: String,
    fraction: String,
}

/// Largest exponent read; the text of others is kept as it stands.
const EXPONENT_MAX: i32 = 30;

impl Decimal {
    fn parse(text: &str) -> Option<Decimal> {
        let text = text.trim();
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent
            .parse()
            .ok()
            .filter(|size: &i32| size.abs() <= EXPONENT_MAX)?;
        let (negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = [whole, fraction].concat();
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        if digits.is_empty() || digits.len() > 400 || !plain {
            return None;
        }
        let point = i32::try_from(whole.len()).ok()? + exponent;
        let zeros = |count: i32| "0".repeat(usize::try_from(count.max(0)).unwrap_or(0));
        let padded = [
            zeros(-point),
            digits.clone(),
            zeros(point - i32::try_from(digits.len()).ok()?),
        ]
        .concat();
        let (whole, fraction) = padded.split_at(usize::try_from(point.max(0)).ok()?);
        let whole = Some(whole.trim_start_matches('0'))
            .filter(|whole| !whole.is_empty())
            .unwrap_or("0");
        let fraction = fraction.trim_end_matches('0');
        let negative = negative && !(whole == "0" && fraction.is_empty());
        Some(Decimal {
            negative,
            whole: whole.to_owned(),
            fraction: fraction.to_owned(),
        })
    }

    fn text(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        match self.fraction.is_empty() {
            true => format!("{sign}{}", self.whole),
            false => format!("{sign}{}.{}", self.whole, self.fraction),
        }
    }

    /// The fraction of a day in seconds, rounded to the nearest.
    fn seconds(&self) -> u64 {
        let digits = &self.fraction[..self.fraction.len().min(12)];
        let size = 10_u64.pow(u32::try_from(digits.len()).unwrap_or(12));
        let part: u64 = digits.parse().unwrap_or(0);
        (part * 86_400 + size / 2) / size
    }
}

/// A number's value as text: plain digits for a whole number, a day for a form of days. A text that
/// is no number is kept.
pub(super) fn shown(text: &str, form: Form, epoch: Epoch) -> String {
    let digits = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if form == Form::Plain && digits && !text.starts_with('0') {
        return text.to_owned();
    }
    let Some(number) = Decimal::parse(text) else {
        return text.trim().to_owned();
    };
    match form {
        Form::Plain => number.text(),
        Form::Day => day(&number, epoch).unwrap_or_else(|| number.text()),
    }
}

fn day(number: &Decimal, epoch: Epoch) -> Option<String> {
    let mut days: u64 = number
        .whole
        .parse()
        .ok()
        .filter(|days| *days <= 2_958_465 && !number.negative)?;
    let mut seconds = number.seconds();
    if seconds == 86_400 {
        (days, seconds) = (days + 1, 0);
    }
    let time = match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (hour, minute, 0) => format!("{hour:02}:{minute:02}"),
        (hour, minute, second) => format!("{hour:02}:{minute:02}:{second:02}"),
    };
    let first = match (epoch, days) {
        (Epoch::Y1900, 0) => return Some(time),
        (Epoch::Y1900, 60) => return None,
        (Epoch::Y1900, 1..60) => Date::new(1899, 12, 31),
        (Epoch::Y1900, _) => Date::new(1899, 12, 30),
        (Epoch::Y1904, _) => Date::new(1904, 1, 1),
    };
    // In two halves, because adding all days at once fails for the last day there is.
    let half = Duration::from_secs(days / 2 * 86_400);
    let rest = Duration::from_secs((days - days / 2) * 86_400);
    let date = first
        .ok()?
        .checked_add(half)
        .and_then(|date| date.checked_add(rest))
        .ok()?;
    match seconds {
        0 => Some(date.to_string()),
        _ => Some(format!("{date} {time}")),
    }
}

/// A date written as ISO 8601 text, without the midnight that stands for no time.
pub(super) fn iso_day(text: &str) -> String {
    let text = text.trim().trim_end_matches('Z');
    match text.split_once('T') {
        None => text.to_owned(),
        Some((date, time)) => match time.trim_end_matches(['0', '.', ':']).is_empty() {
            true => date.to_owned(),
            false => format!("{date} {}", time.split('.').next().unwrap_or(time)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_plain_digits() {
        for (text, plain) in [
            ("3", "3"),
            ("3.0", "3"),
            ("-0", "0"),
            ("1E3", "1000"),
            ("1.5e2", "150"),
            ("12E-1", "1.2"),
            ("0.30000000000000004", "0.30000000000000004"),
            ("007", "7"),
            ("-12.50", "-12.5"),
            ("1e400", "1e400"),
            ("abc", "abc"),
            ("", ""),
            ("1234567890123456789012", "1234567890123456789012"),
        ] {
            assert_eq!(shown(text, Form::Plain, Epoch::Y1900), plain, "{text}");
        }
    }

    #[test]
    fn days_are_civil_dates() {
        for (text, date) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("60", "60"),
            ("61", "1900-03-01"),
            ("46113", "2026-04-01"),
            ("46113.5", "2026-04-01 12:00"),
            ("0.25", "06:00"),
            ("46112.9999999", "2026-04-01"),
            ("2958465", "9999-12-31"),
            ("2958466", "2958466"),
            ("-1", "-1"),
        ] {
            assert_eq!(shown(text, Form::Day, Epoch::Y1900), date, "{text}");
        }
        assert_eq!(shown("44651", Form::Day, Epoch::Y1904), "2026-04-01");
        assert_eq!(iso_day("2026-04-01T00:00:00.000"), "2026-04-01");
        assert_eq!(iso_day("2026-04-01T09:30:00Z"), "2026-04-01 09:30:00");
    }
}
