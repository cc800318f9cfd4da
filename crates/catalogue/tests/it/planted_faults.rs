//! Every fault that can be planted in the files is found, with its file and line.

use crate::edition_files::EditionFiles;
use mamori_catalogue::{CatalogueProblem, ProblemKind};
use mamori_words::Language;

/// The problems of the made-up edition after one change.
fn problems(file: &str, from: &str, to: &str) -> Vec<CatalogueProblem> {
    let files = EditionFiles::made_up().with(file, from, to);
    files.load().map(|_| ()).expect_err("the fault is found").0
}

fn field(name: &str) -> String {
    name.to_owned()
}

/// Expects exactly one problem, at the line where the fault was planted.
fn expect_one(file: &str, from: &str, to: &str, kind: ProblemKind) {
    let line = EditionFiles::made_up().line_of(file, from);
    let found = problems(file, from, to);
    let expected = CatalogueProblem {
        file: file.to_owned(),
        line: Some(line),
        kind,
    };
    assert_eq!(found, [expected], "{from:?} → {to:?}");
}

#[test]
fn the_unchanged_files_have_no_problem() {
    assert!(EditionFiles::made_up().load().is_ok());
}

#[test]
fn an_unknown_column_is_found() {
    let kind = ProblemKind::UnknownField {
        field: field("remark"),
    };
    let files = EditionFiles::made_up();
    let mut text = files.0["groups.csv"].replacen("title_en", "title_en,remark", 1);
    text = text
        .lines()
        .enumerate()
        .map(|(n, line)| {
            if n == 0 {
                format!("{line}\n")
            } else {
                format!("{line},x\n")
            }
        })
        .collect();
    let mut changed = files;
    changed.0.insert("groups.csv".to_owned(), text);
    let found = changed.load().map(|_| ()).expect_err("the column is found").0;
    assert_eq!(
        found,
        [CatalogueProblem {
            file: field("groups.csv"),
            line: Some(1),
            kind
        }]
    );
}

#[test]
fn a_missing_column_is_told_once_and_not_for_every_row() {
    let found = problems("threats.csv", "explanation_en", "explanation_fr");
    let kinds: Vec<_> = found
        .into_iter()
        .map(|problem| (problem.line, problem.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            (
                Some(1),
                ProblemKind::UnknownField {
                    field: field("explanation_fr")
                }
            ),
            (
                Some(1),
                ProblemKind::MissingField {
                    field: field("explanation_en")
                }
            ),
        ]
    );
}

#[test]
fn a_row_of_the_wrong_width_is_found() {
    let found = problems("links.csv", "q1,span", "q1,span,extra");
    assert_eq!((found.len(), found[0].line), (1, Some(2)));
    assert!(matches!(found[0].kind, ProblemKind::Unreadable { .. }));
}

#[test]
fn bad_and_repeated_ids_are_found() {
    let problem = mamori_catalogue::IdProblem::Blank;
    let kind = ProblemKind::BadId {
        field: field("id"),
        text: field("night watch"),
        problem,
    };
    let found = problems("conditions.csv", "night_watch", "night watch");
    assert_eq!((found[0].line, &found[0].kind), (Some(3), &kind));
    // What named it under its right name dangles.
    assert!(
        found[1..]
            .iter()
            .all(|problem| matches!(problem.kind, ProblemKind::Dangling { .. }))
    );

    let twice = ProblemKind::DuplicateId { id: field("X2") };
    let found = problems("threats.csv", "X3,", "X2,");
    assert_eq!((found[0].line, &found[0].kind), (Some(4), &twice));
    assert!(
        found[1..]
            .iter()
            .all(|problem| matches!(problem.kind, ProblemKind::Dangling { .. }))
    );
}

