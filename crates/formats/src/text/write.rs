//! Writes a workspace as files, always the same for the same values.

use super::layout::file_of;
use super::quoting::{csv_cell, toml_value};
use mamori_domain::description::{KindDescription, Shape};
use mamori_domain::raw::{RawRow, RawScope, RawWorkspace};
use mamori_domain::{Scope, scopes_of};
use std::collections::BTreeMap;

/// The files of a workspace: relative path to content, in UTF-8 with LF.
///
/// Kinds without values get no file, with two exceptions that keep what a path alone says: the
/// settings are always written (they mark the folder as a workspace), and a service or institution
/// without any value gets its own file with a comment, so that its folder stays. A CSV file has the
/// required columns and those that some row uses. Fields the kind does not have are not written;
/// no reader lets them in.
pub fn write(raw: &RawWorkspace) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    files.insert("mamori.toml".to_owned(), b"# Mamori\n".to_vec());
    for scope in &raw.scopes {
        write_scope(scope, &mut files);
    }
    files
}

fn write_scope(scope: &RawScope, files: &mut BTreeMap<String, Vec<u8>>) {
    let mut any = false;
    for list in &scope.lists {
        let content = match list.kind.shape {
            Shape::Single => list.rows.first().and_then(|row| single(list.kind, row)),
            Shape::List => table(list.kind, &list.rows),
        };
        if let Some(content) = content {
            files.insert(file_of(&scope.scope, list.kind), content.into_bytes());
            any = true;
        }
    }
    if !any && matches!(scope.scope, Scope::Service(_) | Scope::Institution(_)) {
        let own = scopes_of(scope.scope.level())
            .iter()
            .find(|kind| kind.shape == Shape::Single);
        if let Some(kind) = own {
            let content = format!("# {} / {}\n", kind.label.ja, kind.label.en);
            files.insert(file_of(&scope.scope, kind), content.into_bytes());
        }
    }
}

fn single(kind: &KindDescription, row: &RawRow) -> Option<String> {
    let mut content = String::new();
    for field in kind.fields {
        let text = row.text(field.name);
        if !text.is_empty() {
            content.push_str(&format!("{} = {}\n", field.name, toml_value(field, text)));
        }
    }
    (!content.is_empty()).then_some(content)
}

fn table(kind: &KindDescription, rows: &[RawRow]) -> Option<String> {
    let rows: Vec<&RawRow> = rows.iter().filter(|row| !row.cells.is_empty()).collect();
    if rows.is_empty() {
        return None;
    }
    let used = |name: &str| rows.iter().any(|row| !row.text(name).is_empty());
    let columns: Vec<&str> = kind
        .fields
        .iter()
        .filter(|field| field.required || used(field.name))
        .map(|field| field.name)
        .collect();
    let mut content = columns.join(",") + "\n";
    for row in rows {
        let cells: Vec<String> = columns.iter().map(|name| csv_cell(row.text(name))).collect();
        content.push_str(&cells.join(","));
        content.push('\n');
    }
    Some(content)
}
