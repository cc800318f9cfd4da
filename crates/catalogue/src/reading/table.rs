//! CSV tables with a header row.

use super::record::{Record, Value};
use crate::problem::{CatalogueProblems, ProblemKind};
use csv::StringRecord;
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
    let absent = Rc::new(compare_header(file, &header, columns, problems));
    let mut rows = Vec::new();
    for result in reader.records() {
        match result {
            Ok(cells) => rows.push(record(file, &header, &cells, columns, &absent)),
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

/// Reports columns nobody knows and columns that are not there; returns the latter.
fn compare_header(
    file: &str,
    header: &StringRecord,
    columns: &[&'static str],
    problems: &mut CatalogueProblems,
) -> BTreeSet<&'static str> {
    for name in header.iter().filter(|name| !columns.contains(name)) {
        problems.add(
            file,
            Some(1),
            ProblemKind::UnknownField {
                field: name.to_owned(),
            },
        );
    }
    let is_absent = |column: &&'static str| !header.iter().any(|name| name == *column);
    let absent: BTreeSet<&'static str> = columns.iter().copied().filter(is_absent).collect();
    for column in &absent {
        problems.add(
            file,
            Some(1),
            ProblemKind::MissingField {
                field: (*column).to_owned(),
            },
        );
    }
    absent
}

/// One row; cells of unknown columns are left out, they were reported at the header.
fn record(
    file: &str,
    header: &StringRecord,
    cells: &StringRecord,
    columns: &[&'static str],
    absent: &Rc<BTreeSet<&'static str>>,
) -> Record {
    let line = cells.position().map_or(0, |position| position.line() as usize);
    let known = header
        .iter()
        .zip(cells)
        .filter(|(name, _)| columns.contains(name));
    let values = known.map(|(name, cell)| {
        (
            name.to_owned(),
            Value {
                line,
                texts: vec![cell.to_owned()],
            },
        )
    });
    Record {
        file: file.to_owned(),
        line,
        values: values.collect(),
        children: BTreeMap::new(),
        absent: Rc::clone(absent),
    }
}
