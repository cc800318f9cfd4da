//! The explanation for patients is posted on a wall: one sheet of A4 for every institution of both
//! examples in both languages, counted on the printed PDF by another program.

use crate::papers::reads;
use crate::running::{arg, examples, folder, mamori};
use std::path::{Path, PathBuf};

/// The number of pages and whether they are A4.
fn sheets(pdf: &Path) -> (usize, bool) {
    let told = reads("pdfinfo", "poppler-utils", &[arg(pdf)]);
    let value = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("{name} in {told}"))
            .trim()
            .to_owned()
    };
    let pages = value("Pages:").parse().expect("a number of pages");
    (pages, value("Page size:").contains("A4"))
}

/// The PDFs of a document in a folder and the folders of institutions in it.
fn printed(folder: &Path, document: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of papers") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            printed(&path, document, found);
        } else if name.starts_with(&format!("{document}.")) && name.ends_with(".pdf") {
            found.push(path);
        }
    }
}

#[test]
fn the_explanation_for_patients_is_one_sheet() {
    for example in examples() {
        for language in ["ja", "en"] {
            let out = folder("one-page");
            let only = ["--only", "patients,legal", "--lang", language];
            let ended = mamori(&[&["build", arg(&example), "--out", arg(&out)], &only[..]].concat());
            assert_eq!(ended.code, 0, "{}", ended.err);
            let mut papers = Vec::new();
            printed(&out, "patients", &mut papers);
            // One for all, and one for each institution.
            assert!(papers.len() >= 2, "{papers:?}");
            for paper in papers {
                assert_eq!(sheets(&paper), (1, true), "{}", paper.display());
            }
            let mut longer = Vec::new();
            printed(&out, "legal", &mut longer);
            assert!(sheets(&longer[0]).0 > 1, "the count must tell a longer paper");
        }
    }
}
