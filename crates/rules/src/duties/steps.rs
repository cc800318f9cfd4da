//! Steps that records of operation owe next: notices, approvals, reports after the work, returns,
//! checks of whereabouts (別紙1-II 6.5 (3), 別紙2).

use super::contracts::named;
use super::duty::{Proof, Recipient, SubjectOfDuty};
use super::ledger::{Demand, Ledger, guideline};
use super::rules::DutyRule;
use crate::check::Whole;
use crate::procedures::{Record, Terms, notice_due, records};
use mamori_domain::{Date, Maintenance, MaintenanceMatter, RecordKind, Said, Scope, Side, StepKind};

/// Steps of an incident that [`super::incidents`] tells with their own deadlines.
const TOLD_WITH_INCIDENTS: [StepKind; 3] = [
    StepKind::Reported,
    StepKind::AuthorityPreliminary,
    StepKind::AuthorityFinal,
];

/// Adds what every record owes next, and the notices and reports of maintenance that were given.
pub(super) fn add(whole: &Whole<'_>, ledger: &mut Ledger) {
    for record in records(whole.workspace, whole.catalogue) {
        next(whole, &record, ledger);
        looked_for(whole, &record, ledger);
        given(whole, &record, ledger);
    }
}

/// The demand for a step of a record.
fn demand(whole: &Whole<'_>, record: &Record<'_>, step: StepKind, what: Said) -> Demand {
    let id = match record.scope.id() {
        "" => record.id.clone(),
        scope => format!("{scope}/{}", record.id),
    };
    Demand {
        rule: DutyRule::Step,
        subject: SubjectOfDuty {
            kind: record.kind.code(),
            id: format!("{}/{id}/{}", record.kind.code(), step.code()),
        },
        what,
        to: recipient(whole, &record.scope),
        basis: guideline(match record.kind {
            RecordKind::Maintenance => "別紙1-II 6.5 (3)",
            RecordKind::Incident => "3.2.3",
            RecordKind::Disposal | RecordKind::DataProvision => "3.2.2",
            RecordKind::InformationRequest => "3.2.1",
            RecordKind::ThirdPartyProvision => "6.1",
            _ => "別紙2",
        }),
    }
}

fn recipient(whole: &Whole<'_>, scope: &Scope) -> Recipient {
    let mut all = whole.workspace.institutions.iter();
    match scope {
        Scope::Institution(id) => all
            .find(|(own, _)| own.as_str() == &**id)
            .map_or(Recipient::Institutions, |(id, one)| named(id.as_str(), one)),
        _ => Recipient::Own,
    }
}

/// What has to be done about a record.
fn said(record: &Record<'_>, step: StepKind, by: &[Side]) -> Said {
    let kind = record.kind.words();
    let step = step.words();
    let other = by == [Side::Institution];
    Said::new(
        format!(
            "{}「{}」の{}{}",
            kind.ja,
            record.title,
            step.ja,
            if other {
                "（医療機関等から得る）"
            } else {
                ""
            }
        ),
        format!(
            "{} \"{}\": {}{}",
            kind.en,
            record.title,
            step.en,
            if other { " (by the institution)" } else { "" }
        ),
    )
}

/// The steps owed now. One without a day of its own waits to be done now.
fn next(whole: &Whole<'_>, record: &Record<'_>, ledger: &mut Ledger) {
    let with_incidents =
        |step: StepKind| record.kind == RecordKind::Incident && TOLD_WITH_INCIDENTS.contains(&step);
    let owed: Vec<_> = record
        .legal()
        .owed()
        .filter(|transition| !with_incidents(transition.step))
        .collect();
    for transition in owed {
        let step = transition.step;
        let demand = demand(whole, record, step, said(record, step, transition.by));
        // The work itself has its day: it is not owed before its start.
        let start = start(whole, record).filter(|_| step == StepKind::Performed);
        match record.due.or(start) {
            Some(due) => ledger.add(&demand, due, None),
            None => ledger.add_open(&demand),
        }
    }
}

/// What lies in a ledger of media is looked for at intervals, although no step is owed.
fn looked_for(whole: &Whole<'_>, record: &Record<'_>, ledger: &mut Ledger) {
    let listed = matches!(record.kind, RecordKind::MediumEntry | RecordKind::BackupEntry);
    if !listed || record.legal().owed().next().is_some() {
        return;
    }
    let mut what = said(record, StepKind::Located, &[]);
    if record.kind == RecordKind::BackupEntry {
        what.ja.push_str("（使える期限が来る前なら、別の媒体への複写）");
        what.en.push_str(" (or copying, where its time of use ends)");
    }
    let demand = demand(whole, record, StepKind::Located, what);
    if let Some(located) = record.legal().last(StepKind::Located) {
        let day = located.at.day();
        ledger.add(&demand, day, Some(Proof::on("step", located.id.as_str(), day)));
    }
    if let Some(due) = record.due {
        ledger.add(&demand, due, None);
    }
}

/// The maintenance a record is about, with its terms.
fn maintenance<'a>(whole: &Whole<'a>, record: &Record<'_>) -> Option<(&'a Maintenance, Terms)> {
    if record.kind != RecordKind::Maintenance {
        return None;
    }
    let workspace = whole.workspace;
    let mut institutions = workspace.institutions.iter();
    let (_, institution) = institutions.find(|(id, _)| id.as_str() == record.scope.id())?;
    let row = institution
        .maintenance
        .iter()
        .find(|row| row.id.as_str() == record.id)?;
    let mut services = workspace.services.iter();
    let service = services
        .find(|(id, _)| *id == row.service)
        .map(|(_, service)| service);
    let terms = Terms::of_maintenance(whole.catalogue, institution, service, row);
    Some((row, terms))
}

fn start(whole: &Whole<'_>, record: &Record<'_>) -> Option<Date> {
    let (row, _) = maintenance(whole, record)?;
    row.start.as_ref().map(|start| start.day())
}

/// Notices of stops and reports of work that were given, each with the day by which it was owed.
fn given(whole: &Whole<'_>, record: &Record<'_>, ledger: &mut Ledger) {
    let Some((row, terms)) = maintenance(whole, record) else {
        return;
    };
    let history = record.legal();
    let notice = (row.matter == MaintenanceMatter::PlannedStop)
        .then(|| notice_due(row, terms.notice_days))
        .flatten();
    let performed = history.day_of(StepKind::Performed);
    let report = performed.and_then(|day| terms.after_report?.after(day));
    for (step, due) in [(StepKind::Notified, notice), (StepKind::Reported, report)] {
        let Some((taken, due)) = history.last(step).zip(due) else {
            continue;
        };
        let day = taken.at.day();
        if day <= ledger.as_of {
            let demand = demand(whole, record, step, said(record, step, &[]));
            ledger.add(&demand, due, Some(Proof::on("step", taken.id.as_str(), day)));
        }
    }
}
