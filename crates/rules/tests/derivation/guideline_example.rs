//! The worked example of GL 5.2.1: its tables of flows, its twelve risks, and table 5-2 whole.

use super::{catalogue, derived, flow_at, guideline_example, threats};
use mamori_catalogue::TreatmentNeed;
use mamori_rules::derive::Derived;

/// The rows of the guideline's tables that did not come out.
fn missing(derived: &Derived) -> Vec<&'static str> {
    let rows = include_str!("guideline-example.txt").lines();
    let rows = rows.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let found: Vec<String> = derived
        .flows
        .iter()
        .map(|flow| {
            let who: Vec<&str> = flow.who.iter().map(|person| person.as_str()).collect();
            let who = if who.is_empty() {
                "-".to_owned()
            } else {
                who.join(",")
            };
            format!("{} {who}", flow.id.replace('/', " "))
        })
        .collect();
    rows.filter(|row| !found.iter().any(|flow| flow == row)).collect()
}

#[test]
fn every_flow_of_the_tables_comes_out() {
    assert_eq!(missing(&derived(&guideline_example())), Vec::<&str>::new());
}

#[test]
fn a_flow_left_out_would_be_seen() {
    let mut workspace = guideline_example();
    super::service(&mut workspace).transports.clear();
    let missing = missing(&derived(&workspace));
    assert_eq!(
        missing,
        ["operation platform transport data-centre tape-out backup-data -"]
    );
}

#[test]
fn lines_and_transports_name_their_carrier_and_both_ends() {
    let derived = derived(&guideline_example());
    for (id, carrier, other) in [
        (
            "operation/infra/transfer/data-centre/closed-vpn/application-data",
            "line",
            "clinic",
        ),
        (
            "operation/platform/transport/data-centre/tape-out/backup-data",
            "carrier",
            "remote-store",
        ),
    ] {
        let flow = &derived.flows[flow_at(&derived, id)];
        assert_eq!(flow.carrier.as_ref().map(|id| id.as_str()), Some(carrier));
        assert_eq!(flow.other_site.as_ref().map(|id| id.as_str()), Some(other));
    }
    // Rooms of one building are not two ends.
    let lan = flow_at(
        &derived,
        "operation/infra/transfer/clinic/clinic-lan/application-data",
    );
    assert_eq!(derived.flows[lan].other_site, None);
}

/// The twelve printed rows: flow and the threats held against it, each 5 × 3 = 15, A, to be treated.
const TWELVE: [(&str, &[&str]); 3] = [
    (
        "operation/app/view/reception/billing-terminal/patient-info",
        &["T1", "T5", "T6", "T7"],
    ),
    (
        "operation/platform/process/consultation/chart-terminal/application-data",
        &["T3", "T5", "T6", "T7"],
    ),
    (
        "operation/infra/transfer/data-centre/dc-lan/application-data",
        &["T2", "T6", "T9", "T10"],
    ),
];

#[test]
fn the_twelve_risks_come_out_with_their_figures() {
    let derived = derived(&guideline_example());
    let mut rows = 0;
    for (id, printed) in TWELVE {
        let flow = flow_at(&derived, id);
        let applying = threats(&derived, flow);
        assert!((3..=5).contains(&applying.len()), "{id}: {applying:?}");
        for threat in printed {
            assert!(applying.contains(threat), "{threat} is not held against {id}");
            let is = |risk: &&mamori_rules::derive::Risk| {
                risk.flow == Some(flow) && risk.threat.as_ref().is_some_and(|one| one.as_str() == *threat)
            };
            let risk = derived
                .risks
                .iter()
                .find(is)
                .unwrap_or_else(|| panic!("no risk {id} {threat}"));
            assert_eq!(
                (risk.impact.value, risk.likelihood.value, risk.product),
                (5, 3, 15),
                "{}",
                risk.id
            );
            assert_eq!(risk.rank.as_str(), "A");
            let level = catalogue()
                .levels()
                .get(&risk.rank)
                .expect("a level of the catalogue");
            assert_eq!(level.treatment, TreatmentNeed::Required);
            assert!(!risk.items.is_empty(), "{} has no control item", risk.id);
            rows += 1;
        }
    }
    assert_eq!(rows, 12);
}

#[test]
fn table_5_2_holds_as_a_whole() {
    let table = [
        (1, ["D", "C", "C", "C", "B"]),
        (2, ["C", "C", "B", "B", "A"]),
        (3, ["C", "B", "B", "A", "A"]),
        (4, ["C", "B", "A", "A", "S"]),
        (5, ["B", "A", "A", "S", "S"]),
    ];
    let mut workspace = guideline_example();
    let stated = stated_risks();
    super::service(&mut workspace).risks = stated;
    let derived = derived(&workspace);
    for (impact, ranks) in table {
        for (likelihood, rank) in (1..).zip(ranks) {
            let id = format!("cell-{impact}-{likelihood}");
            let risk = derived
                .risks
                .iter()
                .find(|risk| *risk.id == *id)
                .expect("the stated risk");
            assert_eq!(
                (risk.product, risk.rank.as_str()),
                (impact * likelihood, rank),
                "{id}"
            );
        }
    }
}

/// One stated risk for each cell of the table.
fn stated_risks() -> Vec<mamori_domain::StatedRisk> {
    use mamori_domain::{FieldValue, Id, Pattern, StatedRisk, Step, Text};
    let cells = (1..=5).flat_map(|impact| (1..=5).map(move |likelihood| (impact, likelihood)));
    let risk = |(impact, likelihood): (i64, i64)| StatedRisk {
        id: Id::parse(&format!("cell-{impact}-{likelihood}")).expect("an id"),
        flow: Pattern::new("operation/*"),
        threat: None,
        other_threat: None,
        scenario: Text::read("x").expect("a text"),
        impact: Step(impact),
        likelihood: Step(likelihood),
        reason: None,
    };
    cells.map(risk).collect()
}
