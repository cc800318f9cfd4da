//! One row of a table or one table of a TOML file: named texts with their line.

use crate::Bilingual;
use crate::problem::{CatalogueProblems, ProblemKind};
use crate::{IdProblem, Strength};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::str::FromStr;

/// An entry with the place it was read from, kept until the references are checked.
#[derive(Debug, Clone)]
pub(crate) struct Placed<T> {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) entry: T,
}

/// A value as written.
#[derive(Debug, Clone)]
pub(crate) struct Value {
    pub(crate) line: usize,
    /// One text, or the texts of a list.
    pub(crate) texts: Vec<String>,
}

/// Named values with their place. Fields are taken out one by one, so that what is left at the end is
/// what nobody knows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) values: BTreeMap<String, Value>,
    pub(crate) children: BTreeMap<String, Vec<Record>>,
    /// Columns already reported as absent for the whole table: not reported again for every row.
    pub(crate) absent: Rc<BTreeSet<&'static str>>,
}

impl Record {
    fn report(&self, line: usize, kind: ProblemKind, problems: &mut CatalogueProblems) {
        problems.add(&self.file, Some(line), kind);
    }

    /// The text of a field that may be empty.
    pub(crate) fn optional(&mut self, field: &str) -> Option<String> {
        let value = self.values.remove(field)?;
        let text = value.texts.join(" ").trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The text of a field that must be filled; empty if it is not, which is reported.
    pub(crate) fn text(&mut self, field: &'static str, problems: &mut CatalogueProblems) -> String {
        let there = self.values.contains_key(field);
        let line = self.line_of(field);
        match self.optional(field) {
            Some(text) => text,
            None => {
                if !self.absent.contains(field) {
                    let field = field.to_owned();
                    let kind = if there {
                        ProblemKind::Empty { field }
                    } else {
                        ProblemKind::MissingField { field }
                    };
                    self.report(line, kind, problems);
                }
                String::new()
            }
        }
    }

    fn line_of(&self, field: &str) -> usize {
        self.values.get(field).map_or(self.line, |value| value.line)
    }

    /// The fields `<stem>_ja` and `<stem>_en`, or `ja` and `en` for an empty stem; both must be filled.
    pub(crate) fn bilingual(&mut self, stem: &str, problems: &mut CatalogueProblems) -> Bilingual {
        self.bilingual_optional(stem, problems).unwrap_or_else(|| {
            let field = language_field(stem, "ja");
            if !self.absent.contains(field.as_str()) {
                self.report(self.line, ProblemKind::MissingLanguage { field }, problems);
            }
            Bilingual::default()
        })
    }

    /// The same where the text may be absent, but not in one language only.
    pub(crate) fn bilingual_optional(
        &mut self,
        stem: &str,
        problems: &mut CatalogueProblems,
    ) -> Option<Bilingual> {
        let (ja, en) = (language_field(stem, "ja"), language_field(stem, "en"));
        let line = self.line_of(&ja);
        match (self.optional(&ja), self.optional(&en)) {
            (None, None) => None,
            (Some(ja), Some(en)) => Some(Bilingual { ja, en }),
            (has_ja, has_en) => {
                let field = if has_ja.is_none() { ja } else { en };
                if !self.absent.contains(field.as_str()) {
                    self.report(line, ProblemKind::MissingLanguage { field }, problems);
                }
                Some(Bilingual {
                    ja: has_ja.unwrap_or_default(),
                    en: has_en.unwrap_or_default(),
                })
            }
        }
    }

    /// An identifier that must be there.
    pub(crate) fn id<T: FromStr<Err = IdProblem>>(
        &mut self,
        field: &'static str,
        problems: &mut CatalogueProblems,
    ) -> Option<T> {
        let line = self.line_of(field);
        let text = self.text(field, problems);
        if text.is_empty() {
            None
        } else {
            self.parse_id(field, line, &text, problems)
        }
    }

    /// An identifier that may be absent.
    pub(crate) fn id_optional<T: FromStr<Err = IdProblem>>(
        &mut self,
        field: &str,
        problems: &mut CatalogueProblems,
    ) -> Option<T> {
        let line = self.line_of(field);
        let text = self.optional(field)?;
        self.parse_id(field, line, &text, problems)
    }

    /// Identifiers separated by spaces.
    pub(crate) fn ids<T: FromStr<Err = IdProblem>>(
        &mut self,
        field: &str,
        problems: &mut CatalogueProblems,
    ) -> Vec<T> {
        let line = self.line_of(field);
        let text = self.optional(field).unwrap_or_default();
        text.split_whitespace()
            .filter_map(|word| self.parse_id(field, line, word, problems))
            .collect()
    }

    /// The texts of a list; a single text counts as a list of one.
    pub(crate) fn texts(&mut self, field: &str) -> Vec<String> {
        let texts = self
            .values
            .remove(field)
            .map(|value| value.texts)
            .unwrap_or_default();
        texts
            .into_iter()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    }

    fn parse_id<T: FromStr<Err = IdProblem>>(
        &self,
        field: &str,
        line: usize,
        text: &str,
        problems: &mut CatalogueProblems,
    ) -> Option<T> {
        match text.parse() {
            Ok(id) => Some(id),
            Err(problem) => {
                let kind = ProblemKind::BadId {
                    field: field.to_owned(),
                    text: text.to_owned(),
                    problem,
                };
                self.report(line, kind, problems);
                None
            }
        }
    }

    /// One of some words, which must be there.
    pub(crate) fn word<T: Copy>(
        &mut self,
        field: &'static str,
        all: &[T],
        code: fn(T) -> &'static str,
        problems: &mut CatalogueProblems,
    ) -> Option<T> {
        let line = self.line_of(field);
        let text = self.text(field, problems);
        if text.is_empty() {
            None
        } else {
            self.parse_word(field, line, &text, all, code, problems)
        }
    }

    /// One of some words, or nothing.
    pub(crate) fn word_optional<T: Copy>(
        &mut self,
        field: &str,
        all: &[T],
        code: fn(T) -> &'static str,
        problems: &mut CatalogueProblems,
    ) -> Option<T> {
        let line = self.line_of(field);
        let text = self.optional(field)?;
        self.parse_word(field, line, &text, all, code, problems)
    }

    /// One or more of some words, separated by spaces.
    pub(crate) fn words<T: Copy>(
        &mut self,
        field: &'static str,
        all: &[T],
        code: fn(T) -> &'static str,
        problems: &mut CatalogueProblems,
    ) -> Vec<T> {
        let line = self.line_of(field);
        let text = self.text(field, problems);
        text.split_whitespace()
            .filter_map(|word| self.parse_word(field, line, word, all, code, problems))
            .collect()
    }

    fn parse_word<T: Copy>(
        &self,
        field: &str,
        line: usize,
        text: &str,
        all: &[T],
        code: fn(T) -> &'static str,
        problems: &mut CatalogueProblems,
    ) -> Option<T> {
        let found = all.iter().copied().find(|one| code(*one) == text);
        if found.is_none() {
            let allowed = all.iter().map(|one| code(*one)).collect();
            let kind = ProblemKind::UnknownWord {
                field: field.to_owned(),
                text: text.to_owned(),
                allowed,
            };
            self.report(line, kind, problems);
        }
        found
    }

    /// How firmly something is asked for.
    pub(crate) fn strength(&mut self, problems: &mut CatalogueProblems) -> Option<Strength> {
        self.word("strength", &Strength::ALL, Strength::code, problems)
    }

    /// `yes` or nothing (`true` or `false` in TOML).
    pub(crate) fn yes(&mut self, field: &str, problems: &mut CatalogueProblems) -> bool {
        let line = self.line_of(field);
        match self.optional(field).as_deref() {
            None | Some("false") => false,
            Some("yes" | "true") => true,
            Some(text) => {
                let kind = ProblemKind::UnknownWord {
                    field: field.to_owned(),
                    text: text.to_owned(),
                    allowed: vec!["yes", ""],
                };
                self.report(line, kind, problems);
                false
            }
        }
    }

    /// A whole number.
    pub(crate) fn figure(&mut self, field: &'static str, problems: &mut CatalogueProblems) -> u32 {
        let line = self.line_of(field);
        let text = self.text(field, problems);
        if text.is_empty() {
            return 0;
        }
        text.parse().unwrap_or_else(|_| {
            self.report(
                line,
                ProblemKind::BadFigure {
                    field: field.to_owned(),
                    text,
                },
                problems,
            );
            0
        })
    }

    /// The tables under a name, in order.
    pub(crate) fn list(&mut self, name: &str) -> Vec<Record> {
        self.children.remove(name).unwrap_or_default()
    }

    /// Reports what nobody took.
    pub(crate) fn finish(self, problems: &mut CatalogueProblems) {
        for (field, value) in self.values {
            problems.add(&self.file, Some(value.line), ProblemKind::UnknownField { field });
        }
        for (field, records) in self.children {
            let line = records.first().map(|record| record.line);
            problems.add(&self.file, line, ProblemKind::UnknownField { field });
        }
    }
}

fn language_field(stem: &str, language: &str) -> String {
    if stem.is_empty() {
        language.to_owned()
    } else {
        format!("{stem}_{language}")
    }
}
