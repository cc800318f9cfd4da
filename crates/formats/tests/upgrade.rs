//! An older format is read in every encoding, its own names and all; a newer one is refused alike.
//!
//! Format 0 never was: it is made up here, with another file and another column, to prove that a step
//! that renames both runs before names are judged.

use mamori_domain::build::Kind;
use mamori_domain::description::{FieldDescription, KindDescription, Level, Shape, ValueType};
use mamori_domain::raw::RawWorkspace;
use mamori_domain::{FORMAT, Language, Problem, Scope, Site, Words, build};
use mamori_formats::layout::{Kinds, Layout};
use mamori_formats::upgrade::{Past, renamed};
use mamori_formats::workspace_file::{load, load_raw, load_raw_along, store_along};
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::{Path, PathBuf};

const fn field(name: &'static str, value: ValueType, label: Words) -> FieldDescription {
    FieldDescription {
        name,
        value,
        required: false,
        label,
        help: label,
    }
}

/// What format 0 called a site.
static PLACE: KindDescription = KindDescription {
    tense: mamori_domain::description::Tense::Present,
    name: "place",
    file: "places",
    shape: Shape::List,
    key: &["id"],
    levels: &[Level::Service],
    label: Words::new("むかしの場所", "Old place"),
    help: Words::new("むかしの場所", "Old place"),
    fields: &[
        field("id", ValueType::Reference("place"), Words::new("ID", "Id")),
        field("title", ValueType::Text { max: 100 }, Words::new("題", "Title")),
        field(
            "inside",
            ValueType::Reference("place"),
            Words::new("中", "Inside"),
        ),
    ],
};

const COUNT: usize = Layout::NEWEST.service.len();

const fn with_places() -> [&'static KindDescription; COUNT] {
    let mut kinds = [Layout::NEWEST.service[0]; COUNT];
    let mut at = 0;
    while at < COUNT {
        kinds[at] = Layout::NEWEST.service[at];
        at += 1;
    }
    // Sites stand behind the profile and the provisions.
    kinds[2] = &PLACE;
    kinds
}

static OLD_SERVICE: [&KindDescription; COUNT] = with_places();

fn history() -> [Past; 1] {
    let service: Kinds = &OLD_SERVICE;
    let layout = Layout {
        number: FORMAT - 1,
        service,
        ..Layout::NEWEST
    };
    let step = |raw| {
        renamed(
            raw,
            "place",
            Site::DESCRIPTION,
            &[("title", "name"), ("inside", "within")],
        )
    };
    [Past { layout, step }]
}

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("mamori-upgrade-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn write(path: &Path, content: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A workspace of a format in the three encodings: `places` and `title` are its names.
fn fixtures(root: &Path, format: i64, list: [&str; 4]) -> [PathBuf; 3] {
    let [kind, file, name, within] = list;
    let text = root.join("folder");
    write(&text.join("mamori.toml"), &format!("format = {format}\n"));
    write(&text.join("services/ehr/service.toml"), "name = \"カルテ\"\n");
    let sites = format!("id,{name},{within}\nward,病棟,\nroom,病室,ward\n");
    write(&text.join(format!("services/ehr/{file}.csv")), &sites);
    let json = root.join("w.json");
    let sites = format!(
        "[{{\"id\":\"ward\",\"{name}\":\"病棟\"}},{{\"id\":\"room\",\"{name}\":\"病室\",\"{within}\":\"ward\"}}]"
    );
    write(
        &json,
        &format!(
            "{{\"format\":{format},\"services\":{{\"ehr\":{{\"{kind}\":{sites},\"service\":{{\"name\":\"カルテ\"}}}}}}}}"
        ),
    );
    let book = root.join("w.xlsx");
    let mut workbook = Workbook::new();
    let rows: [(&str, Vec<Vec<&str>>); 3] = [
        ("workspace/settings", vec![vec!["field", "value"], vec!["format"]]),
        (
            "service/service",
            vec![vec!["of_service", "name"], vec!["ehr", "カルテ"]],
        ),
        (
            &format!("service/{kind}"),
            vec![
                vec!["of_service", "id", name, within],
                vec!["ehr", "ward", "病棟", ""],
                vec!["ehr", "room", "病室", "ward"],
            ],
        ),
    ];
    for (at, (identity, rows)) in rows.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(format!("s{at}")).unwrap();
        sheet
            .write_string(0, 0, format!("mamori workbook {format}: {identity}"))
            .unwrap();
        for (row, cells) in (1_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
        if at == 0 {
            sheet.write_string(2, 1, format.to_string()).unwrap();
        }
    }
    workbook.save(&book).unwrap();
    [text, json, book]
}

const OLD_NAMES: [&str; 4] = ["place", "places", "title", "inside"];

fn sites(raw: &RawWorkspace) -> Vec<[String; 3]> {
    let service = raw.scope(&Scope::Service("ehr".into())).unwrap();
    let rows = service.rows("site").iter();
    rows.map(|row| ["id", "name", "within"].map(|name| row.text(name).to_owned()))
        .collect()
}

#[test]
fn a_step_that_renames_a_file_and_a_column_runs_in_every_encoding() {
    let root = folder("steps");
    for path in fixtures(&root, FORMAT - 1, OLD_NAMES) {
        let raw =
            load_raw_along(&path, &history()).unwrap_or_else(|problems| panic!("{path:?}: {problems:#?}"));
        let wanted = [["ward", "病棟", ""], ["room", "病室", "ward"]];
        assert_eq!(sites(&raw), wanted, "{path:?}");
        let workspace = build::read(&raw).unwrap_or_else(|problems| panic!("{path:?}: {problems:#?}"));
        assert_eq!(
            workspace.settings.format.map(|format| format.0),
            Some(FORMAT),
            "{path:?}"
        );
        store_along(&raw, &path, Language::Japanese, &history()).unwrap();
        let stored = load(&path).unwrap_or_else(|problems| panic!("{path:?}: {problems:#?}"));
        assert_eq!(
            sites(&stored.raw),
            wanted,
            "what is stored is of the newest format: {path:?}"
        );
    }
    let _ = fs::remove_dir_all(root);
}

#[test]
fn names_are_judged_by_the_format_they_were_written_in() {
    let root = folder("judged");
    let told = |problems: Vec<Problem>| format!("{problems:?}");
    for path in fixtures(&root, FORMAT - 1, ["place", "places", "titel", "inside"]) {
        let problems = told(load_raw_along(&path, &history()).unwrap_err());
        assert!(
            problems.contains("Did you mean \\\"title\\\"?"),
            "{path:?}: {problems}"
        );
    }
    for path in fixtures(&root, FORMAT, OLD_NAMES) {
        let problems = told(load_raw_along(&path, &history()).unwrap_err());
        assert!(
            problems.contains("place"),
            "old names are none of the newest format: {problems}"
        );
    }
    let _ = fs::remove_dir_all(root);
}

#[test]
fn a_newer_format_is_refused_alike_whatever_it_holds() {
    let root = folder("newer");
    for path in fixtures(&root, FORMAT + 1, ["parcel", "parcels", "called", "of"]) {
        let problems = load_raw(&path).unwrap_err();
        let [problem] = problems.as_slice() else {
            panic!("{path:?}: {problems:#?}");
        };
        let wanted = format!("このデータは新しい形式（版{}）です。", FORMAT + 1);
        assert!(problem.what.ja.starts_with(&wanted), "{path:?}: {problem:?}");
        assert_eq!(load(&path).unwrap_err(), problems);
    }
    let _ = fs::remove_dir_all(root);
}
