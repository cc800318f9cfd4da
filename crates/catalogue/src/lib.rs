//! The catalogue: what one edition of the guideline holds, read from files that a domain expert edits.
//!
//! An edition is data. Its control items, groups, threats, levels and the rest stand in CSV and TOML
//! files (`data/catalogue/<edition>/`), are read and checked once, and are then only looked at:
//! [`Catalogue::embedded`] for the editions inside the binary, [`Catalogue::from_files`] for a folder.
//! Nothing in the code names an item, a threat or a level of a certain edition. Identifiers are
//! therefore values checked against the catalogue, never enums; only what the *model* distinguishes
//! (phases, kinds of thing a duty attaches to, strengths) is an enum.
//!
//! The official sentences are not in here. [`official`] lays them over the items from the user's own
//! copy of the guideline and says item by item whether the wording is exactly the published one.

mod bilingual;
mod catalogue;
mod chapter_six;
mod checks;
mod clause_text;
mod condition;
mod deadline;
mod derivation;
mod disclosure;
mod edition;
mod embedded;
mod facet;
mod form;
mod glossary;
mod guideline;
mod identifiers;
mod information_item;
mod item;
mod measure;
pub mod official;
mod paper;
mod papers;
mod phase;
mod problem;
mod reading;
mod reference;
mod register;
mod regulation;
mod requirement;
mod scale;
mod sla;
mod standard_answers;
mod stats;
mod strength;
mod threat;

pub use bilingual::Bilingual;
pub use catalogue::Catalogue;
pub use chapter_six::{ChapterSixPoint, ChapterSixRequirement};
pub use clause_text::{
    Circumstance, ClauseBlock, ClauseDocument, ClauseLibrary, ClausePart, ClausePiece, ClauseText, ModelFact,
};
pub use condition::{Condition, ConditionSource};
pub use deadline::Deadline;
pub use derivation::{Codes, Derivation, FlowCodes, GridReason, ImpactRule, LikelihoodFact, Scenario};
pub use disclosure::{DisclosureColumn, DisclosureItem, DisclosureRow, DisclosureTable};
pub use edition::{DocumentName, Edition};
pub use embedded::EMBEDDED_EDITIONS;
pub use facet::Facet;
pub use form::{Form, Layer};
pub use glossary::{Term, TermKind};
pub use guideline::GuidelineClause;
pub use identifiers::{
    AnnexId, ChapterSixId, ClauseId, ClauseTextId, ColumnId, ConditionId, ContentId, FormId, GroupId,
    IdProblem, InformationItemId, ItemId, LayerId, LevelId, MeasureId, PointId, RegulationPartId,
    RequirementId, StandardSetId, TableId, TermId, ThreatId, ViewpointId,
};
pub use information_item::{InformationItem, InformationPurpose};
pub use item::{ControlItem, Duties, ItemClass};
pub use measure::{Group, Measure, Viewpoint};
pub use paper::{Paper, PaperCertainty, PaperKind};
pub use phase::Phase;
pub use problem::{CatalogueProblem, CatalogueProblems, ProblemKind};
pub use reference::Reference;
pub use register::{Entry, Register};
pub use regulation::{RegulationContent, RegulationPart};
pub use requirement::{Certainty, Link, LinkEnd, Requirement};
pub use scale::{Level, Step, TreatmentNeed};
pub use sla::{Sla, SlaAnnex, SlaChapter, SlaClause, SlaFigure};
pub use standard_answers::{StandardAnswer, StandardAnswers, StandardStatus};
pub use stats::{Stats, stats};
pub use strength::Strength;
pub use threat::Threat;
