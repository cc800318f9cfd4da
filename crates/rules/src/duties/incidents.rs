//! Reports an incident makes the provider owe by contract and by law (GL 3.2.3).

use super::duty::{Proof, Recipient, SubjectOfDuty};
use super::ledger::{Demand, Ledger};
use super::rules::DutyRule;
use crate::check::Whole;
use crate::procedures::incident_history;
use crate::procedures::owed::{Creditor, owed};
use mamori_domain::Said;

/// Adds what every incident makes owed.
pub(super) fn add(whole: &Whole<'_>, ledger: &mut Ledger) {
    let organisation = &whole.workspace.organisation;
    for incident in &organisation.incidents {
        let history = incident_history(incident, &organisation.steps);
        for one in owed(incident, &history, whole.catalogue) {
            let (rule, to) = match one.to {
                Creditor::Institutions => (DutyRule::IncidentReport, Recipient::Institutions),
                Creditor::Commission => (DutyRule::IncidentLawReport, Recipient::Commission),
            };
            let demand = Demand {
                rule,
                subject: SubjectOfDuty {
                    kind: "incident",
                    id: format!("{}/{}", incident.id, one.id),
                },
                what: Said::new(
                    format!("{}：{}", one.what.ja, incident.title),
                    format!("{}: {}", one.what.en, incident.title),
                ),
                to,
                basis: Said::new(one.source.ja, one.source.en),
            };
            let proof = one.done.filter(|day| *day <= ledger.as_of);
            let proof = proof.map(|day| Proof::on("incident", incident.id.as_str(), day));
            match (one.by, proof) {
                (Some(by), proof) => ledger.add(&demand, by, proof),
                (None, Some(proof)) => ledger.add(&demand, proof.date.unwrap_or(ledger.as_of), Some(proof)),
                (None, None) => ledger.add_open(&demand),
            }
        }
    }
}
