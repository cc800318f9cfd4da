//! Problems with input: what is wrong, where, why, and what to do — in both languages.

use crate::raw::Place;
use mamori_words::Language;

/// A sentence of ours in both languages, with the user's values in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Said {
    /// A sentence in both languages.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Said {
            ja: ja.into(),
            en: en.into(),
        }
    }

    /// The sentence in one language.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::English => &self.en,
        }
    }
}

/// One problem with input. Readers and the builder collect all of them before they give up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where the value stands.
    pub place: Place,
    /// What is wrong.
    pub what: Said,
    /// What the user can do about it.
    pub help: Said,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: &Place, what: Said, help: Said) -> Self {
        Problem {
            place: place.clone(),
            what,
            help,
        }
    }
}
