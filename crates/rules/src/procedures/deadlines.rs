//! Days that something may take, by the catalogue's deadlines.

use mamori_catalogue::{Catalogue, Deadline};
use mamori_domain::Date;

/// A number of days, counted from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    days: i64,
}

impl Within {
    /// The deadline of a duty as it holds on a day.
    pub(super) fn of(catalogue: &Catalogue, id: &str, on: Date) -> Option<Within> {
        catalogue.deadline(id, &on.to_string()).map(Within::from)
    }

    /// The last day that is in time, when the days are counted from a day. A deadline whose first day
    /// counts ends a day earlier than one whose first day does not.
    pub fn after(self, day: Date) -> Option<Date> {
        mamori_domain::days_later(day, self.days)
    }
}

impl From<&Deadline> for Within {
    fn from(deadline: &Deadline) -> Within {
        Within {
            days: i64::from(deadline.days) - i64::from(deadline.first_day),
        }
    }
}
