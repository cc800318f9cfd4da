//! The normal form of raw values: what two encodings of the same thing have in common.

use mamori_domain::description::{FieldDescription, Level, Shape, ValueType};
use mamori_domain::raw::{Place, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Scope, scopes_of};

/// The text of a field as the raw tree holds it. The user's free text is never touched; ids, codes,
/// dates and numbers lose the spaces around them, and the ids of a list are joined by single spaces.
/// Empty when the value is absent.
pub fn value_text(field: &FieldDescription, typed: &str) -> String {
    match field.value {
        ValueType::Text { .. } | ValueType::Prose { .. } => typed.to_owned(),
        ValueType::Several(_) => typed.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => typed.trim().to_owned(),
    }
}

/// Whether a field takes yes or no.
pub fn is_yes_no(field: &FieldDescription) -> bool {
    matches!(field.value, ValueType::Choice([first, second]) if first.code == "yes" && second.code == "no")
}

/// The same values in the one order they are written in and without places: two workspaces hold the
/// same when their normal forms are equal. Settings and organisation are always present, scopes
/// stand in order of their ids, lists and cells in the order of the descriptions; lists without rows
/// and single things without values are left out.
pub fn normal_form(raw: &RawWorkspace) -> RawWorkspace {
    let mut scopes = vec![
        normal_scope(raw, Scope::Workspace),
        normal_scope(raw, Scope::Organisation),
    ];
    let mut others: Vec<&Scope> = raw.scopes.iter().map(|scope| &scope.scope).collect();
    others.retain(|scope| matches!(scope.level(), Level::Service | Level::Institution));
    others.sort();
    others.dedup();
    scopes.extend(others.into_iter().map(|scope| normal_scope(raw, scope.clone())));
    RawWorkspace { scopes }
}

/// Whether two workspaces hold the same values, wherever they were read from.
pub fn same(a: &RawWorkspace, b: &RawWorkspace) -> bool {
    normal_form(a) == normal_form(b)
}

fn normal_scope(raw: &RawWorkspace, scope: Scope) -> RawScope {
    let lists = raw.scope(&scope).map_or(&[][..], |found| &found.lists);
    let mut normal = Vec::new();
    for kind in scopes_of(scope.level()) {
        let rows = lists
            .iter()
            .filter(|list| list.kind.name == kind.name)
            .flat_map(|list| &list.rows);
        let mut rows: Vec<RawRow> = rows.map(|row| normal_row(row, kind.fields)).collect();
        if kind.shape == Shape::Single {
            rows.retain(|row| !row.cells.is_empty());
            rows.truncate(1);
        }
        if !rows.is_empty() {
            normal.push(RawList { kind, rows });
        }
    }
    RawScope { scope, lists: normal }
}

fn normal_row(row: &RawRow, fields: &[FieldDescription]) -> RawRow {
    let mut cells = row.cells.clone();
    cells.retain(|cell| !cell.text.is_empty());
    for cell in &mut cells {
        cell.place = Place::Made;
    }
    let order = |name: &str| {
        fields
            .iter()
            .position(|field| field.name == name)
            .unwrap_or(fields.len())
    };
    cells.sort_by(|a, b| {
        order(&a.name)
            .cmp(&order(&b.name))
            .then_with(|| a.name.cmp(&b.name))
    });
    RawRow {
        place: Place::Made,
        cells,
    }
}
