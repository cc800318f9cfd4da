//! The control table.

use super::case::{Case, all_cases, catalogue, row, table_texts};
use crate::shared;
use mamori_domain::Said;
use mamori_rules::derive::ConditionState;
use mamori_tree::Language;

#[test]
fn the_control_table_has_every_item_and_tells_where_each_answer_comes_from() {
    let mut case = Case::rich();
    let document = case.document("controls", Language::English);
    let viewpoints = catalogue().viewpoints().iter();
    let count: usize = viewpoints
        .map(|one| {
            table_texts(
                &document,
                &shared::sheet_name(&format!("{} {}", one.id, one.title.en)),
            )
            .len()
        })
        .sum();
    assert_eq!(count, 417);
    let total = table_texts(&document, "Summary").pop().unwrap();
    assert_eq!(total, ["Total", "4", "0", "0", "0", "1", "412", "417"]);
    let text = case.text("controls", Language::English);
    assert!(text.contains("Items without an answer yet: 412.") && text.contains("In charge: Ms Final"));
    assert!(text.contains("(lost in the source)") && text.contains("Inspection record"));
    assert!(!text.contains("not confirmed"));
    case.service().profile = row(&[("standard_answers", "saas-own-data-centre")]);
    let text = case.text("controls", Language::English);
    assert!(text.contains("Standard answers that nobody has confirmed yet: 412."));
    assert!(!text.contains("Items without an answer"));
}

#[test]
fn a_refuted_condition_and_an_agreement_show_in_the_control_table() {
    let mut case = Case::rich();
    let state = ConditionState {
        id: "wireless_lan".parse().unwrap(),
        holds: Some(false),
        stated: false,
        from_configuration: true,
        reason: Said::new("無線の接続がない", "No wireless link"),
        shown_by: Vec::new(),
    };
    assert!(
        !case
            .text("controls", Language::English)
            .contains("No wireless link")
    );
    case.conditions.push(state);
    let text = case.text("controls", Language::English);
    assert!(
        text.contains("No wireless link") && text.contains("Condition does not hold: Wireless LAN is used")
    );
    assert!(text.contains("0 of 1 agreed") && !text.contains("1 of 1 agreed"));
    let agreement = [
        ("id", "a"),
        ("service", "emr"),
        ("subject", "treatments"),
        ("state", "agreed"),
    ];
    case.workspace.institutions[0].1.agreements = vec![row(&agreement)];
    assert!(case.text("controls", Language::English).contains("1 of 1 agreed"));
    case.institution = true;
    assert!(
        case.text("controls", Language::English)
            .contains("To be agreed\nAgreed")
    );
}

#[test]
fn the_configuration_is_the_ground_of_a_condition_even_where_somebody_stated_otherwise() {
    let mut case = Case::rich();
    case.conditions = [("vpn", true), ("e_signature", false)]
        .map(|(id, from_configuration)| ConditionState {
            id: id.parse().unwrap(),
            holds: Some(true),
            stated: true,
            from_configuration,
            reason: Said::new("回線（申告では「当てはまらない」）", "A line (declared: no)"),
            shown_by: Vec::new(),
        })
        .into();
    let document = case.document("controls", Language::English);
    let rows = table_texts(&document, "Conditions");
    let bases: Vec<&str> = rows
        .iter()
        .filter_map(|row| row.last())
        .map(|cell| &**cell)
        .collect();
    assert_eq!(&bases[bases.len() - 2..], ["Configuration", "Declared"]);
}

#[test]
fn the_official_wording_stands_beside_ours_only_when_it_was_laid_over() {
    let cases = all_cases();
    let text = cases[3].text("controls", Language::Japanese);
    assert!(
        text.contains("公表文") && text.contains("own copy") && text.contains("0 件は公表文と一字一句同じ")
    );
    assert!(!cases[1].text("controls", Language::Japanese).contains("公表文"));
}
