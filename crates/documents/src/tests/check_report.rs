//! The check report.

use super::case::{Case, table_texts};
use mamori_domain::Scope;
use mamori_tree::Language;

#[test]
fn the_check_report_lists_findings_by_gravity_and_section_or_says_that_there_are_none() {
    let document = Case::rich().document("check", Language::English);
    let rows = table_texts(&document, "Errors");
    assert_eq!(
        rows[0],
        [
            "GL 5.1.5 (1)",
            "control-unanswered",
            "three",
            "Service emr › Site desk › Country",
            "—",
            "mend"
        ]
    );
    assert_eq!(rows[1][0], "GL 6.1");
    assert_eq!(
        rows[2],
        ["two", "Service emr › Site desk › Country", "—"],
        "merged with the row above"
    );
    assert_eq!(table_texts(&document, "Summary")[0][..2], ["Errors", "3"]);
    let mut clean = Case::rich();
    clean.diagnostics.clear();
    let text = clean.text("check", Language::Japanese);
    assert!(text.contains("お知らせすることは見つかりませんでした"));
    assert!(
        clean
            .document("check", Language::Japanese)
            .tables()
            .all(|table| table.name == "言葉")
    );
    assert!(
        !Case::rich()
            .text("check", Language::Japanese)
            .contains("お知らせすることは見つかりませんでした")
    );
}

#[test]
fn findings_about_another_service_are_not_this_papers() {
    let mut case = Case::rich();
    let count = |case: &Case| table_texts(&case.document("check", Language::English), "Errors").len();
    assert_eq!(count(&case), 3);
    case.diagnostics[0].about.scope = Scope::Service("other".into());
    assert_eq!(count(&case), 2);
    case.diagnostics[0].about.scope = Scope::Organisation;
    assert_eq!(count(&case), 3);
}
