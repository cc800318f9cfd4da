//! What people planned with a day of their own: treatments and planned answers (GL 5.1.5, 5.1.6).

use super::duty::Proof;
use super::ledger::{Demand, Ledger};
use super::rules::DutyRule;
use crate::check::Whole;
use mamori_domain::{Answer, AnswerStatus, Said, Scope, Treatment, TreatmentState};

/// Adds the treatments and the planned answers of the organisation and of each service.
pub(super) fn add(whole: &Whole<'_>, ledger: &mut Ledger) {
    let workspace = whole.workspace;
    answers(&Scope::Organisation, &workspace.organisation.answers, ledger);
    for (id, service) in &workspace.services {
        for row in &service.treatments {
            treatment(id.as_str(), row, ledger);
        }
        answers(&Scope::Service(id.as_str().into()), &service.answers, ledger);
    }
}

/// A treatment says that it is done, not when.
fn treatment(service: &str, row: &Treatment, ledger: &mut Ledger) {
    let Some(due) = row.due else { return };
    let what = Said::new(
        format!("リスク対応「{}」を終える", row.id),
        format!("Finish the treatment \"{}\"", row.id),
    );
    let id = format!("{service}/{}", row.id);
    let demand = Demand::own(DutyRule::Treatment, "treatment", id.clone(), what, "5.1.5");
    let done = row.state == Some(TreatmentState::Done);
    let proof = done.then_some(Proof {
        kind: "treatment",
        id,
        date: None,
    });
    ledger.add(&demand, due, proof);
}

fn answers(scope: &Scope, rows: &[Answer], ledger: &mut Ledger) {
    let planned = rows.iter().filter(|row| row.status == AnswerStatus::Planned);
    for row in planned {
        let item = row.item.as_str();
        let what = Said::new(
            format!("予定している対策 {item} を実施する"),
            format!("Carry out the planned measure {item}"),
        );
        let id = match scope.id() {
            "" => item.to_owned(),
            service => format!("{service}/{item}"),
        };
        let demand = Demand::own(DutyRule::PlannedMeasure, "answer", id, what, "5.1.5 (1)");
        match row.due {
            Some(due) => ledger.add(&demand, due, None),
            None => ledger.add_open(&demand),
        }
    }
}
