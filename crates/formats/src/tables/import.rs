//! Imports the tables a map describes into a workspace.

use super::adding::{Adding, Counts};
use super::grid::Grid;
use super::map::{Map, TableMap};
use super::meaning::Meaning;
use super::names::{Names, kinds_of, scope_named};
use super::record;
use super::rows::Unclears;
use crate::xlsx_reader::{PROBLEMS_MAX, Sheet};
use mamori_domain::build::nearest;
use mamori_domain::description::KindDescription;
use mamori_domain::raw::{Place, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Problem, Said, Scope, scopes_of};
use std::collections::BTreeSet;

/// What an import comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The workspace with the new rows; their places are the cells they came from.
    pub raw: RawWorkspace,
    /// What was added, left out and assumed, in order.
    pub report: Vec<Said>,
}

/// Imports tables. The workspace given is not changed, so a dry run is an import whose result is not
/// stored.
///
/// # Errors
/// Every problem: sheets, columns, fields and scopes that do not exist, and all names and texts that
/// could not be resolved, each once.
pub fn import(sheets: &[Sheet], map: &Map, into: &RawWorkspace) -> Result<Imported, Vec<Problem>> {
    let mut imported = Imported {
        raw: into.clone(),
        report: Vec::new(),
    };
    let mut problems = Vec::new();
    for table in &map.tables {
        match Table::find(table, sheets, &imported.raw) {
            Ok(found) => problems.extend(found.import(&mut imported)),
            Err(found) => problems.extend(found),
        }
    }
    match problems.is_empty() {
        true => Ok(imported),
        false => Err(problems),
    }
}

/// A table found in its sheet.
pub(super) struct Table<'t> {
    pub(super) map: &'t TableMap,
    pub(super) sheet: &'t Sheet,
    pub(super) kind: &'static KindDescription,
    pub(super) scope: Scope,
}

fn not_there(place: &Place, what: Said, wanted: &str, names: &[&str]) -> Problem {
    let help = match nearest(wanted, names.iter().copied()) {
        Some(near) => Said::new(
            format!("「{near}」のことですか"),
            format!("Did you mean \"{near}\"?"),
        ),
        None => Said::new(
            format!("次のどれかにしてください：{}", names.join("、")),
            format!("It may be: {}", names.join(", ")),
        ),
    };
    Problem::new(place, what, help)
}

impl<'t> Table<'t> {
    fn find(map: &'t TableMap, sheets: &'t [Sheet], raw: &RawWorkspace) -> Result<Self, Vec<Problem>> {
        let place = Place::Sheet {
            sheet: map.sheet.as_str().into(),
            cell: String::new(),
        };
        let Some(sheet) = sheets.iter().find(|sheet| **sheet.name() == *map.sheet) else {
            let names: Vec<&str> = sheets.iter().map(|sheet| &**sheet.name()).collect();
            let what = Said::new(
                format!("シート「{}」がありません", map.sheet),
                format!("There is no sheet \"{}\"", map.sheet),
            );
            return Err(vec![not_there(&place, what, &map.sheet, &names)]);
        };
        let Some(scope) = scope_named(&map.scope).filter(|scope| raw.scope(scope).is_some()) else {
            let names: Vec<String> = raw.scopes.iter().map(|scope| scope.scope.to_string()).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let what = Said::new(
                format!("取り込み先「{}」がワークスペースにありません", map.scope),
                format!("The workspace has no \"{}\" to import into", map.scope),
            );
            return Err(vec![not_there(&place, what, &map.scope, &names)]);
        };
        let lists: Vec<&str> = kinds_of(scope.level()).collect();
        let kind = scopes_of(scope.level())
            .iter()
            .find(|kind| kind.name == map.target && lists.contains(&kind.name));
        let Some(kind) = kind else {
            let what = Said::new(
                format!(
                    "取り込み先「{}」に「{}」という表はありません",
                    map.scope, map.target
                ),
                format!("\"{}\" holds no list \"{}\"", map.scope, map.target),
            );
            return Err(vec![not_there(&place, what, &map.target, &lists)]);
        };
        let table = Table {
            map,
            sheet,
            kind,
            scope,
        };
        table.check_fields(&place)?;
        Ok(table)
    }

