//! Documents: an assessed service becomes document trees, one file per kind of document.
//!
//! Every document is a pure function from a [`Paper`] to a [`Document`]; [`DOCUMENTS`] lists them.
//! None of them judges conformity: they state what is written down, what follows from it, and what
//! nobody has looked at yet. The user's text stands as typed.

#[macro_use]
mod wording;

pub mod clauses;
mod item_lists;
mod kinds;
mod names;
mod paper;
mod places;
mod places_of_information;
mod risk_groups;
mod sentences;
mod shared;
mod short_measures;

pub use mamori_tree::{Document, Language, Words};
pub use paper::Paper;
pub use sentences::flow_sentence;

/// A kind of document.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Stable id: the name of its files, and what the command line calls it.
    pub id: &'static str,
    /// Its title.
    pub title: Words,
    /// One line that tells a clinic's manager what the paper is for.
    pub purpose: Words,
    /// What it is mainly made of, which decides its formats.
    pub form: Form,
    /// Builds it.
    pub build: fn(&Paper<'_>) -> Document,
}

/// The kinds that speak to one institution: beside the edition for all, one is made for each.
const PER_INSTITUTION: &[&str] = &[
    "disclosure",
    "sla",
    "requests",
    "agreements",
    "patients",
    "records",
];

impl Kind {
    /// Whether an edition is made for each institution that uses the service.
    pub fn per_institution(&self) -> bool {
        PER_INSTITUTION.contains(&self.id)
    }
}

/// What a document is mainly made of. All are printed as PDF and HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Lists, to be filtered and sorted: also a workbook.
    Lists,
    /// Prose, to be taken over and edited: also a text document.
    Prose,
    /// Drawings: also one picture a sheet.
    Drawings,
}

/// All kinds of document, in the order of the work they belong to.
pub const DOCUMENTS: &[Kind] = &[
    kinds::configuration::KIND,
    kinds::flows::KIND,
    kinds::risks::KIND,
    kinds::treatments::KIND,
    kinds::controls::KIND,
    kinds::regulation::KIND,
    kinds::disclosure::KIND,
    kinds::sla::KIND,
    kinds::requests::KIND,
    kinds::legal::KIND,
    kinds::agreements::KIND,
    kinds::plan::KIND,
    kinds::check_report::KIND,
    kinds::mhlw::KIND,
    kinds::patients::KIND,
    kinds::equipment::KIND,
    kinds::records::KIND,
];

/// The kind of document with this id.
pub fn kind(id: &str) -> Option<&'static Kind> {
    DOCUMENTS.iter().find(|kind| kind.id == id)
}

/// Builds every document, in the order of [`DOCUMENTS`].
pub fn all(paper: &Paper<'_>) -> Vec<Document> {
    DOCUMENTS.iter().map(|kind| (kind.build)(paper)).collect()
}

#[cfg(test)]
mod tests;
