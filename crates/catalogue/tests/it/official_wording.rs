//! Laying the official wording over the items: from a faulty print, from pairs, from an overlay file.

use crate::faulty_print::{Fault, catalogue, fault_of, print, sentence};
use mamori_catalogue::official::{
    Comparison, NotTheGuideline, Overlay, WordingStatus, compare, fingerprint, read_pairs, read_text,
};
use mamori_catalogue::{Catalogue, ControlItem, ItemId, ProblemKind};
use mamori_words::Language;

fn compared(catalogue: &Catalogue, text: &str) -> Comparison {
    compare(
        catalogue,
        &read_text(text).unwrap_or_else(|refusal| panic!("{refusal}")),
    )
}

fn item<'a>(catalogue: &'a Catalogue, id: &str) -> &'a ControlItem {
    catalogue.items().get(id).expect("an item")
}

fn id(text: &str) -> ItemId {
    text.parse().expect("an id")
}

#[test]
fn every_fault_occurs_often_in_the_print() {
    let catalogue = catalogue();
    for fault in [
        Fault::None,
        Fault::List,
        Fault::CutAtPageEnd,
        Fault::CellSplit,
        Fault::NumberTwice,
        Fault::Misread,
    ] {
        assert!(
            catalogue
                .items()
                .iter()
                .filter(|item| fault_of(item) == fault)
                .count()
                >= 10,
            "{fault:?}"
        );
    }
}

#[test]
fn a_faulty_print_gives_every_wording_exactly() {
    let catalogue = catalogue();
    let comparison = compared(&catalogue, &print(&catalogue, |_| true));
    assert_eq!(comparison.other.iter().next(), None);
    assert_eq!(
        (comparison.missing.as_slice(), comparison.unplaced.as_slice()),
        (&[][..], &[][..])
    );
    assert_eq!(comparison.exact.len(), 417);
    for (id, wording) in &comparison.exact {
        let official = sentence(item(&catalogue, id.as_str()));
        assert_eq!(fingerprint(wording), fingerprint(&official), "{id}");
    }
}

#[test]
fn an_altered_sentence_is_not_taken_as_the_official_one() {
    let catalogue = catalogue();
    let altered = print(&catalogue, |_| true).replace("1.4.①-3 のために", "1.4.①-3 の為に");
    let comparison = compared(&catalogue, &altered);
    assert_eq!(comparison.exact.len(), 416);
    let other: Vec<_> = comparison.other.keys().map(ItemId::as_str).collect();
    assert_eq!(other, ["1.4.①-3"]);
    assert!(comparison.other[&id("1.4.①-3")].contains("の為に"));
}

#[test]
fn a_row_that_is_gone_is_missing_and_nothing_else_moves() {
    let catalogue = catalogue();
    let comparison = compared(
        &catalogue,
        &print(&catalogue, |item| item.id.as_str() != "3.5.①-2"),
    );
    assert_eq!(comparison.missing, [id("3.5.①-2")]);
    assert_eq!(comparison.exact.len(), 416);
}

#[test]
fn a_lost_heading_costs_its_group_and_misplaces_nothing() {
    let catalogue = catalogue();
    let text = print(&catalogue, |_| true).replace("2.5. 見出し", "見出し");
    let comparison = compared(&catalogue, &text);
    let lost: Vec<_> = catalogue
        .items()
        .iter()
        .filter(|item| item.group.as_str() == "2.5")
        .collect();
    assert_eq!(
        comparison.missing,
        lost.iter().map(|item| item.id.clone()).collect::<Vec<_>>()
    );
    assert_eq!(comparison.unplaced.len(), lost.len());
    assert_eq!(
        (comparison.exact.len(), comparison.other.len()),
        (417 - lost.len(), 0)
    );
}

#[test]
fn swapped_sentences_are_both_told() {
    let catalogue = catalogue();
    let text = print(&catalogue, |_| true)
        .replace("1.3.①-4 のために", "＃")
        .replace("1.3.①-6 のために", "1.3.①-4 のために")
        .replace('＃', "1.3.①-6 のために");
    let comparison = compared(&catalogue, &text);
    assert_eq!(
        comparison.other.keys().map(ItemId::as_str).collect::<Vec<_>>(),
        ["1.3.①-4", "1.3.①-6"]
    );
}

#[test]
fn what_is_not_the_guideline_is_refused_with_a_reason() {
    let head = "大項目\t小項目\tNo.\t内容\n";
    let cases = [
        ("", NotTheGuideline::Empty),
        (" \n\t\n", NotTheGuideline::Empty),
        ("%PDF-1.7\n...", NotTheGuideline::NoText),
        ("PK\u{3}\u{4}word/document.xml", NotTheGuideline::NoText),
        ("\u{fffd}\u{fffd}\u{fffd}ガイド", NotTheGuideline::Garbled),
        ("買い物の一覧\n牛乳\nたまご\n", NotTheGuideline::NoTable),
        ("1.1. 規程\t①-1\t何かをする。\n", NotTheGuideline::NoTable),
        (head, NotTheGuideline::NoItems),
    ];
    for (text, refusal) in cases {
        assert_eq!(read_text(text).map(|_| ()), Err(refusal), "{text:?}");
        for language in Language::ALL {
            assert!(refusal.say(language).chars().count() > 20);
        }
    }
    let accepted = read_text(&format!("{head}1.1. 規程\t①章\t①-1\t何かをする。\t◎\n")).expect("a table");
    assert_eq!(accepted.texts.len(), 1);
}

