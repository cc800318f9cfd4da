//! The clauses of the example service level agreement.

use crate::{AnnexId, Bilingual, ClauseId, Entry, InformationItemId, MeasureId};
use std::collections::BTreeMap;

/// A figure of the example. The unit stands in its name, for example `availability_business_ppm`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlaFigure {
    /// A whole number.
    Number(u32),
    /// Several whole numbers, any of which will do.
    Numbers(Vec<u32>),
    /// The example leaves the figure open, so the parties settle it.
    Open,
}

/// A chapter of the example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlaChapter {
    /// Its number.
    pub number: u32,
    /// Its title.
    pub title: Bilingual,
}

/// A clause of the example SLA, GL 別紙1 part II.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlaClause {
    /// Its identifier.
    pub id: ClauseId,
    /// The chapter it stands in.
    pub chapter: u32,
    /// The number as printed, for example `1.1(1)`.
    pub number: String,
    /// The section of the guideline.
    pub guideline: String,
    /// Its title.
    pub title: Bilingual,
    /// What it says, in short.
    pub summary: Bilingual,
    /// What the parties have to settle.
    pub settle: Bilingual,
    /// Clauses whose content it rests on.
    pub depends_on: Vec<ClauseId>,
    /// The clauses by which the institution asks for more, as numbers.
    pub information: Vec<String>,
    /// The annexes it names.
    pub annexes: Vec<AnnexId>,
    /// The items of the disclosure it goes with.
    pub disclosure_items: Vec<InformationItemId>,
    /// The figures of the example by name.
    pub figures: BTreeMap<String, SlaFigure>,
}

/// An annex that clauses name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlaAnnex {
    /// Its identifier.
    pub id: AnnexId,
    /// How the source names it.
    pub mark: String,
    /// Its title.
    pub title: Bilingual,
    /// The clause that names it.
    pub named_by: ClauseId,
    /// Whether the source prints it.
    pub printed_in_source: bool,
    /// The document of ours that it is made from, if one is.
    pub document: Option<String>,
    /// What it contains.
    pub content: Bilingual,
    /// The measures that fill it.
    pub measures: Vec<MeasureId>,
}

/// The example SLA.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sla {
    /// Its chapters in order.
    pub chapters: Vec<SlaChapter>,
    /// Its clauses in order.
    pub clauses: crate::Register<SlaClause>,
    /// Its annexes.
    pub annexes: crate::Register<SlaAnnex>,
}

impl Entry for SlaClause {
    type Id = ClauseId;

    fn id(&self) -> &ClauseId {
        &self.id
    }
}

impl Entry for SlaAnnex {
    type Id = AnnexId;

    fn id(&self) -> &AnnexId {
        &self.id
    }
}
