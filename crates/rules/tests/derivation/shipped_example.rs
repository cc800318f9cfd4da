//! The example that ships: every item that applies attaches somewhere, every risk has an answer.

use super::{catalogue, derived, subject, workspace};
use mamori_catalogue::ItemId;
use mamori_domain::Language;
use mamori_rules::conditions::conditions;
use mamori_rules::derive::{ITEMS_PER_RISK, Origin};
use std::collections::BTreeSet;

const EXAMPLE: &str = "../../examples/clinic-emr";

#[test]
fn every_item_that_applies_attaches_somewhere() {
    let workspace = workspace(EXAMPLE);
    let states = conditions(&subject(&workspace));
    let derived = derived(&workspace);
    let counting = derived.risks.iter().filter(|risk| risk.standing.counts());
    let on_risks: BTreeSet<&ItemId> = counting.flat_map(|risk| risk.items.iter()).collect();
    let on_service: BTreeSet<&ItemId> = derived.service_items.iter().collect();
    assert_eq!(
        on_service.len(),
        derived.service_items.len(),
        "an item attaches to the service twice"
    );
    for item in catalogue().items() {
        let fails = |id: &mamori_catalogue::ConditionId| {
            states
                .iter()
                .any(|state| state.id == *id && state.holds == Some(false))
        };
        let applies = item.duplicate_of.is_none() && !item.condition.as_ref().is_some_and(fails);
        let attached = on_risks.contains(&item.id) || on_service.contains(&item.id);
        assert_eq!(attached, applies, "{}", item.id);
    }
    // Most items must hang on what they are about, not on the service.
    assert!(
        on_risks.len() * 2 > on_service.len() * 3,
        "{} on risks, {} on the service",
        on_risks.len(),
        on_service.len()
    );
}

#[test]
fn every_derived_risk_has_words_and_a_handful_of_items() {
    let derived = derived(&workspace(EXAMPLE));
    for risk in derived.risks.iter().filter(|risk| risk.origin == Origin::Derived) {
        assert!(
            (1..=ITEMS_PER_RISK).contains(&risk.items.len()),
            "{}: {} items",
            risk.id,
            risk.items.len()
        );
        for language in Language::ALL {
            let text = risk.text.say(language);
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
    }
}

#[test]
fn about_four_of_ten_threats_apply_to_a_flow() {
    let derived = derived(&workspace(EXAMPLE));
    let flows = derived
        .flows
        .iter()
        .enumerate()
        .filter(|(_, flow)| flow.standing.counts());
    for (place, flow) in flows {
        let applying = derived
            .grid
            .iter()
            .filter(|cell| cell.flow == place && cell.applies)
            .count();
        assert!((1..=6).contains(&applying), "{}: {applying}", flow.id);
    }
}

#[test]
fn nothing_decided_is_left_over() {
    assert_eq!(
        derived(&workspace(EXAMPLE)).unmatched_decisions,
        Vec::<usize>::new()
    );
}
