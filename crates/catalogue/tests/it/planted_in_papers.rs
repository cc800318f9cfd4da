//! Faults planted in the papers of the edition of August 2020: disclosure, SLA, fingerprints, links.

use crate::edition_files::EditionFiles;
use mamori_catalogue::{CatalogueProblem, ProblemKind};

/// The one problem that a change brings; the line is that of the entry it stands in.
fn one(file: &str, from: &str, to: &str) -> ProblemKind {
    let unchanged = EditionFiles::august_2020();
    let changed = unchanged.line_of(file, from);
    let files = unchanged.with(file, from, to);
    let CatalogueProblem {
        file: told,
        line,
        kind,
    } = match files.load().map_err(|problems| problems.0) {
        Err(found) if found.len() == 1 => found.into_iter().next().expect("one"),
        other => panic!("{from:?} → {to:?}: {:?}", other.map(|_| ())),
    };
    assert_eq!(told, file);
    assert!(
        line.is_some_and(|line| line <= changed && changed - line < 40),
        "{line:?} for line {changed}"
    );
    kind
}

fn dangling(field: &str, id: &str) -> ProblemKind {
    ProblemKind::Dangling {
        field: field.to_owned(),
        id: id.to_owned(),
    }
}

#[test]
fn the_sla_names_only_what_exists() {
    let sla = |from: &str, to: &str| one("sla.toml", from, to);
    assert_eq!(
        sla("depends_on = [\"purpose\"", "depends_on = [\"porpoise\""),
        dangling("depends_on", "porpoise")
    );
    assert_eq!(
        sla("annexes = [\"client-environment\"", "annexes = [\"clients\""),
        dangling("annexes", "clients")
    );
    assert_eq!(
        sla(
            "disclosure_items = [\"configuration-diagram\"",
            "disclosure_items = [\"diagram\""
        ),
        dangling("disclosure_items", "diagram")
    );
    assert_eq!(
        sla("named_by = \"scope-cloud\"", "named_by = \"cloud\""),
        dangling("named_by", "cloud")
    );
    assert_eq!(
        sla("chapter = 7\nnumber", "chapter = 8\nnumber"),
        dangling("chapter", "8")
    );
}

#[test]
fn annexes_are_filled_from_measures_that_exist() {
    let text = EditionFiles::august_2020().0["sla.toml"].clone();
    let from = text
        .lines()
        .find(|line| line.starts_with("measures = [\""))
        .expect("an annex with measures");
    let to = from.replacen("[\"", "[\"9.9.①\", \"", 1);
    assert_eq!(one("sla.toml", from, &to), dangling("measures", "9.9.①"));
}

#[test]
fn figures_are_whole_numbers() {
    let kind = one("sla.toml", "notice_days = 7", "notice_days = \"a week\"");
    let (field, text) = ("notice_days".to_owned(), "a week".to_owned());
    assert_eq!(kind, ProblemKind::BadFigure { field, text });
    let kind = one("sla.toml", "notice_days = 7", "notice_days = 7.5");
    let (field, text) = ("notice_days".to_owned(), "7.5".to_owned());
    assert_eq!(kind, ProblemKind::BadFigure { field, text });
}

#[test]
fn the_disclosure_rests_on_information_items_and_parts() {
    let disclosure = |from: &str, to: &str| one("disclosure.toml", from, to);
    assert_eq!(
        disclosure("regulation_part = \"audit\"", "regulation_part = \"odit\""),
        dangling("regulation_part", "odit")
    );
    let kind = disclosure("id = \"financial-soundness\"", "id = \"money\"");
    assert_eq!(kind, dangling("id", "money"));
    let kind = disclosure(
        "id = \"responsible-managers\"",
        "id = \"policies-in-place-document\"",
    );
    assert_eq!(
        kind,
        ProblemKind::DuplicateId {
            id: "policies-in-place-document".to_owned()
        }
    );
}

#[test]
fn fingerprints_belong_to_items_and_look_like_fingerprints() {
    let files = EditionFiles::august_2020();
    let row = files.0["official.csv"].lines().nth(3).expect("a row").to_owned();
    let (id, hash) = row.split_once(',').expect("two cells");
    assert_eq!(
        one("official.csv", &row, &format!("9.9.①-1,{hash}")),
        dangling("id", "9.9.①-1")
    );
    let short = &hash[..63];
    let kind = one("official.csv", &row, &format!("{id},{short}"));
    assert_eq!(
        kind,
        ProblemKind::BadFigure {
            field: "sha256".to_owned(),
            text: short.to_owned()
        }
    );
}

#[test]
fn a_duplicate_points_to_an_item() {
    let kind = one("items.csv", ",lost,,1.12.①-1,", ",lost,,1.12.①-77,");
    assert_eq!(kind, dangling("duplicate_of", "1.12.①-77"));
}
