//! User text is data: nothing planted into any text field of the model survives as formula, markup,
//! template or hidden control in any output, and what no output could show is refused.
//!
//! `cargo xtask proof documents` has other programs read the same prints letter by letter.

use crate::running::{arg, example, folder, mamori};
use mamori_domain::Language;
use mamori_domain::description::ValueType;
use mamori_formats::workspace_file;
use std::collections::BTreeSet;
use std::io::Read;
use std::process::Command;

const PLANTED: &str =
    "=1+1 #read(\"/etc/passwd\") <script>alert(1)</script> {{7*7}} $x$ \u{202e}txt\u{2066}a\u{2069}\u{200f}";

/// As outputs show it, without spaces.
const SHOWN: &str =
    "=1+1#read(\"/etc/passwd\")<script>alert(1)</script>{{7*7}}$x$[U+202E]txt[U+2066]a[U+2069][U+200F]";

/// The marks that must not come through.
const MARKS: [char; 4] = ['\u{202e}', '\u{2066}', '\u{2069}', '\u{200f}'];

/// The example with the planted text in every text field.
fn planted() -> std::path::PathBuf {
    let mut raw = workspace_file::load(&example()).expect("the example reads").raw;
    let mut fields = BTreeSet::new();
    let mut count = 0;
    for list in raw.scopes.iter_mut().flat_map(|scope| &mut scope.lists) {
        let kind = list.kind;
        if kind.name == "settings" {
            continue;
        }
        for cell in list.rows.iter_mut().flat_map(|row| &mut row.cells) {
            let field = kind.field(&cell.name).expect("the example's fields are known");
            if matches!(field.value, ValueType::Text { .. } | ValueType::Prose { .. }) {
                cell.text = PLANTED.to_owned();
                fields.insert((kind.name, cell.name.clone()));
                count += 1;
            }
        }
    }
    assert!(
        count > 200 && fields.len() > 60,
        "{count} values of {} fields were planted",
        fields.len()
    );
    let path = folder("hostile").join("planted.json");
    workspace_file::store(&raw, &path, Language::Japanese).expect("it is stored");
    path
}

#[test]
fn planted_text_appears_as_text_and_nothing_else() {
    let workspace = planted();
    let out = folder("hostile-out");
    let ended = mamori(&["build", arg(&workspace), "--out", arg(&out)]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let manifest: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(out.join("manifest.json")).unwrap()).unwrap();
    let mut html = 0;
    let mut xlsx = 0;
    let mut data = 0;
    let (mut docx, mut pdf, mut svg) = (0, 0, 0);
    for entry in manifest.as_array().unwrap() {
        let path = out.join(entry["path"].as_str().unwrap());
        match entry["format"].as_str().unwrap() {
            "html" => {
                let page = std::fs::read_to_string(&path).unwrap();
                // The site runs its own script and no other.
                let scripts = usize::from(entry["document"] == "site");
                assert_eq!(page.matches("<script").count(), scripts, "{}", path.display());
                assert_eq!(
                    page.matches("<script src=\"search.js\" defer></script>").count(),
                    scripts
                );
                assert!(
                    page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
                    "{}",
                    path.display()
                );
                assert!(
                    page.contains("#read(") && page.contains("{{7*7}}"),
                    "{}",
                    path.display()
                );
                assert!(
                    !page.contains('\u{202e}'),
                    "{}: a control that turns text around",
                    path.display()
                );
                html += 1;
            }
            "js" if entry["path"].as_str().unwrap().ends_with("index.js") => {
                let index = std::fs::read_to_string(&path).unwrap();
                assert!(
                    index.contains("\\u003cscript\\u003e"),
                    "the planted text is searched for"
                );
                assert!(!index.contains('<') && !index.contains('\u{202e}'));
                data += 1;
            }
            "xlsx" => {
                let parts = parts(&path);
                assert!(
                    parts.iter().any(|(_, text)| text.contains("=1+1")),
                    "{}",
                    path.display()
                );
                for (name, text) in parts {
                    assert!(
                        !text.contains("<f>") && !text.contains("<f "),
                        "{} {name}: a formula",
                        path.display()
                    );
                }
                xlsx += 1;
            }
            "docx" => {
                let (_, text) = parts(&path).into_iter().nth(3).unwrap();
                assert!(says(&plain(&text)), "{}", path.display());
                docx += 1;
            }
            // A drawing breaks a long name into lines of its own.
            "svg" => {
                let picture = std::fs::read_to_string(&path).unwrap();
                assert!(!picture.contains("<script"), "{}", path.display());
                assert!(plain(&picture).contains("=1+1#read("), "{}", path.display());
                assert!(!picture.contains(MARKS), "{}", path.display());
                svg += 1;
            }
            "pdf" => {
                let output = Command::new("pdftotext").args(["-raw", arg(&path), "-"]).output();
                let output = output.expect("pdftotext runs: install the package poppler-utils");
                assert!(output.status.success(), "{}", path.display());
                let text = squeezed(&String::from_utf8_lossy(&output.stdout));
                // Lines of a drawing stand apart; the provider's name is in every head.
                let drawn = entry["document"] == "configuration";
                assert!(
                    says(&text) || (drawn && text.contains("=1+1#read(")),
                    "{}",
                    path.display()
                );
                assert!(!text.contains(MARKS), "{}", path.display());
                pdf += 1;
            }
            _ => {}
        }
    }
    assert!(html >= 8 && xlsx >= 4 && data >= 1);
    assert!(docx >= 5 && svg >= 4 && pdf >= mamori_documents::DOCUMENTS.len());
}

