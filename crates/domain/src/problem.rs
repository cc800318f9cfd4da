//! Problems with input: what is wrong, where, why, and what to do — in both languages.

use crate::raw::Place;
use mamori_words::Said;
use std::fmt;
use std::sync::Arc;

/// One problem with input. Readers and the builder collect all of them before they give up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file the place lies in, where the place itself names none: a workbook or JSON.
    pub file: Option<Arc<str>>,
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
            file: None,
            place: place.clone(),
            what,
            help,
        }
    }

    /// The problem, known to lie in a file. A place that names its file already keeps it.
    pub fn in_file(mut self, file: &str) -> Self {
        if !matches!(self.place, Place::File { .. }) {
            self.file = Some(file.into());
        }
        self
    }

    /// Where it stands, with its file: `book.xlsx: 機器!C7`.
    pub fn location(&self) -> impl fmt::Display {
        let place = self.place.to_string();
        match &self.file {
            Some(file) if matches!(place.as_str(), "" | "-") => file.to_string(),
            Some(file) => format!("{file}: {place}"),
            None => place,
        }
    }
}
