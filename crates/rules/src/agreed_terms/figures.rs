//! Agreed terms as the figures that service levels are evaluated by.

use super::AgreedTerms;
use mamori_domain::{
    ClockSpan, DayHours, HoursDay, NationalHolidays, NotAgreed, Opening, SlaTerms, SlaWindow, YesNo,
};
use mamori_service_levels::{BusinessHours, Calendar, GradeTable, Holidays, RecurringWindow, Target, Terms};

impl AgreedTerms {
    /// The figures; those that nobody gives are the guideline's example's.
    pub fn figures(&self) -> Terms {
        let (given, example) = (&self.terms, Terms::default());
        let number = |value: Option<i64>| value.and_then(|value| u32::try_from(value).ok());
        let count = |value: Option<mamori_domain::Count>, example: u64| {
            let value = value.and_then(|value| u64::try_from(value.0).ok());
            value.unwrap_or(example)
        };
        let target = |given: Option<mamori_domain::PartsPerMillion>, none, example| {
            let given = number(given.map(|share| share.0)).and_then(Target::from_parts);
            given.or(example).filter(|_| !self.is_refused(none))
        };
        let grades = example.grades;
        Terms {
            valid_from: given.valid_from,
            calendar: self.calendar(),
            business: target(
                given.availability_business,
                NotAgreed::AvailabilityBusiness,
                example.business,
            ),
            other: target(
                given.availability_other,
                NotAgreed::AvailabilityOther,
                example.other,
            ),
            first_response_hours: number(given.first_response_hours.map(|hours| hours.0)),
            update_hours: number(given.update_hours.map(|hours| hours.0)).unwrap_or(example.update_hours),
            evaluation_months: number(given.evaluation_months.map(|months| months.0))
                .unwrap_or(example.evaluation_months),
            unimproved_months: number(given.unimproved_months.map(|months| months.0))
                .unwrap_or(example.unimproved_months),
            grades: GradeTable {
                a_at_most: count(given.grade_a_at_most, grades.a_at_most),
                b_at_most: count(given.grade_b_at_most, grades.b_at_most),
                c_at_most: count(given.grade_c_at_most, grades.c_at_most),
            },
            performance_defined: given.performance.is_some(),
            agreed_windows: self.windows.iter().filter_map(recurring).collect(),
            annexed_count: given.annexed_counted.is_some_and(YesNo::is_yes),
            annexed_improvement_days: number(given.annexed_improvement_days.map(|days| days.0)),
        }
    }

    /// Whether the parties left something without agreement.
    pub fn is_refused(&self, what: NotAgreed) -> bool {
        self.terms.not_agreed.contains(&what)
    }

    /// Whether national holidays take the hours of holidays.
    pub fn national_holidays(&self) -> bool {
        self.terms.holidays != Some(NationalHolidays::None)
    }

    /// Whether no day takes the hours of holidays: none is one, or holidays are as their day of the week.
    pub fn has_no_holidays(&self) -> bool {
        let none = !self.national_holidays() && self.terms.extra_holidays.is_empty();
        let same = |hours: &DayHours| *hours.opening() == Opening::SameAsWeekday;
        none || self.hours.get(&HoursDay::Holiday).is_some_and(same)
    }

    fn calendar(&self) -> Calendar {
        let mut calendar = Calendar::of_example(
            times(&self.terms, HoursDay::Monday, (8, 21)),
            times(&self.terms, HoursDay::Sunday, (8, 17)),
        );
        for (day, hours) in HoursDay::week().iter().zip(&mut calendar.week) {
            if let Some(stated) = self.hours.get(day).and_then(business) {
                *hours = stated;
            }
        }
        if let Some(stated) = self.hours.get(&HoursDay::Holiday) {
            calendar.on_holidays = business(stated);
        }
        calendar.holidays = self.holidays();
        calendar
    }

    /// The days that are holidays.
    pub fn holidays(&self) -> Holidays {
        Holidays {
            by_law: self.national_holidays(),
            dates: self.terms.extra_holidays.iter().copied().collect(),
        }
    }
}

