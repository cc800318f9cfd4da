//! Windows agreed for every week or every day: stops in them are agreed beforehand (GL 別紙1-II 7.1 (2)).

use crate::calendar::{clock_span, unreadable_hours};
use crate::instant::{DAY_SECONDS, date_of_day, day_of, midnight_of_day};
use crate::{Interval, Seconds};
use jiff::civil::Weekday;
use mamori_words::Said;

/// A window that recurs: on one day of the week or on every day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecurringWindow {
    /// The day on which it begins; nothing if it is every day.
    day: Option<Weekday>,
    /// Seconds from midnight to its start.
    start: i64,
    /// Seconds from the same midnight to its end; beyond a day if it ends on the next.
    end: i64,
}

impl RecurringWindow {
    /// Reads `Sun 02:00-04:00`, `日 02:00-04:00`, `daily 03:00-03:30`, `毎日 23:00-01:00`; one that ends at or
    /// before its start ends on the next day.
    ///
    /// # Errors
    /// What is wrong with the text, with the way to write it.
    pub fn read(text: &str) -> Result<RecurringWindow, Said> {
        let wrong = || {
            Said::new(
                format!(
                    "「{text}」は合意した時間帯として読めません。日 02:00-04:00、毎日 03:00-03:30 のように書いてください"
                ),
                format!("\"{text}\" is no agreed window: write Sun 02:00-04:00 or daily 03:00-03:30"),
            )
        };
        let (day, hours) = text.trim().split_once([' ', '　']).ok_or_else(wrong)?;
        let day = match day {
            "daily" | "毎日" => None,
            other => Some(weekday(other).ok_or_else(wrong)?),
        };
        let (start, end) = clock_span(hours).ok_or_else(|| unreadable_hours(hours))?;
        let end = if end <= start { end + DAY_SECONDS } else { end };
        Ok(RecurringWindow { day, start, end })
    }

    /// The seconds of these windows in a span.
    pub fn seconds(windows: &[RecurringWindow], span: Interval) -> Seconds {
        // A window that began on the day before may reach into the span.
        let days = day_of(span.start()) - 1..=day_of(span.end());
        let mut all = Vec::new();
        for day in days {
            let weekday = date_of_day(day).weekday();
            let midnight = midnight_of_day(day);
            let today = windows
                .iter()
                .filter(|window| window.day.is_none_or(|own| own == weekday));
            all.extend(today.filter_map(|window| {
                Interval::new(midnight.plus(window.start), midnight.plus(window.end))?.and(span)
            }));
        }
        Seconds::union(all)
    }
}

/// The day of the week of `Sun`, `sunday`, `日`, `日曜`, `日曜日`.
fn weekday(text: &str) -> Option<Weekday> {
    const NAMES: [(&str, &str, Weekday); 7] = [
        ("monday", "月", Weekday::Monday),
        ("tuesday", "火", Weekday::Tuesday),
        ("wednesday", "水", Weekday::Wednesday),
        ("thursday", "木", Weekday::Thursday),
        ("friday", "金", Weekday::Friday),
        ("saturday", "土", Weekday::Saturday),
        ("sunday", "日", Weekday::Sunday),
    ];
    let lower = text.to_ascii_lowercase();
    let bare = text.strip_suffix("曜日").or_else(|| text.strip_suffix('曜'));
    let fits = |(english, japanese, _): &&(&str, &str, Weekday)| {
        let short = lower.len() == 3 && english.starts_with(&lower);
        lower == *english || short || bare.unwrap_or(text) == *japanese
    };
    NAMES.iter().find(fits).map(|(_, _, day)| *day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;

    fn span(start: &str, end: &str) -> Interval {
        let at = |text: &str| Instant::read(&format!("{text}:00+09:00")).expect("an instant");
        Interval::new(at(start), at(end)).expect("forwards")
    }

    #[test]
    fn a_week_holds_one_window_and_a_night_one_reaches_into_the_next_day() {
        let week = span("2026-04-01T00:00", "2026-04-08T00:00");
        for text in [
            "Sun 02:00-04:00",
            "日 02:00-04:00",
            "日曜 02:00-04:00",
            "日曜日 02:00-04:00",
            "sunday 02:00-04:00",
        ] {
            let window = RecurringWindow::read(text).unwrap();
            let found = RecurringWindow::seconds(&[window], week);
            assert_eq!(
                found.intervals(),
                [span("2026-04-05T02:00", "2026-04-05T04:00")],
                "{text}"
            );
        }
        let night = RecurringWindow::read("毎日 23:00-01:00").unwrap();
        let found = RecurringWindow::seconds(&[night], span("2026-04-01T00:00", "2026-04-02T00:00"));
        let expected = [
            span("2026-04-01T00:00", "2026-04-01T01:00"),
            span("2026-04-01T23:00", "2026-04-02T00:00"),
        ];
        assert_eq!(found.intervals(), expected);
    }

    #[test]
    fn what_is_no_window_is_refused() {
        for text in [
            "",
            "Sun",
            "02:00-04:00",
            "Su 02:00-04:00",
            "Sun 2-4",
            "曜 02:00-04:00",
        ] {
            assert!(RecurringWindow::read(text).is_err(), "{text}");
        }
    }
}
