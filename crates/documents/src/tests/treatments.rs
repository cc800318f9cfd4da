//! The risk treatment list.

use super::case::{Case, row, table_texts};
use mamori_tree::Language;

#[test]
fn a_treatment_shows_measures_by_viewpoint_requests_and_what_remains() {
    let document = Case::rich().document("treatments", Language::English);
    let rows = table_texts(&document, "Treatments");
    assert_eq!(rows.len(), 4);
    assert!(
        rows[0][0].contains("2 risks, at most S (25)")
            && rows[0][0].contains("Places: Billing PC at Front desk")
    );
    assert_eq!(rows[0][1], "Reduce\nRetain");
    assert_eq!(rows[0][3], "• [Planned] Rules [1.1.①-1]");
    assert!(rows[0][4].contains("Please train staff"));
    assert!(rows[0][5].contains("Misuse by users") && rows[0][5].contains("Accepted by: Ms Final"));
    assert_eq!((&*rows[0][6], &*rows[0][7], &*rows[0][8]), ("5", "1", "B\n5"));
    assert!(rows[1][1].contains("Personal log-in [3.1.①]"));
    assert!(rows[2][1].contains("Also a poster") && rows[2][1].contains("3.8.④-1"));
    assert!(rows[3][0].contains("matches no risk: no/such"));
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
        table_texts(&document, "Treatments")[0]
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
