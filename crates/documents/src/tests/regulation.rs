//! The regulation: every required content is an article, the model's facts stand in it, and what a
//! workspace lays down, changes or leaves out is seen.

use super::case::{Case, catalogue, row, table_texts};
use mamori_tree::{Block, Language};

fn headings(case: &Case, level: u8) -> Vec<String> {
    let document = case.document("regulation", Language::Japanese);
    let of_level = |block: &Block| match block {
        Block::Heading { level: found, text } if *found == level => Some(text.clone()),
        _ => None,
    };
    document.blocks.iter().filter_map(of_level).collect()
}

#[test]
fn every_required_content_has_an_article() {
    for case in [Case::empty(), Case::rich()] {
        let document = case.document("regulation", Language::English);
        let rows = table_texts(&document, "Where the guideline asks for it");
        let contents = catalogue()
            .regulation_parts()
            .iter()
            .flat_map(|part| &part.contents);
        assert_eq!(rows.len(), contents.count());
        for row in &rows {
            assert!(row[2].starts_with("Article "), "{row:?}");
        }
    }
}

#[test]
fn the_chapters_are_the_parts_of_the_guideline_between_our_own() {
    let chapters: Vec<String> = headings(&Case::empty(), 1)
        .into_iter()
        .filter(|text| text.starts_with('第'))
        .collect();
    assert_eq!(chapters.len(), catalogue().regulation_parts().iter().count() + 2);
    assert_eq!(chapters[0], "第1章 総則");
    // The clauses speak of these chapters by number.
    assert!(
        chapters[2].contains("体制") && chapters[6].contains("事故発生時"),
        "{chapters:?}"
    );
    assert_eq!(chapters.last().unwrap(), "第12章 雑則");
}

#[test]
fn articles_are_numbered_without_a_gap() {
    let articles: Vec<String> = headings(&Case::rich(), 2)
        .into_iter()
        .filter(|text| text.starts_with('第'))
        .collect();
    for (at, text) in articles.iter().enumerate() {
        assert!(text.starts_with(&format!("第{}条（", at + 1)), "{text}");
    }
    assert!(articles.len() > 40, "{}", articles.len());
}

#[test]
fn a_fact_of_the_workspace_is_an_article_of_its_part() {
    let mut case = Case::empty();
    assert!(
        !case
            .text("regulation", Language::Japanese)
            .contains("本サービスについての定め")
    );
    case.service().regulation = vec![row(&[
        ("content", "media"),
        ("text", "two people\n\n- {provider}"),
    ])];
    let text = case.text("regulation", Language::Japanese);
    assert!(
        text.contains("本サービスについての定め") && text.contains("\n{provider}"),
        "{text}"
    );
}

#[test]
fn an_open_slot_is_told_on_top_and_a_filled_one_is_not() {
    let empty = Case::empty().text("regulation", Language::Japanese);
    assert!(empty.contains("まだ記入されていない箇所") && empty.contains("最終的な管理責任者、"));
    let rich = Case::rich().text("regulation", Language::Japanese);
    assert!(rich.contains("責任者）は、Ms Finalとする"), "{rich}");
    assert!(!rich.contains("（未記入：最終的な管理責任者）"));
}

#[test]
fn a_measure_carried_out_has_a_procedure_and_a_planned_one_has_none() {
    let answered = |status: &str| {
        let mut case = Case::empty();
        case.service().answers = vec![row(&[
            ("item", "3.4.①"),
            ("status", status),
            ("text", "own log review"),
        ])];
        case.text("regulation", Language::Japanese)
    };
    assert!(answered("implemented").contains("own log review"));
    assert!(!answered("planned").contains("own log review"));
}

#[test]
fn a_clause_left_out_is_seen_in_its_article() {
    let mut case = Case::rich();
    case.service().clause_changes = vec![row(&[
        ("clause", "media-history"),
        ("usage", "left_out"),
        ("reason", "no media"),
    ])];
    assert!(
        case.text("regulation", Language::English)
            .contains("[This clause is left out: no media]")
    );
}

#[test]
fn the_map_marks_changed_and_unused_articles_in_plain_words_and_tells_no_file() {
    let mut case = Case::rich();
    let articles = |case: &Case| {
        let document = case.document("regulation", Language::English);
        let rows = table_texts(&document, "Where the guideline asks for it");
        rows.into_iter()
            .map(|row| row.last().unwrap().clone())
            .collect::<Vec<_>>()
    };
    assert!(articles(&case).iter().all(|text| !text.contains('(')));
    case.service().clause_changes = vec![
        row(&[
            ("clause", "media-history"),
            ("usage", "left_out"),
            ("reason", "no media"),
        ]),
        row(&[
            ("clause", "media-handling"),
            ("usage", "changed"),
            ("text", "In a safe."),
            ("reason", "ours"),
        ]),
    ];
    let marked = articles(&case);
    assert_eq!(
        marked.iter().filter(|text| text.ends_with("(not used)")).count(),
        1
    );
    assert_eq!(
        marked.iter().filter(|text| text.ends_with("(changed)")).count(),
        1
    );
    let text = case.text("regulation", Language::English);
    assert!(
        !text.contains("media-history") && !text.contains(".csv"),
        "{text}"
    );
}

#[test]
fn every_procedure_says_who_answers_for_it_unless_nobody_is_named_at_all() {
    let mut case = Case::empty();
    case.service().answers = vec![row(&[
        ("item", "3.4.①"),
        ("status", "implemented"),
        ("text", "own log review"),
    ])];
    let procedure = |case: &Case| {
        let document = case.document("regulation", Language::English);
        let mut rows = document.tables().flat_map(|table| &table.rows);
        let row = rows.find(|row| row.cells.iter().any(|cell| cell.text.contains("own log review")));
        row.unwrap()
            .cells
            .iter()
            .map(|cell| cell.text.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(procedure(&case).len(), 3, "no column of dashes");
    case.workspace.organisation.officers = vec![
        row(&[
            ("id", "ops"),
            ("role", "operations_manager"),
            ("name", "Mr Daily"),
        ]),
        row(&[("id", "logs"), ("role", "other"), ("name", "Ms Log")]),
    ];
    assert_eq!(procedure(&case)[2], "Mr Daily");
    case.service().answers = vec![row(&[
        ("item", "3.4.①"),
        ("status", "implemented"),
        ("text", "own log review"),
        ("officer", "logs"),
    ])];
    assert_eq!(procedure(&case)[2], "Ms Log");
}
