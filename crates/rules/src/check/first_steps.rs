//! What the check says to someone who has only just begun: a to-do list and no flood.

use super::testing::catalogue;
use super::{RULES, Whole, check};
use crate::Subject;
use crate::assessment::Assessment;
use mamori_domain::{Id, Service, Workspace};
use std::collections::BTreeMap;

/// How often each rule speaks about a workspace.
fn told(workspace: &Workspace) -> BTreeMap<&'static str, usize> {
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
    let mut told = BTreeMap::new();
    for found in check(&whole, &assessments) {
        *told.entry(found.code).or_default() += 1;
    }
    told
}

#[test]
fn an_empty_workspace_is_asked_for_its_first_service() {
    let told = told(&Workspace::default());
    assert_eq!(told.get("position-not-stated"), Some(&1));
    assert_eq!(told.get("configuration-empty"), None);
}

#[test]
fn an_empty_service_is_asked_for_its_configuration_and_not_for_details_of_it() {
    let mut workspace = Workspace::default();
    workspace
        .services
        .push((Id::parse("new").expect("an id"), Service::default()));
    let told = told(&workspace);
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
    let mut workspace = Workspace::default();
    workspace
        .services
        .push((Id::parse("new").expect("an id"), Service::default()));
    let told = told(&workspace);
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
