//! Opens and stores a workspace at a path: a folder, a workbook (`.xlsx`) or JSON (`.json`).

use crate::upgrade::{HISTORY, Past};
use crate::{json, text, workbook};
use mamori_domain::raw::{Place, RawWorkspace};
use mamori_domain::{Language, Problem, Said, Scope, Workspace, build, is_id};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// The workspace at a path, typed and raw. Places in the raw values tell where each one stands.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The typed workspace.
    pub workspace: Workspace,
    /// The raw values it was built from, brought to the newest layout.
    pub raw: RawWorkspace,
}

/// Most bytes of a workbook or JSON file.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Reads raw values from a folder, workbook or JSON file and brings them to the newest layout.
///
/// # Errors
/// Every problem of the encoding, with its place.
pub fn load_raw(path: &Path) -> Result<RawWorkspace, Vec<Problem>> {
    load_raw_along(path, HISTORY)
}

/// As [`load_raw`], with other formats of the past.
///
/// # Errors
/// As [`load_raw`].
pub fn load_raw_along(path: &Path, history: &[Past]) -> Result<RawWorkspace, Vec<Problem>> {
    match read_what_can_be(path, history)? {
        (raw, problems) if problems.is_empty() => Ok(raw),
        (_, problems) => Err(problems),
    }
}

/// Reads what can be read at a path beside every problem of the encoding.
///
/// # Errors
/// When there is nothing to read.
fn read_what_can_be(path: &Path, history: &[Past]) -> Result<(RawWorkspace, Vec<Problem>), Vec<Problem>> {
    let (raw, problems) = match Encoding::of(path)? {
        Encoding::Folder => return Ok(text::read_what_can_be_of(path, history)),
        Encoding::Workbook => workbook::read_what_can_be(&file(path)?, history),
        Encoding::Json => json::read_what_can_be(&file(path)?, history),
    };
    Ok((raw, in_file(problems, path)))
}

/// Opens the workspace at a path.
///
/// # Errors
/// Every problem of the encoding and of the values, so that a person mends all in one go.
pub fn load(path: &Path) -> Result<Loaded, Vec<Problem>> {
    let (raw, mut problems) = read_what_can_be(path, HISTORY)?;
    match build::read(&raw) {
        Ok(workspace) if problems.is_empty() => return Ok(Loaded { workspace, raw }),
        Ok(_) => {}
        // A value that the encoding's own problem speaks of is not told twice.
        Err(of_values) => {
            let told: Vec<Place> = problems.iter().map(|problem| problem.place.clone()).collect();
            let fresh = of_values
                .into_iter()
                .filter(|problem| !told.contains(&problem.place));
            problems.extend(in_file(fresh.collect(), path));
        }
    }
    Err(problems)
}

/// Names the file of problems that know only their cell or pointer in it.
fn in_file(problems: Vec<Problem>, path: &Path) -> Vec<Problem> {
    let file = path.display().to_string();
    problems
        .into_iter()
        .map(|problem| problem.in_file(&file))
        .collect()
}

/// Stores a workspace at a path, in the encoding its name says. A file is replaced in one step; a
/// failure leaves what was there. In a folder, all new content is written beside the old before the
/// first file is replaced; files whose values did not change are left as they are, with the user's
/// comments; files of kinds that became empty are removed; nothing else is touched. A workbook's
/// headings are in the language; every encoding is read back whatever the language was.
///
/// # Errors
/// What could not be written, or ids that cannot be folder names.
pub fn store(raw: &RawWorkspace, path: &Path, language: Language) -> Result<(), Vec<Problem>> {
    store_along(raw, path, language, HISTORY)
}

/// As [`store`], with other formats of the past, whose files a folder may still hold.
///
/// # Errors
/// As [`store`].
pub fn store_along(
    raw: &RawWorkspace,
    path: &Path,
    language: Language,
    history: &[Past],
) -> Result<(), Vec<Problem>> {
    refuse_bad_ids(raw)?;
    let named = path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("xlsx") || extension.eq_ignore_ascii_case("json")
    });
    let new_folder = !path.exists() && !named;
    match if new_folder {
        Encoding::Folder
    } else {
        Encoding::of(path)?
    } {
        Encoding::Folder => store_folder(raw, path, history),
        Encoding::Workbook => {
            let bytes = workbook::write(raw, language).map_err(|error| vec![unwritable(path, &error)])?;
            replace(&[(path.to_owned(), bytes)])
        }
        Encoding::Json => replace(&[(path.to_owned(), json::write(raw).into_bytes())]),
    }
}

enum Encoding {
    Folder,
    Workbook,
    Json,
}

impl Encoding {
    fn of(path: &Path) -> Result<Self, Vec<Problem>> {
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_ascii_lowercase());
        match extension.as_deref() {
            _ if path.is_dir() => Ok(Encoding::Folder),
            Some("xlsx") => Ok(Encoding::Workbook),
            Some("json") => Ok(Encoding::Json),
            _ if path.exists() => Err(vec![unknown_encoding(path)]),
            _ => Err(vec![missing(path)]),
        }
    }
}

