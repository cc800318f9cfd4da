//! The text form: a folder of TOML files for single things and CSV files for lists.
//!
//! ```text
//! mamori.toml                          settings; always there, it marks the folder as a workspace
//! organisation/officers.csv            one file a kind, named by the kind's `file`
//! services/<id>/service.toml
//! institutions/<id>/institution.toml
//! ```
//!
//! Pure: [`read_files`] and [`write`] work on a map of relative paths; only [`read_folder`] touches
//! the disk. Line ends are read as LF, whatever they were.

mod folder;
mod layout;
mod lists;
mod position;
mod quoting;
mod separated;
mod single;
mod write;

pub use folder::{MOST_BYTES, MOST_FILES, read_folder};
pub use layout::{file_of, ignored};
pub use write::write;

use layout::{Found, find};
use mamori_domain::description::Shape;
use mamori_domain::raw::{Place, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Problem, Said, Scope, scopes_of};
use position::decode;
use std::collections::BTreeMap;

/// Reads a workspace from its files: relative path (with `/`) to content.
///
/// Dot-files, Markdown files and the folder `out` are passed over ([`ignored`]); every other file
/// must be one of the layout.
///
/// # Errors
/// Every unknown file, folder, column and key, every value of a wrong sort and every syntax error,
/// with its place.
pub fn read_files(files: &BTreeMap<String, Vec<u8>>) -> Result<RawWorkspace, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut scopes: BTreeMap<Scope, RawScope> = BTreeMap::new();
    for scope in [Scope::Workspace, Scope::Organisation] {
        scopes.insert(
            scope.clone(),
            RawScope {
                scope,
                lists: Vec::new(),
            },
        );
    }
    for (path, bytes) in files.iter().filter(|(path, _)| !ignored(path)) {
        let Found { scope, kind } = match find(path) {
            Ok(found) => found,
            Err(problem) => {
                problems.push(*problem);
                continue;
            }
        };
        let entry = scopes.entry(scope.clone()).or_insert_with(|| RawScope {
            scope,
            lists: Vec::new(),
        });
        let Some(text) = decode(path, bytes, &mut problems) else {
            continue;
        };
        let rows: Vec<RawRow> = match kind.shape {
            Shape::Single => single::read(kind, path, &text, &mut problems)
                .into_iter()
                .collect(),
            Shape::List => lists::read(kind, path, &text, &mut problems),
        };
        if !rows.is_empty() {
            entry.lists.push(RawList { kind, rows });
        }
    }
    if !files.contains_key("mamori.toml") {
        problems.push(no_settings());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut scopes: Vec<RawScope> = scopes.into_values().collect();
    for scope in &mut scopes {
        let kinds = scopes_of(scope.scope.level());
        scope
            .lists
            .sort_by_key(|list| kinds.iter().position(|kind| kind.name == list.kind.name));
    }
    Ok(RawWorkspace { scopes })
}

fn no_settings() -> Problem {
    Problem::new(
        &Place::file("mamori.toml"),
        Said::new("mamori.toml がありません", "There is no mamori.toml"),
        Said::new(
            "ワークスペースのフォルダを指定してください。新しく始めるときは mamori.toml を作り、format = 1 と書いてください",
            "Name the folder of a workspace; to begin a new one, make mamori.toml with the line format = 1",
        ),
    )
}
