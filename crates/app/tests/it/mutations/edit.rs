//! A change to a workspace, made on raw values so that it reaches every kind and field alike.

use mamori_domain::description::{KindDescription, Level, ValueType};
use mamori_domain::raw::{Place, RawCell, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Scope, scopes_of};

/// A named change.
pub struct Edit {
    /// What it does, as the expectations name it.
    pub name: String,
    /// Its steps, made one after the other.
    pub steps: Vec<Step>,
}

/// One step of a change. Scopes are written as `organisation`, `services/emr`.
pub enum Step {
    /// Sets or clears (empty text) a field of a row; a row that does not exist is added with it.
    Set {
        scope: &'static str,
        kind: &'static str,
        key: String,
        field: &'static str,
        value: String,
    },
    /// Removes a row with everything that refers to it.
    Remove {
        scope: String,
        kind: &'static str,
        key: String,
    },
    /// Removes all rows of a kind, with everything that refers to them.
    Clear { scope: String, kind: &'static str },
    /// Sets a field of a row, for generated changes.
    Put {
        scope: String,
        kind: &'static str,
        key: String,
        field: &'static str,
        value: String,
    },
}

impl Edit {
    /// A change of one field of one row.
    pub fn put(
        name: String,
        scope: &str,
        kind: &'static str,
        key: &str,
        field: &'static str,
        value: &str,
    ) -> Edit {
        let step = Step::Put {
            scope: scope.to_owned(),
            kind,
            key: key.to_owned(),
            field,
            value: value.to_owned(),
        };
        Edit {
            name,
            steps: vec![step],
        }
    }

    /// The workspace after the change.
    pub fn apply(&self, raw: &RawWorkspace) -> RawWorkspace {
        let mut raw = raw.clone();
        for step in &self.steps {
            match step {
                Step::Set {
                    scope,
                    kind,
                    key,
                    field,
                    value,
                } => put(&mut raw, scope, kind, key, field, value),
                Step::Put {
                    scope,
                    kind,
                    key,
                    field,
                    value,
                } => put(&mut raw, scope, kind, key, field, value),
                Step::Remove { scope, kind, key } => remove(&mut raw, scope, kind, key),
                Step::Clear { scope, kind } => {
                    for key in keys(&raw, scope, kind) {
                        remove(&mut raw, scope, kind, &key);
                    }
                }
            }
        }
        raw
    }
}

fn scope_named(scope: &str) -> Scope {
    match scope.split_once('/') {
        Some(("services", id)) => Scope::Service(id.into()),
        Some((_, id)) => Scope::Institution(id.into()),
        None if scope == "workspace" => Scope::Workspace,
        None => Scope::Organisation,
    }
}

/// The description of a kind.
pub fn description(kind: &str) -> &'static KindDescription {
    [
        Level::Workspace,
        Level::Organisation,
        Level::Service,
        Level::Institution,
    ]
    .into_iter()
    .flat_map(scopes_of)
    .find(|description| description.name == kind)
    .unwrap_or_else(|| panic!("there is no kind {kind}"))
}

fn keys(raw: &RawWorkspace, scope: &str, kind: &str) -> Vec<String> {
    let rows = raw
        .scope(&scope_named(scope))
        .map_or(&[][..], |raw| raw.rows(kind));
    rows.iter()
        .map(|row| description(kind).key_of(row).into_owned())
        .collect()
}

fn put(raw: &mut RawWorkspace, scope: &str, kind: &str, key: &str, field: &str, value: &str) {
    let described = description(kind);
    let field = described
        .field(field)
        .unwrap_or_else(|| panic!("{kind} has no field {field}"))
        .name;
    let row = row_for(raw, &scope_named(scope), described, key);
    row.cells.retain(|cell| &*cell.name != field);
    if !value.is_empty() {
        row.cells.push(RawCell {
            name: field.into(),
            text: value.to_owned(),
            place: Place::Made,
        });
    }
}

fn row_for<'a>(
    raw: &'a mut RawWorkspace,
    scope: &Scope,
    kind: &'static KindDescription,
    key: &str,
) -> &'a mut RawRow {
    let at = raw
        .scopes
        .iter()
        .position(|raw| raw.scope == *scope)
        .unwrap_or_else(|| {
            raw.scopes.push(RawScope {
                scope: scope.clone(),
                lists: Vec::new(),
            });
            raw.scopes.len() - 1
        });
    let lists = &mut raw.scopes[at].lists;
    let at = lists
        .iter()
        .position(|list| list.kind == kind)
        .unwrap_or_else(|| {
            lists.push(RawList {
                kind,
                rows: Vec::new(),
            });
            lists.len() - 1
        });
    let rows = &mut lists[at].rows;
    let at = rows
        .iter()
        .position(|row| kind.key_of(row) == key)
        .unwrap_or_else(|| {
            let parts = key.splitn(kind.key.len(), ' ');
            let cell = |(name, text): (&&str, &str)| RawCell {
                name: (*name).into(),
                text: text.to_owned(),
                place: Place::Made,
            };
            let cells = kind.key.iter().zip(parts).map(cell).collect();
            rows.push(RawRow {
                place: Place::Made,
                cells,
            });
            rows.len() - 1
        });
    &mut rows[at]
}

/// Removes a row, then drops what referred to it: an id out of a list, an optional value, or the
/// whole row where the reference was required.
fn remove(raw: &mut RawWorkspace, scope: &str, kind: &str, key: &str) {
    let scope = scope_named(scope);
    for part in raw.scopes.iter_mut().filter(|part| part.scope == scope) {
        for list in part.lists.iter_mut().filter(|list| list.kind.name == kind) {
            list.rows.retain(|row| list.kind.key_of(row) != key);
        }
    }
    let mut orphans = Vec::new();
    for part in raw
        .scopes
        .iter_mut()
        .filter(|part| scope == Scope::Organisation || part.scope == scope)
    {
        for list in &mut part.lists {
            let referring = list.kind.fields.iter().enumerate().filter(|(at, field)| {
                field.value.referenced_kind() == Some(kind) && !(*at == 0 && list.kind.name == kind)
            });
            for (_, field) in referring {
                for row in &mut list.rows {
                    let points = row.text(field.name).split(' ').any(|id| id == key);
                    if points && field.required && !matches!(field.value, ValueType::Several(_)) {
                        orphans.push((
                            part.scope.to_string(),
                            list.kind.name,
                            list.kind.key_of(row).into_owned(),
                        ));
                    } else if points {
                        drop_id(row, field.name, key);
                    }
                }
            }
        }
    }
    for (scope, kind, key) in orphans {
        remove(raw, &scope, kind, &key);
    }
}

fn drop_id(row: &mut RawRow, field: &str, id: &str) {
    for cell in row.cells.iter_mut().filter(|cell| &*cell.name == field) {
        cell.text = cell
            .text
            .split(' ')
            .filter(|other| *other != id)
            .collect::<Vec<_>>()
            .join(" ");
    }
    row.cells.retain(|cell| !cell.text.is_empty());
}
