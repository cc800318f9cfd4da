//! The uniform requirements of chapter 6, kept whatever the risk analysis says.

use crate::{Bilingual, ChapterSixId, Entry, ItemId, MeasureId, PointId, RequirementId, Strength};

/// One point of a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterSixPoint {
    /// Its identifier.
    pub id: PointId,
    /// What has to be so.
    pub text: Bilingual,
    /// How firmly the section asks for it.
    pub strength: Strength,
    /// What it is about, for example `authenticity`.
    pub subject: Option<String>,
    /// The case of storage it holds for, for example `institution` or `network`.
    pub storage: Option<String>,
    /// The requirement of the MHLW guideline it goes back to.
    pub mhlw: Option<String>,
    /// The same where 別紙2 ties control items to it: they are what is done about the point.
    pub requirements: Vec<RequirementId>,
    /// Control items that answer the point, where 別紙2 prints another requirement beside them: our own
    /// reading, taken in place of its table.
    pub items: Vec<ItemId>,
    /// Measures that answer the point although 別紙2 ties none of their items to it: our own reading.
    pub measures: Vec<MeasureId>,
}

/// A uniform requirement, GL 6.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterSixRequirement {
    /// Its identifier.
    pub id: ChapterSixId,
    /// The section of the guideline.
    pub guideline: String,
    /// The mark of the disclosure document that answers it, for example `⑮(a)`.
    pub disclosure_mark: Option<String>,
    /// Its title.
    pub title: Bilingual,
    /// What it asks for, in short.
    pub text: Bilingual,
    /// Its points.
    pub points: Vec<ChapterSixPoint>,
}

impl Entry for ChapterSixRequirement {
    type Id = ChapterSixId;

    fn id(&self) -> &ChapterSixId {
        &self.id
    }
}
