//! Every finding and every problem has its place, in a folder, in JSON and in a workbook alike.

use crate::running::{arg, copy, example, folder, mamori};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The example without certificates and with an expired contract, in the three encodings.
fn faulty(name: &str) -> [PathBuf; 3] {
    let dir = folder(name);
    let text = dir.join("w");
    copy(&example(), &text);
    std::fs::remove_file(text.join("organisation/certificates.csv")).unwrap();
    let paths = [text, dir.join("w.json"), dir.join("w.xlsx")];
    for other in &paths[1..] {
        let ended = mamori(&["convert", arg(&paths[0]), arg(other)]);
        assert_eq!(ended.code, 0, "{}", ended.err);
    }
    paths
}

fn findings(path: &Path) -> Vec<Value> {
    let ended = mamori(&["check", arg(path), "--format", "json", "--deny", "notes"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    let report: Value = serde_json::from_str(&ended.out).unwrap();
    report["diagnostics"].as_array().unwrap().clone()
}

#[test]
fn every_finding_has_a_place_in_every_encoding() {
    let [text, json, book] = faulty("places");
    let told = [findings(&text), findings(&json), findings(&book)];
    let codes =
        |found: &[Value]| -> Vec<String> { found.iter().map(|one| one["code"].to_string()).collect() };
    assert!(codes(&told[0]).contains(&"\"certificate-missing\"".to_owned()));
    assert_eq!(codes(&told[0]), codes(&told[1]));
    assert_eq!(codes(&told[0]), codes(&told[2]));
    for finding in &told[0] {
        let place = &finding["location"];
        let file = place["file"].as_str().unwrap();
        assert!(
            place["line"].as_u64().is_some() && place["column"].as_u64().is_some(),
            "{finding}"
        );
        // What is missing is shown in the file it belongs into, which may not be there yet.
        assert!(text.join(file).parent().unwrap().is_dir(), "{finding}");
    }
    let document: Value = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
    for finding in &told[1] {
        let place = &finding["location"];
        assert_eq!(place["file"], arg(&json), "{finding}");
        let pointer = place["pointer"].as_str().unwrap();
        let above = pointer.rsplit_once('/').map_or("", |(above, _)| above);
        assert!(document.pointer(above).is_some(), "{finding}");
    }
    for finding in &told[2] {
        let place = &finding["location"];
        assert_eq!(place["file"], arg(&book), "{finding}");
        assert!(!place["sheet"].as_str().unwrap().is_empty(), "{finding}");
        assert!(place["cell"].is_string(), "{finding}");
    }
    let sarif = mamori(&["check", arg(&book), "--format", "sarif"]).out;
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    for result in sarif["runs"][0]["results"].as_array().unwrap() {
        let place = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(place, arg(&book));
    }
}

#[test]
fn a_broken_file_is_named() {
    let dir = folder("broken-file");
    let (json, book) = (dir.join("broken.json"), dir.join("broken.xlsx"));
    std::fs::write(&json, "{\"format\":1,").unwrap();
    std::fs::write(&book, "no zip").unwrap();
    let odd = dir.join("odd.json");
    std::fs::write(&odd, "{\"organisation\":{\"officer\":[{\"id\":\"a\"}]}}").unwrap();
    for path in [&json, &book, &odd] {
        let ended = mamori(&["check", arg(path)]);
        assert_eq!(ended.code, 2);
        let lines: Vec<&str> = ended
            .err
            .lines()
            .filter(|line| !line.starts_with([' ', '問']))
            .collect();
        assert!(!lines.is_empty(), "{}", ended.err);
        for line in lines {
            assert!(line.starts_with(arg(path)), "{line}");
        }
    }
    let told = mamori(&["diff", arg(&example()), arg(&odd)]).err;
    assert!(told.contains("odd.json: /organisation/officer/0"), "{told}");
}

#[test]
fn a_workbook_is_written_in_the_language_asked_for_and_read_in_either() {
    let dir = folder("workbook-language");
    let (ja, en) = (dir.join("ja.xlsx"), dir.join("en.xlsx"));
    assert_eq!(mamori(&["convert", arg(&example()), arg(&ja)]).code, 0);
    assert_eq!(
        mamori(&["convert", arg(&example()), arg(&en), "--lang", "en"]).code,
        0
    );
    let names = |path: &Path| -> Vec<String> {
        let sheets = mamori_formats::xlsx_reader::read_sheets(&std::fs::read(path).unwrap()).unwrap();
        sheets.iter().map(|sheet| sheet.name().to_string()).collect()
    };
    assert!(names(&ja).contains(&"機器".to_owned()), "{:?}", names(&ja));
    assert!(names(&en).contains(&"Equipment".to_owned()), "{:?}", names(&en));
    let ended = mamori(&["diff", arg(&ja), arg(&en)]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
}

#[test]
fn a_map_that_is_no_text_is_refused_at_its_place() {
    let dir = folder("map-bytes");
    let (table, map) = (dir.join("t.xlsx"), dir.join("m.toml"));
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "x").unwrap();
    workbook.save(&table).unwrap();
    std::fs::write(&map, b"[[table]]\nsheet = \"\x89^\x97p\"\n").unwrap();
    let into = example();
    let run = || {
        let arguments = [
            "import",
            "table",
            arg(&table),
            "--map",
            arg(&map),
            "--into",
            arg(&into),
            "--dry-run",
        ];
        mamori(&arguments)
    };
    let ended = run();
    assert!(
        ended.code == 2 && ended.err.contains("m.toml:2: 文字コード"),
        "{}",
        ended.err
    );
    std::fs::write(&map, vec![b'#'; 3 << 20]).unwrap();
    let ended = run();
    assert!(
        ended.code == 2 && ended.err.contains("大きすぎます"),
        "{}",
        ended.err
    );
}
