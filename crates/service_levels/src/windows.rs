//! Windows agreed for every week or every day: stops in them are agreed beforehand (GL 別紙1-II 7.1 (2)).

use crate::instant::{DAY_SECONDS, date_of_day, day_of, midnight_of_day};
use crate::{Interval, Seconds};
use jiff::civil::Weekday;

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
    /// A window from one minute after the midnight of its day to another, which may lie on the next day;
    /// nothing unless it starts within its day, goes forwards and takes no more than a day.
    pub fn of_minutes(day: Option<Weekday>, start: u16, end: u16) -> Option<RecurringWindow> {
        let (start, end) = (i64::from(start) * 60, i64::from(end) * 60);
        let fits = start <= DAY_SECONDS && start < end && end - start <= DAY_SECONDS;
        fits.then_some(RecurringWindow { day, start, end })
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
        let window = RecurringWindow::of_minutes(Some(Weekday::Sunday), 120, 240).unwrap();
        let found = RecurringWindow::seconds(&[window], week);
        assert_eq!(found.intervals(), [span("2026-04-05T02:00", "2026-04-05T04:00")]);
        let night = RecurringWindow::of_minutes(None, 23 * 60, 25 * 60).unwrap();
        let found = RecurringWindow::seconds(&[night], span("2026-04-01T00:00", "2026-04-02T00:00"));
        let expected = [
            span("2026-04-01T00:00", "2026-04-01T01:00"),
            span("2026-04-01T23:00", "2026-04-02T00:00"),
        ];
        assert_eq!(found.intervals(), expected);
    }

    #[test]
    fn what_is_no_window_is_refused() {
        for (start, end) in [(120, 120), (240, 120), (1441, 1500), (60, 1501)] {
            assert_eq!(
                RecurringWindow::of_minutes(None, start, end),
                None,
                "{start} {end}"
            );
        }
        assert!(
            RecurringWindow::of_minutes(None, 180, 180 + 1440).is_some(),
            "a whole day"
        );
    }
}
