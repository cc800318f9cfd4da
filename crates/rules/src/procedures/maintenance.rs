//! Maintenance and access: which procedure a request follows, and the tables (別紙1-II 6.5 (3)).

use super::machine::{Machine, Need, State, Transition};
use super::sides::{EITHER, INSTITUTION, PROVIDER, WORKER};
use crate::agreed_terms::Versions;
use mamori_domain::{
    Date, Institution, Maintenance, MaintenanceMatter, Service, StepKind, Words, YesNo, days_later,
};

/// The procedures of maintenance and access, the lightest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MaintenanceClass {
    /// ア: done, then reported.
    AfterReport,
    /// イ: told before, done, reported.
    NoticeAndReport,
    /// ウ: consented to before, done, reported.
    ConsentAndReport,
    /// Approved before, done, reported, and the report approved as well.
    ApprovalAndApprovedReport,
    /// The exception to the former: done without approval, reported, and the report approved.
    Exception,
}

fn yes(answer: Option<YesNo>) -> bool {
    answer.is_some_and(YesNo::is_yes)
}

/// Which procedure a request follows: by its matter, how its maker rates it, and what was consented to
/// for good. A blanket entry that adds or removes functions, and an exception with one of its two
/// conditions, change nothing.
pub fn class_of(row: &Maintenance) -> MaintenanceClass {
    use MaintenanceClass::*;
    use MaintenanceMatter::*;
    match row.matter {
        PatternFiles | Firmware => AfterReport,
        OsPatch if yes(row.maker_urgent) && yes(row.maker_important) => AfterReport,
        OsPatch | PlannedStop => NoticeAndReport,
        OtherChange if row.blanket_entry.is_some() && !yes(row.changes_functions) => NoticeAndReport,
        OtherChange => ConsentAndReport,
        Viewing | RemoteMaintenance | TakingOut | StoringAtSubcontractor => {
            match row.approval_hindered.is_some() && row.urgency.is_some() {
                true => Exception,
                false => ApprovalAndApprovedReport,
            }
        }
    }
}

/// The days ahead a planned stop is told, by the terms valid on the day it begins: a week where they do
/// not say (別紙1-II 6.5 (3)①).
pub fn notice_days(institution: &Institution, service: Option<&Service>, row: &Maintenance) -> i64 {
    let versions = Versions::of(service, Some(institution));
    let terms = match &row.start {
        Some(start) => versions.at(start.day()),
        None => versions.present(),
    };
    terms.terms.notice_days.map_or(7, |days| days.0)
}

/// The last day on which notice of a stop is in time; nothing while no start is written.
pub fn notice_due(row: &Maintenance, notice_days: i64) -> Option<Date> {
    days_later(row.start.as_ref()?.day(), -notice_days)
}

impl MaintenanceClass {
    /// Its table.
    pub fn machine(self) -> &'static Machine {
        match self {
            MaintenanceClass::AfterReport => &AFTER_REPORT,
            MaintenanceClass::NoticeAndReport => &NOTICE,
            MaintenanceClass::ConsentAndReport => &CONSENT,
            MaintenanceClass::ApprovalAndApprovedReport => &APPROVAL,
            MaintenanceClass::Exception => &EXCEPTION,
        }
    }
}

const PLANNED: State = State::open("planned", "計画中", "planned");
const TOLD: State = State::open("told", "予告済み", "notice given");
const ASKED: State = State::open("asked", "承認待ち", "awaiting approval");
const APPROVED: State = State::open("approved", "承認済み", "approved");
const REFUSED: State = State::rest("refused", "不承認", "refused");
const PERFORMED: State = State::open("performed", "実施済み（報告前）", "performed, not yet reported");
const REPORTED: State = State::open("reported", "報告済み（承認待ち）", "reported, awaiting approval");
const CLOSED: State = State::rest("closed", "完了", "closed");
const CANCELLED: State = State::rest("cancelled", "取りやめ", "cancelled");

const REPORT: Transition = Transition::owed(
    &[&PERFORMED],
    StepKind::Reported,
    &CLOSED,
    PROVIDER,
    &[Need::Text],
);
const REPORT_TO_APPROVE: Transition = Transition::owed(
    &[&PERFORMED],
    StepKind::Reported,
    &REPORTED,
    PROVIDER,
    &[Need::Text],
);
const REPORT_APPROVED: Transition = Transition::owed(
    &[&REPORTED],
    StepKind::ReportApproved,
    &CLOSED,
    INSTITUTION,
    &[Need::Name],
);
const REPORT_RETURNED: Transition = Transition::possible(
    &[&REPORTED],
    StepKind::ReportReturned,
    Some(&PERFORMED),
    INSTITUTION,
    &[Need::Text],
);
const ASK: Transition = Transition::owed(&[&PLANNED], StepKind::Requested, &ASKED, PROVIDER, &[]);
const APPROVE: Transition = Transition::owed(
    &[&ASKED],
    StepKind::Approved,
    &APPROVED,
    INSTITUTION,
    &[Need::Name],
);
const REFUSE: Transition =
    Transition::possible(&[&ASKED], StepKind::Refused, Some(&REFUSED), INSTITUTION, &[]);
