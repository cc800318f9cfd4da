//! Runs steps on a workspace, and turns them round.

use super::{Change, RowStep};
use crate::normal::normal_form;
use mamori_domain::description::{KindDescription, Shape};
use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Said, Scope, scopes_of};

/// A step that does not fit the workspace: it was made for another state of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The step's number, from 0.
    pub step: usize,
    /// What does not fit.
    pub what: Said,
}

/// Runs steps on a workspace; the result has normal form. Nothing is changed halfway: the input is
/// only read.
///
/// # Errors
/// The first step that does not find what it was made for.
pub fn apply(raw: &RawWorkspace, changes: &[Change]) -> Result<RawWorkspace, Conflict> {
    let mut raw = normal_form(raw);
    for (step, change) in changes.iter().enumerate() {
        run(&mut raw, change).map_err(|what| Conflict { step, what })?;
    }
    Ok(normal_form(&raw))
}

/// The steps that lead back.
pub fn invert(changes: &[Change]) -> Vec<Change> {
    changes.iter().rev().map(inverse).collect()
}

fn inverse(change: &Change) -> Change {
    match change.clone() {
        Change::ScopeAdded(scope) => Change::ScopeRemoved(scope),
        Change::ScopeRemoved(scope) => Change::ScopeAdded(scope),
        Change::RowAdded(step) => Change::RowRemoved(step),
        Change::RowRemoved(step) => Change::RowAdded(step),
        Change::RowMoved {
            scope,
            kind,
            key,
            from,
            to,
        } => Change::RowMoved {
            scope,
            kind,
            key,
            from: to,
            to: from,
        },
        Change::FieldChanged {
            scope,
            kind,
            key,
            at,
            field,
            before,
            after,
        } => Change::FieldChanged {
            scope,
            kind,
            key,
            at,
            field,
            before: after,
            after: before,
        },
    }
}

fn run(raw: &mut RawWorkspace, change: &Change) -> Result<(), Said> {
    match change {
        Change::ScopeAdded(scope) => match raw.scope(&scope.scope) {
            Some(_) => Err(misfit(&scope.scope, "すでにあります", "already exists")),
            None => {
                raw.scopes.push(scope.clone());
                raw.scopes.sort_by(|a, b| a.scope.cmp(&b.scope));
                Ok(())
            }
        },
        Change::ScopeRemoved(scope) => {
            let at = raw.scopes.iter().position(|found| normal(found) == normal(scope));
            let at =
                at.ok_or_else(|| misfit(&scope.scope, "変わっているか、ありません", "changed or is gone"))?;
            raw.scopes.remove(at);
            Ok(())
        }
        Change::RowAdded(RowStep { scope, kind, at, row }) => {
            let rows = rows(raw, scope, kind)?;
            if *at > rows.len() {
                return Err(gone(kind, &kind.key_of(row)));
            }
            rows.insert(*at, row.clone());
            Ok(())
        }
        Change::RowRemoved(RowStep { scope, kind, at, row }) => {
            let rows = rows(raw, scope, kind)?;
            if rows.get(*at) != Some(row) {
                return Err(gone(kind, &kind.key_of(row)));
            }
            rows.remove(*at);
            Ok(())
        }
        Change::RowMoved {
            scope,
            kind,
            key,
            from,
            to,
        } => {
            let rows = rows(raw, scope, kind)?;
            if *to >= rows.len() || rows.get(*from).is_none_or(|row| kind.key_of(row) != *key) {
                return Err(gone(kind, key));
            }
            let row = rows.remove(*from);
            rows.insert(*to, row);
            Ok(())
        }
        Change::FieldChanged {
            scope,
            kind,
            key,
            at,
            field,
            before,
            after,
        } => {
            let rows = rows(raw, scope, kind)?;
            if kind.shape == Shape::Single && rows.is_empty() {
                rows.push(RawRow {
                    place: Place::Made,
                    cells: Vec::new(),
                });
            }
            let row = rows
                .get_mut(*at)
                .filter(|row| kind.key_of(row) == *key && row.text(field) == before);
            set(row.ok_or_else(|| gone(kind, key))?, kind, field, after);
            Ok(())
        }
    }
}

fn normal(scope: &RawScope) -> RawWorkspace {
    normal_form(&RawWorkspace {
        scopes: vec![scope.clone()],
    })
}

/// The rows of a kind, ready to be changed.
fn rows<'a>(
    raw: &'a mut RawWorkspace,
    scope: &Scope,
    kind: &'static KindDescription,
) -> Result<&'a mut Vec<RawRow>, Said> {
    let holds = scopes_of(scope.level()).iter().any(|held| held.name == kind.name);
    let found = raw
        .scopes
        .iter_mut()
        .find(|found| found.scope == *scope)
        .filter(|_| holds);
    let lists = &mut found
        .ok_or_else(|| misfit(scope, "がありません", "does not exist"))?
        .lists;
    let at = match lists.iter().position(|list| list.kind.name == kind.name) {
        Some(at) => at,
        None => {
            lists.push(RawList {
                kind,
                rows: Vec::new(),
            });
            lists.len() - 1
        }
    };
    Ok(&mut lists[at].rows)
}

/// Sets a field, cells staying in the order of the description.
fn set(row: &mut RawRow, kind: &KindDescription, field: &str, text: &str) {
    row.cells.retain(|cell| &*cell.name != field);
    if !text.is_empty() {
        row.cells.push(RawCell {
            name: field.into(),
            text: text.to_owned(),
            place: Place::Made,
        });
        row.cells
            .sort_by_key(|cell| kind.fields.iter().position(|known| *known.name == *cell.name));
    }
}

fn misfit(scope: &Scope, ja: &str, en: &str) -> Said {
    Said::new(format!("{scope} は{ja}"), format!("{scope} {en}"))
}

fn gone(kind: &KindDescription, key: &str) -> Said {
    Said::new(
        format!("{}「{key}」が、変更を作ったときと違います", kind.label.ja),
        format!(
            "{} \"{key}\" is not as it was when the change was made",
            kind.label.en
        ),
    )
}
