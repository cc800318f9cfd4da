//! Which things only took another id, and which changes do no more than follow them.

use super::{Change, RowStep};
use mamori_domain::Scope;
use mamori_domain::description::{FieldDescription, KindDescription, Level, ValueType};
use mamori_domain::raw::{RawRow, RawScope};

/// A thing whose id changed and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Renamed {
    /// Whose thing.
    pub(super) scope: Scope,
    /// Its kind; for a service or institution the kind of its own values.
    pub(super) kind: &'static str,
    /// The id before.
    pub(super) old: String,
    /// The id afterwards.
    pub(super) new: String,
    /// The change that took the old id away.
    pub(super) removed: usize,
    /// The change that brought the new one.
    pub(super) added: usize,
}

/// What was renamed between two workspaces.
pub(super) struct Renames {
    pub(super) all: Vec<Renamed>,
}

impl Renames {
    /// Finds what was renamed among some changes: of what went and what came, pairs of the same
    /// content. Where several things hold the same, none is taken for another.
    pub(super) fn of(changes: &[Change]) -> Self {
        let mut renames = Renames { all: Vec::new() };
        // A thing that refers to a renamed one is the same thing only once that one is known.
        loop {
            let found: Vec<Renamed> = (0..changes.len())
                .filter_map(|at| renames.pair(changes, at))
                .collect();
            if found.is_empty() {
                return renames;
            }
            renames.all.extend(found);
        }
    }

    fn pair(&self, changes: &[Change], removed: usize) -> Option<Renamed> {
        if self.all.iter().any(|one| one.removed == removed) {
            return None;
        }
        let partners = |at: usize| -> Vec<usize> {
            let taken = |other: usize| {
                self.all
                    .iter()
                    .any(|one| one.removed == other || one.added == other)
            };
            let alike = |other: &usize| !taken(*other) && self.alike(&changes[at], &changes[*other]);
            (0..changes.len()).filter(alike).collect()
        };
        let [added] = partners(removed)[..] else {
            return None;
        };
        let back = |other: &usize| self.alike(&changes[*other], &changes[added]);
        if (0..changes.len()).filter(back).count() != 1 {
            return None;
        }
        let (scope, kind, old, new) = match (&changes[removed], &changes[added]) {
            (Change::RowRemoved(old), Change::RowAdded(new)) => {
                let key = |step: &RowStep| step.kind.key_of(&step.row).into_owned();
                (old.scope.clone(), old.kind.name, key(old), key(new))
            }
            (Change::ScopeRemoved(old), Change::ScopeAdded(new)) => {
                let kind = mamori_domain::scopes_of(old.scope.level())[0].name;
                (
                    new.scope.clone(),
                    kind,
                    old.scope.id().to_owned(),
                    new.scope.id().to_owned(),
                )
            }
            _ => return None,
        };
        Some(Renamed {
            scope,
            kind,
            old,
            new,
            removed,
            added,
        })
    }

    /// Whether what went and what came are the same but for the id.
    fn alike(&self, went: &Change, came: &Change) -> bool {
        match (went, came) {
            (Change::RowRemoved(old), Change::RowAdded(new)) => {
                old.kind.has_own_ids()
                    && old.scope == new.scope
                    && old.kind.name == new.kind.name
                    && self.same_row(&old.scope, old.kind, 1, &old.row, &new.row)
            }
            (Change::ScopeRemoved(old), Change::ScopeAdded(new)) => {
                old.scope.level() == new.scope.level() && !old.lists.is_empty() && self.same_lists(old, new)
            }
            _ => false,
        }
    }

    fn same_lists(&self, old: &RawScope, new: &RawScope) -> bool {
        let same_rows =
            |(old_list, new_list): (&mamori_domain::raw::RawList, &mamori_domain::raw::RawList)| {
                let mut rows = old_list.rows.iter().zip(&new_list.rows);
                old_list.kind.name == new_list.kind.name
                    && old_list.rows.len() == new_list.rows.len()
                    && rows.all(|(a, b)| self.same_row(&new.scope, old_list.kind, 0, a, b))
            };
        old.lists.len() == new.lists.len() && old.lists.iter().zip(&new.lists).all(same_rows)
    }

