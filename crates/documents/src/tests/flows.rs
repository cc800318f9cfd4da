//! The flow register.

use super::case::{Case, row, table_texts};
use mamori_domain::{Layer, Phase};
use mamori_rules::derive::{Origin, Standing};
use mamori_tree::Language;

#[test]
fn flows_stand_by_phase_and_layer_and_only_those_that_count() {
    let mut case = Case::rich();
    let document = case.document("flows", Language::English);
    assert_eq!(
        table_texts(&document, "Summary")[3],
        ["Total", "2", "0", "1", "3"]
    );
    let rows = table_texts(&document, "Operation");
    assert_eq!(rows[0], ["Seen from the layer: Application"]);
    assert_eq!(rows[1][..4], ["2", "Clerk", "Front desk", "Billing PC"]);
    assert_eq!(
        rows[1][5..],
        ["patient records", "Patient data", "view and operate", "Confirmed"]
    );
    assert_eq!(rows[2][1], "(no person acts)");
    assert_eq!(rows[2][8], "Proposed");
    let text = case.text("flows", Language::English);
    assert!(text.contains("Flows marked Proposed: 1."), "{text}");
    assert_eq!(
        table_texts(&document, "Excluded flows")[0][2..4],
        ["Server is gone", "Ms Final"]
    );
    case.derived.flows[1].standing = Standing::Decided("f1".into());
    case.derived.flows[1].origin = Origin::Stated;
    let text = case.text("flows", Language::English);
    assert!(!text.contains("marked Proposed") && text.contains("Added by a person"));
}

#[test]
fn flows_of_the_same_people_place_and_thing_share_their_cells() {
    let mut case = Case::rich();
    let mut second = case.derived.flows[0].clone();
    second.id = "f9".into();
    second.class = None;
    case.derived.flows.insert(1, second);
    let document = case.document("flows", Language::English);
    let rows = table_texts(&document, "Operation");
    assert_eq!(
        rows[2],
        [
            "3",
            "patient records",
            "(not classed)",
            "view and operate",
            "Confirmed"
        ]
    );
    case.derived.flows[1].who.clear();
    let document = case.document("flows", Language::English);
    assert_eq!(table_texts(&document, "Operation")[2].len(), 9);
}

#[test]
fn a_line_tells_its_encryption_and_a_phase_without_flows_says_so() {
    let mut case = Case::rich();
    case.service().connections = vec![row(&[
        ("id", "line"),
        ("name", "Line"),
        ("from", "pc"),
        ("to", "server"),
        ("medium", "closed_vpn"),
        ("encryption", "tls_1_3"),
        ("remote_maintenance", "yes"),
    ])];
    let text = |case: &Case| case.text("flows", Language::English);
    assert!(!text(&case).contains("TLS 1.3"));
    let id = mamori_domain::Id::parse("line").unwrap();
    case.derived.flows[0].thing = mamori_rules::derive::Thing::Connection(id);
    let found = text(&case);
    assert!(found.contains("Encryption: TLS 1.3") && found.contains("Used for remote maintenance"));
    assert!(
        found.contains("There is no flow in this phase"),
        "nothing at contract end"
    );
    case.derived.flows[2].standing = Standing::Proposed;
    assert_eq!(
        (case.derived.flows[2].phase, case.derived.flows[2].layer),
        (Phase::ContractEnd, Layer::Platform)
    );
    assert!(!text(&case).contains("There is no flow in this phase"));
    assert!(
        Case::empty()
            .text("flows", Language::English)
            .contains("no flows yet")
    );
}
