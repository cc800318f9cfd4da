//! The risk treatment list.

use super::case::{Case, row, table_texts};
use mamori_tree::Language;

#[test]
fn a_treatment_shows_measures_by_viewpoint_requests_and_what_remains() {
    let document = Case::rich().document("treatments", Language::English);
    let rows = table_texts(&document, "Treatments");
    assert_eq!(rows.len(), 6);
    // The risks of a treatment stand across the table, above what is done about them.
    assert_eq!((rows[0].len(), rows[1].len()), (1, 8));
    assert!(
        rows[0][0].contains("2 risks, at most S (25)")
            && rows[0][0].contains("Places: Billing PC at Front desk")
    );
    let first = &rows[1];
    assert_eq!(first[0], "Reduce\nRetain");
    assert_eq!(first[2], "• [Planned] Rules [1.1.①-1]");
    assert!(first[3].contains("Please train staff"));
    assert!(first[4].contains("Misuse by users") && first[4].contains("Accepted by: Ms Final"));
    assert_eq!((&*first[5], &*first[6], &*first[7]), ("5", "1", "B\n5"));
    assert!(rows[2][1].contains("Personal log-in [3.1.①]"));
    assert!(rows[3][1].contains("Also a poster") && rows[3][1].contains("3.8.④-1"));
    assert!(rows[4][0].contains("matches no risk: no/such"));
}

#[test]
fn a_risk_that_needs_treatment_and_has_none_is_listed_as_open() {
    let mut case = Case::rich();
    let open = |case: &Case| table_texts(&case.document("treatments", Language::English), "Open risks");
    let rows = open(&case);
    assert_eq!(
        rows.len(),
        1,
        "the stated risk of 4 lies within what is accepted, the excluded one does not count"
    );
    assert!(
        rows[0][2].contains("Billing PC at Front desk, App server at Data centre"),
        "{rows:?}"
    );
    case.service().profile = row(&[("acceptance", "3")]);
    assert_eq!(open(&case).len(), 2);
    case.service()
        .treatments
        .push(row(&[("id", "rest"), ("risks", "*")]));
    let document = case.document("treatments", Language::English);
    assert!(document.tables().all(|table| table.name != "Open risks"));
}

#[test]
fn items_are_listed_short_and_whole() {
    let mut case = Case::rich();
    let supplement = |case: &mut Case, items: &str| {
        case.service().treatments[0] = row(&[("id", "t"), ("risks", "*"), ("items", items)]);
        let document = case.document("treatments", Language::English);
        table_texts(&document, "Treatments")[1]
            .iter()
            .find(|text| text.starts_with("Items"))
            .unwrap()
            .clone()
    };
    case.service().answers.clear();
    assert_eq!(supplement(&mut case, "3.1.①"), "Items without an answer: 3.1.①");
    let named = "3.1.④-3 3.1.④-1 3.1.④-2 3.1.④-5 3.1.④-6 1.1.①-1";
    let listed = "Items without an answer: 3.1.④-1 to ④-3, 3.1.④-5, 3.1.④-6, 1.1.①-1";
    assert_eq!(supplement(&mut case, named), listed);
    case.service().answers = vec![row(&[
        ("item", "3.1.①"),
        ("status", "not_applicable"),
        ("text", "none"),
    ])];
    assert_eq!(supplement(&mut case, "3.1.①"), "Items that do not apply: 3.1.①");
}
