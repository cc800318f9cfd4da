//! The papers that `mamori build` writes: what is listed, for whom, and what other programs make of
//! the PDFs.

use crate::contract::json;
use crate::running::{arg, copy, example, folder, mamori};
use serde_json::Value;
use std::process::Command;

#[test]
fn papers_for_an_institution_take_its_rows_and_old_papers_go() {
    let dir = folder("institution");
    copy(&example(), &dir.join("w"));
    let row = "item,status,text\n3.1.⑤-1,implemented,当院だけの説明文\n";
    std::fs::write(dir.join("w/institutions/aoba-clinic/answers.csv"), row).unwrap();
    let (workspace, out) = (dir.join("w"), dir.join("out"));
    let all = mamori(&[
        "build",
        arg(&workspace),
        "--out",
        arg(&out),
        "--only",
        "controls,check",
    ]);
    assert_eq!(all.code, 0, "{}", all.err);
    let page = || std::fs::read_to_string(out.join("emr/controls.ja.html")).unwrap();
    assert!(!page().contains("当院だけの説明文"));
    std::fs::write(out.join("mine.txt"), "残す").unwrap();
    let theirs = [
        "build",
        arg(&workspace),
        "--out",
        arg(&out),
        "--only",
        "controls",
        "--institution",
        "aoba-clinic",
    ];
    assert_eq!(mamori(&theirs).code, 0);
    assert!(page().contains("当院だけの説明文"));
    assert!(
        !out.join("emr/check.ja.html").exists(),
        "a paper that is no longer listed is out of date"
    );
    assert!(out.join("mine.txt").exists(), "what no list names is left alone");
    let unknown = mamori(&[
        "build",
        arg(&workspace),
        "--out",
        arg(&out),
        "--institution",
        "nobody",
    ]);
    assert!(
        unknown.code == 2 && unknown.err.contains("aoba-clinic"),
        "{}",
        unknown.err
    );
}

#[test]
fn documents_are_listed_with_their_digests_and_come_out_the_same_twice() {
    let (first, second) = (folder("build-1"), folder("build-2"));
    let only = "controls,check";
    for dir in [&first, &second] {
        let ended = mamori(&["build", arg(&example()), "--out", arg(dir), "--only", only]);
        assert_eq!(ended.code, 0, "{}", ended.err);
    }
    let manifest = std::fs::read_to_string(first.join("manifest.json")).unwrap();
    assert_eq!(
        manifest,
        std::fs::read_to_string(second.join("manifest.json")).unwrap()
    );
    let entries = json(&manifest);
    let entries = entries.as_array().unwrap();
    let formats: Vec<&str> = entries
        .iter()
        .map(|entry| entry["format"].as_str().unwrap())
        .collect();
    for format in ["html", "pdf", "xlsx"] {
        assert_eq!(
            formats.iter().filter(|other| **other == format).count(),
            2,
            "{formats:?}"
        );
    }
    for entry in entries {
        let path = entry["path"].as_str().unwrap();
        let bytes = std::fs::read(first.join(path)).unwrap();
        assert_eq!(entry["sha256"], sha256(&bytes), "{path}");
        assert_eq!(
            bytes,
            std::fs::read(second.join(path)).unwrap(),
            "{path} differs between two runs"
        );
        assert_eq!(
            entry["format"] == "pdf",
            entry["pages"].as_u64() > Some(0),
            "{path}"
        );
    }
}

