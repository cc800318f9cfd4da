//! What the check says to someone who has only just begun: a to-do list and no flood.

use super::testing::catalogue;
use super::{RULES, Whole, check};
use crate::Subject;
use crate::assessment::Assessment;
use mamori_domain::{Id, Service, Workspace};
use std::collections::BTreeMap;

/// The codes of what is told about a workspace, in order.
fn listed(workspace: &Workspace) -> Vec<&'static str> {
    let as_of = "2026-11-01".parse().expect("a day");
    let whole = Whole {
        workspace,
        catalogue: catalogue(),
        as_of,
    };
    let subjects = Subject::all(workspace, catalogue(), as_of);
    let assessments: Vec<_> = subjects
        .into_iter()
        .map(|subject| Assessment::of(subject, "0".repeat(64)))
        .collect();
    let found = check(&whole, &assessments);
    found.iter().map(|found| found.code).collect()
}

/// How often each rule speaks about a workspace.
fn told(workspace: &Workspace) -> BTreeMap<&'static str, usize> {
    let mut told = BTreeMap::new();
    for code in listed(workspace) {
        *told.entry(code).or_default() += 1;
    }
    told
}

/// A workspace with one service of which nothing is written.
fn begun() -> Workspace {
    let mut workspace = Workspace::default();
    let id = Id::parse("new").expect("an id");
    workspace.services.push((id, Service::default()));
    workspace
}

#[test]
fn the_first_check_is_a_to_do_list_that_begins_with_what_can_be_done_today() {
    let order = [
        "position-not-stated",
        "layer-form-missing",
        "officer-missing",
        "contact-desk-missing",
        "configuration-empty",
        "condition-not-declared",
        "control-unanswered",
        "security-policy-missing",
        "evaluation-missing",
        "certificate-missing",
        "continuity-plan-missing",
        "legal-requirement-unanswered",
        "regulation-content-missing",
        "information-item-missing",
        "information-item-missing",
        "sla-clause-undecided",
        "contract-end-procedure-missing",
    ];
    assert_eq!(listed(&begun()), order);
}

#[test]
fn an_empty_workspace_is_asked_for_its_first_service() {
    let told = told(&Workspace::default());
    assert_eq!(told.get("position-not-stated"), Some(&1));
    assert_eq!(told.get("configuration-empty"), None);
}

#[test]
fn an_empty_service_is_asked_for_its_configuration_and_not_for_details_of_it() {
    let told = told(&begun());
    for first in ["position-not-stated", "layer-form-missing", "configuration-empty"] {
        assert_eq!(told.get(first), Some(&1), "{first}");
    }
    let later = [
        "phase-without-flow",
        "threat-not-considered",
        "development-environment-missing",
    ];
    assert!(
        later
            .iter()
            .all(|code| RULES.iter().any(|rule| rule.code == *code))
    );
    assert!(later.iter().all(|code| !told.contains_key(code)), "{told:?}");
}

#[test]
fn what_is_missing_altogether_is_told_once() {
    let told = told(&begun());
    for first in [
        "regulation-content-missing",
        "legal-requirement-unanswered",
        "sla-clause-undecided",
        "officer-missing",
        "contract-end-procedure-missing",
    ] {
        assert_eq!(told.get(first), Some(&1), "{first}");
    }
    // The items for choosing a provider and those for common understanding are two things to do.
    assert_eq!(told.get("information-item-missing"), Some(&2));
    let later = [
        "evaluation-stale",
        "review-stale",
        "role-sharing-missing",
        "agreement-missing",
    ];
    assert!(
        later
            .iter()
            .all(|code| RULES.iter().any(|rule| rule.code == *code))
    );
    assert!(later.iter().all(|code| !told.contains_key(code)), "{told:?}");
}
