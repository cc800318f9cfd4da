//! What an edition holds for its documents and for the map of its own clauses: the larger half of the
//! data, which deriving and judging risks never look at.

use crate::official::{Fingerprint, OfficialHashes};
use crate::reading::{ClauseDraft, Placed, Reading, SlaDraft, entries_of, register_of};
use crate::{
    ChapterSixRequirement, ClauseLibrary, Deadline, DisclosureItem, GuidelineClause, InformationItem, ItemId,
    Register, RegulationPart, Sla, Term,
};

/// The papers as read, before it is known that they are whole.
pub(crate) struct PapersDraft {
    pub(crate) information_items: Vec<Placed<InformationItem>>,
    pub(crate) regulation_parts: Vec<Placed<RegulationPart>>,
    pub(crate) chapter_six: Vec<Placed<ChapterSixRequirement>>,
    pub(crate) disclosure: Vec<Placed<DisclosureItem>>,
    pub(crate) sla: SlaDraft,
    pub(crate) clauses: ClauseDraft,
    pub(crate) glossary: Vec<Placed<Term>>,
    pub(crate) official: Vec<Placed<(ItemId, Fingerprint)>>,
    guideline: Vec<Placed<GuidelineClause>>,
    deadlines: Vec<Placed<Deadline>>,
}

impl PapersDraft {
    /// Reads them; clauses are those of the edition with this name.
    pub(crate) fn read(reading: &mut Reading<'_>, edition: &str) -> Self {
        PapersDraft {
            information_items: reading.information_items(),
            regulation_parts: reading.regulation_parts(),
            chapter_six: reading.chapter_six(),
            disclosure: reading.disclosure(),
            sla: reading.sla(),
            clauses: reading.clauses(edition),
            glossary: reading.glossary(),
            official: reading.official_hashes(),
            guideline: reading.guideline(),
            deadlines: reading.deadlines(),
        }
    }
}

/// The papers of an edition.
#[derive(Clone)]
pub(crate) struct Papers {
    pub(crate) information_items: Register<InformationItem>,
    pub(crate) regulation_parts: Register<RegulationPart>,
    pub(crate) chapter_six: Register<ChapterSixRequirement>,
    pub(crate) disclosure: Register<DisclosureItem>,
    pub(crate) sla: Sla,
    pub(crate) clauses: ClauseLibrary,
    pub(crate) glossary: Register<Term>,
    pub(crate) guideline: Vec<GuidelineClause>,
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) official: OfficialHashes,
}

impl From<PapersDraft> for Papers {
    fn from(draft: PapersDraft) -> Self {
        Papers {
            information_items: register_of(draft.information_items),
            regulation_parts: register_of(draft.regulation_parts),
            chapter_six: register_of(draft.chapter_six),
            disclosure: register_of(draft.disclosure),
            sla: Sla {
                chapters: entries_of(draft.sla.chapters),
                clauses: register_of(draft.sla.clauses),
                annexes: register_of(draft.sla.annexes),
            },
            clauses: ClauseLibrary {
                texts: register_of(draft.clauses.texts),
                parts: entries_of(draft.clauses.parts),
            },
            glossary: register_of(draft.glossary),
            guideline: entries_of(draft.guideline),
            deadlines: entries_of(draft.deadlines),
            official: draft.official.into_iter().map(|placed| placed.entry).collect(),
        }
    }
}
