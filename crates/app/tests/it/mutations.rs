//! The mutation suite: changes generated from the model's kinds × operations, each with the full set
//! of findings that appear or vanish against the example, told by their codes. One more or one fewer fails.
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
use mamori_domain::{Scope, Workspace, build};
use mamori_formats::{json, workspace_file};
use mamori_rules::check::{self, About, RULES, Rule, Whole};
use mamori_rules::{Assessment, Subject};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How many findings each code has about each thing.
type Counts = BTreeMap<(&'static str, About), i64>;

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
        *counts.entry((diagnostic.code, diagnostic.about)).or_default() += 1;
    }
    counts
}

/// What `after` has more than `before`, by code.
fn surplus(before: &Counts, after: &Counts) -> BTreeMap<&'static str, i64> {
    let mut more = BTreeMap::new();
    for (finding, count) in after {
        let change = count - before.get(finding).unwrap_or(&0);
        if change > 0 {
            *more.entry(finding.0).or_default() += change;
        }
    }
    more
}

/// What a change does to the findings, as text: `+code` for one more, `-code×3` for three fewer. A
/// finding that goes from one thing to another is one fewer and one more.
fn delta(before: &Counts, after: &Counts) -> String {
    let (gained, lost) = (surplus(before, after), surplus(after, before));
    let codes: BTreeSet<_> = gained.keys().chain(lost.keys()).copied().collect();
    let mut text = String::new();
    for code in codes {
        for (sign, changes) in [('+', &gained), ('-', &lost)] {
            match changes.get(code) {
                None => {}
                Some(1) => _ = write!(text, " {sign}{code}"),
                Some(many) => _ = write!(text, " {sign}{code}×{many}"),
            }
        }
    }
    text
}

#[test]
fn one_finding_more_fewer_or_elsewhere_is_told() {
    let finding = |code, id: &str| {
        let about = About {
            scope: Scope::Organisation,
            kind: "officer".to_owned(),
            id: id.to_owned(),
            field: None,
        };
        (code, about)
    };
    let before = Counts::from([(finding("a", "x"), 1), (finding("b", "x"), 2)]);
    assert_eq!(delta(&before, &before), "");
    let mut after = before.clone();
    after.insert(finding("b", "x"), 3);
    assert_eq!(delta(&before, &after), " +b");
    assert_eq!(delta(&after, &before), " -b");
    let moved = Counts::from([(finding("a", "y"), 1), (finding("b", "x"), 2)]);
    assert_eq!(delta(&before, &moved), " +a -a");
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
        for code in surplus(&before, &after).into_keys() {
            seen_by.entry(code).or_insert(mutation);
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
