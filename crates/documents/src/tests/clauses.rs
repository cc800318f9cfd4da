//! Clauses: every slot of the data is known, a value is never looked at for slots, and what a workspace
//! changes or leaves out is marked.

use super::case::{Case, catalogue, row};
use crate::clauses::{all_slots, open_note, render, typed};
use mamori_catalogue::ClauseDocument;
use mamori_tree::{Block, Language};
use std::collections::BTreeSet;

fn printed(case: &Case, part: &str, language: Language) -> String {
    case.with_paper(language, |paper| {
        let blocks = render(paper, ClauseDocument::Regulation, part);
        let text = |block: &Block| match block {
            Block::Paragraph(text) => text.clone(),
            Block::List(entries) => entries.join("\n"),
            other => panic!("{other:?}"),
        };
        blocks.iter().map(text).collect::<Vec<_>>().join("\n")
    })
}

fn change(values: &[(&str, &str)]) -> mamori_domain::ClauseChange {
    row(&[&[("clause", "general-purpose")], values].concat())
}

#[test]
fn every_slot_of_the_clauses_is_known_and_every_known_slot_once() {
    let known: BTreeSet<&str> = all_slots().map(|slot| slot.name).collect();
    assert_eq!(known.len(), all_slots().count());
    let library = catalogue().clauses();
    assert!(library.texts.iter().count() > 2);
    for text in library.texts.iter() {
        for language in Language::ALL {
            for slot in text.slots(language) {
                assert!(known.contains(slot), "{}: no slot is named {slot}", text.id);
            }
        }
    }
    assert!(!known.contains("provider.fax"));
}

#[test]
fn a_slot_is_filled_from_the_model_or_said_to_be_open() {
    let empty = printed(&Case::empty(), "general", Language::Japanese);
    assert!(empty.contains("（未記入：事業者の名称）"), "{empty}");
    let rich = printed(&Case::rich(), "general", Language::English);
    assert!(
        rich.contains("Cloud Chart") && rich.contains("the institution"),
        "{rich}"
    );
    let note = |case: &Case| {
        case.with_paper(Language::English, |paper| {
            open_note(paper, ClauseDocument::Regulation)
        })
    };
    let Some(Block::Note(told)) = note(&Case::empty()) else {
        panic!("no note")
    };
    assert!(told.contains("name of the provider"), "{told}");
    let told = format!("{:?}", note(&Case::rich()));
    assert!(!told.contains("name of the provider"), "{told}");
}

#[test]
fn a_value_is_never_looked_at_for_slots() {
    let mut case = Case::rich();
    case.workspace.organisation.profile = row(&[("name", "{service} {0} Ltd")]);
    assert!(printed(&case, "general", Language::English).contains("{service} {0} Ltd"));
    case.service().clause_changes = vec![change(&[
        ("usage", "changed"),
        ("text", "Own {provider}"),
        ("reason", "{0}"),
    ])];
    let text = printed(&case, "general", Language::English);
    assert!(text.starts_with("Own {provider}\n[Changed: {0}]"), "{text}");
}

#[test]
fn a_changed_and_a_dropped_clause_are_marked_and_the_institution_counts_over_the_service() {
    let mut case = Case::rich();
    case.service().clause_changes = vec![change(&[("usage", "left_out"), ("reason", "said elsewhere")])];
    let text = printed(&case, "general", Language::Japanese);
    assert!(
        text.starts_with("〔この条文は用いない：said elsewhere〕"),
        "{text}"
    );
    assert!(!text.contains("Cloud Chart"));
    let own = change(&[("usage", "changed"), ("text", "for the clinic")]);
    case.workspace.institutions[0].1.clause_changes = vec![own];
    assert!(!printed(&case, "general", Language::Japanese).contains("for the clinic"));
    case.institution = true;
    let text = printed(&case, "general", Language::Japanese);
    assert!(
        text.starts_with("for the clinic\n〔変更：理由の記載なし〕"),
        "{text}"
    );
    // Without its new text the ready clause stays, so that no hole is signed.
    case.workspace.institutions[0].1.clause_changes = vec![change(&[("usage", "changed")])];
    assert!(printed(&case, "general", Language::Japanese).contains("Cloud Chart"));
}

#[test]
fn an_own_wording_keeps_its_paragraphs_lines_and_lists() {
    let blocks = typed("one\ntwo\n\nthree\n- a\n- b");
    let paragraph = |text: &str| Block::Paragraph(text.to_owned());
    let expected = [
        paragraph("one\ntwo"),
        paragraph("three"),
        Block::List(vec!["a".to_owned(), "b".to_owned()]),
    ];
    assert_eq!(blocks, expected);
}