fn file(path: &Path) -> Result<Vec<u8>, Vec<Problem>> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    match read {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(vec![missing(path)]),
        Err(error) => Err(vec![unreadable(path, &error)]),
        Ok(_) if bytes.len() as u64 > MOST_BYTES => Err(vec![too_large(path)]),
        Ok(_) => Ok(bytes),
    }
}

fn store_folder(raw: &RawWorkspace, root: &Path, history: &[Past]) -> Result<(), Vec<Problem>> {
    let wanted = text::write(raw);
    if let Some(folder) = text::linked_folder(root, &wanted) {
        let said = "symbolic link";
        return Err(vec![unwritable(&root.join(folder), said)]);
    }
    let unchanged = unchanged_files(&wanted, root);
    let mut changes = Vec::new();
    for (path, content) in &wanted {
        if !unchanged.contains(path) {
            changes.push((root.join(path), content.clone()));
        }
    }
    replace(&changes)?;
    let mut problems = Vec::new();
    for path in text::stale_files(root, &wanted, history) {
        let full = root.join(&path);
        if let Err(error) = fs::remove_file(&full) {
            problems.push(unwritable(&full, &error.to_string()));
        } else if let Some(folder) = full.parent().filter(|folder| *folder != root) {
            // Fails when the user keeps other files there, and then the folder has to stay.
            let _ = fs::remove_dir(folder);
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// The files on disk that already say what is to be written, whatever their comments and layout.
fn unchanged_files(wanted: &BTreeMap<String, Vec<u8>>, root: &Path) -> Vec<String> {
    let says_the_same = |path: &String, content: &Vec<u8>| {
        fs::read(root.join(path)).is_ok_and(|old| old == *content || text::same_file(path, &old, content))
    };
    wanted
        .iter()
        .filter(|(path, content)| says_the_same(path, content))
        .map(|(path, _)| path.clone())
        .collect()
}

/// Writes new content beside each file, and only when all of it lies on the disk puts it in place.
fn replace(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Vec<Problem>> {
    let mut ready: Vec<(PathBuf, &Path)> = Vec::new();
    for (path, content) in files {
        let beside = beside(path);
        let written = write_beside(path, &beside, content);
        ready.push((beside, path));
        if let Err(error) = written {
            ready.iter().for_each(|(beside, _)| drop(fs::remove_file(beside)));
            return Err(vec![unwritable(path, &error.to_string())]);
        }
    }
    let mut problems = Vec::new();
    for (beside, path) in ready {
        if let Err(error) = fs::rename(&beside, path) {
            problems.push(unwritable(path, &error.to_string()));
            let _ = fs::remove_file(&beside);
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

/// A name no reader takes for part of a workspace, should the program be stopped half-way.
fn beside(path: &Path) -> PathBuf {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.new", std::process::id()))
}

fn write_beside(path: &Path, beside: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let mut file = fs::File::create(beside)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Ids become folder names, so nothing but an id may be one.
fn refuse_bad_ids(raw: &RawWorkspace) -> Result<(), Vec<Problem>> {
    let named = raw.scopes.iter().map(|scope| &scope.scope);
    let bad = named
        .filter(|scope| matches!(scope, Scope::Service(_) | Scope::Institution(_)) && !is_id(scope.id()));
    let problems: Vec<Problem> = bad
        .map(|scope| {
            Problem::new(
                &Place::Made,
                Said::new(
                    format!("「{}」はIDの形ではないため保存できません", scope.id()),
                    format!("\"{}\" is not an id and cannot be stored", scope.id()),
                ),
                Said::new("IDを直してください", "Mend the id"),
            )
        })
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn place_of(path: &Path) -> Place {
    Place::file(&path.display().to_string())
}

fn missing(path: &Path) -> Problem {
    Problem::new(
        &place_of(path),
        Said::new("見つかりません", "It does not exist"),
        Said::new(
            "ワークスペースのフォルダ、.xlsx または .json の場所を確かめてください",
            "Check the path of the workspace's folder, .xlsx or .json file",
        ),
    )
}

fn unknown_encoding(path: &Path) -> Problem {
    Problem::new(
        &place_of(path),
        Said::new(
            "この種類のファイルは読めません",
            "Files of this sort cannot be read",
        ),
        Said::new(
            "フォルダ、.xlsx、.json のどれかを指定してください",
            "Name a folder, a .xlsx or a .json file",
        ),
    )
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(
        &place_of(path),
        Said::new(
            format!("読めません（{error}）"),
            format!("It cannot be read ({error})"),
        ),
        Said::new("アクセス権を確かめてください", "Check the access rights"),
    )
}

fn too_large(path: &Path) -> Problem {
    Problem::new(
        &place_of(path),
        Said::new(
            format!("大きすぎます（上限は{}MBです）", MOST_BYTES >> 20),
            format!("It is too large (at most {} MB)", MOST_BYTES >> 20),
        ),
        Said::new(
            "ワークスペースのファイルか確かめてください",
            "Check that it is a file of a workspace",
        ),
    )
}

fn unwritable(path: &Path, error: &str) -> Problem {
    Problem::new(
        &place_of(path),
        Said::new(
            format!("書き込めません（{error}）"),
            format!("It cannot be written ({error})"),
        ),
        Said::new(
            "空き容量とアクセス権を確かめてください。前の内容は残っています",
            "Check free space and access rights; what was there before is still there",
        ),
    )
}
