//! User text is data: nothing planted into any text field of the model survives as formula, markup,
//! template or hidden control in any output.

use crate::running::{arg, example, folder, mamori};
use mamori_domain::description::ValueType;
use mamori_formats::workspace_file;
use std::io::Read;

const PLANTED: &str = "=1+1 #read(\"/etc/passwd\") <script>alert(1)</script> {{7*7}} $x$ \u{202e}txt";

/// The example with the planted text in every text field.
fn planted() -> std::path::PathBuf {
    let mut raw = workspace_file::load(&example()).expect("the example reads").raw;
    let mut fields = 0;
    for list in raw.scopes.iter_mut().flat_map(|scope| &mut scope.lists) {
        let kind = list.kind;
        if kind.name == "settings" {
            continue;
        }
        for cell in list.rows.iter_mut().flat_map(|row| &mut row.cells) {
            let field = kind.field(&cell.name).expect("the example's fields are known");
            if matches!(field.value, ValueType::Text { .. } | ValueType::Prose { .. }) {
                cell.text = PLANTED.to_owned();
                fields += 1;
            }
        }
    }
    assert!(fields > 200, "only {fields} fields were planted");
    let path = folder("hostile").join("planted.json");
    workspace_file::store(&raw, &path).expect("it is stored");
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
            _ => {}
        }
    }
    assert!(html >= 8 && xlsx >= 4 && data >= 1);
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
