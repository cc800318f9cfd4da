//! The duties of a span, as they are found.

use super::duty::{Duty, DutyState, Proof, Recipient, SubjectOfDuty};
use super::rules::DutyRule;
use mamori_domain::{Date, Said, anniversary};
use std::collections::BTreeMap;

/// A duty before its day is known: the same for each time it comes.
#[derive(Debug, Clone)]
pub(super) struct Demand {
    /// The rule that asks for it: its name is the first part of the duty's id.
    pub(super) rule: DutyRule,
    /// What it is about.
    pub(super) subject: SubjectOfDuty,
    /// What has to be done.
    pub(super) what: Said,
    /// To whom.
    pub(super) to: Recipient,
    /// The ground.
    pub(super) basis: Said,
}

impl Demand {
    /// A demand on the organisation itself, by a section of the guideline.
    pub(super) fn own(
        rule: DutyRule,
        kind: &'static str,
        id: impl Into<String>,
        what: Said,
        section: &str,
    ) -> Demand {
        Demand {
            rule,
            subject: SubjectOfDuty { kind, id: id.into() },
            what,
            to: Recipient::Own,
            basis: guideline(section),
        }
    }
}

/// A section of the guideline as a ground.
pub(super) fn guideline(section: &str) -> Said {
    Said::new(format!("GL {section}"), format!("GL {section}"))
}

/// The duties of a span. Of one id the first counts.
pub(super) struct Ledger {
    /// The day of the check.
    pub(super) as_of: Date,
    /// The last day looked at.
    pub(super) until: Date,
    done_since: Date,
    found: BTreeMap<(Date, String), Duty>,
}

impl Ledger {
    pub(super) fn new(as_of: Date, until: Date) -> Ledger {
        Ledger {
            as_of,
            until,
            done_since: anniversary(as_of, -1),
            found: BTreeMap::new(),
        }
    }

    /// Adds a duty with its day.
    pub(super) fn add(&mut self, demand: &Demand, due: Date, evidence: Option<Proof>) {
        self.enter(demand, due, &due.to_string(), evidence);
    }

    /// Adds a duty that has no day of its own: it waits to be done now.
    pub(super) fn add_open(&mut self, demand: &Demand) {
        self.enter(demand, self.as_of, "open", None);
    }

    fn enter(&mut self, demand: &Demand, due: Date, last: &str, evidence: Option<Proof>) {
        let state = match &evidence {
            Some(_) => DutyState::Done,
            None if due < self.as_of => DutyState::Late,
            None => DutyState::Due,
        };
        let wanted = match state {
            DutyState::Late => true,
            DutyState::Due => due <= self.until,
            DutyState::Done => {
                let day = evidence.as_ref().and_then(|proof| proof.date);
                due <= self.until && day.unwrap_or(due).max(due) >= self.done_since
            }
        };
        if !wanted {
            return;
        }
        let id = format!("{}/{}/{last}", demand.rule.code(), demand.subject.id);
        self.found.entry((due, id.clone())).or_insert_with(|| Duty {
            id,
            what: demand.what.clone(),
            to: demand.to.clone(),
            due,
            state,
            evidence,
            basis: demand.basis.clone(),
            subject: demand.subject.clone(),
        });
    }

    /// The duties by day and id.
    pub(super) fn close(self) -> Vec<Duty> {
        self.found.into_values().collect()
    }
}
