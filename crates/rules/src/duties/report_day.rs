//! By when a monthly report comes, as the parties wrote it (別紙1-II 6.5 (1)①).

use mamori_domain::{Date, days_later};
use mamori_service_levels::Holidays;

/// The day of a month by which the month before is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportDay {
    /// So many working days into the month.
    WorkingDay(u32),
    /// A day of the month; the last one where the month is shorter.
    Day(u32),
    /// The last day of the month.
    MonthEnd,
}

impl ReportDay {
    /// Reads 「翌月の5営業日まで」, 「翌月10日」, 「翌月末」, `5th working day`, `the 10th of the next month`. What is
    /// worded otherwise, or not at all, counts as the end of the month.
    pub fn read(text: &str) -> ReportDay {
        let text: String = text.chars().map(narrow).collect::<String>().to_ascii_lowercase();
        let Some((number, after)) = first_number(&text) else {
            return ReportDay::MonthEnd;
        };
        let after = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|ending| after.strip_prefix(ending))
            .unwrap_or(after)
            .trim_start();
        let working = ["営業日", "稼働日", "平日", "working day", "business day"];
        if working.iter().any(|word| after.starts_with(word)) && (1..=31).contains(&number) {
            return ReportDay::WorkingDay(number);
        }
        let day = after.starts_with('日')
            || after.is_empty()
            || after.starts_with("of ")
            || after.starts_with("day");
        match day && (1..=31).contains(&number) {
            true => ReportDay::Day(number),
            false => ReportDay::MonthEnd,
        }
    }

    /// The last day in time for the month that a day lies in: a day of the month behind it. Nothing
    /// beyond the calendar's end. Working days are those from Monday to Friday that are no holidays.
    pub fn due(self, reported: Date, holidays: &Holidays) -> Option<Date> {
        let first = reported.last_of_month().tomorrow().ok()?;
        let last = first.last_of_month();
        let mut days = (0..31)
            .filter_map(|after| days_later(first, after))
            .filter(|day| *day <= last);
        let found = match self {
            ReportDay::MonthEnd => None,
            ReportDay::Day(number) => days.nth(usize::try_from(number.checked_sub(1)?).ok()?),
            ReportDay::WorkingDay(number) => days
                .filter(|day| day.weekday().to_monday_zero_offset() < 5 && !holidays.hold(*day))
                .nth(usize::try_from(number.checked_sub(1)?).ok()?),
        };
        Some(found.unwrap_or(last))
    }
}

/// A digit of full width as its plain form.
fn narrow(letter: char) -> char {
    match letter {
        '０'..='９' => u32::from(letter)
            .checked_sub(u32::from('０'))
            .and_then(|digit| char::from_digit(digit, 10))
            .unwrap_or(letter),
        _ => letter,
    }
}

/// The first number of a text and what stands behind it.
fn first_number(text: &str) -> Option<(u32, &str)> {
    let start = text.find(|letter: char| letter.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let end = rest
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(rest.len());
    Some((rest.get(..end)?.parse().ok()?, rest.get(end..)?.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn simple_wordings_are_read_and_others_mean_the_end_of_the_month() {
        use ReportDay::*;
        for (text, wanted) in [
            ("翌月の5営業日まで", WorkingDay(5)),
            ("翌月第３営業日", WorkingDay(3)),
            ("5th working day of the next month", WorkingDay(5)),
            ("翌月10日", Day(10)),
            ("毎月１０日まで", Day(10)),
            ("the 10th of the next month", Day(10)),
            ("翌月末日", MonthEnd),
            ("", MonthEnd),
            ("翌月99日", MonthEnd),
            ("2週間以内", MonthEnd),
        ] {
            assert_eq!(ReportDay::read(text), wanted, "{text}");
        }
    }

    fn law() -> Holidays {
        Holidays {
            by_law: true,
            dates: [].into(),
        }
    }

    #[test]
    fn working_days_pass_over_weekends_and_holidays() {
        // May 2026 begins on a Friday; 4, 5 and 6 May are holidays.
        let due = |day_of: ReportDay, holidays: &Holidays| day_of.due(day("2026-04-15"), holidays);
        assert_eq!(due(ReportDay::WorkingDay(5), &law()), Some(day("2026-05-12")));
        assert_eq!(due(ReportDay::WorkingDay(31), &law()), Some(day("2026-05-31")));
        let further = Holidays {
            dates: [day("2026-05-07")].into(),
            ..law()
        };
        assert_eq!(due(ReportDay::WorkingDay(5), &further), Some(day("2026-05-13")));
        let none = Holidays {
            by_law: false,
            ..law()
        };
        assert_eq!(due(ReportDay::WorkingDay(5), &none), Some(day("2026-05-07")));
    }

    #[test]
    fn a_day_the_month_does_not_have_is_its_last() {
        let due = |day_of: ReportDay, reported: &str| day_of.due(day(reported), &law());
        assert_eq!(due(ReportDay::Day(31), "2026-01-31"), Some(day("2026-02-28")));
        assert_eq!(due(ReportDay::Day(10), "2026-12-01"), Some(day("2027-01-10")));
        assert_eq!(due(ReportDay::MonthEnd, "2028-01-01"), Some(day("2028-02-29")));
        assert_eq!(ReportDay::MonthEnd.due(Date::MAX, &law()), None);
    }
}
