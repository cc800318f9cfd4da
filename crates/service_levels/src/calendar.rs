//! Business hours per kind of day, and the holidays that count (GL 別紙1-II 1.3).

use crate::instant::{date_of_day, day_of, midnight_of_day};
use crate::{HOUR_SECONDS, Interval, Seconds, national_holiday};
use jiff::civil::{Date, Weekday};
use mamori_words::Said;
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

    /// Reads `09:00-18:00`, `09:00-12:30, 15:00-19:00`, `none` or `なし`.
    ///
    /// # Errors
    /// What is wrong with the text, with the way to write it.
    pub fn read(text: &str) -> Result<BusinessHours, Said> {
        if matches!(text.trim(), "none" | "なし") {
            return Ok(BusinessHours::NONE);
        }
        let mut spans = Vec::new();
        for part in text.split([',', '、']) {
            let span = clock_span(part).filter(|(start, end)| start < end);
            let span = span.ok_or_else(|| unreadable_hours(part))?;
            if spans.last().is_some_and(|(_, end)| span.0 < *end) {
                return Err(Said::new(
                    format!("「{text}」の時間帯が重なっているか、順に並んでいません"),
                    format!("The hours of \"{text}\" overlap or stand out of order"),
                ));
            }
            spans.push(span);
        }
        Ok(BusinessHours(spans))
    }
}

/// Seconds from midnight of both ends of `09:00-18:00`.
pub(crate) fn clock_span(text: &str) -> Option<(i64, i64)> {
    let (start, end) = text.trim().split_once(['-', '–', '〜', '～'])?;
    Some((clock(start.trim())?, clock(end.trim())?))
}

/// Seconds from midnight of `09:00`; `24:00` is the end of the day.
fn clock(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    let seconds = hour * HOUR_SECONDS + minute * 60;
    (minute < 60 && seconds <= 24 * HOUR_SECONDS).then_some(seconds)
}

pub(crate) fn unreadable_hours(text: &str) -> Said {
    Said::new(
        format!("「{text}」は時間帯として読めません。09:00-18:00 のように書いてください"),
        format!("\"{text}\" is no span of hours: write it like 09:00-18:00"),
    )
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
        let nine_to_six = BusinessHours::read("09:00-18:00").unwrap();
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
        let mut calendar = Calendar::default();
        calendar.week = std::array::from_fn(|_| BusinessHours::between(0, 24));
        calendar.on_holidays = None;
        let start = Instant::midnight(date(2026, 4, 1)).plus(5);
        let span = Interval::new(start, start.plus(1_000_000)).unwrap();
        assert_eq!(calendar.business(span).intervals(), [span]);
    }

    #[test]
    fn hours_with_a_break_are_read_and_others_refused() {
        let hours = BusinessHours::read("9:00-12:30、15:00-19:00").unwrap();
        assert_eq!(hours.0, [(32_400, 45_000), (54_000, 68_400)]);
        assert_eq!(BusinessHours::read("なし").unwrap(), BusinessHours::NONE);
        for text in [
            "",
            "9-18",
            "18:00-09:00",
            "09:00-24:01",
            "09:00-12:00,11:00-13:00",
            "09:60-10:00",
        ] {
            assert!(BusinessHours::read(text).is_err(), "{text}");
        }
    }
}
