//! What changed between two workspaces: as steps that can be applied and taken back, and as
//! sentences.
//!
//! Steps are made for the normal form ([`crate::normal::normal_form`]) and run one after the other;
//! row numbers count at the moment a step runs. `apply(a, diff(a, b))` is `b`, and
//! `apply(b, invert(diff(a, b)))` is `a`.

mod apply;
mod order;
mod renamed;
mod sentence;
mod weight;

pub use apply::{Conflict, apply, invert};
pub use sentence::{About, Sentence, sentences};
pub use weight::{PRESENTATIONAL_FIELDS, is_material};

use crate::normal::normal_form;
use mamori_domain::Scope;
use mamori_domain::description::{KindDescription, Shape};
use mamori_domain::raw::{RawRow, RawScope, RawWorkspace};
use order::{moves, pair};

/// One step from a workspace to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A service or institution with all it holds was added.
    ScopeAdded(RawScope),
    /// A service or institution with all it held was removed.
    ScopeRemoved(RawScope),
    /// A row was added.
    RowAdded(RowStep),
    /// A row was removed.
    RowRemoved(RowStep),
    /// A row took another place in its list.
    RowMoved {
        /// Whose list.
        scope: Scope,
        /// The list's kind.
        kind: &'static KindDescription,
        /// The row's key.
        key: String,
        /// Its number before, from 0.
        from: usize,
        /// Its number afterwards, from 0.
        to: usize,
    },
    /// A field took another value.
    FieldChanged {
        /// Whose row.
        scope: Scope,
        /// The row's kind.
        kind: &'static KindDescription,
        /// The row's key; empty for a single thing.
        key: String,
        /// The row's number, from 0.
        at: usize,
        /// The field.
        field: &'static str,
        /// The value before; empty when there was none.
        before: String,
        /// The value afterwards; empty when there is none.
        after: String,
    },
}

/// A row that comes or goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowStep {
    /// Whose list.
    pub scope: Scope,
    /// The list's kind.
    pub kind: &'static KindDescription,
    /// The row's number, from 0.
    pub at: usize,
    /// The row.
    pub row: RawRow,
}

impl Change {
    /// The scope it happened in.
    pub fn scope(&self) -> &Scope {
        match self {
            Change::ScopeAdded(scope) | Change::ScopeRemoved(scope) => &scope.scope,
            Change::RowAdded(step) | Change::RowRemoved(step) => &step.scope,
            Change::RowMoved { scope, .. } | Change::FieldChanged { scope, .. } => scope,
        }
    }
}

/// The steps from one workspace to another, wherever their values were read from. Rows are known by
/// their keys, so a row whose key changed was removed and added.
pub fn diff(a: &RawWorkspace, b: &RawWorkspace) -> Vec<Change> {
    let (a, b) = (normal_form(a), normal_form(b));
    let mut changes = Vec::new();
    for scope in &a.scopes {
        match b.scope(&scope.scope) {
            None => changes.push(Change::ScopeRemoved(scope.clone())),
            Some(other) => diff_scope(scope, other, &mut changes),
        }
    }
    let added = b.scopes.iter().filter(|scope| a.scope(&scope.scope).is_none());
    changes.extend(added.map(|scope| Change::ScopeAdded(scope.clone())));
    changes
}

fn diff_scope(a: &RawScope, b: &RawScope, changes: &mut Vec<Change>) {
    for kind in mamori_domain::scopes_of(a.scope.level()) {
        let (before, after) = (a.rows(kind.name), b.rows(kind.name));
        match kind.shape {
            Shape::Single => {
                let nothing = RawRow {
                    place: mamori_domain::raw::Place::Made,
                    cells: Vec::new(),
                };
                let of = |rows: &[RawRow]| rows.first().unwrap_or(&nothing).clone();
                diff_row(&a.scope, kind, 0, &of(before), &of(after), changes);
            }
            Shape::List => diff_list(&a.scope, kind, before, after, changes),
        }
    }
}

fn diff_list(
    scope: &Scope,
    kind: &'static KindDescription,
    before: &[RawRow],
    after: &[RawRow],
    changes: &mut Vec<Change>,
) {
    let pairs = pair(kind, before, after);
    let step = |at: usize, row: &RawRow| RowStep {
        scope: scope.clone(),
        kind,
        at,
        row: row.clone(),
    };
    for (at, row) in before.iter().enumerate().rev() {
        if pairs.to[at].is_none() {
            changes.push(Change::RowRemoved(step(at, row)));
        }
    }
    let kept: Vec<usize> = pairs.to.iter().flatten().copied().collect();
    for moved in moves(&kept) {
        let key = kind.key_of(&after[moved.row]).into_owned();
        changes.push(Change::RowMoved {
            scope: scope.clone(),
            kind,
            key,
            from: moved.from,
            to: moved.to,
        });
    }
    for (at, row) in after.iter().enumerate() {
        match pairs.from[at] {
            None => changes.push(Change::RowAdded(step(at, row))),
            Some(old) => diff_row(scope, kind, at, &before[old], row, changes),
        }
    }
}

fn diff_row(
    scope: &Scope,
    kind: &'static KindDescription,
    at: usize,
    before: &RawRow,
    after: &RawRow,
    changes: &mut Vec<Change>,
) {
    for field in kind.fields {
        let (old, new) = (before.text(field.name), after.text(field.name));
        if old != new {
            changes.push(Change::FieldChanged {
                scope: scope.clone(),
                kind,
                key: kind.key_of(after).into_owned(),
                at,
                field: field.name,
                before: old.to_owned(),
                after: new.to_owned(),
            });
        }
    }
}
