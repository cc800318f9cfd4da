//! Which procedure each kind of record follows, and by when its next step is owed.

use super::deadlines::Within;
use super::ledgers::{check_due, copy_due};
use super::machine::{History, Machine};
use super::{exchange, handling, incident, ledgers, maintenance};
use mamori_catalogue::Catalogue;
use mamori_domain::build::Kind;
use mamori_domain::{
    BackupEntry, ChangeRequest, DataProvision, Date, Disposal, EmergencyViewing, Erasure, Id, Incident,
    InformationRequest, Institution, Maintenance, MediumEntry, RecordKind, ReturnCheck, Service,
    ServiceProfile, StepKind, TakeOut, ThirdPartyProvision,
};

/// What the contract and the data say about the time a step may take.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Days ahead a planned stop is told.
    pub notice_days: i64,
    /// Within how many days maintenance is reported after it was done.
    pub after_report: Option<Within>,
    /// Within how many days institutions are told of an incident.
    pub incident_report: Option<Within>,
}

impl Default for Terms {
    /// The week of the guideline's example, and no deadline of the data.
    fn default() -> Self {
        Terms {
            notice_days: 7,
            after_report: None,
            incident_report: None,
        }
    }
}

impl Terms {
    /// The terms that no contract changes. Deadlines of the data are taken as they hold now: the newest
    /// entry of each.
    pub fn of(catalogue: &Catalogue) -> Terms {
        Terms {
            after_report: Within::of(catalogue, "after-report", Date::MAX),
            incident_report: Within::of(catalogue, "incident-report", Date::MAX),
            ..Terms::default()
        }
    }

    /// The terms of maintenance towards an institution over a service.
    pub fn of_maintenance(
        catalogue: &Catalogue,
        institution: &Institution,
        service: Option<&Service>,
        row: &Maintenance,
    ) -> Terms {
        Terms {
            notice_days: maintenance::notice_days(institution, service, row),
            ..Terms::of(catalogue)
        }
    }
}

/// A kind of record whose state follows from steps.
pub(super) trait Procedure: Kind {
    /// What the steps call it.
    const RECORD: RecordKind;

    /// The table it follows: chosen by the record alone.
    fn machine(&self) -> &'static Machine;

    /// Its title, or what stands for one.
    fn title(&self) -> String;

    /// The service it is about, where the record says so.
    fn service(&self) -> Option<&Id<ServiceProfile>> {
        None
    }

    /// By when the next step is owed.
    fn due(&self, history: &History<'_>, terms: &Terms) -> Option<Date> {
        let _ = (history, terms);
        None
    }
}

/// The beginning of a longer text, as a title.
fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// Whether a step is owed now.
fn owes(history: &History<'_>, step: StepKind) -> bool {
    history.owed().any(|transition| transition.step == step)
}

impl Procedure for Maintenance {
    const RECORD: RecordKind = RecordKind::Maintenance;
    fn machine(&self) -> &'static Machine {
        maintenance::class_of(self).machine()
    }
    fn title(&self) -> String {
        self.title.to_string()
    }
    fn service(&self) -> Option<&Id<ServiceProfile>> {
        Some(&self.service)
    }
    fn due(&self, history: &History<'_>, terms: &Terms) -> Option<Date> {
        if owes(history, StepKind::Notified) {
            return maintenance::notice_due(self, terms.notice_days);
        }
        if owes(history, StepKind::Reported) {
            return terms.after_report?.after(history.day_of(StepKind::Performed)?);
        }
        let ahead = owes(history, StepKind::Requested) || owes(history, StepKind::Approved);
        ahead
            .then(|| self.start.as_ref().map(|start| start.day()))
            .flatten()
    }
}

impl Procedure for Incident {
    const RECORD: RecordKind = RecordKind::Incident;
    fn machine(&self) -> &'static Machine {
        &incident::MACHINE
    }
    fn title(&self) -> String {
        self.title.to_string()
    }
    fn due(&self, history: &History<'_>, terms: &Terms) -> Option<Date> {
        let aware = self.aware_at.as_ref().map_or(self.date, |at| at.day());
        let owed = owes(history, StepKind::Reported);
        owed.then(|| terms.incident_report?.after(aware)).flatten()
    }
}

impl Procedure for InformationRequest {
    const RECORD: RecordKind = RecordKind::InformationRequest;
    fn machine(&self) -> &'static Machine {
        &exchange::INFORMATION
    }
    fn title(&self) -> String {
        beginning(&self.what)
    }
    fn service(&self) -> Option<&Id<ServiceProfile>> {
        Some(&self.service)
    }
}

