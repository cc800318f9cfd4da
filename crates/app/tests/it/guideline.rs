//! `data/guideline.toml` maps every clause of chapters 2–6 and both annexes to a rule, a document or
//! a person, and is held against the program from both sides.

use crate::running::root;
use mamori_documents::DOCUMENTS;
use mamori_rules::check::{Mark, RULES};
use std::collections::{BTreeMap, BTreeSet};
use toml::Value;

/// The site gathers all documents; it is not one of the kinds.
const SITE: &str = "site";

/// Rules that are marked otherwise than every clause they serve, and why.
const MARKED_OTHERWISE: &[(&str, &str)] = &[
    (
        "certificate-expiring-soon",
        "a reminder before the fault: the certificate demanded still holds",
    ),
    (
        "confirmation-without-standard-answer",
        "the answers demanded are looked for by rules of their own; a confirmation of nothing awaits a person",
    ),
    (
        "control-done-without-evidence",
        "every item has to be explained; that the explanation points at a record is asked by us",
    ),
    (
        "dates-out-of-order",
        "the agreement demanded is there; which of the two dates is wrong awaits a person",
    ),
    (
        "decision-matches-nothing",
        "a trace of a change that the review, which is demanded, has to look at; nothing is left open by it",
    ),
    (
        "decision-overruled",
        "the risk is judged, as is demanded; which of two decisions was meant awaits a person",
    ),
    (
        "decision-without-reason",
        "the figure is settled, which is what is demanded; its reason is for explaining it",
    ),
    (
        "disclosure-condition-missing",
        "the content is demanded; the form in which it says how a paper is shown is an example (note 14 of 4.1)",
    ),
    (
        "evaluation-stale",
        "evaluating is demanded; the interval of a year is that of the SLA example",
    ),
    (
        "high-risk-without-measure",
        "criteria may be laid down; those in use demand treatment of this rank, and not keeping one's own criteria is an error",
    ),
    (
        "highest-risk-with-too-few-measures",
        "criteria may be laid down; those in use demand several measures, and not keeping one's own criteria is an error",
    ),
    (
        "institution-without-service",
        "what is demanded of a relation is looked for service by service; which one it is awaits a person",
    ),
    (
        "legal-requirement-not-shown",
        "the requirement is answered; which of the two statements is wrong awaits a person",
    ),
    (
        "planned-control-overdue",
        "a plan is demanded and there is one; a day that has passed awaits a person",
    ),
    (
        "policy-review-stale",
        "review is demanded when things change; the interval of a year is that of the SLA example",
    ),
    (
        "procedure-overdue",
        "the step is demanded; a day that has passed awaits a person, who may have taken it without noting it",
    ),
    (
        "proposals-unreviewed",
        "the proposal itself finds the risks; it awaits a person and is not known to be wrong",
    ),
    (
        "request-matches-no-risk",
        "the request demanded is there; for which risk it is awaits a person",
    ),
    (
        "residual-unchanged-despite-measures",
        "the rating demanded is there; that it is the same as before is a doubt, not a fault",
    ),
    (
        "sla-log-years-not-met",
        "the clause is an example; once it is used its promise has to be kept",
    ),
    (
        "treatment-matches-no-risk",
        "choosing an option is demanded for risks, and here is none; the row awaits a person",
    ),
    (
        "treatment-overdue",
        "a plan is demanded and there is one; a day that has passed awaits a person",
    ),
];

const fn strength(mark: Mark) -> &'static str {
    match mark {
        Mark::Must => "must",
        Mark::Strong => "strong",
        Mark::Should => "should",
        Mark::May => "may",
    }
}

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
    let mut served: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut documents = BTreeSet::new();
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
        let printed = document == SITE || DOCUMENTS.iter().any(|kind| kind.id == document);
        if !document.is_empty() && !printed {
            faults.push(format!("{id}: document {document} is not printed"));
        }
        documents.insert(document);
        let person = !text("person_ja").is_empty();
        if person == text("person_en").is_empty() {
            faults.push(format!("{id}: person_ja and person_en do not stand together"));
        }
        if rules.is_empty() && document.is_empty() && !person {
            faults.push(format!("{id}: nothing answers it"));
        }
        for rule in rules {
            let strengths = served.entry(rule.to_owned()).or_default();
            strengths.insert(text("strength").to_owned());
        }
    }
    let unserving = DOCUMENTS.iter().filter(|kind| !documents.contains(kind.id));
    faults.extend(unserving.map(|kind| format!("document {} serves no clause", kind.id)));
    for rule in RULES {
        match served.get(rule.code) {
            None => faults.push(format!("rule {} serves no clause", rule.code)),
            Some(strengths) => faults.extend(fault_of_mark(rule.code, rule.mark, strengths)),
        }
    }
    faults
}

/// A rule's mark is that of a clause it serves, or an exception gives the reason; never both.
fn fault_of_mark(code: &str, mark: Mark, strengths: &BTreeSet<String>) -> Option<String> {
    let excepted = MARKED_OTHERWISE.iter().any(|(one, _)| *one == code);
    let (own, fits) = (strength(mark), strengths.contains(strength(mark)));
    match (fits, excepted) {
        (true, false) | (false, true) => None,
        (true, true) => Some(format!("rule {code} is marked {own} like a clause: no exception")),
        (false, false) => Some(format!("rule {code} is marked {own}, its clauses {strengths:?}")),
    }
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

#[test]
fn a_document_that_serves_no_clause_is_found() {
    let text = shipped();
    let id = DOCUMENTS[0].id;
    let renamed = text.replace(&format!("document = \"{id}\""), "document = \"another\"");
    assert!(faults(&renamed).contains(&format!("document {id} serves no clause")));
}

#[test]
fn a_person_named_in_one_language_is_found() {
    let text = shipped();
    for (dropped, count) in [("person_ja", 1), ("person_en", 1), ("summary_en", 0)] {
        let at = text.find("\nperson_ja").expect("some clause needs a person");
        let from = text[..at].rfind("[[clause]]").expect("it stands in a clause");
        let line = text[from..]
            .find(dropped)
            .map(|found| from + found)
            .expect("a line");
        let end = line + text[line..].find('\n').expect("its end");
        let without = format!("{}{}", &text[..line], &text[end + 1..]);
        let found = faults(&without);
        let apart = found
            .iter()
            .filter(|fault| fault.ends_with("do not stand together"));
        assert_eq!(apart.count(), count, "{dropped}: {found:?}");
    }
}

#[test]
fn a_mark_that_no_clause_has_is_found_and_so_is_a_needless_exception() {
    let strengths = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
    let told = |code, mark, list| fault_of_mark(code, mark, &strengths(list));
    assert_eq!(told("review-stale", Mark::Must, &["must", "may"]), None);
    assert!(told("review-stale", Mark::Strong, &["must", "may"]).is_some());
    let (excepted, reason) = MARKED_OTHERWISE[0];
    assert!(!reason.is_empty());
    assert_eq!(told(excepted, Mark::May, &["must"]), None);
    assert!(told(excepted, Mark::May, &["must", "may"]).is_some());
    let all = |(code, _): &(&str, &str)| RULES.iter().any(|rule| rule.code == *code);
    assert!(MARKED_OTHERWISE.iter().all(all), "an exception for no rule");
}