const CANCEL: Transition = Transition::possible(
    &[&PLANNED, &TOLD, &ASKED, &APPROVED],
    StepKind::Cancelled,
    Some(&CANCELLED),
    EITHER,
    &[],
);

const fn perform(from: &'static [&'static State]) -> Transition {
    Transition::owed(from, StepKind::Performed, &PERFORMED, WORKER, &[])
}

static AFTER_REPORT: Machine = Machine {
    words: Words::new("ア 実施して報告する", "Class (a): done, then reported"),
    first: &PLANNED,
    transitions: &[perform(&[&PLANNED]), REPORT, CANCEL],
};

static NOTICE: Machine = Machine {
    words: Words::new("イ 予告し、実施して報告する", "Class (b): told, done, reported"),
    first: &PLANNED,
    transitions: &[
        Transition::owed(&[&PLANNED], StepKind::Notified, &TOLD, PROVIDER, &[Need::Text]),
        perform(&[&TOLD]),
        REPORT,
        CANCEL,
    ],
};

static CONSENT: Machine = Machine {
    words: Words::new(
        "ウ 承諾を得て、実施して報告する",
        "Class (c): consented, done, reported",
    ),
    first: &PLANNED,
    transitions: &[ASK, APPROVE, REFUSE, perform(&[&APPROVED]), REPORT, CANCEL],
};

static APPROVAL: Machine = Machine {
    words: Words::new(
        "承認を得て実施し、報告の承認も得る",
        "Approved, done, reported, report approved",
    ),
    first: &PLANNED,
    transitions: &[
        ASK,
        APPROVE,
        REFUSE,
        perform(&[&APPROVED]),
        REPORT_TO_APPROVE,
        REPORT_APPROVED,
        REPORT_RETURNED,
        CANCEL,
    ],
};

static EXCEPTION: Machine = Machine {
    words: Words::new(
        "例外：承認なしに実施し、報告の承認を得る",
        "Exception: done without approval, report approved",
    ),
    first: &PLANNED,
    transitions: &[
        Transition::possible(&[&PLANNED], StepKind::Requested, Some(&ASKED), PROVIDER, &[]),
        perform(&[&PLANNED, &ASKED, &APPROVED]),
        Transition::possible(
            &[&ASKED],
            StepKind::Approved,
            Some(&APPROVED),
            INSTITUTION,
            &[Need::Name],
        ),
        REFUSE,
        REPORT_TO_APPROVE,
        REPORT_APPROVED,
        REPORT_RETURNED,
        CANCEL,
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_domain::{FieldValue, Id, Prose, Text};

    fn row(matter: MaintenanceMatter) -> Maintenance {
        Maintenance {
            id: Id::parse("m").expect("an id"),
            service: Id::parse("emr").expect("an id"),
            matter,
            title: Text::read("作業").expect("text"),
            reason: None,
            scope: None,
            start: None,
            end: None,
            restore_hours: None,
            information: Vec::new(),
            supplier: None,
            maker_urgent: None,
            maker_important: None,
            blanket_entry: None,
            changes_functions: None,
            approval_hindered: None,
            urgency: None,
        }
    }

    #[test]
    fn a_patch_is_class_a_only_when_it_is_urgent_and_important() {
        use MaintenanceClass::*;
        let mut patch = row(MaintenanceMatter::OsPatch);
        assert_eq!(class_of(&patch), NoticeAndReport);
        patch.maker_urgent = Some(YesNo::Yes);
        assert_eq!(class_of(&patch), NoticeAndReport);
        patch.maker_important = Some(YesNo::Yes);
        assert_eq!(class_of(&patch), AfterReport);
    }

    #[test]
    fn a_blanket_consent_never_covers_functions() {
        use MaintenanceClass::*;
        let mut change = row(MaintenanceMatter::OtherChange);
        assert_eq!(class_of(&change), ConsentAndReport);
        change.blanket_entry = Some(Text::read("点数表の改定").expect("text"));
        assert_eq!(class_of(&change), NoticeAndReport);
        change.changes_functions = Some(YesNo::Yes);
        assert_eq!(class_of(&change), ConsentAndReport);
    }

    #[test]
    fn the_exception_needs_both_conditions() {
        use MaintenanceClass::*;
        let because = || Some(Prose::read("連絡がつかない").expect("prose"));
        let mut viewing = row(MaintenanceMatter::Viewing);
        assert_eq!(class_of(&viewing), ApprovalAndApprovedReport);
        viewing.urgency = because();
        assert_eq!(class_of(&viewing), ApprovalAndApprovedReport);
        viewing.approval_hindered = because();
        assert_eq!(class_of(&viewing), Exception);
    }
}