fn parts(path: &std::path::Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = format!("part {at}");
        let mut text = String::new();
        if entry.read_to_string(&mut text).is_ok() {
            parts.push((name, text));
        }
    }
    parts
}

/// Whether a text without spaces shows what was planted, and nothing of it as it was.
fn says(text: &str) -> bool {
    text.contains(SHOWN) && !text.contains(MARKS)
}

fn squeezed(text: &str) -> String {
    let seen = |letter: &char| !letter.is_whitespace() && *letter != '\u{200b}';
    text.chars().filter(seen).collect()
}

/// What stands between the tags, without spaces.
fn plain(markup: &str) -> String {
    let between: String = markup
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect();
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    squeezed(
        &signs
            .iter()
            .fold(between, |text, (code, sign)| text.replace(code, sign)),
    )
}

#[test]
fn a_lost_mark_or_one_that_came_through_is_seen() {
    assert!(says(SHOWN) && says(&plain(&SHOWN.replace('<', "&lt;").replace('>', "&gt;"))));
    assert!(!says(&SHOWN.replace("[U+202E]", "\u{202e}")));
    assert!(!says(&SHOWN.replace("[U+202E]", "")));
    assert!(!says(&plain(SHOWN)), "markup is no text");
}

#[test]
fn control_characters_are_refused_with_their_place_in_every_text_field() {
    let read = || workspace_file::load(&example()).expect("the example reads").raw;
    let mut refused = BTreeSet::new();
    for (mark, code) in [
        ('\u{1b}', "U+001B"),
        ('\0', "U+0000"),
        ('\u{85}', "U+0085"),
        ('\u{fffe}', "U+FFFE"),
    ] {
        let mut raw = read();
        let mut planted = 0;
        for list in raw.scopes.iter_mut().flat_map(|scope| &mut scope.lists) {
            let kind = list.kind;
            for cell in list.rows.iter_mut().flat_map(|row| &mut row.cells) {
                let field = kind.field(&cell.name).expect("the example's fields are known");
                if matches!(field.value, ValueType::Text { .. } | ValueType::Prose { .. }) {
                    cell.text = format!("名{mark}前");
                    planted += 1;
                }
            }
        }
        let problems = mamori_domain::build::read(&raw).expect_err("no field takes it");
        let told = problems.iter().filter(|problem| problem.what.ja.contains(code));
        let places: BTreeSet<String> = told.map(|problem| problem.place.to_string()).collect();
        assert_eq!(places.len(), planted, "{code}: every field is named by its place");
        refused.insert(planted);
    }
    assert!(refused.iter().all(|planted| *planted > 200));
}
