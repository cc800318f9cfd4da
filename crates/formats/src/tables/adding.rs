//! Adds rows to a list of the workspace without changing what is there.

use super::import::Table;
use super::map::Existing;
use mamori_domain::raw::{RawCell, RawRow, RawWorkspace};
use mamori_domain::{Problem, Said, Scope};
use std::collections::{BTreeMap, BTreeSet};

/// How many rows came to what.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) added: usize,
    pub(super) same: usize,
    pub(super) kept: usize,
    pub(super) replaced: usize,
}

/// Adds rows to a list without changing what is there.
pub(super) struct Adding<'t> {
    table: &'t Table<'t>,
    pub(super) rows: Vec<RawRow>,
    /// Where the row of a key stands.
    by_key: BTreeMap<String, usize>,
    /// The values of the rows but for their keys.
    contents: BTreeSet<Vec<(String, String)>>,
    /// Ids that may not be made: those in use and those retired.
    taken: BTreeSet<String>,
    next: usize,
    pub(super) problems: Vec<Problem>,
    pub(super) counts: Counts,
    pub(super) report: Vec<Said>,
}

impl<'t> Adding<'t> {
    pub(super) fn new(table: &'t Table<'t>, raw: &RawWorkspace) -> Self {
        let rows = raw
            .scope(&table.scope)
            .map_or(&[][..], |scope| scope.rows(table.kind.name))
            .to_vec();
        let key = table.kind.fields[0].name;
        let by_key: BTreeMap<String, usize> = (0..)
            .zip(&rows)
            .map(|(at, row)| (table.kind.key_of(row).into_owned(), at))
            .collect();
        let contents = rows.iter().map(|row| values(row, key)).collect();
        let mut taken: BTreeSet<String> = by_key.keys().cloned().collect();
        // Retired ids are never used again.
        let retired = raw
            .row(&Scope::Workspace, "settings", "")
            .map_or("", |row| row.text("retired"));
        let retired = retired
            .split_whitespace()
            .filter_map(|entry| entry.split_once('/'));
        taken.extend(
            retired
                .filter(|(kind, _)| *kind == table.kind.name)
                .map(|(_, id)| id.to_owned()),
        );
        let (problems, counts, report) = (Vec::new(), Counts::default(), Vec::new());
        Adding {
            table,
            rows,
            by_key,
            contents,
            taken,
            next: 1,
            problems,
            counts,
            report,
        }
    }

    pub(super) fn add(&mut self, mut row: RawRow) {
        let kind = self.table.kind;
        let key = kind.fields[0].name;
        row.cells
            .sort_by_key(|cell| kind.fields.iter().position(|field| field.name == &*cell.name));
        let own_id = kind.has_own_ids();
        let content = values(&row, key);
        if own_id && row.cell(key).is_none() {
            if self.contents.contains(&content) {
                self.counts.same += 1;
                return;
            }
            let (text, place) = (self.make_id(), row.place.clone());
            row.cells.insert(
                0,
                RawCell {
                    name: key.into(),
                    text,
                    place,
                },
            );
        }
        let id = kind.key_of(&row).into_owned();
        match self.by_key.get(&id).copied().filter(|_| !id.is_empty()) {
            None => {
                self.taken.insert(id.clone());
                self.by_key.insert(id, self.rows.len());
                self.contents.insert(content);
                self.counts.added += 1;
                self.rows.push(row);
            }
            Some(at) if values(&self.rows[at], key) == content => self.counts.same += 1,
            Some(at) => self.meet(at, row),
        }
    }

    /// A row whose key exists with other values.
    fn meet(&mut self, at: usize, row: RawRow) {
        let (kind, id) = (self.table.kind, self.table.kind.key_of(&row).into_owned());
        let label = kind.label;
        match self.table.map.existing {
            Existing::Refuse => self.problems.push(Problem::new(
                &row.place,
                Said::new(
                    format!("{}「{id}」は、ほかの内容ですでにあります", label.ja),
                    format!("{} \"{id}\" exists with other values", label.en),
                ),
                Said::new(
                    "対応表に existing = \"keep\"（今のものを残す）か \"replace\"（置き換える）を書いてください",
                    "Write existing = \"keep\" or \"replace\" into the map",
                ),
            )),
            Existing::Keep => {
                self.counts.kept += 1;
                self.report.push(Said::new(
                    format!("{}「{id}」は今のものを残しました", label.ja),
                    format!("{} \"{id}\" was kept as it is", label.en),
                ));
            }
            Existing::Replace => {
                self.counts.replaced += 1;
                self.report.push(Said::new(
                    format!("{}「{id}」を置き換えました", label.ja),
                    format!("{} \"{id}\" was replaced", label.en),
                ));
                self.rows[at] = row;
            }
        }
    }

    fn make_id(&mut self) -> String {
        let prefix = self.table.map.prefix.as_deref().unwrap_or(self.table.kind.name);
        loop {
            let id = format!("{prefix}-{}", self.next);
            self.next += 1;
            if !self.taken.contains(&id) {
                return id;
            }
        }
    }
}

/// The values of a row but for one field, in order of their names.
fn values(row: &RawRow, without: &str) -> Vec<(String, String)> {
    let cells = row
        .cells
        .iter()
        .filter(|cell| &*cell.name != without && !cell.text.is_empty());
    let mut values: Vec<_> = cells
        .map(|cell| (cell.name.to_string(), cell.text.clone()))
        .collect();
    values.sort();
    values
}
