//! Business hours per kind of day, and the holidays that count (GL 別紙1-II 1.3).

use crate::instant::{DAY_SECONDS, date_of_day, day_of, midnight_of_day};
use crate::{HOUR_SECONDS, Interval, Seconds, national_holiday};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// Hours of a day in which business is done: spans in seconds from midnight, sorted and apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BusinessHours(Vec<(i64, i64)>);

impl BusinessHours {
    /// No hours at all.
    pub const NONE: BusinessHours = BusinessHours(Vec::new());

    /// From one full hour to another; none if they do not go forwards within a day.
    pub fn between(start_hour: i64, end_hour: i64) -> BusinessHours {
        let forwards = 0 <= start_hour && start_hour < end_hour && end_hour <= 24;
        let span = forwards.then_some((start_hour * HOUR_SECONDS, end_hour * HOUR_SECONDS));
        BusinessHours(span.into_iter().collect())
    }

    /// Spans of minutes from midnight; nothing unless each goes forwards within a day and all stand in
    /// order and apart.
    pub fn of_minutes(spans: &[(u16, u16)]) -> Option<BusinessHours> {
        let last = i64::from(spans.last().map_or(0, |(_, end)| *end)) * 60;
        let forwards = spans.iter().all(|(start, end)| start < end);
        let apart = spans.windows(2).all(|pair| pair[0].1 <= pair[1].0);
        let seconds = |(start, end): &(u16, u16)| (i64::from(*start) * 60, i64::from(*end) * 60);
        (forwards && apart && last <= DAY_SECONDS).then(|| BusinessHours(spans.iter().map(seconds).collect()))
    }
}

/// Which days are holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holidays {
    /// Whether the national holidays are.
    pub by_law: bool,
    /// Other days that are, such as a given list or the provider's own.
    pub dates: BTreeSet<Date>,
}

impl Holidays {
    /// Whether a day is one.
    pub fn hold(&self, date: Date) -> bool {
        self.dates.contains(&date) || (self.by_law && national_holiday(date).is_some())
    }
}

/// Business hours on every day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Hours from Monday to Sunday.
    pub week: [BusinessHours; 7],
    /// Hours of a holiday, whatever its day of the week; nothing if holidays change no hours.
    pub on_holidays: Option<BusinessHours>,
    /// The holidays.
    pub holidays: Holidays,
}

impl Default for Calendar {
    /// The guideline's example: Monday to Saturday 8 to 21, Sundays and holidays 8 to 17.
    fn default() -> Self {
        Calendar::of_example((8, 21), (8, 17))
    }
}

impl Calendar {
    /// Hours in the example's form: full hours from Monday to Saturday, and on Sundays and holidays.
    pub fn of_example(weekday: (i64, i64), holiday: (i64, i64)) -> Calendar {
        let weekday = BusinessHours::between(weekday.0, weekday.1);
        let holiday = BusinessHours::between(holiday.0, holiday.1);
        let mut week: [BusinessHours; 7] = std::array::from_fn(|_| weekday.clone());
        week[6] = holiday.clone();
        Calendar {
            week,
            on_holidays: Some(holiday),
            holidays: Holidays {
                by_law: true,
                dates: BTreeSet::new(),
            },
        }
    }

    /// The hours of a day.
    pub fn hours(&self, date: Date) -> &BusinessHours {
        let of_holiday = self.on_holidays.as_ref().filter(|_| self.holidays.hold(date));
        of_holiday.unwrap_or(&self.week[place(date.weekday())])
    }

    /// The business hours of one day, counted in days from 1970-01-01 in Japan.
    pub(crate) fn of_day(&self, day: i64) -> impl Iterator<Item = Interval> {
        let midnight = midnight_of_day(day);
        let spans = self.hours(date_of_day(day)).0.iter();
        spans.filter_map(move |(start, end)| Interval::new(midnight.plus(*start), midnight.plus(*end)))
    }

    /// The business hours within a span.
    pub fn business(&self, span: Interval) -> Seconds {
        let days = day_of(span.start())..=day_of(span.end());
        let hours = days.flat_map(|day| self.of_day(day));
        Seconds::of_sorted(hours.filter_map(|hours| hours.and(span)))
    }
}

/// The place of a day in a week that begins on Monday.
fn place(weekday: Weekday) -> usize {
    weekday.to_monday_zero_offset().unsigned_abs().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use jiff::civil::date;

    fn hours_of(calendar: &Calendar, date: Date) -> i64 {
        let midnight = Instant::midnight(date);
        let span = Interval::new(midnight, midnight.plus(24 * HOUR_SECONDS)).unwrap();
        calendar.business(span).total() / HOUR_SECONDS
    }

    #[test]
    fn the_example_gives_holidays_their_own_hours_on_any_day() {
        let calendar = Calendar::default();
        assert_eq!(hours_of(&calendar, date(2026, 4, 1)), 13, "a Wednesday");
        assert_eq!(hours_of(&calendar, date(2026, 4, 4)), 13, "a Saturday");
        assert_eq!(hours_of(&calendar, date(2026, 4, 5)), 9, "a Sunday");
        assert_eq!(hours_of(&calendar, date(2026, 5, 6)), 9, "a substitute holiday");
        assert_eq!(
            hours_of(&calendar, date(2025, 5, 3)),
            9,
            "a holiday on a Saturday"
        );
    }

    #[test]
    fn other_calendars_are_settings() {
        let mut calendar = Calendar::default();
        let nine_to_six = BusinessHours::between(9, 18);
        calendar.week = std::array::from_fn(|at| match at {
            0..5 => nine_to_six.clone(),
            _ => BusinessHours::NONE,
        });
        calendar.on_holidays = Some(BusinessHours::NONE);
        calendar.holidays = Holidays {
            by_law: false,
            dates: [date(2026, 4, 1)].into(),
        };
        assert_eq!(hours_of(&calendar, date(2026, 4, 1)), 0, "a holiday of the list");
        assert_eq!(hours_of(&calendar, date(2026, 4, 4)), 0, "a Saturday");
        assert_eq!(hours_of(&calendar, date(2026, 5, 6)), 9, "the law does not count");
        calendar.on_holidays = None;
        assert_eq!(
            hours_of(&calendar, date(2026, 4, 1)),
            9,
            "holidays change nothing"
        );
    }

    #[test]
    fn hours_round_the_clock_have_no_seam_at_midnight() {
        let calendar = Calendar {
            week: std::array::from_fn(|_| BusinessHours::between(0, 24)),
            on_holidays: None,
            ..Calendar::default()
        };
        let start = Instant::midnight(date(2026, 4, 1)).plus(5);
        let span = Interval::new(start, start.plus(1_000_000)).unwrap();
        assert_eq!(calendar.business(span).intervals(), [span]);
    }

    #[test]
    fn spans_go_forwards_in_order_and_apart() {
        let hours = BusinessHours::of_minutes(&[(540, 750), (900, 1140)]).unwrap();
        assert_eq!(hours.0, [(32_400, 45_000), (54_000, 68_400)]);
        assert_eq!(BusinessHours::of_minutes(&[]), Some(BusinessHours::NONE));
        let bad: [&[(u16, u16)]; 4] = [
            &[(1080, 540)],
            &[(540, 540)],
            &[(540, 1441)],
            &[(540, 720), (660, 780)],
        ];
        for spans in bad {
            assert_eq!(BusinessHours::of_minutes(spans), None, "{spans:?}");
        }
    }
}
