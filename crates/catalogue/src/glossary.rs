//! Terms explained for a clinic's manager.

use crate::{Bilingual, Entry, TermId};
use mamori_words::Words;

/// What kind of word a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermKind {
    /// A term of the field or the guideline.
    Term,
    /// An abbreviation.
    Abbreviation,
    /// A word that this product uses in a meaning of its own.
    Ours,
}

impl TermKind {
    /// All kinds.
    pub const ALL: [TermKind; 3] = [TermKind::Term, TermKind::Abbreviation, TermKind::Ours];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            TermKind::Term => "term",
            TermKind::Abbreviation => "abbreviation",
            TermKind::Ours => "ours",
        }
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            TermKind::Term => Words::new("用語", "Term"),
            TermKind::Abbreviation => Words::new("略語", "Abbreviation"),
            TermKind::Ours => Words::new("本製品の用語", "Term of this product"),
        }
    }
}

/// A term and what it means, GL 3.2.1 (a glossary goes with every common understanding).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its identifier.
    pub id: TermId,
    /// What kind of word it is.
    pub kind: TermKind,
    /// The term.
    pub term: Bilingual,
    /// How the Japanese term is read, for sorting by the fifty sounds.
    pub reading: String,
    /// Other ways it is written.
    pub aliases: Vec<String>,
    /// What it means.
    pub explanation: Bilingual,
}

impl Entry for Term {
    type Id = TermId;

    fn id(&self) -> &TermId {
        &self.id
    }
}
