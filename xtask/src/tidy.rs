//! What holds for the whole tree and is easier tested than remembered.

use crate::root;
use std::fs;
use std::path::{Path, PathBuf};

/// Which room may depend on which, in normal use; tests may look further.
const EDGES: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("tree", &["words"]),
    ("drawing", &["tree", "words"]),
    ("domain", &["words"]),
    ("catalogue", &["words"]),
    ("rules", &["domain", "catalogue", "service_levels", "words"]),
    ("service_levels", &["words"]),
    ("level_reports", &["tree", "service_levels", "words"]),
    ("events", &["formats", "service_levels", "words"]),
    ("formats", &["domain", "words"]),
    (
        "documents",
        &["tree", "drawing", "domain", "catalogue", "rules", "words"],
    ),
    ("press", &["tree", "words"]),
    ("press_docx", &["tree", "words", "press"]),
    ("press_pdf", &["tree", "words", "press"]),
];

/// The programs: what nothing depends on may use every room.
const PROGRAMS: [&str; 3] = ["app", "bench", "proof"];

/// Longest file in lines; lower it when the tree allows, never raise it without a reason beside it.
const LINES_MAX: usize = 440;

/// Files longer than that, each with its reason.
const LONGER: &[(&str, &str)] = &[];

/// Words that name no subject.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "manager", "misc", "common"];

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in ["crates", "xtask"] {
        collect(&root().join(folder), &mut found);
    }
    assert!(found.len() > 100, "the walk over the sources finds too little");
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/")
}

#[test]
fn every_file_says_its_subject_on_its_first_line() {
    let mute = |text: &str| !text.starts_with("//! ");
    assert!(
        mute("use std::fs;\n") && !mute("//! A subject.\n"),
        "the test itself must tell them apart"
    );
    let found: Vec<String> = sources()
        .iter()
        .filter(|path| mute(&fs::read_to_string(path).unwrap()))
        .map(|path| shown(path))
        .collect();
    assert!(found.is_empty(), "no `//!` on line 1: {found:?}");
}

#[test]
fn files_stay_short_enough_to_be_one_subject() {
    let long: Vec<String> = sources()
        .iter()
        .map(|path| (shown(path), fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(path, lines)| *lines > LINES_MAX && !LONGER.iter().any(|(known, _)| known == path))
        .map(|(path, lines)| format!("{path}: {lines}"))
        .collect();
    assert!(long.is_empty(), "longer than {LINES_MAX} lines: {long:?}");
}

#[test]
fn names_say_a_subject() {
    let empty = |path: &Path| {
        path.file_stem()
            .is_some_and(|name| EMPTY_NAMES.contains(&&*name.to_string_lossy()))
    };
    assert!(empty(Path::new("src/utils.rs")));
    let found: Vec<String> = sources()
        .iter()
        .filter(|path| empty(path))
        .map(|path| shown(path))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

/// The rooms named under `[dependencies]` of a manifest.
fn dependencies(manifest: &str) -> Vec<String> {
    let section = manifest
        .split("\n[")
        .find(|section| section.starts_with("dependencies]"))
        .unwrap_or("");
    section
        .lines()
        .filter_map(|line| line.strip_prefix("mamori-")?.split(['.', ' ', '=']).next())
        .map(|name| name.replace('-', "_"))
        .collect()
}

#[test]
fn rooms_depend_only_in_the_allowed_directions() {
    assert_eq!(
        dependencies("[package]\n\n[dependencies]\nmamori-press-pdf.workspace = true\nx = 1\n"),
        ["press_pdf"]
    );
    for entry in fs::read_dir(root().join("crates")).unwrap().map(Result::unwrap) {
        let room = entry.file_name().to_string_lossy().into_owned();
        let manifest = fs::read_to_string(entry.path().join("Cargo.toml")).unwrap();
        let rooms: Vec<&str> = EDGES.iter().map(|(name, _)| *name).collect();
        let allowed = match EDGES.iter().find(|(name, _)| *name == room) {
            Some((_, allowed)) => allowed,
            None if PROGRAMS.contains(&&*room) => &rooms[..],
            None => panic!("room {room} is not in the list of directions"),
        };
        for dependency in dependencies(&manifest) {
            assert!(
                allowed.contains(&&*dependency),
                "{room} must not depend on {dependency}"
            );
        }
    }
}

#[test]
fn pure_rooms_know_no_clock_and_no_files() {
    let impure = [
        "std::time",
        "std::fs",
        "std::net",
        "std::env::var",
        "SystemTime",
        "Instant::now",
        "HashMap",
        "HashSet",
    ];
    for path in sources() {
        let place = shown(&path);
        let pure = [
            "words",
            "tree",
            "drawing",
            "domain",
            "rules",
            "service_levels",
            "level_reports",
            "documents",
        ];
        if !pure
            .iter()
            .any(|room| place.starts_with(&format!("crates/{room}/src/")))
        {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for word in impure {
            assert!(!code.contains(word), "{place} uses {word}");
        }
    }
}

#[test]
fn no_test_is_left_out_unless_another_runs_it() {
    let reason = "run by the other tests in a process of its own";
    let left_out = |line: &str| line.trim_start().starts_with("#[ignore") && !line.contains(reason);
    assert!(left_out("    #[ignore]") && !left_out(&format!("#[ignore = \"{reason}\"]")));
    for path in sources() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.lines().any(left_out), "{} leaves a test out", shown(&path));
    }
}

#[test]
fn ci_runs_exactly_the_test_command() {
    let script = fs::read_to_string(root().join(".ci/run")).unwrap();
    let commands: Vec<&str> = script
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .collect();
    assert_eq!(
        commands,
        ["set -eu", "cd \"$(dirname \"$0\")/..\"", "exec cargo xtask test"]
    );
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains("cargo xtask demo") && readme.contains("cargo xtask test"));
}
