//! The mutation suite: changes generated from the model's kinds × operations, each with the full set
//! of codes that appear or vanish against the example. One more or one fewer fails.
//!
//! `mutations.txt` holds the expectations; `contradicting.rs` turns values into what does not go with
//! the rest; `planted.rs` adds the changes that no generic operation makes, and `editions.rs` changes
//! the catalogue for the rules that guard derivation and data. Every rule is missed by some mutation
//! when it is disabled.

mod contradicting;
mod edit;
mod editions;
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

/// A change to the example, judged by one of the suite's catalogues.
struct Mutation {
    edit: Edit,
    /// Its place in [`Suite::catalogues`].
    catalogue: usize,
}

struct Suite {
    /// The shipped catalogue first, then those with a change of their own.
    catalogues: Vec<Catalogue>,
    baseline: RawWorkspace,
    mutations: Vec<Mutation>,
}

impl Suite {
    fn new() -> Self {
        let mut catalogues = vec![Catalogue::embedded("2020-08").expect("the shipped catalogue is sound")];
        let baseline = workspace_file::load(&example()).expect("the example reads").raw;
        let mut edits = generated::mutations(&baseline);
        edits.extend(contradicting::mutations(&baseline, &catalogues[0]));
        edits.extend(planted::mutations());
        let mutation = |edit| Mutation { edit, catalogue: 0 };
        let mut mutations: Vec<Mutation> = edits.into_iter().map(mutation).collect();
        for (edit, changed) in editions::mutations(&baseline) {
            let catalogue = catalogues.len();
            catalogues.push(changed);
            mutations.push(Mutation { edit, catalogue });
        }
        Suite {
            catalogues,
            baseline,
            mutations,
        }
    }

    /// The findings after a change; nothing when the builder refuses the change.
    fn after(&self, mutation: &Mutation, rules: &[&'static Rule]) -> Option<Counts> {
        let raw = mutation.edit.apply(&self.baseline);
        let workspace = build::read(&raw).ok()?;
        let catalogue = &self.catalogues[mutation.catalogue];
        Some(counts(&workspace, &raw, catalogue, rules))
    }
}

#[test]
fn every_mutation_is_found_as_expected_and_every_rule_is_needed() {
    let suite = Suite::new();
    let workspace = build::read(&suite.baseline).unwrap();
    let before = counts(&workspace, &suite.baseline, &suite.catalogues[0], RULES);
    let mut page = String::new();
    let mut seen_by: BTreeMap<&str, &Mutation> = BTreeMap::new();
    for mutation in &suite.mutations {
        let name = &mutation.edit.name;
        let Some(after) = suite.after(mutation, RULES) else {
            let _ = writeln!(page, "{name}: refused by the builder");
            continue;
        };
        let _ = writeln!(page, "{name}:{}", delta(&before, &after));
        for (code, count) in &after {
            if count > before.get(code).unwrap_or(&0) {
                seen_by.entry(code).or_insert(mutation);
            }
        }
    }
    golden::compare(&root().join("crates/app/tests/it/mutations.txt"), &page);
    let codes = RULES.iter().map(|rule| rule.code);
    let unseen: Vec<&str> = codes.filter(|code| !seen_by.contains_key(code)).collect();
    assert!(
        unseen.is_empty(),
        "no mutation makes these rules speak: {unseen:?}"
    );
    for rule in RULES {
        let others: Vec<&'static Rule> = RULES
            .iter()
            .copied()
            .filter(|other| other.code != rule.code)
            .collect();
        let mutation = seen_by[rule.code];
        let without = suite.after(mutation, &others).unwrap();
        let with = suite.after(mutation, RULES).unwrap();
        assert_ne!(
            delta(&before, &without),
            delta(&before, &with),
            "disabling {} goes unnoticed",
            rule.code
        );
    }
}
