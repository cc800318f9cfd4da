//! Looking at the risks again (GL 5.1.1, 5.1.5 (1), 5.1.7).

use super::contracts::earliest_of;
use super::duty::Proof;
use super::ledger::{Demand, Ledger};
use super::recurring::{YEARLY, add as add_recurring};
use super::rules::DutyRule;
use crate::Subject;
use mamori_domain::{Said, SearchSubject};

/// Adds the yearly review of a service's risk management and the two searches beyond the lists.
pub(super) fn add(subject: &Subject<'_>, ledger: &mut Ledger) {
    let begins = earliest_of(subject);
    let id = subject.id.as_str();
    let name = subject.service.profile.name.as_deref().unwrap_or(id);
    let what = Said::new(
        format!("「{name}」のリスクマネジメントの見直し"),
        format!("Review the risk management of \"{name}\""),
    );
    let demand = Demand::own(DutyRule::RiskReview, "service", id, what, "5.1.7");
    let reviews = subject.service.reviews.iter();
    let proofs = reviews.map(|row| (row.date, Proof::on("review", row.id.as_str(), row.date)));
    add_recurring(&demand, YEARLY, begins, proofs.collect(), ledger);
    let searches = [
        (
            DutyRule::ThreatSearch,
            SearchSubject::Threats,
            "5.1.1",
            Said::new(
                format!("「{name}」で、代表的な脅威の外の脅威を探す"),
                format!("Look for threats of \"{name}\" beyond the ten"),
            ),
        ),
        (
            DutyRule::ControlSearch,
            SearchSubject::Controls,
            "5.1.5 (1)",
            Said::new(
                format!("「{name}」で、別紙2の外の対策を探す"),
                format!("Look for measures of \"{name}\" beyond appendix 2"),
            ),
        ),
    ];
    for (rule, about, section, what) in searches {
        let demand = Demand::own(rule, "service", id, what, section);
        let rows = subject.service.searches.iter().filter(|row| row.subject == about);
        let proofs = rows.map(|row| (row.date, Proof::on("search", row.id.as_str(), row.date)));
        add_recurring(&demand, YEARLY, begins, proofs.collect(), ledger);
    }
}
