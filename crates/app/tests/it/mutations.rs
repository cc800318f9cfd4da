//! The mutation suite: changes generated from the model's kinds × operations, each with the full set
//! of codes that appear or vanish against the example. One more or one fewer fails.
//!
//! `mutations.txt` holds the expectations; `planted.rs` adds the changes that no generic operation
//! makes, so that every rule is missed by some mutation when it is disabled.

mod edit;
mod generated;
mod planted;

use crate::golden;
use crate::running::{example, root};
use edit::Edit;
use mamori_catalogue::Catalogue;
use mamori_domain::raw::RawWorkspace;
use mamori_domain::{Workspace, build};
use mamori_formats::{json, workspace_file};
use mamori_rules::check::{self, RULES, Rule, Whole};
use mamori_rules::{Assessment, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Rules that guard derivation and data rather than the user's model: no change to a workspace makes
/// them speak, so their own tests plant the fault behind the model's back.
const GUARDS: &[(&str, &str)] = &[
    (
        "threat-not-considered",
        "derivation fills every cell of the grid or gives its reason",
    ),
    (
        "role-sharing-missing",
        "the catalogue itself states the institution's part of the control items",
    ),
];

/// How many findings each code has.
type Counts = BTreeMap<&'static str, i64>;

fn counts(
    workspace: &Workspace,
    raw: &RawWorkspace,
    catalogue: &Catalogue,
    rules: &[&'static Rule],
) -> Counts {
    let as_of = workspace.settings.as_of.unwrap_or(jiff::civil::date(2026, 11, 1));
    let whole = Whole {
        workspace,
        catalogue,
        as_of,
    };
    let assessments: Vec<Assessment<'_>> = Subject::all(workspace, catalogue, as_of)
        .into_iter()
        .map(|subject| Assessment::of(subject, json::canonical_hash(raw, Some(subject.id))))
        .collect();
    let mut counts = Counts::new();
    for diagnostic in check::check_with(rules, &whole, &assessments) {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    counts
}

/// What a change does to the findings, as text: `+code` for one more, `-code×3` for three fewer.
fn delta(before: &Counts, after: &Counts) -> String {
    let codes: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
    let mut text = String::new();
    for code in codes {
        let change = after.get(code).unwrap_or(&0) - before.get(code).unwrap_or(&0);
        let sign = if change > 0 { '+' } else { '-' };
        match change.abs() {
            0 => {}
            1 => _ = write!(text, " {sign}{code}"),
            many => _ = write!(text, " {sign}{code}×{many}"),
        }
    }
    text
}

struct Suite {
    catalogue: Catalogue,
    baseline: RawWorkspace,
    mutations: Vec<Edit>,
}

impl Suite {
    fn new() -> Self {
        let catalogue = Catalogue::embedded("2020-08").expect("the shipped catalogue is sound");
        let baseline = workspace_file::load(&example()).expect("the example reads").raw;
        let mut mutations = generated::mutations(&baseline);
        mutations.extend(planted::mutations());
        Suite {
            catalogue,
            baseline,
            mutations,
        }
    }

    /// The findings after a change; nothing when the builder refuses the change.
    fn after(&self, edit: &Edit, rules: &[&'static Rule]) -> Option<Counts> {
        let raw = edit.apply(&self.baseline);
        let workspace = build::read(&raw).ok()?;
        Some(counts(&workspace, &raw, &self.catalogue, rules))
    }
}

#[test]
fn every_mutation_is_found_as_expected_and_every_rule_is_needed() {
    let suite = Suite::new();
    let workspace = build::read(&suite.baseline).unwrap();
    let before = counts(&workspace, &suite.baseline, &suite.catalogue, RULES);
    let mut page = String::new();
    let mut seen_by: BTreeMap<&str, &Edit> = BTreeMap::new();
    for edit in &suite.mutations {
        let Some(after) = suite.after(edit, RULES) else {
            let _ = writeln!(page, "{}: refused by the builder", edit.name);
            continue;
        };
        let _ = writeln!(page, "{}:{}", edit.name, delta(&before, &after));
        for (code, count) in &after {
            if count > before.get(code).unwrap_or(&0) {
                seen_by.entry(code).or_insert(edit);
            }
        }
    }
    golden::compare(&root().join("crates/app/tests/it/mutations.txt"), &page);
    let guard = |code: &str| GUARDS.iter().any(|(guard, _)| *guard == code);
    let (silent, speaking): (Vec<&Rule>, Vec<&Rule>) =
        RULES.iter().partition(|rule| !seen_by.contains_key(rule.code));
    let unseen: Vec<&str> = silent
        .iter()
        .map(|rule| rule.code)
        .filter(|code| !guard(code))
        .collect();
    assert!(
        unseen.is_empty(),
        "no mutation makes these rules speak: {unseen:?}"
    );
    assert_eq!(silent.len(), GUARDS.len(), "a rule that speaks is no guard");
    for rule in speaking {
        let others: Vec<&'static Rule> = RULES
            .iter()
            .copied()
            .filter(|other| other.code != rule.code)
            .collect();
        let edit = seen_by[rule.code];
        let without = suite.after(edit, &others).unwrap();
        let with = suite.after(edit, RULES).unwrap();
        assert_ne!(
            delta(&before, &without),
            delta(&before, &with),
            "disabling {} goes unnoticed",
            rule.code
        );
    }
}
