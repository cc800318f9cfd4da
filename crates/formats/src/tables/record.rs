//! Gathers the rows of a table into records: one for each row, or one for several that share a
//! merged cell.

use super::grid::{Found, Grid};
use super::map::TableMap;
use mamori_domain::Problem;
use std::collections::BTreeMap;

/// The texts of one thing by field, in the order of the rows.
#[derive(Debug, Default)]
pub(super) struct Record {
    /// First row.
    pub(super) row: u32,
    /// Each text once, however many rows its cell covers.
    pub(super) texts: BTreeMap<String, Vec<Found>>,
}

/// The columns of each field.
pub(super) type FieldColumns = BTreeMap<String, Vec<u16>>;

/// Finds the columns of all fields.
///
/// # Errors
/// Every heading that is not there.
pub(super) fn columns(grid: &mut Grid<'_>, map: &TableMap) -> Result<FieldColumns, Vec<Problem>> {
    let headings = map.heading_row.map_or(Vec::new(), |row| grid.headings(row));
    let (mut columns, mut problems) = (FieldColumns::new(), Vec::new());
    for (field, wanted) in &map.columns {
        for wanted in wanted.list() {
            match grid.column(wanted, &headings, map.heading_row) {
                Ok(column) => columns.entry(field.clone()).or_default().push(column),
                Err(problem) => problems.push(problem),
            }
        }
    }
    columns.values().flatten().for_each(|column| grid.watch(*column));
    match problems.is_empty() {
        true => Ok(columns),
        false => Err(problems),
    }
}

/// The headings no field takes.
pub(super) fn unused(grid: &Grid<'_>, map: &TableMap, columns: &FieldColumns) -> Vec<String> {
    let headings = map.heading_row.map_or(Vec::new(), |row| grid.headings(row));
    let taken = |column: u16| columns.values().flatten().any(|taken| *taken == column);
    headings
        .into_iter()
        .filter(|(column, _)| !taken(*column))
        .map(|(_, heading)| heading)
        .collect()
}

/// The records of a table. Rows that add nothing to what merged cells carry down are left out.
pub(super) fn records(grid: &Grid<'_>, map: &TableMap, columns: &FieldColumns) -> Vec<Record> {
    let treatment = (map.target == "treatment").then_some("risks");
    let key = map.one_per.as_deref().or(treatment);
    let last = map.last_row.unwrap_or(u32::MAX);
    // A row without a cell of its own can only repeat what merged cells carry into it.
    let rows = grid.sheet.rows().map(|row| row.number());
    let mut records: Vec<Record> = Vec::new();
    let mut above: BTreeMap<&str, Vec<Found>> = BTreeMap::new();
    let mut key_above: Option<Found> = None;
    for row in rows.filter(|row| (map.first_row..=last).contains(row)) {
        let mut texts: BTreeMap<String, Vec<Found>> = BTreeMap::new();
        for (field, columns) in columns {
            let mut found: Vec<Found> = columns
                .iter()
                .filter_map(|column| grid.at(row, *column))
                .collect();
            found.dedup_by(|one, other| one.same_cell(other));
            if map.carry.iter().any(|carried| carried == field) {
                match found.is_empty() {
                    true => found = above.get(field.as_str()).cloned().unwrap_or_default(),
                    false => drop(above.insert(field, found.clone())),
                }
            }
            if !found.is_empty() {
                texts.insert(field.clone(), found);
            }
        }
        if !texts.values().flatten().any(|found| found.row == row) {
            continue;
        }
        let key_here = key.and_then(|key| texts.get(key)?.first().cloned());
        let goes_on = key.is_some()
            && (key_here.is_none()
                || key_here
                    .as_ref()
                    .zip(key_above.as_ref())
                    .is_some_and(|(a, b)| a.same_cell(b)));
        match records.last_mut().filter(|_| goes_on) {
            Some(record) => record.add(texts),
            None => records.push(Record { row, texts }),
        }
        if key_here.is_some() {
            key_above = key_here;
        }
    }
    records
}

impl Record {
    fn add(&mut self, texts: BTreeMap<String, Vec<Found>>) {
        for (field, found) in texts {
            let known = self.texts.entry(field).or_default();
            for found in found {
                if !known.iter().any(|known| known.same_cell(&found)) {
                    known.push(found);
                }
            }
        }
    }
}
