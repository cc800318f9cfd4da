//! What was agreed on service levels, as figures (GL 別紙1-II 1.3, 2.3, 6.3 (2), 7.1, 7.2).

use crate::{Calendar, Instant, RecurringWindow};
use jiff::civil::Date;
use std::fmt;

/// A part of the day with a target of its own (GL 別紙1-II 6.3 (2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// The provider's business hours.
    Business,
    /// The rest of the day.
    Other,
}

impl Band {
    /// Both.
    pub const ALL: [Band; 2] = [Band::Business, Band::Other];

    /// Its name in results.
    pub const fn code(self) -> &'static str {
        match self {
            Band::Business => "business",
            Band::Other => "other",
        }
    }
}

/// A target of availability in parts of a million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(u32);

impl Target {
    /// The whole.
    pub const WHOLE: i64 = 1_000_000;

    /// A target of so many parts of a million; nothing beyond the whole.
    pub const fn from_parts(parts: u32) -> Option<Target> {
        if parts as i64 <= Target::WHOLE {
            Some(Target(parts))
        } else {
            None
        }
    }

    /// Parts of a million: 99.95 % is 999 500.
    pub fn parts(self) -> i64 {
        i64::from(self.0)
    }
}

/// Per cent with three decimals, or four where the target has them: `99.950`.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 10_000, self.0 % 10_000);
        match rest % 10 {
            0 => write!(f, "{whole}.{:03}", rest / 10),
            _ => write!(f, "{whole}.{rest:04}"),
        }
    }
}

/// The most shortfalls of each grade; beyond the last it is D (GL 別紙1-II 7.1 (1) ②).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GradeTable {
    /// Most shortfalls of grade A.
    pub a_at_most: u64,
    /// Most shortfalls of grade B.
    pub b_at_most: u64,
    /// Most shortfalls of grade C.
    pub c_at_most: u64,
}

impl Default for GradeTable {
    fn default() -> Self {
        GradeTable {
            a_at_most: 0,
            b_at_most: 10,
            c_at_most: 20,
        }
    }
}

/// One version of the terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// The first day of this version; nothing if it is not said.
    pub valid_from: Option<Date>,
    /// Business hours, days and holidays.
    pub calendar: Calendar,
    /// Target in business hours; nothing if none was agreed.
    pub business: Option<Target>,
    /// Target at other times; nothing if none was agreed.
    pub other: Option<Target>,
    /// Hours of business time to the first response; nothing while it is not settled.
    pub first_response_hours: Option<u32>,
    /// Hours from the release of an update to its application.
    pub update_hours: u32,
    /// Months of an evaluation period.
    pub evaluation_months: u32,
    /// Consecutive months short of an item after which the institution may give notice.
    pub unimproved_months: u32,
    /// The grades.
    pub grades: GradeTable,
    /// Whether a performance is defined, so that load beyond it is left out.
    pub performance_defined: bool,
    /// Windows agreed for every week or day.
    pub agreed_windows: Vec<RecurringWindow>,
    /// Whether findings on annexed items are in the sum of shortfalls.
    pub annexed_count: bool,
    /// Days to improve an annexed item; nothing while it is left to talks.
    pub annexed_improvement_days: Option<u32>,
}

impl Default for Terms {
    /// The guideline's example.
    fn default() -> Self {
        Terms {
            valid_from: None,
            calendar: Calendar::default(),
            business: Target::from_parts(999_500),
            other: Target::from_parts(995_000),
            first_response_hours: None,
            update_hours: 24,
            evaluation_months: 12,
            unimproved_months: 12,
            grades: GradeTable::default(),
            performance_defined: false,
            agreed_windows: Vec::new(),
            annexed_count: false,
            annexed_improvement_days: None,
        }
    }
}

impl Terms {
    /// The target of a band.
    pub fn target(&self, band: Band) -> Option<Target> {
        match band {
            Band::Business => self.business,
            Band::Other => self.other,
        }
    }
}

/// All versions of the terms, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    first: Terms,
    /// The later ones by their first day.
    later: Vec<(Date, Terms)>,
}

impl Agreement {
    /// Versions in any order; one that does not say its first day was there from the beginning. Nothing if
    /// there is no version or two begin on one day.
    pub fn new(mut versions: Vec<Terms>) -> Option<Agreement> {
        versions.sort_by_key(|terms| terms.valid_from);
        if versions
            .windows(2)
            .any(|pair| pair[0].valid_from == pair[1].valid_from)
        {
            return None;
        }
        let mut versions = versions.into_iter();
        let first = versions.next()?;
        let later = versions
            .filter_map(|terms| Some((terms.valid_from?, terms)))
            .collect();
        Some(Agreement { first, later })
    }

    /// The version valid at an instant: the first before its beginning, the last after its end, since the
    /// content of the service goes on until something new is agreed (GL 別紙1-II 2.3).
    pub fn at(&self, instant: Instant) -> &Terms {
        let begun = |version: &&(Date, Terms)| Instant::midnight(version.0) <= instant;
        self.later
            .iter()
            .rfind(begun)
            .map_or(&self.first, |(_, terms)| terms)
    }

    /// The first version.
    pub fn first(&self) -> &Terms {
        &self.first
    }
}

impl From<Terms> for Agreement {
    fn from(terms: Terms) -> Self {
        Agreement {
            first: terms,
            later: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_print_three_decimals_and_a_fourth_if_needed() {
        let shown = |parts| Target::from_parts(parts).unwrap().to_string();
        assert_eq!(shown(999_500), "99.950");
        assert_eq!(shown(1_000_000), "100.000");
        assert_eq!(shown(999_995), "99.9995");
        assert_eq!(shown(5), "0.0005");
        assert_eq!(Target::from_parts(1_000_001), None);
    }

    #[test]
    fn the_version_valid_at_an_instant_applies_and_goes_on() {
        let version = |day: Option<Date>, hours| Terms {
            valid_from: day,
            update_hours: hours,
            ..Terms::default()
        };
        let day = |month| jiff::civil::date(2026, month, 1);
        let agreement = Agreement::new(vec![
            version(Some(day(7)), 3),
            version(Some(day(1)), 1),
            version(Some(day(4)), 2),
        ])
        .unwrap();
        let hours = |instant| agreement.at(instant).update_hours;
        assert_eq!(hours(Instant::midnight(day(1)).plus(-1)), 1);
        assert_eq!(hours(Instant::midnight(day(4)).plus(-1)), 1);
        assert_eq!(hours(Instant::midnight(day(4))), 2);
        assert_eq!(hours(Instant::LAST), 3);
        assert!(Agreement::new(vec![version(None, 1), version(None, 2)]).is_none());
        assert!(Agreement::new(Vec::new()).is_none());
    }
}