#[test]
fn pairs_are_read_with_ids_as_people_type_them() {
    let catalogue = catalogue();
    let rows = catalogue.items().iter().map(|item| {
        let typed = item.id.as_str().replace(".①", " ①").replace('-', "－");
        (typed, format!("　{}\n", sentence(item)))
    });
    let head = std::iter::once(("番号".to_owned(), "文".to_owned()));
    let wording = read_pairs(head.chain(rows)).expect("pairs");
    assert_eq!(compare(&catalogue, &wording).exact.len(), 417);

    let pair = |id: &str, text: &str| (id.to_owned(), text.to_owned());
    let twice = [
        pair("1.1.①-1", "甲"),
        pair("1.1.①-1", "乙"),
        pair("9.9.①-1", "丙"),
        pair("1.1.①-2", " "),
    ];
    let comparison = compare(&catalogue, &read_pairs(twice.into_iter()).expect("pairs"));
    assert_eq!(comparison.unplaced, [2]);
    assert_eq!(comparison.unknown, [id("9.9.①-1")]);
    assert_eq!(comparison.other[&id("1.1.①-1")], "甲");
    assert!(comparison.missing.contains(&id("1.1.①-2")));

    assert_eq!(
        read_pairs(std::iter::empty()).map(|_| ()),
        Err(NotTheGuideline::Empty)
    );
    assert_eq!(
        read_pairs([pair("牛乳", "2本")].into_iter()).map(|_| ()),
        Err(NotTheGuideline::NoIds)
    );
}

#[test]
fn an_overlay_survives_writing_and_reading() {
    let catalogue = catalogue();
    let text = print(&catalogue, |_| true).replace("1.4.①-3 のために", "1.4.①-3 の為に, \"一応\"");
    let overlay = Overlay::from_comparison(&compared(&catalogue, &text));
    let file = overlay.write(&catalogue);
    assert_eq!(file.lines().next(), Some("id,wording,status"));
    let read =
        Overlay::read(&catalogue, "overlay.csv", &file).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(read, overlay);
    assert_eq!((read.len(), read.is_empty()), (417, false));
    assert_eq!(
        read.get(&id("1.4.①-3")).map(|laid| laid.status),
        Some(WordingStatus::Other)
    );
    assert_eq!(
        read.get(&id("1.4.①-1")).map(|laid| laid.status),
        Some(WordingStatus::Exact)
    );
}

#[test]
fn a_false_claim_in_an_overlay_is_found() {
    let catalogue = catalogue();
    let read = |rows: &str| Overlay::read(&catalogue, "overlay.csv", &format!("id,wording,status\n{rows}"));
    let kind = |rows: &str| read(rows).map(|_| ()).expect_err("a fault").0.remove(0).kind;
    let claim = ProblemKind::Contradiction {
        field: "status".to_owned(),
        with: "wording".to_owned(),
    };
    assert_eq!(kind("1.1.①-1,勝手な文,exact\n"), claim);
    let dangling = ProblemKind::Dangling {
        field: "id".to_owned(),
        id: "9.9.①-1".to_owned(),
    };
    assert_eq!(kind("9.9.①-1,文,other\n"), dangling);
    assert_eq!(
        kind("1.1.①-1,甲,other\n1.1.①-1,乙,other\n"),
        ProblemKind::DuplicateId {
            id: "1.1.①-1".to_owned()
        }
    );
    assert!(matches!(
        kind("1.1.①-1,甲,good\n"),
        ProblemKind::UnknownWord { .. }
    ));
    // A wording that is the official one is known as such even where the file says less.
    let official = sentence(item(&catalogue, "1.1.①-1"));
    let overlay =
        read(&format!("1.1.①-1,{official},other\n")).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(
        overlay.get(&id("1.1.①-1")).map(|laid| laid.status),
        Some(WordingStatus::Exact)
    );
}

#[test]
fn no_text_makes_the_reader_fail() {
    // Cheap fuzzing with a fixed seed: pieces of a print in random order, with broken tabs and tags.
    let catalogue = catalogue();
    let whole: Vec<char> = print(&catalogue, |_| true).chars().collect();
    let mut state: u64 = 20_200_821;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as usize) % below
    };
    for _ in 0..200 {
        let mut text = String::from("大項目\t小項目\tNo.\t内容\n");
        for _ in 0..next(8) {
            let start = next(whole.len() - 400);
            text.extend(&whole[start..start + next(400)]);
            text.push(['\t', '\n', '<', '>', '-', '①', '\u{feff}', '　'][next(8)]);
        }
        if let Ok(wording) = read_text(&text) {
            let comparison = compare(&catalogue, &wording);
            assert!(comparison.exact.len() + comparison.other.len() + comparison.missing.len() == 417);
        }
    }
}
