//! Levels of risk and the steps of impact and likelihood.

use crate::{Bilingual, Entry, LevelId};
use mamori_words::Words;

/// What a level asks for, GL 5.1.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TreatmentNeed {
    /// Several countermeasures are required.
    Several,
    /// Treatment is required.
    Required,
    /// Decided case by case.
    CaseByCase,
    /// No treatment is needed.
    NotNeeded,
}

impl TreatmentNeed {
    /// All, the most demanding first.
    pub const ALL: [TreatmentNeed; 4] = [
        TreatmentNeed::Several,
        TreatmentNeed::Required,
        TreatmentNeed::CaseByCase,
        TreatmentNeed::NotNeeded,
    ];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            TreatmentNeed::Several => "several",
            TreatmentNeed::Required => "required",
            TreatmentNeed::CaseByCase => "case_by_case",
            TreatmentNeed::NotNeeded => "not_needed",
        }
    }

    /// The need with this word.
    pub fn from_code(code: &str) -> Option<TreatmentNeed> {
        TreatmentNeed::ALL.into_iter().find(|need| need.code() == code)
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            TreatmentNeed::Several => Words::new("複数の対策が必須", "Several countermeasures required"),
            TreatmentNeed::Required => Words::new("対応が必須", "Treatment required"),
            TreatmentNeed::CaseByCase => Words::new("個別に検討", "Decided case by case"),
            TreatmentNeed::NotNeeded => Words::new("対応不要", "No treatment needed"),
        }
    }
}

/// A level of risk: a range of impact × likelihood, GL table 5-2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// For example `S`.
    pub id: LevelId,
    /// The lowest product in it.
    pub from: u32,
    /// The highest product in it.
    pub to: u32,
    /// What it asks for.
    pub treatment: TreatmentNeed,
    /// What it asks for, in words.
    pub evaluation: Bilingual,
}

impl Entry for Level {
    type Id = LevelId;

    fn id(&self) -> &LevelId {
        &self.id
    }
}

/// One step of impact (影響度) or likelihood (顕在化率), GL table 5-2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The figure, 1 being the lowest.
    pub value: u32,
    /// Its name.
    pub label: Bilingual,
    /// What it means, by way of example.
    pub explanation: Bilingual,
}
