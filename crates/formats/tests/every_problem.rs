//! A file with a fault of its own and a fault in a value tells both, in every encoding alike.

use mamori_domain::Language;
use mamori_domain::raw::{Place, RawCell, RawWorkspace};
use mamori_formats::{json, text, workbook, workspace_file};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

fn raw() -> RawWorkspace {
    let files = [
        ("mamori.toml", "format = 1\n"),
        ("services/a/service.toml", "name = \"甲\"\n"),
        ("services/a/sites.csv", "id,name\nroom,部屋\n"),
    ];
    let files = files.map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()));
    let mut raw = text::read_files(&BTreeMap::from(files)).expect("files of ours");
    // No day, and no other value of the settings, is called so.
    let settings = &mut raw.scopes[0].lists[0].rows[0];
    settings.cells.push(RawCell {
        name: "as_of".into(),
        text: "soon".to_owned(),
        place: Place::Made,
    });
    raw
}

fn place(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("every_problem");
    fs::create_dir_all(&folder).expect("a folder");
    folder.join(name)
}

/// What is told of a file, in English.
fn told(name: &str, bytes: &[u8]) -> Vec<String> {
    let path = place(name);
    fs::write(&path, bytes).expect("a file");
    let problems = workspace_file::load(&path).expect_err("both faults are there");
    problems.into_iter().map(|problem| problem.what.en).collect()
}

fn assert_both(told: &[String], of_the_file: &str) {
    let has = |part: &str| told.iter().any(|one| one.contains(part));
    assert!(has("\"soon\" is not a date"), "the value: {told:?}");
    assert!(has(of_the_file), "the file: {told:?}");
}

/// A workbook with a text of it replaced, as a person's slip would.
fn with_slip(book: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).expect("an archive");
    let mut changed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut slips = 0;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        if name == "xl/sharedStrings.xml" {
            let text = String::from_utf8(bytes).expect("UTF-8");
            slips += text.matches(from).count();
            bytes = text.replace(from, to).into_bytes();
        }
        changed
            .start_file(name, zip::write::SimpleFileOptions::default())
            .expect("a part");
        changed.write_all(&bytes).expect("its bytes");
    }
    assert!(slips > 0, "{from} stands in the workbook");
    changed.finish().expect("an archive").into_inner()
}

#[test]
fn a_workbook_tells_values_beside_columns_that_nobody_knows() {
    let bytes = workbook::write(&raw(), Language::English).expect("a workbook");
    let whole = told("whole.xlsx", &bytes);
    assert_eq!(whole.len(), 1, "without the slip the value alone: {whole:?}");
    // A column is known by its field's name and else by its label.
    let slip = with_slip(&bytes, "<t>name</t>", "<t>nmae</t>");
    let slip = with_slip(&slip, "<t>Name</t>", "<t>Nmae</t>");
    assert_both(&told("slip.xlsx", &slip), "Nmae");
}

#[test]
fn json_tells_values_beside_keys_that_nobody_knows() {
    let text = json::write(&raw()).replacen('{', "{\"sevices\":{},", 1);
    let told = told("keys.json", text.as_bytes());
    assert_both(&told, "sevices");
    assert_eq!(told.len(), 2);
}

#[test]
fn a_folder_tells_values_beside_columns_that_nobody_knows() {
    let folder = place("folder");
    fs::create_dir_all(folder.join("services/a")).expect("a folder");
    fs::write(folder.join("mamori.toml"), "format = 1\nas_of = \"soon\"\n").expect("a file");
    fs::write(folder.join("services/a/service.toml"), "nmae = \"x\"\n").expect("a file");
    let problems = workspace_file::load(&folder).expect_err("both faults are there");
    let told: Vec<String> = problems.into_iter().map(|problem| problem.what.en).collect();
    assert_both(&told, "nmae");
}

#[test]
fn what_is_no_workspace_at_all_tells_one_problem() {
    assert_eq!(told("none.json", b"{").len(), 1);
    assert_eq!(told("none.xlsx", b"PK").len(), 1);
    assert_eq!(
        told(
            "newer.json",
            br#"{"format":9,"sevices":1,"settings":{"as_of":"soon"}}"#
        )
        .len(),
        1
    );
}
