//! What the institution is told.

use crate::{Bilingual, Entry, InformationItemId, RegulationPartId};
use mamori_words::Words;

/// What a piece of information is for, GL table 4-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InformationPurpose {
    /// The institution must check it to choose a provider.
    Selection,
    /// Both sides must understand it in the same way before they agree.
    CommonUnderstanding,
}

impl InformationPurpose {
    /// Both.
    pub const ALL: [InformationPurpose; 2] = [
        InformationPurpose::Selection,
        InformationPurpose::CommonUnderstanding,
    ];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            InformationPurpose::Selection => "selection",
            InformationPurpose::CommonUnderstanding => "common_understanding",
        }
    }

    /// The purpose with this word.
    pub fn from_code(code: &str) -> Option<InformationPurpose> {
        InformationPurpose::ALL
            .into_iter()
            .find(|purpose| purpose.code() == code)
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            InformationPurpose::Selection => Words::new("事業者の選定", "Choosing a provider"),
            InformationPurpose::CommonUnderstanding => Words::new("共通理解", "Common understanding"),
        }
    }
}

/// Something the institution is told, GL table 4-1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InformationItem {
    /// Its identifier.
    pub id: InformationItemId,
    /// What it is for.
    pub purpose: InformationPurpose,
    /// The mark as printed, for example `①`.
    pub mark: String,
    /// Its title.
    pub title: Bilingual,
    /// What it tells, for a clinic's manager.
    pub explanation: Bilingual,
    /// The part of the regulation that says it, if one does.
    pub regulation_part: Option<RegulationPartId>,
    /// The section of the guideline.
    pub guideline: Option<String>,
}

impl Entry for InformationItem {
    type Id = InformationItemId;

    fn id(&self) -> &InformationItemId {
        &self.id
    }
}
