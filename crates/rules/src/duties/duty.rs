//! A duty: what is owed, to whom, by when, on what ground, and where it stands.

use mamori_domain::{Date, Said, Words};

/// Where a duty stands on the day of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DutyState {
    /// Done, and a record shows it.
    Done,
    /// Not done, and its day has not passed.
    Due,
    /// Not done, and its day has passed.
    Late,
}

impl DutyState {
    /// The word for it in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            DutyState::Done => "done",
            DutyState::Due => "due",
            DutyState::Late => "late",
        }
    }

    /// Its name.
    pub const fn words(self) -> Words {
        match self {
            DutyState::Done => Words::new("済み", "done"),
            DutyState::Due => Words::new("これから", "due"),
            DutyState::Late => Words::new("遅れ", "late"),
        }
    }
}

/// To whom something is owed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipient {
    /// The provider owes it to itself.
    Own,
    /// One institution.
    Institution {
        /// Its id.
        id: String,
        /// Its name, or its id while it has none.
        name: String,
    },
    /// Every institution under contract or affected.
    Institutions,
    /// The Personal Information Protection Commission.
    Commission,
}

impl Recipient {
    /// The word for it in JSON.
    pub const fn code(&self) -> &'static str {
        match self {
            Recipient::Own => "own",
            Recipient::Institution { .. } => "institution",
            Recipient::Institutions => "institutions",
            Recipient::Commission => "commission",
        }
    }

    /// What it is called.
    pub fn said(&self) -> Said {
        match self {
            Recipient::Own => Said::new("自社", "own organisation"),
            Recipient::Institution { name, .. } => Said::new(name.clone(), name.clone()),
            Recipient::Institutions => Said::new("医療機関等", "the institutions"),
            Recipient::Commission => Said::new(
                "個人情報保護委員会",
                "the Personal Information Protection Commission",
            ),
        }
    }
}

/// The record that shows a duty was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The kind of the record, such as `event`.
    pub kind: &'static str,
    /// The record's id.
    pub id: String,
    /// The day it was done, where the record tells it.
    pub date: Option<Date>,
}

impl Proof {
    /// A record that tells its day.
    pub(super) fn on(kind: &'static str, id: impl Into<String>, date: Date) -> Proof {
        Proof {
            kind,
            id: id.into(),
            date: Some(date),
        }
    }
}

/// What a duty is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SubjectOfDuty {
    /// The kind of thing, such as `certificate`.
    pub kind: &'static str,
    /// Its id; behind that of its service or institution where it stands in one.
    pub id: String,
}

/// Something that has to be done by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Rule, subject and the day it is due: the same duty keeps it from run to run. A duty without a
    /// day of its own ends in `open`.
    pub id: String,
    /// What has to be done. Holds names a person typed: data, never markup.
    pub what: Said,
    /// To whom it is owed.
    pub to: Recipient,
    /// The last day that is in time. What has no day of its own is due on the day of the check.
    pub due: Date,
    /// Where it stands.
    pub state: DutyState,
    /// What shows that it was done; present exactly when it is done.
    pub evidence: Option<Proof>,
    /// The section of the guideline, or the law, that asks for it.
    pub basis: Said,
    /// What it is about.
    pub subject: SubjectOfDuty,
}
