//! What holds for every document.

use super::case::{Case, all_cases, catalogue, row, texts};
use crate::{
    DOCUMENTS, clauses, item_lists, kinds, places, places_of_information, risk_groups, shared, short_measures,
};
use mamori_tree::{Language, Table, Words};
use std::collections::BTreeSet;

#[test]
fn every_table_fills_its_grid() {
    for case in all_cases() {
        for kind in DOCUMENTS {
            for language in Language::ALL {
                let document = case.document(kind.id, language);
                assert_eq!(document.id, kind.id);
                let mut names = BTreeSet::new();
                for table in document.tables() {
                    let columns = table.columns.len();
                    for rows in [&table.head, &table.rows] {
                        if let Err(fault) = Table::place(rows, columns) {
                            panic!("{} {}: {fault}", kind.id, table.name);
                        }
                    }
                    assert!(
                        !table.rows.is_empty() && !table.head.is_empty(),
                        "{}: {}",
                        kind.id,
                        table.name
                    );
                    let length = table.name.encode_utf16().count();
                    assert!((1..=31).contains(&length), "{}", table.name);
                    assert!(
                        names.insert(table.name.clone()),
                        "{}: {} twice",
                        kind.id,
                        table.name
                    );
                }
            }
        }
    }
}

fn has_japanese(text: &str) -> bool {
    // Letters, and the wide punctuation that goes with them.
    text.chars()
        .any(|c| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}'))
}

/// Every word of ours.
fn our_words() -> Vec<Words> {
    [
        kinds::configuration::words(),
        kinds::risks::words(),
        kinds::treatments::words(),
        kinds::controls::words(),
        kinds::regulation::words(),
        kinds::requests::words(),
        kinds::check_report::ALL.to_vec(),
        kinds::agreements::words(),
        kinds::equipment::words(),
        kinds::records::words(),
        kinds::flows::words(),
        kinds::legal::words(),
        kinds::mhlw::words(),
        kinds::patients::words(),
        kinds::plan::words(),
        places_of_information::ALL.to_vec(),
        short_measures::ALL.to_vec(),
        kinds::disclosure::words(),
        kinds::sla::words(),
        places::ALL.to_vec(),
        risk_groups::ALL.to_vec(),
        shared::ALL.to_vec(),
        item_lists::ALL.to_vec(),
        clauses::words(),
    ]
    .concat()
}

#[test]
fn our_words_are_whole_in_both_languages() {
    let all = our_words();
    assert!(all.len() > 150, "{}", all.len());
    let slots = |text: &str| {
        (0..6)
            .map(|slot| text.matches(&format!("{{{slot}}}")).count())
            .collect::<Vec<_>>()
    };
    for words in all {
        assert!(
            !words.ja.trim().is_empty() && !words.en.trim().is_empty(),
            "{words:?}"
        );
        assert!(!has_japanese(words.en), "{}", words.en);
        assert_eq!(slots(words.ja), slots(words.en), "{words:?}");
    }
}

#[test]
fn an_english_paper_has_no_japanese_but_what_a_person_typed_and_titles_that_are_quoted() {
    for case in all_cases() {
        for kind in DOCUMENTS {
            for text in texts(&case.document(kind.id, Language::English)) {
                // Titles and headings of the Japanese guideline are cited as they are printed.
                let quoted = |line: &&str| {
                    line.contains("別紙")
                        || line.starts_with("GL 5.1.6(2)(")
                        || line.contains("misprints")
                        || catalogue().requirements().iter().any(|one| {
                            line.starts_with(&format!("{} ", one.chapter)) || *line == one.section_title
                        })
                };
                for line in text.lines().filter(|line| !quoted(line)) {
                    assert!(!has_japanese(line), "{}: {line}", kind.id);
                }
            }
        }
    }
    let mut case = Case::rich();
    case.service().sites[0] = row(&[("id", "desk"), ("name", "受付")]);
    assert!(case.text("risks", Language::English).contains("受付"));
}

#[test]
fn no_paper_judges_conformity() {
    let judges = |words: &Words| {
        // The name of a paper is no judgement.
        let ja = words.ja.replace("サービス仕様適合開示書", "");
        let en = words.en.to_lowercase().replace("conformity disclosure", "");
        ["適合", "準拠", "合格", "遵守されて"]
            .iter()
            .any(|word| ja.contains(word))
            || ["conform", "complian", "complies", "passed the"]
                .iter()
                .any(|word| en.contains(word))
    };
    // The one sentence that speaks of it says that nothing is judged. The papers that lay answers
    // beside what a guideline asks carry it; what is signed, kept as a rule or read by patients does not.
    let speaking: Vec<Words> = our_words().into_iter().filter(judges).collect();
    assert_eq!(speaking.len(), 1, "{speaking:?}");
    assert!(speaking[0].ja.contains("適合を判定するものではありません"));
    for kind in DOCUMENTS {
        for language in Language::ALL {
            let weighed = [
                "risks",
                "treatments",
                "controls",
                "disclosure",
                "legal",
                "check",
                "mhlw",
            ];
            let text = Case::empty().text(kind.id, language);
            assert_eq!(
                text.contains(speaking[0].say(language)),
                weighed.contains(&kind.id),
                "{}",
                kind.id
            );
        }
    }
}

#[test]
fn the_head_of_a_paper_names_what_it_speaks_for() {
    let document = Case::rich().document("risks", Language::English);
    assert_eq!(document.running.provider, "Example Care {0} <b>");
    assert_eq!(
        (&*document.running.revision, &*document.running.as_of),
        ("0123456789ab", "2026-10-01")
    );
    assert_eq!(
        (&*document.running.confidentiality, &*document.running.service),
        ("Internal", "Cloud Chart")
    );
    let towards = Case {
        institution: true,
        ..Case::rich()
    };
    let named = |case: &Case| {
        case.document("risks", Language::English)
            .facts
            .iter()
            .any(|(_, value)| value == "Blue Clinic")
    };
    assert!(named(&towards) && !named(&Case::rich()));
}

#[test]
fn a_cell_holds_the_text_as_typed() {
    let mut case = Case::rich();
    case.service().answers[0] = row(&[
        ("item", "3.1.①"),
        ("status", "implemented"),
        ("text", "=SUM(A1) {1} <i>&amp;"),
    ]);
    assert!(
        case.text("controls", Language::Japanese)
            .contains("=SUM(A1) {1} <i>&amp;")
    );
}
