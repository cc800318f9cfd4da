//! How many pages each PDF of the examples has, in both languages: kept in
//! `snapshots/<example>/output-of-build.pages.txt`, so that a page more or less is noticed.

use crate::contract::json;
use crate::golden;
use crate::running::{arg, examples, folder, mamori, root};
use std::fmt::Write as _;

#[test]
fn every_pdf_of_the_examples_has_as_many_pages_as_reviewed() {
    for example in examples() {
        let name = example.file_name().unwrap().to_string_lossy().into_owned();
        let mut pages = String::new();
        for language in ["ja", "en"] {
            let out = folder(&format!("pages-{name}-{language}"));
            let ended = mamori(&["build", arg(&example), "--out", arg(&out), "--lang", language]);
            assert_eq!(ended.code, 0, "{}", ended.err);
            let manifest = json(&std::fs::read_to_string(out.join("manifest.json")).unwrap());
            for entry in manifest.as_array().unwrap() {
                if entry["format"] == "pdf" {
                    let path = entry["path"].as_str().unwrap();
                    writeln!(pages, "{path} {}", entry["pages"]).unwrap();
                }
            }
        }
        assert!(
            pages.lines().count() >= 32,
            "every document is a PDF in two languages"
        );
        let file = root().join("crates/app/tests/it/snapshots").join(name);
        golden::compare(&file.join("output-of-build.pages.txt"), &pages);
    }
}