#[test]
fn the_site_is_listed_links_only_to_what_is_there_and_leaves_nothing_half_written() {
    let out = folder("site");
    let ended = mamori(&[
        "build",
        arg(&example()),
        "--out",
        arg(&out),
        "--only",
        "check,site",
        "--progress",
    ]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert_eq!(ended.err, "emr/check.ja\nemr/site.ja\n");
    let entries = json(&std::fs::read_to_string(out.join("manifest.json")).unwrap());
    let mut pages = 0;
    for entry in entries.as_array().unwrap() {
        let path = out.join(entry["path"].as_str().unwrap());
        assert_eq!(entry["sha256"], sha256(&std::fs::read(&path).unwrap()));
        assert_eq!(
            (&entry["service"], &entry["institution"]),
            (&Value::from("emr"), &Value::Null)
        );
        if entry["document"] != "site" || entry["format"] != "html" {
            continue;
        }
        pages += 1;
        let page = std::fs::read_to_string(&path).unwrap();
        for link in links(&page) {
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => path.clone(),
                file => path.parent().unwrap().join(file),
            };
            let text = std::fs::read(&target).unwrap_or_else(|_| panic!("{link} leads nowhere"));
            let wanted = format!("id=\"{place}\"");
            let there = String::from_utf8_lossy(&text).contains(&wanted);
            assert!(place.is_empty() || there, "{link} has no such place");
        }
    }
    let wanted = mamori_documents::DOCUMENTS.len() + 2;
    assert_eq!(pages, wanted, "every document, the first page and the glossary");
    assert!(links("<a href=\"gone.html#x\">").eq(["gone.html#x"]));
    let left = |entry: &std::path::Path| {
        let entries = std::fs::read_dir(entry)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        entries
            .filter(|path| path.to_string_lossy().ends_with(".part"))
            .count()
    };
    assert_eq!(left(&out.join("emr")) + left(&out.join("emr/site.ja")), 0);
}

#[test]
fn the_site_calls_each_picture_by_what_it_shows() {
    let out = folder("pictures");
    let only = ["--only", "configuration,site"];
    let ended = mamori(&[&["build", arg(&example()), "--out", arg(&out)], &only[..]].concat());
    assert_eq!(ended.code, 0, "{}", ended.err);
    let index = std::fs::read_to_string(out.join("emr/site.ja/index.html")).unwrap();
    for (at, step) in ["手順1", "手順2", "手順3", "手順4"].into_iter().enumerate() {
        let file = format!("configuration.ja.{}.svg\">{step} ", at + 1);
        assert!(index.contains(&file), "{file}");
    }
    assert_eq!(index.matches("(SVG)</a>").count(), 4);
}

/// What a page links to or loads.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let parts = page.split(" href=\"").chain(page.split(" src=\""));
    parts.filter_map(|part| match part.starts_with('<') {
        true => None,
        false => part.split_once('"').map(|(link, _)| link),
    })
}

/// The digest as the list of files has it.
fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Runs a program of the system on a PDF. It is never passed over when it is missing.
pub(crate) fn reads(program: &str, package: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let output = output
        .unwrap_or_else(|error| panic!("{program} cannot run ({error}): install the package {package}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program} refuses: {text}");
    text
}

/// The text without spaces: where lines end is the page's matter.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn other_programs_read_the_pdfs() {
    let out = folder("pdf");
    let ended = mamori(&[
        "build",
        arg(&example()),
        "--out",
        arg(&out),
        "--only",
        "check,treatments",
    ]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    for document in ["check", "treatments"] {
        let path = out.join(format!("emr/{document}.ja.pdf"));
        let checked = reads("qpdf", "qpdf", &["--check", arg(&path)]);
        assert!(
            checked.contains("No syntax or stream encoding errors"),
            "{checked}"
        );
        let fonts = reads("pdffonts", "poppler-utils", &[arg(&path)]);
        let embedded = |line: &&str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            // name, type …, encoding, emb, sub, uni, object ID of two numbers
            words.len() >= 7 && words[words.len() - 5] == "yes"
        };
        let lines: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!lines.is_empty() && lines.iter().all(embedded), "{fonts}");
        assert!(
            !embedded(&"Helvetica Type 1 WinAnsi no no no 7 0"),
            "the test itself must tell them apart"
        );
        // The headings of the page stand in the PDF's text in the same order.
        let text = squeezed(&reads("pdftotext", "poppler-utils", &[arg(&path), "-"]));
        let page = std::fs::read_to_string(path.with_extension("html")).unwrap();
        let mut from = 0;
        let headings = page
            .split("<h2>")
            .skip(1)
            .filter_map(|part| part.split_once("</h2>"));
        let mut count = 0;
        for (heading, _) in headings {
            let heading = squeezed(heading);
            let at = text[from..].find(&heading);
            from += at.unwrap_or_else(|| panic!("{heading} does not follow in {document}")) + heading.len();
            count += 1;
        }
        assert!(count >= 1, "{document} has headings");
    }
}
