//! TOML files as records that know their lines.

use super::record::{Record, Value};
use crate::problem::{CatalogueProblems, ProblemKind};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A TOML file as one record; tables in it become children.
pub(super) fn record(file: &str, text: &str, problems: &mut CatalogueProblems) -> Option<Record> {
    let lines = &Lines::of(text);
    match DeTable::parse(text) {
        Ok(table) => Some(
            Walk {
                file,
                lines,
                problems,
            }
            .table(table),
        ),
        Err(error) => {
            let line = error.span().map(|span| lines.line(&span));
            let reason = error.message().to_owned();
            problems.add(file, line, ProblemKind::Unreadable { reason });
            None
        }
    }
}

/// Where each line begins, so that the line of a place is found without counting from the top.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Lines {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines(
            std::iter::once(0)
                .chain(ends.map(|(place, _)| place + 1))
                .collect(),
        )
    }

    /// The line, counted from 1, in which a span begins.
    fn line(&self, span: &Range<usize>) -> usize {
        self.0.partition_point(|start| *start <= span.start)
    }
}

struct Walk<'a> {
    file: &'a str,
    lines: &'a Lines,
    problems: &'a mut CatalogueProblems,
}

impl Walk<'_> {
    fn table(&mut self, table: Spanned<DeTable<'_>>) -> Record {
        let line = self.lines.line(&table.span());
        let mut record = Record {
            file: self.file.to_owned(),
            line,
            values: BTreeMap::new(),
            children: BTreeMap::new(),
            absent: Default::default(),
        };
        for (key, value) in table.into_inner() {
            let name = key.into_inner().into_owned();
            let line = self.lines.line(&value.span());
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

    /// A single value as text. What kind of text a field takes, the field's reader checks. A list within
    /// a list has no meaning anywhere.
    fn scalar(&mut self, field: &str, line: usize, value: DeValue<'_>) -> Option<String> {
        match value {
            DeValue::String(text) => Some(text.into_owned()),
            DeValue::Integer(figure) => Some(figure.to_string()),
            DeValue::Float(figure) => Some(figure.to_string()),
            DeValue::Boolean(flag) => Some(flag.to_string()),
            DeValue::Datetime(moment) => Some(moment.to_string()),
            DeValue::Array(_) | DeValue::Table(_) => {
                let kind = ProblemKind::BadFigure {
                    field: field.to_owned(),
                    text: "[[…]]".to_owned(),
                };
                self.problems.add(self.file, Some(line), kind);
                None
            }
        }
    }
}
