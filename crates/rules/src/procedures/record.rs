//! Every record of a workspace alike: its fields, its steps, where it stands, what is due.

use super::machine::{Fault, History, IllegalStep, Machine};
use super::procedure::{Procedure, Terms};
use mamori_catalogue::Catalogue;
use mamori_domain::description::KindDescription;
use mamori_domain::raw::RawRow;
use mamori_domain::{Date, Incident, RecordKind, RecordStep, Scope, StepKind, Workspace};
use std::collections::BTreeMap;

/// A record, whatever its kind.
#[derive(Debug, Clone)]
pub struct Record<'a> {
    /// The part of the workspace it stands in.
    pub scope: Scope,
    /// The service it is about; nothing for what concerns all of them.
    pub service: Option<String>,
    /// What kind of record it is.
    pub kind: RecordKind,
    /// The kind's fields with their labels.
    pub description: &'static KindDescription,
    /// Its id.
    pub id: String,
    /// Its title, or what stands for one.
    pub title: String,
    /// Its values as text.
    pub values: RawRow,
    /// All its steps as they are written, legal or not.
    pub steps: Vec<&'a RecordStep>,
    /// Where it stands, or the first step that cannot be.
    pub history: Result<History<'a>, Box<IllegalStep<'a>>>,
    /// By when the next step is owed, if by a certain day.
    pub due: Option<Date>,
}

impl<'a> Record<'a> {
    /// Its history, up to the first step that cannot be.
    pub fn legal(&self) -> &History<'a> {
        match &self.history {
            Ok(history) => history,
            Err(illegal) => &illegal.before,
        }
    }

    /// The procedure it follows.
    pub fn machine(&self) -> &'static Machine {
        self.legal().machine()
    }

    /// Whether what is owed next should have been done before a day.
    pub fn late(&self, as_of: Date) -> bool {
        self.due.is_some_and(|due| due < as_of)
    }
}

/// The steps of one part of the workspace by the record they belong to, in the order they stand.
struct Steps<'a>(BTreeMap<(RecordKind, &'a str), Vec<&'a RecordStep>>);

impl<'a> Steps<'a> {
    fn of(rows: &'a [RecordStep]) -> Self {
        let mut steps: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in rows {
            steps.entry((row.kind, row.record.trim())).or_default().push(row);
        }
        Steps(steps)
    }

    fn records<K: Procedure>(
        &self,
        scope: &Scope,
        rows: &'a [K],
        terms: impl Fn(&K) -> Terms,
        all: &mut Vec<Record<'a>>,
    ) {
        for row in rows {
            let values = row.write();
            let id = K::DESCRIPTION.key_of(&values).into_owned();
            let steps = self.0.get(&(K::RECORD, id.as_str())).cloned().unwrap_or_default();
            let history = History::read(row.machine(), steps.iter().copied());
            let legal = match &history {
                Ok(history) => history,
                Err(illegal) => &illegal.before,
            };
            let own = matches!(scope, Scope::Service(_)).then(|| scope.id().to_owned());
            all.push(Record {
                due: row.due(legal, &terms(row)),
                service: row.service().map(|id| id.as_str().to_owned()).or(own),
                scope: scope.clone(),
                kind: K::RECORD,
                description: K::DESCRIPTION,
                title: row.title(),
                values,
                steps,
                history,
                id,
            });
        }
    }
}

/// Every record of a workspace: those of the organisation, of each service, of each institution, in
/// the order they are written.
pub fn records<'a>(workspace: &'a Workspace, catalogue: &Catalogue) -> Vec<Record<'a>> {
    let mut all = Vec::new();
    let organisation = &workspace.organisation;
    let steps = Steps::of(&organisation.steps);
    let terms = |_: &Incident| Terms::of(catalogue);
    steps.records(&Scope::Organisation, &organisation.incidents, terms, &mut all);
    for (id, service) in &workspace.services {
        let scope = Scope::Service(id.as_str().into());
        let steps = Steps::of(&service.steps);
        steps.records(&scope, &service.take_outs, |_| Terms::default(), &mut all);
        steps.records(&scope, &service.return_checks, |_| Terms::default(), &mut all);
        steps.records(&scope, &service.change_requests, |_| Terms::default(), &mut all);
        steps.records(&scope, &service.erasures, |_| Terms::default(), &mut all);
        steps.records(
            &scope,
            &service.emergency_viewings,
            |_| Terms::default(),
            &mut all,
        );
        steps.records(&scope, &service.media_ledger, |_| Terms::default(), &mut all);
        steps.records(&scope, &service.backup_ledger, |_| Terms::default(), &mut all);
    }
    for (id, institution) in &workspace.institutions {
        let scope = Scope::Institution(id.as_str().into());
        let steps = Steps::of(&institution.steps);
        let terms = |row: &mamori_domain::Maintenance| {
            let mut services = workspace.services.iter();
            let service = services.find(|(id, _)| *id == row.service);
            Terms::of_maintenance(catalogue, institution, service.map(|(_, service)| service), row)
        };
        steps.records(&scope, &institution.maintenance, terms, &mut all);
        steps.records(
            &scope,
            &institution.information_requests,
            |_| Terms::default(),
            &mut all,
        );
        steps.records(
            &scope,
            &institution.data_provisions,
            |_| Terms::default(),
            &mut all,
        );
        steps.records(&scope, &institution.disposals, |_| Terms::default(), &mut all);
        steps.records(
            &scope,
            &institution.third_party_provisions,
            |_| Terms::default(),
            &mut all,
        );
    }
    all
}

/// The step by which work was done before the institution approved it: the first illegal step of a
/// record that waits for approval or consent.
pub fn performed_without_approval<'a>(record: &Record<'a>) -> Option<&'a RecordStep> {
    let illegal = record.history.as_ref().err()?;
    let waits = record.kind == RecordKind::Maintenance
        && record
            .machine()
            .transitions
            .iter()
            .any(|one| one.step == StepKind::Approved);
    let unapproved = illegal.before.last(StepKind::Approved).is_none();
    let performed = illegal.step.step == StepKind::Performed && illegal.fault == Fault::NotPossible;
    (waits && performed && unapproved).then_some(illegal.step)
}

/// What was done about an incident, up to the first step that cannot be.
pub fn incident_history<'a>(incident: &Incident, steps: &'a [RecordStep]) -> History<'a> {
    let own =
        |step: &&RecordStep| step.kind == RecordKind::Incident && step.record.trim() == incident.id.as_str();
    match History::read(incident.machine(), steps.iter().filter(own)) {
        Ok(history) => history,
        Err(illegal) => illegal.before,
    }
}