#[test]
fn a_row_that_cannot_be_read_brings_no_further_complaints() {
    // Items name this condition; that it is not there is the fault of its own row alone.
    let found = problems("conditions.csv", "declared", "guessed");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn a_missing_language_is_found() {
    let kind = ProblemKind::MissingLanguage {
        field: field("title_en"),
    };
    expect_one("threats.csv", "Peeping,", ",", kind);
    let kind = ProblemKind::MissingLanguage {
        field: field("institution_en"),
    };
    expect_one("items.csv", "Name one person in charge", "", kind);
    let kind = ProblemKind::MissingLanguage {
        field: field("title_en"),
    };
    let found = problems("edition.toml", "title_en = \"At hand\"\n", "");
    assert_eq!(found[0].kind, kind);
}

#[test]
fn words_outside_the_list_are_found() {
    let unknown = |name: &str, text: &str, found: Vec<CatalogueProblem>| {
        assert_eq!(found.len(), 1, "{found:?}");
        let ProblemKind::UnknownWord {
            field,
            text: written,
            allowed,
        } = &found[0].kind
        else {
            panic!("{found:?}");
        };
        assert_eq!((field.as_str(), written.as_str()), (name, text));
        assert!(!allowed.is_empty());
    };
    unknown(
        "applies_to",
        "cloud",
        problems("items.csv", ",person,", ",cloud,"),
    );
    unknown(
        "phases",
        "planning",
        problems("items.csv", ",development,", ",planning,"),
    );
    unknown(
        "class",
        "triple_circle",
        problems("items.csv", "double_circle", "triple_circle"),
    );
    unknown("agree", "perhaps", problems("items.csv", ",yes,", ",perhaps,"));
    unknown(
        "source",
        "guessed",
        problems("conditions.csv", "declared", "guessed"),
    );
    unknown("certainty", "sure", problems("links.csv", ",row", ",sure"));
    unknown(
        "strength",
        "maybe",
        problems("regulation-parts.toml", "strong", "maybe"),
    );
    unknown(
        "treatment",
        "later",
        problems("edition.toml", "\"required\"", "\"later\""),
    );
    unknown(
        "purpose",
        "show",
        problems("information-items.csv", "selection", "show"),
    );
}

#[test]
fn references_to_nothing_are_found() {
    let dangling = |name: &str, id: &str| ProblemKind::Dangling {
        field: field(name),
        id: id.to_owned(),
    };
    expect_one("groups.csv", "1.1,甲", "1.1,丙", dangling("viewpoint", "丙"));
    expect_one("links.csv", "q3,row", "q9,row", dangling("requirement", "q9"));
    expect_one(
        "links.csv",
        "1.1.①-2,q2",
        "1.1.①-9,q2",
        dangling("from", "1.1.①-9"),
    );
    expect_one("items.csv", ",X5,", ",X50,", dangling("threats", "X50"));
    expect_one(
        "items.csv",
        ",night_watch,",
        ",day_watch,",
        dangling("condition", "day_watch"),
    );
    expect_one(
        "information-items.csv",
        "aisatsu",
        "aisat",
        dangling("regulation_part", "aisat"),
    );
    expect_one(
        "requirements.csv",
        "試験用の要求集,6.0",
        "試験用の要求集,7.0",
        dangling("document", "試験用の要求集 7.0"),
    );
    let found = problems("measures.csv", "2.2.②,2.2,", "2.2.②,9.9,");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, dangling("group", "9.9"));
    let found = problems("items.csv", "1.1.①-2,1.1.①,", "1.1.①-2,1.1.⑨,");
    assert_eq!(found[0].kind, dangling("measure", "1.1.⑨"));
}

#[test]
fn a_condition_nobody_uses_is_found() {
    let files = EditionFiles::made_up();
    let mut changed = files.clone();
    changed.0.insert(
        field("items.csv"),
        files.0["items.csv"].replace("night_watch", ""),
    );
    let found = changed
        .load()
        .map(|_| ())
        .expect_err("the idle condition is found")
        .0;
    let line = files.line_of("conditions.csv", "night_watch");
    let kind = ProblemKind::Unused {
        id: field("night_watch"),
    };
    assert_eq!(
        found,
        [CatalogueProblem {
            file: field("conditions.csv"),
            line: Some(line),
            kind
        }]
    );
}

#[test]
fn contradictions_are_found() {
    let contradiction = |one: &str, other: &str| ProblemKind::Contradiction {
        field: field(one),
        with: field(other),
    };
    expect_one(
        "items.csv",
        ",procedure,stated,",
        ",,,",
        contradiction("paper", "regulation"),
    );
    expect_one("items.csv", ",①-3,", ",①-4,", contradiction("number", "id"));
    expect_one(
        "items.csv",
        ",double_circle,,",
        ",double_circle,circle,",
        contradiction("class_hint", "class"),
    );
}

