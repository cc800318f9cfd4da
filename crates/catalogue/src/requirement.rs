//! Requirements of another guideline that the control items answer, and the links between them.

use crate::{Entry, ItemId, MeasureId, Reference, RequirementId};

/// A requirement of another guideline, which the institution has to meet (GL 別紙2, right columns).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Our number, for example `m1`.
    pub id: RequirementId,
    /// The other guideline's title.
    pub document: String,
    /// Its edition.
    pub edition: String,
    /// Its part, where it has parts.
    pub part: Option<String>,
    /// The number of the section.
    pub chapter: String,
    /// The title of the section.
    pub section_title: String,
    /// The class, where the edition has classes (C minimum, D recommended in the 5th MHLW edition).
    pub class: Option<String>,
    /// What narrows the section down, for example the case it is about.
    pub qualifier: Option<String>,
    /// Its number as printed.
    pub number: Option<String>,
}

impl Requirement {
    /// The place in the other guideline. Class and qualifier together make the item, because the
    /// numbers start again under every qualifier.
    pub fn reference(&self) -> Reference {
        let item = match (&self.class, &self.qualifier) {
            (Some(class), Some(qualifier)) => Some(format!("{class} {qualifier}")),
            (one, other) => one.clone().or_else(|| other.clone()),
        };
        Reference {
            document: self.document.clone(),
            edition: self.edition.clone(),
            part: self.part.clone(),
            chapter: self.chapter.clone(),
            item,
            mark: self.number.clone(),
        }
    }
}

impl Entry for Requirement {
    type Id = RequirementId;

    fn id(&self) -> &RequirementId {
        &self.id
    }
}

/// What a link starts from: the source prints requirements beside items, or beside a whole measure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkEnd {
    /// A single control item.
    Item(ItemId),
    /// A measure as a whole.
    Measure(MeasureId),
}

/// How sure a link is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Printed in the same row.
    Row,
    /// Printed in a cell that spans rows; the row is concluded.
    Span,
}

impl Certainty {
    /// Both.
    pub const ALL: [Certainty; 2] = [Certainty::Row, Certainty::Span];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            Certainty::Row => "row",
            Certainty::Span => "span",
        }
    }

    /// The certainty with this word.
    pub fn from_code(code: &str) -> Option<Certainty> {
        Certainty::ALL
            .into_iter()
            .find(|certainty| certainty.code() == code)
    }
}

/// An item or measure answers a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The item or measure.
    pub from: LinkEnd,
    /// The requirement it answers.
    pub requirement: RequirementId,
    /// How sure that is.
    pub certainty: Certainty,
}
