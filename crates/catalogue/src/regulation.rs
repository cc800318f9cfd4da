//! The parts that the operation-management regulation must have.

use crate::{Bilingual, ContentId, Entry, RegulationPartId, Strength};

/// One content that a part must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegulationContent {
    /// Its identifier.
    pub id: ContentId,
    /// What must be said.
    pub text: Bilingual,
    /// How firmly the section asks for it.
    pub strength: Strength,
}

/// A part of the operation-management regulation (運用管理規程), GL 5.1.6.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegulationPart {
    /// Its identifier.
    pub id: RegulationPartId,
    /// The mark as printed, for example `ア`.
    pub mark: String,
    /// The section of the guideline.
    pub guideline: Option<String>,
    /// Its title.
    pub title: Bilingual,
    /// What it must contain, in order.
    pub contents: Vec<RegulationContent>,
}

impl Entry for RegulationPart {
    type Id = RegulationPartId;

    fn id(&self) -> &RegulationPartId {
        &self.id
    }
}
