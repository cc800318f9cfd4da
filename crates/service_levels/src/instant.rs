//! An instant to the second, and its text: RFC 3339 with a stated offset.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use mamori_words::Said;
use std::fmt;

/// Japan's offset from UTC, the same on every day the calendar knows.
const JAPAN: Offset = Offset::constant(9);

/// Seconds of a day; Japan keeps no summer time and instants know no leap seconds.
pub const DAY_SECONDS: i64 = 24 * 60 * 60;

/// Seconds of an hour.
pub const HOUR_SECONDS: i64 = 60 * 60;

/// Seconds that Japan's clock is ahead of UTC.
const AHEAD: i64 = 9 * HOUR_SECONDS;

/// A second on the time line: seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// The first instant readers take: the year the law on holidays came into force.
    pub const FIRST: Instant = Instant(-694_342_800);
    /// The end of the last year whose holidays can be foretold (2099).
    pub const LAST: Instant = Instant(4_102_412_400);

    /// The instant some seconds after 1970-01-01T00:00:00Z.
    pub const fn from_unix(seconds: i64) -> Instant {
        Instant(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// Midnight in Japan at which a day begins.
    pub fn midnight(date: Date) -> Instant {
        Instant::of_local(date.at(0, 0, 0, 0))
    }

    /// The instant of a date and time in Japan; fractions of a second are dropped.
    fn of_local(local: DateTime) -> Instant {
        let days = i64::from(days_since_epoch(local.date()));
        let time = local.time();
        let hours = i64::from(time.hour());
        let seconds = hours * HOUR_SECONDS + i64::from(time.minute()) * 60 + i64::from(time.second());
        Instant(days * DAY_SECONDS + seconds - AHEAD)
    }

    /// The instant that many seconds later.
    #[must_use]
    pub const fn plus(self, seconds: i64) -> Instant {
        Instant(self.0 + seconds)
    }

    /// Date and time in Japan.
    pub fn local(self) -> DateTime {
        let timestamp = jiff::Timestamp::from_second(self.0).unwrap_or_default();
        JAPAN.to_datetime(timestamp)
    }

    /// The day in Japan.
    pub fn date(self) -> Date {
        self.local().date()
    }

    /// The same time of day some calendar months later in Japan; a day the month lacks becomes its last.
    /// Stays as it is at the end of what dates can express.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Instant {
        let later = self.local().saturating_add(jiff::Span::new().months(months));
        Instant::of_local(later)
    }

    /// Reads `2026-04-01T09:00:00+09:00`. The offset must be there; fractions of a second are cut off.
    ///
    /// # Errors
    /// What is wrong with the text: no offset, no such day, outside 1948–2099.
    pub fn read(text: &str) -> Result<Instant, Said> {
        let text = text.trim();
        let Parts { local, rest } = Parts::of(text).ok_or_else(|| not_an_instant(text))?;
        let ahead = match rest {
            "" => return Err(without_offset(text)),
            "Z" | "z" => 0,
            offset => offset_seconds(offset).ok_or_else(|| not_an_instant(text))?,
        };
        let instant = Instant::of_local(local).plus(AHEAD - ahead);
        match (Instant::FIRST..=Instant::LAST).contains(&instant) {
            true => Ok(instant),
            false => Err(out_of_range(text)),
        }
    }
}

/// Days from 1970-01-01 to a date.
pub(crate) fn days_since_epoch(date: Date) -> i32 {
    // Counted in years that begin in March, so that the leap day is the last of its year.
    let (year, month) = match (i32::from(date.year()), i32::from(date.month())) {
        (year, month @ 1..=2) => (year - 1, month + 9),
        (year, month) => (year, month - 3),
    };
    let before = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let of_year = (153 * month + 2) / 5 + i32::from(date.day()) - 1;
    before + of_year - 719_468
}

/// The date some days after 1970-01-01.
pub(crate) fn date_of_day(days: i64) -> Date {
    Instant(days * DAY_SECONDS - AHEAD).date()
}

/// Days from 1970-01-01 to the day in Japan on which an instant falls.
pub(crate) fn day_of(instant: Instant) -> i64 {
    (instant.0 + AHEAD).div_euclid(DAY_SECONDS)
}

/// Midnight in Japan some days after 1970-01-01.
pub(crate) const fn midnight_of_day(days: i64) -> Instant {
    Instant(days * DAY_SECONDS - AHEAD)
}

/// Date and time of a text, and what follows them.
struct Parts<'a> {
    local: DateTime,
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Parts<'a>> {
        let (date, rest) = (text.get(..10)?, text.get(10..)?);
        let date: Date = shaped(date, b"dddd-dd-dd")?.parse().ok()?;
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (clock, rest) = (shaped(rest.get(..8)?, b"dd:dd:dd")?, rest.get(8..)?);
        let number = |at: usize| clock[at..at + 2].parse::<i8>().ok();
        let time = jiff::civil::Time::new(number(0)?, number(3)?, number(6)?, 0).ok()?;
        let rest = match rest.strip_prefix('.') {
            Some(fraction) => {
                let rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
                (rest.len() < fraction.len()).then_some(rest)?
            }
            None => rest,
        };
        Some(Parts {
            local: date.to_datetime(time),
            rest,
        })
    }
}

