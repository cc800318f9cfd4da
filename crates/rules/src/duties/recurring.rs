//! A duty that comes again so many months after it was last done.

use super::duty::Proof;
use super::ledger::{Demand, Ledger};
use mamori_domain::{Date, months_later};

/// Months of a year.
pub(super) const YEARLY: i64 = 12;

/// Adds a duty for each time it was done and will be due.
///
/// The time counts from the last record; without any, from the day on which the relation began, and
/// where that is unknown too the duty waits to be done now. A time that was done is shown on the day
/// it was done, or on its due day where it came late. Records from after the day of the check show
/// nothing yet. Behind a late one nothing more is foretold: its day depends on when it is done.
pub(super) fn add(
    demand: &Demand,
    months: i64,
    begins: Option<Date>,
    mut proofs: Vec<(Date, Proof)>,
    ledger: &mut Ledger,
) {
    proofs.retain(|(day, _)| *day <= ledger.as_of);
    proofs.sort_by(|(a, one), (b, other)| (a, one.kind, &one.id).cmp(&(b, other.kind, &other.id)));
    let mut last = begins;
    for (day, proof) in proofs {
        let due = last.and_then(|last| months_later(last, months));
        ledger.add(demand, due.map_or(day, |due| due.min(day)), Some(proof));
        last = Some(day);
    }
    let Some(last) = last else {
        return ledger.add_open(demand);
    };
    // Counted from the last day each time, so that the 31st stays the 31st after a shorter month.
    for times in 1.. {
        let Some(due) = months_later(last, months.max(1) * times) else {
            return;
        };
        if due > ledger.until && due >= ledger.as_of {
            return;
        }
        ledger.add(demand, due, None);
        if due < ledger.as_of {
            return;
        }
    }
}