    /// Refuses fields the kind does not have.
    fn check_fields(&self, place: &Place) -> Result<(), Vec<Problem>> {
        let mut names: Vec<&str> = self.kind.fields.iter().map(|field| field.name).collect();
        names.extend(self.special());
        let given = self
            .map
            .columns
            .keys()
            .chain(self.map.fixed.keys())
            .chain(self.map.values.keys());
        let given = given.chain(&self.map.carry).chain(&self.map.one_per);
        let unknown: BTreeSet<&String> = given.filter(|name| !names.contains(&name.as_str())).collect();
        let problem = |name: &&String| {
            let what = Said::new(
                format!("「{name}」という欄はありません"),
                format!("There is no field \"{name}\""),
            );
            not_there(place, what, name, &names)
        };
        match unknown.is_empty() {
            true => Ok(()),
            false => Err(unknown.iter().map(problem).collect()),
        }
    }

    /// Columns that are no fields but fill some.
    fn special(&self) -> &'static [&'static str] {
        match self.kind.name {
            "flow" => &["which"],
            "treatment" => &["viewpoint"],
            _ => &[],
        }
    }

    fn import(&self, imported: &mut Imported) -> Vec<Problem> {
        let mut grid = Grid::new(self.sheet, self.map.empty.as_deref());
        let columns = match record::columns(&mut grid, self.map) {
            Ok(columns) => columns,
            Err(problems) => return problems,
        };
        let Some(scope) = imported.raw.scope(&self.scope) else {
            return Vec::new();
        };
        let meaning = Meaning {
            names: Names::seen_from(&self.scope, &imported.raw, self.map.endings.as_deref()),
            values: &self.map.values,
            scope,
        };
        let records = record::records(&grid, self.map, &columns);
        let (mut rows, mut unclear) = (Vec::new(), Unclears::default());
        let mut notes = Vec::new();
        for record in &records {
            rows.extend(self.rows_of(record, &meaning, &mut unclear, &mut notes));
            if unclear.problems.len() >= PROBLEMS_MAX {
                break;
            }
        }
        if !unclear.problems.is_empty() {
            return unclear.problems;
        }
        let unused = record::unused(&grid, self.map, &columns);
        let mut adding = Adding::new(self, &imported.raw);
        rows.into_iter().for_each(|row| adding.add(row));
        let Adding {
            rows,
            problems,
            counts,
            report,
            ..
        } = adding;
        imported.report.push(self.summary(records.len(), &counts));
        imported.report.extend(notes.into_iter().chain(report));
        if !unused.is_empty() {
            imported.report.push(Said::new(
                format!("使わなかった列：{}", unused.join("、")),
                format!("Columns not used: {}", unused.join(", ")),
            ));
        }
        put(&mut imported.raw, &self.scope, self.kind, rows);
        problems
    }

    fn summary(&self, records: usize, counts: &Counts) -> Said {
        let Counts {
            added,
            same,
            kept,
            replaced,
        } = counts;
        Said::new(
            format!(
                "シート「{}」：{records}件を読み、{}に{added}件を加えました（同じものがすでにある {same}件、残したもの {kept}件、置き換えたもの {replaced}件）",
                self.map.sheet, self.kind.label.ja
            ),
            format!(
                "Sheet \"{}\": {records} read, {added} added to {} ({same} already there, {kept} kept, {replaced} replaced)",
                self.map.sheet,
                self.kind.label.en.to_lowercase()
            ),
        )
    }
}

/// Puts a list into its scope, at the place the descriptions give it.
fn put(raw: &mut RawWorkspace, scope: &Scope, kind: &'static KindDescription, rows: Vec<RawRow>) {
    let Some(found) = raw.scopes.iter_mut().find(|found| found.scope == *scope) else {
        return;
    };
    let order = |name: &str| scopes_of(scope.level()).iter().position(|kind| kind.name == name);
    let RawScope { lists, .. } = found;
    lists.retain(|list| list.kind.name != kind.name);
    if !rows.is_empty() {
        let at = lists
            .iter()
            .position(|list| order(list.kind.name) > order(kind.name))
            .unwrap_or(lists.len());
        lists.insert(at, RawList { kind, rows });
    }
}
