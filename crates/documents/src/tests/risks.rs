//! The risk assessment list.

use super::case::{Case, catalogue, table_texts};
use mamori_rules::derive::Standing;
use mamori_tree::Language;

#[test]
fn flows_are_told_as_sentences_in_both_languages() {
    let case = Case::rich();
    let ja = case.text("risks", Language::Japanese);
    assert!(ja.contains("ClerkがFront deskのBilling PCでpatient recordsを閲覧・操作する"));
    assert!(ja.contains("【提案】Data centreのApp serverでpatient recordsが処理される"));
    let en = case.text("risks", Language::English);
    assert!(en.contains("Clerk: view and operate patient records on Billing PC at Front desk"));
    assert!(en.contains("[Proposed] patient records: processed on App server at Data centre"));
    assert!(en.contains("on lost-thing at"), "an unknown id stands as it is");
}

#[test]
fn the_risks_stand_merged_under_flow_class_and_threat() {
    let document = Case::rich().document("risks", Language::English);
    let rows = table_texts(&document, "Application");
    assert_eq!(rows[0], ["Phase: Operation"]);
    let (first, second, third) = (&rows[1], &rows[2], &rows[3]);
    assert_eq!(
        (first.len(), &*first[1], &*first[2]),
        (9, "Patient data", "Improper viewing or operation")
    );
    assert_eq!(
        (&*first[4], &*first[5], &*first[6], &*first[7]),
        ("5", "5", "S\n25", "Yes,\nseveral")
    );
    assert_eq!(first[8], "Likelihood +1: It can be reached from the internet");
    assert!(
        second.len() == 5 && second[0].starts_with("[Proposed] "),
        "{second:?}"
    );
    assert_eq!(third[0], catalogue().threats().get("T6").unwrap().title.en);
    assert!(
        third
            .last()
            .unwrap()
            .contains("Likelihood set to 2 by decision (Never happened)"),
        "{third:?}"
    );
    let other = table_texts(&document, "Other risks");
    assert_eq!(
        (&*other[0][2], &*other[0][3]),
        (
            "(beyond the representative threats) Strike",
            "Nobody comes to work"
        )
    );
    assert!(other[0][8].contains("Seen last year"));
}

#[test]
fn what_is_excluded_is_told_with_its_reason_and_nowhere_else() {
    let case = Case::rich();
    let document = case.document("risks", Language::English);
    let rows = table_texts(&document, "Excluded");
    assert_eq!(rows.len(), 1, "a risk that went with its flow is not told again");
    assert!(
        rows.iter()
            .all(|row| row[3] == "Server is gone" && row[4] == "Ms Final")
    );
    assert!(document.tables().all(|table| table.name != "Platform"));
    let mut counted = Case::rich();
    counted.derived.flows[2].standing = Standing::Proposed;
    let document = counted.document("risks", Language::English);
    assert_eq!(table_texts(&document, "Platform").len(), 2);
}

#[test]
fn the_grid_numbers_each_reason_once() {
    let document = Case::rich().document("risks", Language::English);
    let rows = table_texts(&document, "Flows and threats");
    assert_eq!(rows[1][1..4], ["○", "※1", "?"]);
    assert_eq!(rows[2][1..3], ["※2", "※1"]);
    let reasons = table_texts(&document, "Reasons");
    assert_eq!(reasons.len(), 2);
    assert_eq!(reasons[1], ["2", "Server is gone"]);
}
