//! An edition is data: a made-up one with eleven threats, eight selection items and no C/D classes
//! runs through statistics, check and documents.

use crate::running::{arg, copy, example, folder, mamori, root};
use serde_json::Value;

#[test]
fn a_made_up_edition_runs_stats_check_and_build() {
    let edition = root().join("crates/catalogue/tests/edition-test");
    let stats = mamori(&[
        "--catalogue",
        arg(&edition),
        "catalog",
        "stats",
        "--format",
        "json",
    ]);
    assert_eq!(stats.code, 0, "{}", stats.err);
    let stats: Value = serde_json::from_str(&stats.out).unwrap();
    assert_eq!(stats["threats"], 11);
    assert_ne!(stats["items"], 417);
    assert!(stats["information_items"].as_u64() >= Some(8));

    let dir = folder("edition");
    copy(&example(), &dir);
    // What the example says about items of the complete edition has no meaning in another one.
    for file in [
        "services/emr/answers.csv",
        "organisation/answers.csv",
        "organisation/papers.csv",
    ] {
        let _ = std::fs::remove_file(dir.join(file));
    }
    let refused = mamori(&["--catalogue", arg(&edition), "check", arg(&dir)]);
    assert_eq!(
        refused.code, 2,
        "a workspace of another edition is not judged by this one"
    );
    let settings = std::fs::read_to_string(dir.join("mamori.toml")).unwrap();
    let held = stats["edition"].as_str().unwrap();
    std::fs::write(dir.join("mamori.toml"), settings.replace("2020-08", held)).unwrap();
    let checked = mamori(&[
        "--catalogue",
        arg(&edition),
        "check",
        arg(&dir),
        "--format",
        "json",
    ]);
    assert_eq!(checked.code, 1, "{}", checked.err);
    let report: Value = serde_json::from_str(&checked.out).unwrap();
    assert!(report["summary"]["error"].as_u64() > Some(0));
    let out = folder("edition-out");
    let built = mamori(&[
        "--catalogue",
        arg(&edition),
        "build",
        arg(&dir),
        "--out",
        arg(&out),
    ]);
    assert_eq!(built.code, 0, "{}", built.err);
    let manifest = std::fs::read_to_string(out.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let entries = manifest.as_array().unwrap();
    let made = |id: &str, format: &str| {
        let entry = |entry: &Value| entry["document"] == id && entry["format"] == format;
        entries.iter().any(entry)
    };
    for id in mamori_documents::DOCUMENTS.iter().map(|kind| kind.id) {
        assert!(made(id, "html") && made(id, "pdf"), "{id}");
    }
    assert!(made("site", "html") && !made("site", "pdf"));
    let derived = mamori(&[
        "--catalogue",
        arg(&edition),
        "derive",
        arg(&dir),
        "--format",
        "json",
    ]);
    let derived: Value = serde_json::from_str(&derived.out).unwrap();
    let (flows, grid) = (
        derived["flows"].as_array().unwrap(),
        derived["grid"].as_array().unwrap(),
    );
    assert_eq!(
        grid.len(),
        11 * flows.len(),
        "every flow is held against all eleven threats"
    );
}
