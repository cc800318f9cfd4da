//! Reads the text form from a folder on disk, within bounds.

use super::layout::find;
use super::{ignored, read_what_can_be};
use crate::layout::Layout;
use crate::upgrade::{HISTORY, Past};
use mamori_domain::raw::{Place, RawWorkspace};
use mamori_domain::{Problem, Said};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

/// Most bytes of all files of a workspace together.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Most files of a workspace.
pub const MOST_FILES: usize = 50_000;

/// Deepest folder the layout knows, with one to spare so that a misplaced file is named.
const DEEPEST: usize = 4;

/// Reads a workspace from a folder. Symbolic links are refused, so nothing outside of it is read.
///
/// # Errors
/// As [`super::read_files`], and whatever cannot be read from disk or goes beyond [`MOST_BYTES`] or
/// [`MOST_FILES`].
pub fn read_folder(root: &Path) -> Result<RawWorkspace, Vec<Problem>> {
    match read_what_can_be_of(root, HISTORY) {
        (raw, problems) if problems.is_empty() => Ok(raw),
        (_, problems) => Err(problems),
    }
}

/// As [`read_folder`], with what could be read beside the problems.
pub(crate) fn read_what_can_be_of(root: &Path, history: &[Past]) -> (RawWorkspace, Vec<Problem>) {
    let mut found = Found::default();
    found.walk(root, "", 0);
    let (raw, more) = read_what_can_be(&found.files, history);
    found.problems.extend(more);
    (raw, found.problems)
}

/// The files on disk that are files of kinds, of this format or one of the past, but not among the
/// wanted ones, relative to the folder. Links are never followed.
pub(crate) fn stale_files(root: &Path, wanted: &BTreeMap<String, Vec<u8>>, history: &[Past]) -> Vec<String> {
    let layouts = || history.iter().map(|past| &past.layout).chain([&Layout::NEWEST]);
    let mut stale = Vec::new();
    for folder in scope_folders(root) {
        for name in names(&root.join(&folder), fs::FileType::is_file) {
            let path = format!("{folder}/{name}");
            if !ignored(&path)
                && layouts().any(|layout| find(layout, &path).is_ok())
                && !wanted.contains_key(&path)
            {
                stale.push(path);
            }
        }
    }
    stale
}

/// The first folder of the layout that is a symbolic link on disk: writing into it would write
/// somewhere else.
pub(crate) fn linked_folder(root: &Path, wanted: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    let folders = wanted
        .keys()
        .flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
    let linked = |folder: &&str| fs::symlink_metadata(root.join(folder)).is_ok_and(|data| data.is_symlink());
    folders.into_iter().find(linked).map(str::to_owned)
}

fn scope_folders(root: &Path) -> Vec<String> {
    let mut folders = vec!["organisation".to_owned()];
    for level in ["services", "institutions"] {
        let linked = fs::symlink_metadata(root.join(level)).is_ok_and(|data| data.is_symlink());
        if !linked {
            folders.extend(
                names(&root.join(level), fs::FileType::is_dir)
                    .iter()
                    .map(|id| format!("{level}/{id}")),
            );
        }
    }
    folders.retain(|folder| fs::symlink_metadata(root.join(folder)).is_ok_and(|data| data.is_dir()));
    folders
}

/// The names of a folder's entries of a sort, in order; none when it cannot be read.
fn names(folder: &Path, sort: fn(&fs::FileType) -> bool) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let of_sort = entries.filter(|entry| entry.file_type().is_ok_and(|found| sort(&found)));
    let mut names: Vec<String> = of_sort
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort();
    names
}

#[derive(Default)]
struct Found {
    files: BTreeMap<String, Vec<u8>>,
    bytes: u64,
    full: bool,
    problems: Vec<Problem>,
}

impl Found {
    fn walk(&mut self, folder: &Path, prefix: &str, depth: usize) {
        let entries = match fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>()) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(prefix.trim_end_matches('/'), &error),
        };
        let mut entries: Vec<(String, fs::DirEntry)> = entries
            .into_iter()
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry))
            .collect();
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        for (name, entry) in entries {
            let path = format!("{prefix}{name}");
            if ignored(&path) || self.full {
                continue;
            }
            match entry.file_type() {
                Err(error) => self.unreadable(&path, &error),
                Ok(sort) if sort.is_dir() && depth < DEEPEST => {
                    self.walk(&entry.path(), &format!("{path}/"), depth + 1);
                }
                Ok(sort) if sort.is_file() => self.take(&entry.path(), path),
                Ok(_) => self.problems.push(not_a_file(&path)),
            }
        }
    }

    fn take(&mut self, disk_path: &Path, path: String) {
        let room = MOST_BYTES - self.bytes;
        let mut bytes = Vec::new();
        let read = fs::File::open(disk_path).and_then(|file| file.take(room + 1).read_to_end(&mut bytes));
        match read {
            Err(error) => self.unreadable(&path, &error),
            Ok(length) if length as u64 > room || self.files.len() == MOST_FILES => {
                self.full = true;
                self.problems.push(too_much(&path));
            }
            Ok(length) => {
                self.bytes += length as u64;
                self.files.insert(path, bytes);
            }
        }
    }

    fn unreadable(&mut self, path: &str, error: &std::io::Error) {
        let place = Place::file(if path.is_empty() { "." } else { path });
        self.problems.push(Problem::new(
            &place,
            Said::new(
                format!("読めません（{error}）"),
                format!("It cannot be read ({error})"),
            ),
            Said::new(
                "場所とアクセス権を確かめてください",
                "Check the path and the access rights",
            ),
        ));
    }
}

fn not_a_file(path: &str) -> Problem {
    Problem::new(
        &Place::file(path),
        Said::new(
            "ふつうのファイルではないため読みません",
            "It is not a plain file and is not read",
        ),
        Said::new(
            "シンボリックリンクなどの代わりに、ファイルそのものを置いてください",
            "Put the file itself there instead of a link or the like",
        ),
    )
}

fn too_much(path: &str) -> Problem {
    Problem::new(
        &Place::file(path),
        Said::new(
            format!(
                "ワークスペースが大きすぎます（上限は{}MB、{MOST_FILES}ファイルです）",
                MOST_BYTES >> 20
            ),
            format!(
                "The workspace is too large (at most {} MB and {MOST_FILES} files)",
                MOST_BYTES >> 20
            ),
        ),
        Said::new(
            "関係のないファイルを out へ移すか消してください",
            "Move files that do not belong here to out, or delete them",
        ),
    )
}
