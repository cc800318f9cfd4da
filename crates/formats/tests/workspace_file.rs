//! Opening and storing on disk: every encoding, nothing lost, nothing else touched.

use mamori_domain::{Language, Scope, build};
use mamori_formats::normal::same;
use mamori_formats::workspace_file::{load, load_raw, store};
use mamori_formats::{generate, text};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the test's own that goes away with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("mamori-formats-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_encoding_gives_back_what_was_stored() {
    let folder = Folder::new("encodings");
    for seed in 0..6 {
        let raw = generate::full(seed);
        for name in ["workspace", "workspace.json", "workspace.xlsx"] {
            let path = folder.path(name);
            store(&raw, &path, Language::Japanese).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
            let loaded = load(&path).unwrap_or_else(|problems| panic!("{name}: {problems:#?}"));
            assert!(same(&loaded.raw, &raw), "{name} of seed {seed}");
            assert_eq!(loaded.workspace, build::read(&raw).unwrap());
        }
    }
    assert_eq!(
        names(&folder.0),
        ["workspace", "workspace.json", "workspace.xlsx"],
        "nothing is left beside"
    );
}

#[test]
fn storing_into_a_folder_touches_only_what_changed() {
    let folder = Folder::new("touches");
    let root = folder.path("w");
    let mut raw = generate::full(2);
    store(&raw, &root, Language::Japanese).unwrap();
    let keep = |path: &str, content: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    };
    keep("README.md", "ours");
    keep("services/service-2/notes.txt", "ours");
    keep("out/report.pdf", "ours");
    let sites = fs::read_to_string(root.join("services/service-1/sites.csv")).unwrap();
    let commented = format!(
        "# 施設の設定\n{}",
        fs::read_to_string(root.join("mamori.toml")).unwrap()
    );
    keep("mamori.toml", &commented);

    raw.scopes
        .retain(|scope| scope.scope != Scope::Service("service-2".into()));
    let service = raw
        .scopes
        .iter_mut()
        .find(|raw| raw.scope == Scope::Service("service-1".into()))
        .unwrap();
    service.lists.retain(|list| list.kind.name != "search");
    store(&raw, &root, Language::Japanese).unwrap();

    assert!(
        !root.join("services/service-1/searches.csv").exists(),
        "the list became empty"
    );
    assert_eq!(
        names(&root.join("services/service-2")),
        ["notes.txt"],
        "the service is gone, the user's file is not"
    );
    assert_eq!(
        fs::read_to_string(root.join("services/service-1/sites.csv")).unwrap(),
        sites
    );
    assert_eq!(
        fs::read_to_string(root.join("mamori.toml")).unwrap(),
        commented,
        "comments stay"
    );
    assert_eq!(fs::read_to_string(root.join("out/report.pdf")).unwrap(), "ours");
    assert!(
        load_raw(&root).unwrap_err()[0]
            .place
            .to_string()
            .contains("notes.txt"),
        "a stray file is named"
    );
    fs::remove_dir_all(root.join("services/service-2")).unwrap();
    assert!(same(&load_raw(&root).unwrap(), &raw));
}

#[test]
fn a_failure_leaves_what_was_there() {
    let folder = Folder::new("failure");
    let root = folder.path("w");
    let raw = generate::full(4);
    store(&raw, &root, Language::Japanese).unwrap();
    let before = text::write(&raw);
    let mut other = generate::full(5);
    other.scopes.push(mamori_domain::raw::RawScope {
        scope: Scope::Service("zzz".into()),
        lists: Vec::new(),
    });
    fs::write(root.join("services/zzz"), "a file where a folder has to be").unwrap();
    assert!(store(&other, &root, Language::Japanese).is_err());
    fs::remove_file(root.join("services/zzz")).unwrap();
    let now = text::write(&load_raw(&root).unwrap());
    assert_eq!(now, before);
    assert!(
        names(&root).iter().all(|name| !name.ends_with(".new")),
        "nothing half-written is left"
    );

    let mut escaping = generate::workspace(6);
    escaping.scopes[2].scope = Scope::Service("../../outside".into());
    assert!(
        store(&escaping, &folder.path("e"), Language::Japanese).unwrap_err()[0]
            .what
            .ja
            .contains("outside")
    );
    assert!(!folder.path("e").exists());
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere() {
    let folder = Folder::new("links");
    let root = folder.path("w");
    let raw = generate::full(7);
    store(&raw, &root, Language::Japanese).unwrap();
    fs::create_dir(folder.path("elsewhere")).unwrap();
    fs::rename(root.join("organisation"), folder.path("elsewhere/organisation")).unwrap();
    std::os::unix::fs::symlink(folder.path("elsewhere/organisation"), root.join("organisation")).unwrap();
    let found = load_raw(&root).unwrap_err();
    assert!(
        found
            .iter()
            .any(|problem| problem.place.to_string() == "organisation"),
        "{found:#?}"
    );
    let elsewhere = names(&folder.path("elsewhere/organisation"));
    assert!(store(&generate::workspace(8), &root, Language::Japanese).is_err());
    assert_eq!(names(&folder.path("elsewhere/organisation")), elsewhere);
}

#[test]
fn what_is_no_workspace_is_said_so() {
    let folder = Folder::new("none");
    assert!(
        load(&folder.path("missing.json")).unwrap_err()[0]
            .what
            .ja
            .contains("見つかり")
    );
    fs::write(folder.path("x.txt"), "x").unwrap();
    assert!(
        load(&folder.path("x.txt")).unwrap_err()[0]
            .help
            .ja
            .contains(".xlsx")
    );
    fs::write(folder.path("x.json"), "{\"format\":2}").unwrap();
    assert!(
        load(&folder.path("x.json")).unwrap_err()[0]
            .what
            .ja
            .contains("新しい形式")
    );
    fs::write(
        folder.path("y.json"),
        "{\"organisation\":{\"officer\":[{\"id\":\"a\"}]}}",
    )
    .unwrap();
    let found = load(&folder.path("y.json")).unwrap_err();
    assert!(
        found
            .iter()
            .all(|problem| problem.place.to_string() == "/organisation/officer/0"),
        "{found:?}"
    );
    fs::write(folder.path("mamori.toml"), "").unwrap();
    assert!(load(&folder.0).is_err());
}

/// The format-1 fixture is what an early program wrote. It is never deleted or rewritten: programs
/// to come must go on reading it.
#[test]
fn the_fixture_of_format_1_is_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format-1");
    let loaded = load(&path).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let format = loaded
        .raw
        .row(&Scope::Workspace, "settings", "")
        .unwrap()
        .text("format");
    assert_eq!(format, mamori_domain::FORMAT.to_string());
    let kinds: std::collections::BTreeSet<&str> = loaded
        .raw
        .scopes
        .iter()
        .flat_map(|scope| &scope.lists)
        .map(|list| list.kind.name)
        .collect();
    assert_eq!(kinds.len(), 42, "every kind of format 1 is there: {kinds:?}");
    assert_eq!(
        loaded.workspace.organisation.profile.name.as_deref(),
        Some("みどり医療情報株式会社")
    );
}
