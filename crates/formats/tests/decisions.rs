//! Decisions are told apart by pattern and decision together: every encoding keeps several of one
//! pattern, differences tell them apart, and two alike are refused.

use mamori_domain::raw::RawWorkspace;
use mamori_domain::{Language, Problem, Scope, build};
use mamori_formats::difference::{apply, diff, invert, sentences};
use mamori_formats::generate::Random;
use mamori_formats::normal::same;
use mamori_formats::rename::rename;
use mamori_formats::{json, text, workbook};
use std::collections::BTreeMap;

const PATTERNS: [&str; 3] = ["operation/*", "operation/app/view/ward/pc/*", "*/*/*/ward/*"];
const DECISIONS: [&str; 5] = ["accept", "exclude", "impact", "likelihood", "items"];

fn workspace(decisions: &[(&str, &str, &str)]) -> RawWorkspace {
    let mut lines = String::from("pattern,decision,reason\n");
    for (pattern, decision, reason) in decisions {
        lines += &format!("{pattern},{decision},{reason}\n");
    }
    let files = [
        ("mamori.toml", ""),
        ("services/ehr/sites.csv", "id,name\nward,病棟\n"),
        (
            "services/ehr/equipment.csv",
            "id,name,kind,site\npc,端末,terminal,ward\n",
        ),
        ("services/ehr/decisions.csv", &lines),
    ];
    let files: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()))
        .collect();
    text::read_files(&files).unwrap()
}

/// Some of the fifteen rulings there can be on the patterns, in some order.
fn some(random: &mut Random) -> RawWorkspace {
    let mut all: Vec<(&str, &str, &str)> = Vec::new();
    for pattern in PATTERNS {
        for decision in DECISIONS {
            if random.once_in(2) {
                all.insert(
                    random.below(all.len() + 1),
                    (pattern, decision, ["", "理由", "別の理由"][random.below(3)]),
                );
            }
        }
    }
    workspace(&all)
}

#[test]
fn several_decisions_on_a_pattern_survive_every_way() {
    let mut random = Random::new(7);
    let mut before = workspace(&[]);
    for _ in 0..200 {
        let raw = some(&mut random);
        build::read(&raw).expect("each pair of pattern and decision stands once");
        assert!(same(&text::read_files(&text::write(&raw)).unwrap(), &raw));
        assert!(same(&json::read(json::write(&raw).as_bytes()).unwrap(), &raw));
        let changes = diff(&before, &raw);
        let there = apply(&before, &changes).unwrap();
        assert!(same(&there, &raw));
        assert!(same(&apply(&there, &invert(&changes)).unwrap(), &before));
        before = rename(&raw, "equipment", "pc", "tablet", None).unwrap();
        build::read(&before).expect("a rename keeps the decisions apart");
    }
    let book = workbook::write(&before, Language::Japanese).unwrap();
    assert!(same(&workbook::read(&book).unwrap(), &before));
}

#[test]
fn a_difference_names_the_decision_that_changed() {
    let before = workspace(&[("operation/*", "impact", "a"), ("operation/*", "likelihood", "b")]);
    let after = workspace(&[("operation/*", "impact", "a"), ("operation/*", "likelihood", "c")]);
    let told = sentences(&diff(&before, &after), &before, &after, Language::Japanese);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].about.key, "operation/* likelihood");
    assert!(
        told[0].text.contains("operation/* 顕在化率を改める"),
        "{}",
        told[0].text
    );
    let scope = Scope::Service("ehr".into());
    let row = after.row(&scope, "decision", "operation/* likelihood").unwrap();
    assert_eq!(row.text("reason"), "c");
}

#[test]
fn the_same_decision_twice_on_a_pattern_is_refused() {
    let twice = workspace(&[
        ("operation/*", "impact", "a"),
        ("operation/*", "exclude", ""),
        ("operation/*", "impact", "b"),
    ]);
    let problems: Vec<Problem> = build::read(&twice).unwrap_err();
    let [only] = &problems[..] else {
        panic!("{problems:?}");
    };
    assert_eq!(only.location().to_string(), "services/ehr/decisions.csv:4:1");
    assert_eq!(
        only.what.ja,
        "判断「operation/*」「impact」が二度あります（初めは services/ehr/decisions.csv:2:1）"
    );
    assert_eq!(
        only.help.ja,
        "どちらかを消すか、「対象」「判断」のどれかを変えてください"
    );
    assert_eq!(
        only.help.en,
        "Remove one of them, or change its pattern or decision"
    );
}

#[test]
fn a_device_and_a_line_of_one_id_are_refused_with_both_places() {
    let mut files = text::write(&workspace(&[]));
    files.insert(
        "services/ehr/connections.csv".to_owned(),
        "id,name,medium,from\npc,構内網,wired_lan,pc\n"
            .as_bytes()
            .to_vec(),
    );
    let problems = build::read(&text::read_files(&files).unwrap()).unwrap_err();
    let [only] = &problems[..] else {
        panic!("{problems:?}");
    };
    assert_eq!(only.location().to_string(), "services/ehr/connections.csv:2:1");
    assert!(
        only.what.ja.contains("services/ehr/equipment.csv:2:1"),
        "{}",
        only.what.ja
    );
}