#[test]
fn levels_that_leave_a_gap_or_overlap_are_found() {
    let found = problems("edition.toml", "from = 9", "from = 12");
    let gap = |product, levels| ProblemKind::LevelGap { product, levels };
    assert_eq!(
        found.iter().map(|one| one.kind.clone()).collect::<Vec<_>>(),
        [gap(9, 0)]
    );
    let found = problems("edition.toml", "from = 9", "from = 8");
    assert_eq!(
        found.iter().map(|one| one.kind.clone()).collect::<Vec<_>>(),
        [gap(8, 2)]
    );
}

#[test]
fn faults_of_toml_are_found_at_their_line() {
    let kind = ProblemKind::UnknownField {
        field: field("remark"),
    };
    let files = EditionFiles::made_up();
    let line = files.line_of("regulation-parts.toml", "strength = \"should\"");
    let to = "strength = \"should\"\nremark = \"x\"";
    let found = problems("regulation-parts.toml", "strength = \"should\"", to);
    let file = field("regulation-parts.toml");
    assert_eq!(
        found,
        [CatalogueProblem {
            file,
            line: Some(line + 1),
            kind
        }]
    );

    let kind = ProblemKind::MissingField {
        field: field("strength"),
    };
    let found = problems(
        "regulation-parts.toml",
        "strength = \"should\"",
        "strenght = \"should\"",
    );
    assert_eq!(
        found.iter().map(|one| one.kind.clone()).collect::<Vec<_>>(),
        [kind]
    );

    let found = problems("chapter-6.toml", "id = \"quiet\"", "id = quiet");
    assert!(matches!(found[0].kind, ProblemKind::Unreadable { .. }));
    assert_eq!(
        found[0].line,
        Some(files.line_of("chapter-6.toml", "id = \"quiet\""))
    );

    let twice = ProblemKind::DuplicateId {
        id: field("aisatsu-morning"),
    };
    let found = problems("regulation-parts.toml", "souji-friday", "aisatsu-morning");
    assert_eq!(
        found.iter().map(|one| one.kind.clone()).collect::<Vec<_>>(),
        [twice]
    );

    let kind = ProblemKind::BadFigure {
        field: field("from"),
        text: field("-1"),
    };
    expect_one("edition.toml", "from = 1\n", "from = -1\n", kind);
}

#[test]
fn a_needed_file_that_is_missing_is_told() {
    for file in [
        "edition.toml",
        "groups.csv",
        "measures.csv",
        "items.csv",
        "threats.csv",
        "conditions.csv",
    ] {
        let mut files = EditionFiles::made_up();
        files.0.remove(file);
        let found = files.load().map(|_| ()).expect_err("the gap is found").0;
        assert_eq!(
            found[0],
            CatalogueProblem {
                file: field(file),
                line: None,
                kind: ProblemKind::MissingFile
            }
        );
    }
}

#[test]
fn all_problems_are_told_at_once_in_both_languages() {
    let files = EditionFiles::made_up()
        .with("threats.csv", "Peeping,", ",")
        .with("links.csv", "q3,row", "q9,row")
        .with("edition.toml", "from = 9", "from = 12");
    let problems = files.load().map(|_| ()).expect_err("three faults");
    assert_eq!(problems.0.len(), 3);
    let japanese = problems.say(Language::Japanese);
    assert!(
        japanese.contains("threats.csv:4:") && japanese.contains("「q9」"),
        "{japanese}"
    );
    assert_eq!(problems.say(Language::English).lines().count(), 3);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let mut files = EditionFiles::made_up();
    for text in files.0.values_mut() {
        *text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    }
    let catalogue = files.load().unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(catalogue.items().len(), 30);
}

#[test]
fn a_clause_that_nothing_answers_is_found() {
    let clause = |answer: &str| {
        let mut files = EditionFiles::made_up();
        let text = format!(
            "[[clause]]\nid = \"G 1-1\"\nguideline = \"G 1\"\nstrength = \"must\"\nsummary_ja = \"甲\"\nsummary_en = \"A\"\n{answer}"
        );
        files.0.insert(field("guideline.toml"), text);
        files
            .load()
            .map(|catalogue| catalogue.guideline().len())
            .map_err(|problems| problems.0[0].kind.clone())
    };
    assert_eq!(clause(""), Err(ProblemKind::Unanswered { id: field("G 1-1") }));
    assert_eq!(clause("rules = [\"a-rule\"]\n"), Ok(1));
    assert_eq!(clause("document = \"plan\"\n"), Ok(1));
    assert_eq!(
        clause("person_ja = \"人が見る\"\n"),
        Err(ProblemKind::MissingLanguage {
            field: field("person_en")
        })
    );
}
