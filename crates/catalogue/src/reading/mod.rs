//! Reading the files of a catalogue: CSV rows and TOML tables become the same kind of record, from
//! which typed entries are built while every problem is collected with its place.

mod agreement_papers;
mod clauses;
mod deadlines;
mod derivation;
mod documents;
mod edition;
mod guideline;
mod items;
mod record;
mod standard_answers;
mod table;
mod toml_text;

use crate::problem::{CatalogueProblems, ProblemKind};
use crate::{Entry, Register};
use record::Record;

pub(crate) use agreement_papers::SlaDraft;
pub(crate) use clauses::ClauseDraft;
pub(crate) use edition::EditionParts;
pub(crate) use record::Placed;

/// The files that every catalogue needs.
const NEEDED: [&str; 8] = [
    "edition.toml",
    "groups.csv",
    "measures.csv",
    "items.csv",
    "requirements.csv",
    "links.csv",
    "threats.csv",
    "conditions.csv",
];

/// Reads files by name and collects what is wrong with them.
pub(crate) struct Reading<'a> {
    files: &'a dyn Fn(&str) -> Option<String>,
    pub(crate) problems: CatalogueProblems,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(files: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Reading {
            files,
            problems: CatalogueProblems::default(),
        }
    }

    /// The text of a file. Excel writes a byte order mark in front; it is no part of the first name.
    fn text(&mut self, file: &str) -> Option<String> {
        let text = (self.files)(file);
        if text.is_none() && NEEDED.contains(&file) {
            self.problems.add(file, None, ProblemKind::MissingFile);
        }
        text.map(|text| text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }

    /// The rows of a CSV file; none if the file is absent or unreadable, which is then reported.
    fn table(&mut self, file: &str, columns: &[&'static str]) -> Vec<Record> {
        match self.text(file) {
            Some(text) => table::rows(file, &text, columns, &mut self.problems),
            None => Vec::new(),
        }
    }

    /// A TOML file as one record.
    fn document(&mut self, file: &str) -> Option<Record> {
        let text = self.text(file)?;
        toml_text::record(file, &text, &mut self.problems)
    }
}

/// The records under one name of a TOML file; anything else in the file is unknown.
fn only_list(document: Option<Record>, name: &str, problems: &mut CatalogueProblems) -> Vec<Record> {
    let Some(mut document) = document else {
        return Vec::new();
    };
    let records = document.list(name);
    document.finish(problems);
    records
}

/// Builds an entry of every record and reports identifiers used twice.
fn entries<T>(
    records: Vec<Record>,
    problems: &mut CatalogueProblems,
    mut build: impl FnMut(&mut Record, &mut CatalogueProblems) -> Option<(String, T)>,
) -> Vec<Placed<T>> {
    let mut seen = std::collections::BTreeSet::new();
    let mut list = Vec::new();
    for mut record in records {
        let written = record.values.get("id").map(|value| value.texts.concat());
        let built = build(&mut record, problems);
        let (file, line) = (record.file.clone(), record.line);
        let Some((id, entry)) = built else {
            // What was not taken out of a broken row is not unknown for that.
            problems.1.extend(written);
            continue;
        };
        record.finish(problems);
        if seen.insert(id.clone()) {
            list.push(Placed { file, line, entry });
        } else {
            problems.add(&file, Some(line), ProblemKind::DuplicateId { id });
        }
    }
    list
}

/// What was read, without its places.
pub(crate) fn entries_of<T>(list: Vec<Placed<T>>) -> Vec<T> {
    list.into_iter().map(|placed| placed.entry).collect()
}

/// What was read, found by identifier.
pub(crate) fn register_of<T: Entry>(list: Vec<Placed<T>>) -> Register<T> {
    Register::new(entries_of(list))
}
