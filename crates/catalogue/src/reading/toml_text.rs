//! TOML files as records that know their lines.

use super::record::{Record, Value};
use crate::problem::{CatalogueProblems, ProblemKind};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A TOML file as one record; tables in it become children.
pub(super) fn record(file: &str, text: &str, problems: &mut CatalogueProblems) -> Option<Record> {
    match DeTable::parse(text) {
        Ok(table) => Some(Walk { file, text, problems }.table(table)),
        Err(error) => {
            let line = error.span().map(|span| line_of(text, &span));
            let reason = error.message().to_owned();
            problems.add(file, line, ProblemKind::Unreadable { reason });
            None
        }
    }
}

fn line_of(text: &str, span: &Range<usize>) -> usize {
    text.as_bytes()
        .iter()
        .take(span.start)
        .filter(|byte| **byte == b'\n')
        .count()
        + 1
}

struct Walk<'a> {
    file: &'a str,
    text: &'a str,
    problems: &'a mut CatalogueProblems,
}

impl Walk<'_> {
    fn table(&mut self, table: Spanned<DeTable<'_>>) -> Record {
        let line = line_of(self.text, &table.span());
        let mut record = Record {
            file: self.file.to_owned(),
            line,
            values: BTreeMap::new(),
            children: BTreeMap::new(),
            absent: Default::default(),
        };
        for (key, value) in table.into_inner() {
            let name = key.into_inner().into_owned();
            let line = line_of(self.text, &value.span());
            let span = value.span();
            match value.into_inner() {
                DeValue::Table(inner) => {
                    let child = self.table(Spanned::new(span, inner));
                    record.children.insert(name, vec![child]);
                }
                DeValue::Array(list) => {
                    let mut texts = Vec::new();
                    let mut children = Vec::new();
                    for one in list {
                        let span = one.span();
                        match one.into_inner() {
                            DeValue::Table(inner) => children.push(self.table(Spanned::new(span, inner))),
                            other => texts.extend(self.scalar(&name, line, other)),
                        }
                    }
                    if !children.is_empty() {
                        record.children.insert(name, children);
                    } else {
                        record.values.insert(name, Value { line, texts });
                    }
                }
                other => {
                    let texts = self.scalar(&name, line, other).into_iter().collect();
                    record.values.insert(name, Value { line, texts });
                }
            }
        }
        record
    }

    /// A text, figure or yes/no as text. Floats and dates have no place in a catalogue.
    fn scalar(&mut self, field: &str, line: usize, value: DeValue<'_>) -> Option<String> {
        match value {
            DeValue::String(text) => Some(text.into_owned()),
            DeValue::Integer(figure) => Some(figure.to_string()),
            DeValue::Boolean(flag) => Some(flag.to_string()),
            _ => {
                let kind = ProblemKind::BadFigure {
                    field: field.to_owned(),
                    text: "…".to_owned(),
                };
                self.problems.add(self.file, Some(line), kind);
                None
            }
        }
    }
}