/// The text, if it has the shape: `d` stands for a digit, anything else for itself.
fn shaped<'a>(text: &'a str, shape: &[u8]) -> Option<&'a str> {
    let fits = |(byte, shape): (u8, &u8)| match shape {
        b'd' => byte.is_ascii_digit(),
        other => byte == *other,
    };
    (text.len() == shape.len() && text.bytes().zip(shape).all(fits)).then_some(text)
}

/// Seconds ahead of UTC of `+09:00`.
fn offset_seconds(text: &str) -> Option<i64> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let clock = shaped(text.get(1..)?, b"dd:dd")?;
    let (hours, minutes): (i64, i64) = (clock[..2].parse().ok()?, clock[3..].parse().ok()?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60)
}

fn not_an_instant(text: &str) -> Said {
    Said::new(
        format!("「{text}」は日時として読めません。2026-04-01T09:00:00+09:00 の形で書いてください"),
        format!("\"{text}\" is no date and time: write it like 2026-04-01T09:00:00+09:00"),
    )
}

fn without_offset(text: &str) -> Said {
    Said::new(
        format!("「{text}」に時差がありません。日本時間なら末尾に +09:00 を付けてください"),
        format!("\"{text}\" has no offset: end it with +09:00 if it is Japan's time"),
    )
}

fn out_of_range(text: &str) -> Said {
    Said::new(
        format!("「{text}」は、祝日が分かる1948年から2099年までの外です"),
        format!("\"{text}\" is outside 1948 to 2099, the years whose holidays are known"),
    )
}

/// Prints `2026-04-01T09:00:00+09:00`.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.local();
        let (date, time) = (local.date(), local.time());
        write!(
            f,
            "{date}T{:02}:{:02}:{:02}+09:00",
            time.hour(),
            time.minute(),
            time.second()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Instant {
        Instant::read(text).unwrap_or_else(|said| panic!("{}", said.en))
    }

    #[test]
    fn one_instant_has_many_spellings_and_one_print() {
        let instant = Instant::from_unix(1_774_969_200);
        assert_eq!(instant.to_string(), "2026-04-01T00:00:00+09:00");
        let spellings = [
            "2026-04-01T00:00:00+09:00",
            "2026-03-31T15:00:00Z",
            "2026-03-31t15:00:00.999z",
            "2026-03-31 10:00:00-05:00",
            " 2026-04-01T00:00:00+09:00 ",
        ];
        for text in spellings {
            assert_eq!(read(text), instant, "{text}");
        }
    }

    #[test]
    fn what_is_no_instant_is_refused_with_its_reason() {
        let english = |text: &str| Instant::read(text).unwrap_err().en;
        assert!(english("2026-04-01T00:00:00").contains("no offset"));
        assert!(english("1947-12-31T00:00:00Z").contains("outside 1948"));
        for text in [
            "",
            "2026-04-01",
            "2026-02-29T00:00:00Z",
            "2026-04-01T24:00:00Z",
            "2026-04-01T00:00Z",
            "2026-04-01T00:00:00+9:00",
            "2026-04-01T00:00:00+24:00",
            "2026-04-01T00:00:00.Z",
            "２０２６-04-01T00:00:00Z",
            "2026-04-01T00:00:00+0900",
        ] {
            assert!(english(text).contains("is no date and time"), "{text}");
        }
    }

    #[test]
    fn days_count_as_the_calendar_counts_them() {
        let mut date = jiff::civil::date(1948, 1, 1);
        assert_eq!(Instant::midnight(date), Instant::FIRST);
        let mut days = i64::from(days_since_epoch(date));
        while date < jiff::civil::date(2100, 1, 1) {
            assert_eq!(i64::from(days_since_epoch(date)), days);
            assert_eq!(date_of_day(days), date);
            assert_eq!(day_of(Instant::midnight(date)), days);
            assert_eq!(day_of(Instant::midnight(date).plus(-1)), days - 1);
            date = date.tomorrow().unwrap();
            days += 1;
        }
        assert_eq!(Instant::midnight(date), Instant::LAST);
    }

    #[test]
    fn a_month_later_is_the_same_time_or_the_months_last_day() {
        let from = read("2024-01-31T10:30:00+09:00");
        assert_eq!(from.plus_months(1).to_string(), "2024-02-29T10:30:00+09:00");
        assert_eq!(from.plus_months(12).to_string(), "2025-01-31T10:30:00+09:00");
    }
}
