//! What people decide overrules what is derived; the most specific decision wins; none is lost.

use super::{derived, flow_at, guideline_example, service, threats};
use mamori_domain::{Decision, DecisionKind, FieldValue, Pattern, Text, Workspace};
use mamori_rules::derive::{Derived, Risk, Standing, groups};

const FLOW: &str = "operation/app/view/reception/billing-terminal/patient-info";

fn decided(decisions: &[(&str, DecisionKind, &str)]) -> Derived {
    let mut workspace: Workspace = guideline_example();
    service(&mut workspace).decisions = decisions
        .iter()
        .map(|(pattern, decision, value)| Decision {
            pattern: Pattern::new(pattern),
            decision: *decision,
            value: Text::read(value).ok().filter(|_| !value.is_empty()),
            reason: None,
            who: None,
            date: None,
        })
        .collect();
    derived(&workspace)
}

fn risk<'a>(derived: &'a Derived, id: &str) -> &'a Risk {
    derived
        .risks
        .iter()
        .find(|risk| *risk.id == *id)
        .unwrap_or_else(|| panic!("no risk {id}"))
}

#[test]
fn nothing_is_decided_without_a_decision() {
    let derived = decided(&[]);
    assert!(
        derived
            .risks
            .iter()
            .all(|risk| risk.standing == Standing::Proposed)
    );
    assert!(
        derived
            .flows
            .iter()
            .all(|flow| flow.standing == Standing::Proposed)
    );
}

#[test]
fn the_most_specific_decision_wins() {
    let derived = decided(&[
        (&format!("{FLOW}/T1/improper-view"), DecisionKind::Likelihood, "2"),
        ("operation/app/*", DecisionKind::Likelihood, "5"),
        ("*", DecisionKind::Accept, ""),
        (&format!("{FLOW}/T5/*"), DecisionKind::Impact, "4"),
    ]);
    let view = risk(&derived, &format!("{FLOW}/T1/improper-view"));
    assert_eq!(
        (view.likelihood.value, view.likelihood.base, view.product),
        (2, 3, 10)
    );
    assert_eq!(
        view.likelihood.decided.as_deref(),
        Some(&*format!("{FLOW}/T1/improper-view"))
    );
    let entry = risk(&derived, &format!("{FLOW}/T5/wrong-entry"));
    assert_eq!(
        (entry.impact.value, entry.likelihood.value, entry.rank.as_str()),
        (4, 5, "S")
    );
    let other = risk(
        &derived,
        "operation/infra/transfer/data-centre/dc-lan/application-data/T6/line-fails",
    );
    assert_eq!(
        (other.likelihood.value, &other.standing),
        (3, &Standing::Decided("*".into()))
    );
    assert!(derived.unmatched_decisions.is_empty());
}

#[test]
fn one_pattern_may_set_impact_and_likelihood() {
    let pattern = format!("{FLOW}/T1/improper-view");
    let derived = decided(&[
        (&pattern, DecisionKind::Impact, "2"),
        (&pattern, DecisionKind::Likelihood, "4"),
    ]);
    let view = risk(&derived, &pattern);
    assert_eq!(
        (view.impact.value, view.likelihood.value, view.product),
        (2, 4, 8)
    );
    assert!(derived.unmatched_decisions.is_empty());
}

#[test]
fn an_excluded_flow_stays_visible_and_does_not_count() {
    let derived = decided(&[(FLOW, DecisionKind::Exclude, "")]);
    let flow = flow_at(&derived, FLOW);
    assert_eq!(derived.flows[flow].standing, Standing::Excluded(FLOW.into()));
    assert_eq!(threats(&derived, flow), Vec::<&str>::new());
    let risks: Vec<&Risk> = derived
        .risks
        .iter()
        .filter(|risk| risk.flow == Some(flow))
        .collect();
    assert!(risks.len() >= 4 && risks.iter().all(|risk| !risk.standing.counts()));
    assert_eq!(
        threats(
            &derived,
            flow_at(&derived, &FLOW.replace("patient-info", "receipts"))
        )
        .len(),
        5
    );
}

#[test]
fn a_threat_is_excluded_by_its_cell_or_by_all_its_risks() {
    let all = decided(&[]);
    let flow = flow_at(&all, FLOW);
    assert!(threats(&all, flow).contains(&"T7"));
    for pattern in [format!("{FLOW}/T7"), format!("{FLOW}/T7/*")] {
        let derived = decided(&[(&pattern, DecisionKind::Exclude, "")]);
        assert!(!threats(&derived, flow).contains(&"T7"), "{pattern}");
        let cell = derived
            .grid
            .iter()
            .find(|cell| cell.flow == flow && cell.threat.as_str() == "T7");
        assert_eq!(cell.map(|cell| &*cell.reason), Some(&*pattern));
        assert!(
            !risk(&derived, &format!("{FLOW}/T7/application-flaw"))
                .standing
                .counts()
        );
    }
    let one = decided(&[(&format!("{FLOW}/T1/improper-view"), DecisionKind::Exclude, "")]);
    assert!(
        threats(&one, flow).contains(&"T1"),
        "another risk of the threat still counts"
    );
}

