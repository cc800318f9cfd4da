//! When a step was taken: a day, or an instant with its offset where the hour matters.

use crate::description::ValueType;
use crate::{Date, FieldValue, Said};
use std::fmt;
use std::sync::Arc;

/// A day, or an instant in RFC 3339 with its offset. It is written back exactly as it was typed.
///
/// Two moments are compared as finely as both of them are known: an instant and a day by the day in
/// Japan. That is no order of a whole list, so there is [`Moment::is_before`] instead of `Ord`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    text: Arc<str>,
    day: Date,
    instant: Option<i64>,
}

/// Seconds by which Japan's clocks are ahead of UTC.
const JAPAN: i64 = 9 * 3600;

impl Moment {
    /// The day in Japan.
    pub fn day(&self) -> Date {
        self.day
    }

    /// Seconds since 1970 in UTC; nothing when only the day is known.
    pub fn instant(&self) -> Option<i64> {
        self.instant
    }

    /// Whether it surely lies before another.
    pub fn is_before(&self, other: &Moment) -> bool {
        match (self.instant, other.instant) {
            (Some(this), Some(that)) => this < that,
            _ => self.day < other.day,
        }
    }
}

impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Moment {
            text: day.to_string().into(),
            day,
            instant: None,
        }
    }
}

impl fmt::Display for Moment {
    /// As a person reads it: the letter between day and time is a space, and Japan's offset is left
    /// out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.strip_suffix("+09:00").unwrap_or(&self.text);
        f.write_str(&text.replacen('T', " ", 1))
    }
}

/// Two digits at a place, no greater than a bound.
fn pair(text: &str, at: usize, most: i64) -> Option<i64> {
    let digits = text.get(at..at + 2)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    plain
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|number| *number <= most)
}

/// The offset from UTC in seconds: `+09:00` or `Z`.
fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = match text.as_bytes() {
        [b'+', _, _, b':', _, _] => 1,
        [b'-', _, _, b':', _, _] => -1,
        _ => return None,
    };
    Some(sign * (pair(text, 1, 23)? * 3600 + pair(text, 4, 59)? * 60))
}

fn moment(text: &str) -> Option<Moment> {
    let day = <Date as FieldValue>::read(text.get(..10)?).ok()?;
    if text.len() == 10 {
        return Some(Moment::from(day));
    }
    let separated = text.as_bytes().get(10) == Some(&b'T') && text.as_bytes().get(13) == Some(&b':');
    if !separated {
        return None;
    }
    let (hour, minute) = (pair(text, 11, 23)?, pair(text, 14, 59)?);
    let (second, zone) = match text.as_bytes().get(16)? {
        b':' => (pair(text, 17, 59)?, text.get(19..)?),
        _ => (0, text.get(16..)?),
    };
    let days = (day - jiff::civil::date(1970, 1, 1)).get_days();
    let instant = i64::from(days) * 86_400 + hour * 3600 + minute * 60 + second - offset(zone)?;
    let in_japan = i32::try_from((instant + JAPAN).div_euclid(86_400)).ok()?;
    let day = jiff::civil::date(1970, 1, 1)
        .checked_add(jiff::Span::new().days(in_japan))
        .ok()?;
    Some(Moment {
        text: text.into(),
        day,
        instant: Some(instant),
    })
}

impl FieldValue for Moment {
    const TYPE: ValueType = ValueType::Moment;
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = text.trim();
        let plain = text.is_ascii();
        plain.then(|| moment(text)).flatten().ok_or_else(|| {
            Said::new(
                format!(
                    "「{text}」は日付でも日時でもありません。2026-04-01 か 2026-04-01T21:30+09:00 の形で書いてください"
                ),
                format!(
                    "\"{text}\" is neither a date nor a time: write it like 2026-04-01 or 2026-04-01T21:30+09:00"
                ),
            )
        })
    }
    fn write(&self) -> String {
        self.text.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Moment {
        Moment::read(text).unwrap_or_else(|said| panic!("{}", said.en))
    }

    #[test]
    fn an_instant_is_the_same_in_every_offset_and_its_day_is_that_of_japan() {
        let late = read("2026-10-03T23:30+09:00");
        assert_eq!(late.instant(), read("2026-10-03T14:30:00Z").instant());
        assert_eq!(read("1970-01-01T00:00:01Z").instant(), Some(1));
        assert_eq!(read("2026-10-03T15:00:00Z").day(), jiff::civil::date(2026, 10, 4));
        assert_eq!(late.write(), "2026-10-03T23:30+09:00", "as typed");
        assert_eq!(late.to_string(), "2026-10-03 23:30");
        assert_eq!(read("2026-10-03T15:00:00Z").to_string(), "2026-10-03 15:00:00Z");
    }

    #[test]
    fn moments_are_compared_as_finely_as_both_are_known() {
        let (morning, evening) = (read("2026-10-03T08:00+09:00"), read("2026-10-03T20:00+09:00"));
        assert!(morning.is_before(&evening) && !evening.is_before(&morning));
        let day = read("2026-10-03");
        assert!(!day.is_before(&evening) && !evening.is_before(&day));
        assert!(day.is_before(&read("2026-10-04T00:00+09:00")));
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "2026-02-30",
            "2026-10-03T08:00",
            "2026-10-03 08:00+09:00",
            "2026-10-03T24:00+09:00",
            "2026-10-03T08:60+09:00",
            "2026-10-03T08:00:60+09:00",
            "2026-10-03T08:00+9:00",
            "2026-10-03T08:00:00",
            "2026-1０-03",
            "きのう",
        ] {
            assert!(Moment::read(text).is_err(), "{text}");
        }
    }
}
