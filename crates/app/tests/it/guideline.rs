//! `data/guideline.toml` maps every clause of chapters 2–6 and both annexes to a rule, a document or
//! a person, and is held against the program from both sides.

use crate::running::root;
use mamori_documents::DOCUMENTS;
use mamori_rules::check::RULES;
use std::collections::BTreeSet;
use toml::Value;

fn clauses(text: &str) -> Vec<toml::Table> {
    let table: toml::Table = text.parse().expect("guideline.toml is TOML");
    let clauses = table["clause"].as_array().expect("it holds clauses");
    clauses
        .iter()
        .map(|clause| clause.as_table().expect("a clause is a table").clone())
        .collect()
}

fn shipped() -> String {
    std::fs::read_to_string(root().join("data/guideline.toml")).expect("the map is there")
}

fn texts<'a>(clause: &'a toml::Table, key: &str) -> Vec<&'a str> {
    clause
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// Every fault of the map against the rules and documents there are.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    let mut named = BTreeSet::new();
    let clauses = clauses(text);
    for clause in &clauses {
        let text = |key: &str| clause.get(key).and_then(Value::as_str).unwrap_or("");
        let id = text("id");
        if !ids.insert(id) {
            faults.push(format!("{id}: stands twice"));
        }
        for key in ["guideline", "summary_ja", "summary_en"] {
            if text(key).is_empty() {
                faults.push(format!("{id}: no {key}"));
            }
        }
        if !["must", "strong", "should", "may"].contains(&text("strength")) {
            faults.push(format!("{id}: strength \"{}\"", text("strength")));
        }
        let rules = texts(clause, "rules");
        faults.extend(
            rules
                .iter()
                .filter(|code| !RULES.iter().any(|rule| rule.code == **code))
                .map(|code| format!("{id}: no rule {code}")),
        );
        let document = text("document");
        let planned = clause.get("planned").and_then(Value::as_bool) == Some(true);
        let printed = DOCUMENTS.iter().any(|kind| kind.id == document);
        if !document.is_empty() && printed == planned {
            faults.push(format!(
                "{id}: document {document} is {}",
                if printed {
                    "printed, not planned"
                } else {
                    "not printed"
                }
            ));
        }
        let person = !text("person_ja").is_empty() && !text("person_en").is_empty();
        if rules.is_empty() && document.is_empty() && !person {
            faults.push(format!("{id}: nothing answers it"));
        }
        named.extend(rules.into_iter().map(str::to_owned));
    }
    let unnamed = RULES.iter().filter(|rule| !named.contains(rule.code));
    faults.extend(unnamed.map(|rule| format!("rule {} serves no clause", rule.code)));
    faults
}

#[test]
fn every_clause_is_answered_and_every_rule_serves_a_clause() {
    let text = shipped();
    assert!(clauses(&text).len() > 300, "the map has lost clauses");
    let faults = faults(&text);
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn a_planted_fault_is_found_from_either_side() {
    let text = shipped();
    let code = RULES[0].code;
    let renamed = text.replace(&format!("\"{code}\""), "\"no-such-rule\"");
    let found = faults(&renamed);
    assert!(
        found.iter().any(|fault| fault.ends_with("no rule no-such-rule")),
        "{found:?}"
    );
    assert!(
        found.contains(&format!("rule {code} serves no clause")),
        "{found:?}"
    );
}