#[test]
fn items_are_set_by_item_or_measure() {
    let derived = decided(&[(&format!("{FLOW}/T1/*"), DecisionKind::Items, "2.7.① 1.4.①-1")]);
    let items: Vec<&str> = risk(&derived, &format!("{FLOW}/T1/improper-view"))
        .items
        .iter()
        .map(|item| item.as_str())
        .collect();
    assert_eq!(items, ["2.7.①-1", "2.7.①-2", "1.4.①-1"]);
}

#[test]
fn the_length_of_ids_decides_nothing() {
    // The guideline's example has risks of T1 in operation and elsewhere.
    let broad = "*/*/*/*/*/*/T1/*";
    let derived = decided(&[
        ("operation/*", DecisionKind::Accept, ""),
        (broad, DecisionKind::Exclude, ""),
    ]);
    let view = risk(&derived, &format!("{FLOW}/T1/improper-view"));
    assert_eq!(view.standing, Standing::Excluded(broad.into()));
    assert_eq!(derived.overruled_decisions, Vec::<usize>::new());
    let derived = decided(&[
        ("operation/app/*", DecisionKind::Accept, ""),
        (broad, DecisionKind::Exclude, ""),
    ]);
    let view = risk(&derived, &format!("{FLOW}/T1/improper-view"));
    assert_eq!(view.standing, Standing::Decided("operation/app/*".into()));
}

#[test]
fn a_decision_overruled_wherever_it_matches_is_named() {
    let flows = format!("{FLOW}/*");
    let derived = decided(&[
        ("operation*", DecisionKind::Exclude, ""),
        ("operation/*", DecisionKind::Accept, ""),
        (&flows, DecisionKind::Impact, "2"),
        ("operation/app/*", DecisionKind::Impact, "4"),
        (&format!("{FLOW}/T1/*"), DecisionKind::Impact, "9"),
    ]);
    // A confirmation beside a changed figure is not overruled, nor is a value nobody can read.
    assert_eq!(derived.overruled_decisions, [0]);
    let twice = decided(&[
        (&flows, DecisionKind::Impact, "2"),
        (&flows, DecisionKind::Impact, "3"),
    ]);
    assert_eq!(twice.overruled_decisions, [0]);
    let excluded = decided(&[
        (FLOW, DecisionKind::Exclude, ""),
        (&format!("{FLOW}/T1/improper-view"), DecisionKind::Accept, ""),
    ]);
    assert_eq!(excluded.overruled_decisions, [1]);
}

#[test]
fn a_value_that_is_none_leaves_the_proposal() {
    let (proposed, pattern) = (decided(&[]), format!("{FLOW}/T1/improper-view"));
    let derived = decided(&[
        (&pattern, DecisionKind::Impact, "9"),
        (&pattern, DecisionKind::Items, "9.9.①-1"),
    ]);
    let (before, after) = (risk(&proposed, &pattern), risk(&derived, &pattern));
    assert_eq!((&after.impact, &after.items), (&before.impact, &before.items));
    assert!(!after.items.is_empty());
}

#[test]
fn a_decision_that_fits_nothing_is_named() {
    let gone = "operation/app/view/reception/old-terminal/patient-info/*";
    let derived = decided(&[
        (gone, DecisionKind::Accept, ""),
        ("operation/*", DecisionKind::Accept, ""),
    ]);
    assert_eq!(derived.unmatched_decisions, [0]);
}

#[test]
fn a_group_is_reviewed_when_every_risk_is() {
    let derived = decided(&[(&format!("{FLOW}/*"), DecisionKind::Accept, "")]);
    let all = groups(&derived);
    let of = |thing: &str, threat: &str| {
        all.iter()
            .find(|group| group.thing.id() == thing && group.threat.as_str() == threat)
            .expect("a group")
    };
    assert!(!of("billing-terminal", "T1").reviewed, "receipts are still open");
    let derived = decided(&[(
        "operation/app/view/reception/billing-terminal/*",
        DecisionKind::Accept,
        "",
    )]);
    let all = groups(&derived);
    let group = all
        .iter()
        .find(|group| group.thing.id() == "billing-terminal" && group.threat.as_str() == "T1");
    assert!(group.expect("a group").reviewed);
    let grouped: usize = all.iter().map(|group| group.risks.len()).sum();
    assert_eq!(grouped, derived.risks.len());
}