    /// Whether two rows say the same from a field on, ids of renamed things aside.
    fn same_row(
        &self,
        scope: &Scope,
        kind: &KindDescription,
        from: usize,
        old: &RawRow,
        new: &RawRow,
    ) -> bool {
        kind.fields[from..]
            .iter()
            .all(|field| self.follows(scope, field, old.text(field.name), new.text(field.name)))
    }

    /// Whether a value only follows renamed things, or is as it was.
    fn follows(&self, scope: &Scope, field: &FieldDescription, old: &str, new: &str) -> bool {
        if old == new {
            return true;
        }
        let (old, new): (Vec<&str>, Vec<&str>) =
            (old.split_whitespace().collect(), new.split_whitespace().collect());
        let same = |(a, b): (&&str, &&str)| a == b || self.word_follows(scope, &field.value, a, b);
        old.len() == new.len() && old.iter().zip(&new).all(same)
    }

    fn word_follows(&self, scope: &Scope, value: &ValueType, old: &str, new: &str) -> bool {
        match value {
            ValueType::Several(inner) => self.word_follows(scope, inner, old, new),
            ValueType::Reference(kind) => self.means(scope, Some(kind), old, new),
            ValueType::Pattern => {
                let (old, new): (Vec<&str>, Vec<&str>) = (old.split('/').collect(), new.split('/').collect());
                let same = |(a, b): (&&str, &&str)| a == b || self.means(scope, None, a, b);
                old.len() == new.len() && old.iter().zip(&new).all(same)
            }
            _ => false,
        }
    }

    fn means(&self, scope: &Scope, kind: Option<&str>, old: &str, new: &str) -> bool {
        let seen = |one: &Renamed| {
            one.scope == *scope
                || one.scope.level() == Level::Organisation
                || scope.level() == Level::Institution
                || matches!(one.kind, "service" | "institution")
        };
        self.all.iter().any(|one| {
            one.old == old && one.new == new && seen(one) && kind.is_none_or(|kind| kind == one.kind)
        })
    }

    /// Whether a change needs no sentence of its own, because it is told as a renaming or does no
    /// more than follow one.
    pub(super) fn covers(&self, changes: &[Change], at: usize) -> bool {
        if let Some(one) = self.all.iter().find(|one| one.removed == at || one.added == at) {
            return one.removed == at;
        }
        match &changes[at] {
            Change::FieldChanged {
                kind,
                field,
                before,
                after,
                ..
            } if kind.name == "settings" && *field == "retired" => self.retires(before, after),
            Change::FieldChanged {
                scope,
                kind,
                field,
                before,
                after,
                ..
            } => kind
                .field(field)
                .is_some_and(|field| self.follows(scope, field, before, after)),
            // A row known by a pattern or by a renamed thing goes and comes when that is renamed.
            Change::RowRemoved(old) => changes.iter().any(|other| self.moves_on(old, other)),
            Change::RowAdded(new) => changes.iter().any(|other| match other {
                Change::RowRemoved(old) => self.moves_on(old, &Change::RowAdded(new.clone())),
                _ => false,
            }),
            _ => false,
        }
    }

    fn moves_on(&self, old: &RowStep, came: &Change) -> bool {
        let Change::RowAdded(new) = came else {
            return false;
        };
        old.scope == new.scope
            && old.kind.name == new.kind.name
            && self.same_row(&old.scope, old.kind, 0, &old.row, &new.row)
    }

    /// Whether the retired ids only took in what was renamed.
    fn retires(&self, before: &str, after: &str) -> bool {
        let before: Vec<&str> = before.split_whitespace().collect();
        let after: Vec<&str> = after.split_whitespace().collect();
        let renamed = |id: &str| {
            let is = |one: &Renamed| id == format!("{}/{}", one.kind, one.old);
            self.all.iter().any(is)
        };
        before.iter().all(|id| after.contains(id))
            && after.iter().all(|id| before.contains(id) || renamed(id))
    }
}
