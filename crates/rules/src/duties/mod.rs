//! Duties: what is due when and to whom, from terms, catalogue and facts, and whether it is done
//! (GL 4.3, 4.4, 5.1.7, 別紙1-II 6.5, 7.1, 別紙2).
//!
//! A duty is never written down: it follows from what the workspace says, and so does its state.
//! Each file tells one subject and gives its duties to a [`ledger::Ledger`], which keeps those of the
//! wanted span. A duty that comes again counts from the last record of its being done.

mod contracts;
mod controls;
mod duty;
mod equipment;
mod evidence;
mod incidents;
mod ledger;
mod organisation;
mod plans;
mod recurring;
mod report_day;
mod reports;
mod risks;
mod rules;
mod steps;

pub use duty::{Duty, DutyState, Proof, Recipient, SubjectOfDuty};
pub use report_day::ReportDay;
pub use rules::EXPLANATIONS;

use crate::Assessment;
use crate::check::Whole;
use ledger::Ledger;
use mamori_domain::Date;

/// The duties of a workspace as they stand on the day of the check: all that are late, those due up to
/// and with a last day, and those done within the year before. Ordered by day, then by id.
pub fn duties(whole: &Whole<'_>, assessments: &[Assessment<'_>], until: Date) -> Vec<Duty> {
    let mut ledger = Ledger::new(whole.as_of, until);
    organisation::add(whole, &mut ledger);
    incidents::add(whole, &mut ledger);
    steps::add(whole, &mut ledger);
    for assessment in assessments {
        reports::add(&assessment.subject, &mut ledger);
        risks::add(&assessment.subject, &mut ledger);
        equipment::add(&assessment.subject, &mut ledger);
        controls::add(assessment, &mut ledger);
    }
    plans::add(whole, &mut ledger);
    ledger.close()
}

#[cfg(test)]
mod tests;
