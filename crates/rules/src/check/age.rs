//! How old something is on the day of the check.

use mamori_domain::{Date, anniversary};

/// Whether a day's first anniversary has passed before the day of the check.
pub(super) fn over_a_year(day: Date, as_of: Date) -> bool {
    anniversary(day, 1) < as_of
}

/// Days from one day to another; negative when the other lies before it.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(day: &str, as_of: &str) -> bool {
        let day_of = |text: &str| text.parse::<Date>().unwrap();
        over_a_year(day_of(day), day_of(as_of))
    }

    #[test]
    fn a_year_is_over_on_the_day_after_its_last() {
        assert!(!over("2025-11-01", "2026-11-01"));
        assert!(over("2025-10-31", "2026-11-01"));
        assert!(!over("2027-01-01", "2026-11-01"));
    }

    #[test]
    fn a_leap_day_in_between_makes_no_year_longer_or_shorter() {
        assert!(!over("2027-03-01", "2028-03-01"), "366 days, and yet one year");
        assert!(
            over("2027-02-28", "2028-02-29"),
            "the anniversary was the day before"
        );
        assert!(!over("2028-02-29", "2029-02-28") && over("2028-02-29", "2029-03-01"));
    }
}
