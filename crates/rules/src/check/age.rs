//! How old something is on the day of the check.

use mamori_domain::Date;

/// Days in what the rules call a year.
const YEAR: i64 = 365;

/// Whether a day lies more than a year before the day of the check.
pub(super) fn over_a_year(day: Date, as_of: Date) -> bool {
    days_between(day, as_of) > YEAR
}

/// Days from one day to another; negative when the other lies before it.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_over_on_the_day_after_its_last() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(!over_a_year(day("2025-11-01"), day("2026-11-01")));
        assert!(over_a_year(day("2025-10-31"), day("2026-11-01")));
        assert!(!over_a_year(day("2027-01-01"), day("2026-11-01")));
    }
}
