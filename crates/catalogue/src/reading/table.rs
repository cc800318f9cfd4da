//! CSV tables with a header row.

use super::record::{Record, Value};
use crate::problem::{CatalogueProblems, ProblemKind};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The rows of a table. A column that is missing or unknown is reported once, not for every row.
pub(super) fn rows(
    file: &str,
    text: &str,
    columns: &[&'static str],
    problems: &mut CatalogueProblems,
) -> Vec<Record> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(false)
        .from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            problems.add(
                file,
                Some(1),
                ProblemKind::Unreadable {
                    reason: error.to_string(),
                },
            );
            return Vec::new();
        }
    };
    for name in header.iter().filter(|name| !columns.contains(name)) {
        problems.add(
            file,
            Some(1),
            ProblemKind::UnknownField {
                field: name.to_owned(),
            },
        );
    }
    let absent: BTreeSet<&'static str> = columns
        .iter()
        .copied()
        .filter(|column| !header.iter().any(|name| name == *column))
        .collect();
    for column in &absent {
        problems.add(
            file,
            Some(1),
            ProblemKind::MissingField {
                field: (*column).to_owned(),
            },
        );
    }
    let absent = Rc::new(absent);
    let mut rows = Vec::new();
    for result in reader.records() {
        match result {
            Ok(cells) => {
                let line = cells.position().map_or(0, |position| position.line() as usize);
                let values = header
                    .iter()
                    .zip(cells.iter())
                    .filter(|(name, _)| columns.contains(name))
                    .map(|(name, cell)| {
                        (
                            name.to_owned(),
                            Value {
                                line,
                                texts: vec![cell.to_owned()],
                            },
                        )
                    })
                    .collect();
                let absent = Rc::clone(&absent);
                rows.push(Record {
                    file: file.to_owned(),
                    line,
                    values,
                    children: BTreeMap::new(),
                    absent,
                });
            }
            Err(error) => {
                let line = error.position().map(|position| position.line() as usize);
                problems.add(
                    file,
                    line,
                    ProblemKind::Unreadable {
                        reason: error.to_string(),
                    },
                );
            }
        }
    }
    rows
}