/// The hours at which business begins and ends on a day without a row, each that of the example where it
/// is not given.
pub fn times(terms: &SlaTerms, day: HoursDay, example: (i64, i64)) -> (i64, i64) {
    let (start, end) = match super::is_rest(day) {
        true => (terms.holiday_start, terms.holiday_end),
        false => (terms.weekday_start, terms.weekday_end),
    };
    let hour = |hour: Option<mamori_domain::HourOfDay>, example| hour.map_or(example, |hour| hour.0);
    (hour(start, example.0), hour(end, example.1))
}

/// Hours of a day; nothing where they are those of the day of the week.
fn business(hours: &DayHours) -> Option<BusinessHours> {
    match hours.opening() {
        Opening::SameAsWeekday => None,
        Opening::Spans(spans) => {
            let minutes: Vec<(u16, u16)> = spans.iter().map(|span| (span.start, span.end)).collect();
            BusinessHours::of_minutes(&minutes)
        }
    }
}

fn recurring(window: &SlaWindow) -> Option<RecurringWindow> {
    let ClockSpan { start, end } = window.hours.span();
    RecurringWindow::of_minutes(window.day.weekday(), start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreed_terms::Layer;
    use crate::agreed_terms::tests::{Said, date, hours, terms, window};

    fn of_day(terms: &AgreedTerms, day: &str) -> BusinessHours {
        terms.calendar().hours(date(day)).clone()
    }

    fn minutes(spans: &[(u16, u16)]) -> BusinessHours {
        BusinessHours::of_minutes(spans).unwrap()
    }

    #[test]
    fn what_nobody_says_is_the_example() {
        assert_eq!(AgreedTerms::default().figures(), Terms::default());
    }

    #[test]
    fn a_day_with_a_row_has_its_hours_and_the_others_those_of_the_terms() {
        let said = Said {
            terms: terms(&[("weekday_end", "18"), ("extra_holidays", "2026-04-06")]),
            hours: vec![
                hours("monday", "09:00-12:30, 15:00-19:00", ""),
                hours("saturday", "none", ""),
                hours("holiday", "10:00-11:00", ""),
            ],
            ..Said::default()
        };
        let terms = AgreedTerms::default().under(&said.layer());
        assert_eq!(of_day(&terms, "2026-04-13"), minutes(&[(540, 750), (900, 1140)]));
        assert_eq!(of_day(&terms, "2026-04-14"), minutes(&[(480, 1080)]));
        assert_eq!(of_day(&terms, "2026-04-18"), BusinessHours::NONE);
        assert_eq!(of_day(&terms, "2026-04-19"), minutes(&[(480, 1020)]), "a Sunday");
        assert_eq!(
            of_day(&terms, "2026-04-29"),
            minutes(&[(600, 660)]),
            "a national holiday"
        );
        assert_eq!(
            of_day(&terms, "2026-04-06"),
            minutes(&[(600, 660)]),
            "a further holiday"
        );
        let same = Said {
            hours: vec![hours("holiday", "same", "")],
            ..Said::default()
        };
        let terms = terms.under(&same.layer());
        assert!(terms.has_no_holidays());
        assert_eq!(of_day(&terms, "2026-04-06"), minutes(&[(540, 750), (900, 1140)]));
    }

    #[test]
    fn windows_annexed_items_and_what_is_not_agreed_are_figures() {
        let said = Said {
            terms: terms(&[
                ("not_agreed", "availability_other"),
                ("annexed_counted", "yes"),
                ("annexed_improvement_days", "30"),
                ("holidays", "none"),
            ]),
            windows: vec![window("sunday", "23:00-01:00", "")],
            ..Said::default()
        };
        let terms = AgreedTerms::default().under(&said.layer());
        let figures = terms.figures();
        assert_eq!(
            (figures.other, figures.business),
            (None, Target::from_parts(999_500))
        );
        assert_eq!(
            (figures.annexed_count, figures.annexed_improvement_days),
            (true, Some(30))
        );
        let night = RecurringWindow::of_minutes(mamori_domain::WindowDay::Sunday.weekday(), 1380, 1500);
        assert_eq!(figures.agreed_windows, [night.unwrap()]);
        assert!(!figures.calendar.holidays.by_law && terms.has_no_holidays());
        let none = Said {
            terms: super::super::tests::terms(&[("not_agreed", "agreed_windows")]),
            ..Said::default()
        };
        let layer: Layer<'_> = none.layer();
        assert!(terms.under(&layer).figures().agreed_windows.is_empty());
    }
}
