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
pub(crate) use folder::{linked_folder, read_what_can_be_of, stale_files};
pub use layout::{file_of, ignored};
pub(crate) use quoting::is_canonical_integer;
pub use write::write;

use crate::layout::Layout;
use crate::normal::same;
use crate::upgrade::{HISTORY, Past, Stated, layout_of, upgrade};
use layout::{Found, find};
use mamori_domain::description::{KindDescription, Shape};
use mamori_domain::raw::{Place, RawList, RawRow, RawScope, RawWorkspace};
use mamori_domain::{Problem, Said, Scope};
use position::decode;
use std::collections::BTreeMap;

/// The file of the settings; it marks a folder as a workspace.
const SETTINGS: &str = "mamori.toml";

/// Most cells of all lists together.
pub const MOST_CELLS: usize = 2_000_000;

/// Most bytes of a file that holds a single thing: far more than its fields can fill.
pub const MOST_SINGLE_BYTES: usize = 4 * 1024 * 1024;

/// Reads a workspace from its files: relative path (with `/`) to content. One of an older format is
/// brought to the newest.
///
/// Dot-files, Markdown files and the folder `out` are passed over ([`ignored`]); every other file
/// must be one of the layout.
///
/// # Errors
/// Every unknown file, folder, column and key, every value of a wrong sort and every syntax error,
/// with its place; a newer format alone.
pub fn read_files(files: &BTreeMap<String, Vec<u8>>) -> Result<RawWorkspace, Vec<Problem>> {
    read_files_along(files, HISTORY)
}

/// As [`read_files`], with other formats of the past.
///
/// # Errors
/// As [`read_files`].
pub fn read_files_along(
    files: &BTreeMap<String, Vec<u8>>,
    history: &[Past],
) -> Result<RawWorkspace, Vec<Problem>> {
    match read_what_can_be(files, history) {
        (raw, problems) if problems.is_empty() => Ok(raw),
        (_, problems) => Err(problems),
    }
}

/// Reads what can be read beside every problem, so that problems of values can be told at once with
/// those of the files.
pub(crate) fn read_what_can_be(
    files: &BTreeMap<String, Vec<u8>>,
    history: &[Past],
) -> (RawWorkspace, Vec<Problem>) {
    match layout_of(stated_format(files), history) {
        // What a newer program wrote cannot be judged field by field: its number is the one problem.
        Err(newer) => (RawWorkspace::default(), vec![newer]),
        Ok(layout) => {
            let (raw, problems) = read_by(&layout, files);
            (upgrade(raw, layout, history), problems)
        }
    }
}

/// The format that `mamori.toml` states, whatever else it holds.
fn stated_format(files: &BTreeMap<String, Vec<u8>>) -> Stated {
    let bytes = files.get(SETTINGS)?;
    let text = decode(SETTINGS, bytes, &mut Vec::new()).filter(|text| text.len() <= MOST_SINGLE_BYTES)?;
    let settings = Layout::NEWEST.workspace[0];
    let row = single::read(settings, SETTINGS, &text, &mut Vec::new())?;
    let cell = row.cell("format")?;
    Some((cell.text.parse().ok()?, cell.place.clone()))
}

fn read_by(layout: &Layout, files: &BTreeMap<String, Vec<u8>>) -> (RawWorkspace, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut room = MOST_CELLS;
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
        let Found { scope, kind } = match find(layout, path) {
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
        let rows = read_rows(kind, path, bytes, &mut room, &mut problems);
        if !rows.is_empty() {
            entry.lists.push(RawList { kind, rows });
        }
    }
    if !files.contains_key(SETTINGS) {
        problems.push(no_settings());
    }
    let mut scopes: Vec<RawScope> = scopes.into_values().collect();
    for scope in &mut scopes {
        let kinds = layout.kinds(scope.scope.level());
        scope
            .lists
            .sort_by_key(|list| kinds.iter().position(|kind| kind.name == list.kind.name));
    }
    (RawWorkspace { scopes }, problems)
}

fn read_rows(
    kind: &'static KindDescription,
    path: &str,
    bytes: &[u8],
    room: &mut usize,
    problems: &mut Vec<Problem>,
) -> Vec<RawRow> {
    if kind.shape == Shape::Single && bytes.len() > MOST_SINGLE_BYTES {
        problems.push(too_large(path));
        return Vec::new();
    }
    let Some(text) = decode(path, bytes, problems) else {
        return Vec::new();
    };
    match kind.shape {
        Shape::Single => single::read(kind, path, &text, problems).into_iter().collect(),
        Shape::List => lists::read(kind, path, &text, room, problems),
    }
}

/// Whether two contents of the file at a path hold the same values, whatever their comments, order
/// of columns and quoting. Contents that cannot be read are never the same.
pub(crate) fn same_file(path: &str, one: &[u8], other: &[u8]) -> bool {
    let Ok(Found { scope, kind }) = find(&Layout::NEWEST, path) else {
        return false;
    };
    let read = |bytes: &[u8]| {
        let mut problems = Vec::new();
        let rows = read_rows(kind, path, bytes, &mut { MOST_CELLS }, &mut problems);
        let lists = vec![RawList { kind, rows }];
        let workspace = RawWorkspace {
            scopes: vec![RawScope {
                scope: scope.clone(),
                lists,
            }],
        };
        problems.is_empty().then_some(workspace)
    };
    read(one)
        .zip(read(other))
        .is_some_and(|(one, other)| same(&one, &other))
}

fn too_large(path: &str) -> Problem {
    Problem::new(
        &Place::file(path),
        Said::new(
            format!("大きすぎます（上限は{}MBです）", MOST_SINGLE_BYTES >> 20),
            format!("It is too large (at most {} MB)", MOST_SINGLE_BYTES >> 20),
        ),
        Said::new(
            "別の内容が紛れていないか確かめてください",
            "Check that nothing else slipped into it",
        ),
    )
}

fn no_settings() -> Problem {
    Problem::new(
        &Place::file(SETTINGS),
        Said::new("mamori.toml がありません", "There is no mamori.toml"),
        Said::new(
            "ワークスペースのフォルダを指定してください。新しく始めるときは mamori.toml を作り、format = 1 と書いてください",
            "Name the folder of a workspace; to begin a new one, make mamori.toml with the line format = 1",
        ),
    )
}