impl Procedure for DataProvision {
    const RECORD: RecordKind = RecordKind::DataProvision;
    fn machine(&self) -> &'static Machine {
        exchange::data(self.purpose)
    }
    fn title(&self) -> String {
        let text = self.scope.as_deref().or(self.need.as_deref());
        text.map_or_else(|| self.id.to_string(), beginning)
    }
    fn service(&self) -> Option<&Id<ServiceProfile>> {
        Some(&self.service)
    }
    fn due(&self, history: &History<'_>, _: &Terms) -> Option<Date> {
        let ahead = owes(history, StepKind::Agreed) || owes(history, StepKind::Delivered);
        match ahead {
            true => self.due,
            false => self.erasing_due.filter(|_| owes(history, StepKind::Erased)),
        }
    }
}

impl Procedure for Disposal {
    const RECORD: RecordKind = RecordKind::Disposal;
    fn machine(&self) -> &'static Machine {
        exchange::disposal(self.way)
    }
    fn title(&self) -> String {
        let equipment = self.equipment.as_ref().map(|id| id.to_string());
        let medium = self.medium.as_ref().map(|id| id.to_string());
        let things: Vec<String> = equipment.into_iter().chain(medium).collect();
        match things.is_empty() {
            true => self.id.to_string(),
            false => things.join(" "),
        }
    }
    fn service(&self) -> Option<&Id<ServiceProfile>> {
        Some(&self.service)
    }
    fn due(&self, history: &History<'_>, _: &Terms) -> Option<Date> {
        self.keep_until.filter(|_| owes(history, StepKind::Performed))
    }
}

impl Procedure for ThirdPartyProvision {
    const RECORD: RecordKind = RecordKind::ThirdPartyProvision;
    fn machine(&self) -> &'static Machine {
        &exchange::THIRD_PARTY
    }
    fn title(&self) -> String {
        self.recipient.to_string()
    }
    fn service(&self) -> Option<&Id<ServiceProfile>> {
        Some(&self.service)
    }
}

impl Procedure for TakeOut {
    const RECORD: RecordKind = RecordKind::TakeOut;
    fn machine(&self) -> &'static Machine {
        &handling::TAKE_OUT
    }
    fn title(&self) -> String {
        let text = self.reason.as_deref().or(self.place.as_deref());
        text.map_or_else(|| self.id.to_string(), beginning)
    }
    fn due(&self, history: &History<'_>, _: &Terms) -> Option<Date> {
        let back = self.back_by.as_ref().map(|at| at.day());
        back.filter(|_| owes(history, StepKind::Returned))
    }
}

impl Procedure for ReturnCheck {
    const RECORD: RecordKind = RecordKind::ReturnCheck;
    fn machine(&self) -> &'static Machine {
        &handling::RETURN_CHECK
    }
    fn title(&self) -> String {
        self.take_out.to_string()
    }
}

impl Procedure for ChangeRequest {
    const RECORD: RecordKind = RecordKind::ChangeRequest;
    fn machine(&self) -> &'static Machine {
        &handling::CHANGE
    }
    fn title(&self) -> String {
        self.title.to_string()
    }
    fn due(&self, history: &History<'_>, _: &Terms) -> Option<Date> {
        let start = self.start.as_ref().map(|at| at.day());
        start.filter(|_| owes(history, StepKind::Approved))
    }
}

impl Procedure for Erasure {
    const RECORD: RecordKind = RecordKind::Erasure;
    fn machine(&self) -> &'static Machine {
        handling::erasure(self.supplier.is_some())
    }
    fn title(&self) -> String {
        let number = self.number.as_deref().or(self.model.as_deref());
        number.map_or_else(|| self.id.to_string(), beginning)
    }
}

impl Procedure for EmergencyViewing {
    const RECORD: RecordKind = RecordKind::EmergencyViewing;
    fn machine(&self) -> &'static Machine {
        &handling::EMERGENCY_VIEWING
    }
    fn title(&self) -> String {
        let text = self.reason.as_deref().or(self.scope.as_deref());
        text.map_or_else(|| self.viewer.to_string(), beginning)
    }
}

impl Procedure for MediumEntry {
    const RECORD: RecordKind = RecordKind::MediumEntry;
    fn machine(&self) -> &'static Machine {
        &ledgers::MEDIA
    }
    fn title(&self) -> String {
        self.name.to_string()
    }
    fn due(&self, history: &History<'_>, _: &Terms) -> Option<Date> {
        check_due(history, self.since, self.check_months)
    }
}

impl Procedure for BackupEntry {
    const RECORD: RecordKind = RecordKind::BackupEntry;
    fn machine(&self) -> &'static Machine {
        &ledgers::BACKUPS
    }
    fn title(&self) -> String {
        let text = self.content.as_deref().or(self.model.as_deref());
        text.map_or_else(|| self.id.to_string(), beginning)
    }
    fn due(&self, history: &History<'_>, _: &Terms) -> Option<Date> {
        let check = check_due(history, self.use_from, self.check_months);
        let copy = copy_due(history, self.use_until, self.maker_limit);
        check.into_iter().chain(copy).min()
    }
}
