//! The edition a catalogue holds, and the documents it refers to.

use crate::Bilingual;

/// A document and edition with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentName {
    /// The title as references carry it.
    pub document: String,
    /// The edition as references carry it.
    pub edition: String,
    /// The title with the edition, in both languages.
    pub title: Bilingual,
    /// A short name for citations.
    pub short: Bilingual,
}

/// The edition that a catalogue holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Its document, edition and names.
    pub name: DocumentName,
    /// The part that the control items stand in, for example `別紙2`.
    pub part: String,
    /// The month of issue, `YYYY-MM`.
    pub issued: String,
    /// Whether the catalogue holds the edition in full; a skeleton says `false`.
    pub complete: bool,
    /// Other guidelines that its items answer.
    pub refers_to: Vec<DocumentName>,
}
