//! Duties for programs: the form other programs rely on.

use super::Listing;
use mamori_domain::Language;
use mamori_rules::duties::{Duty, DutyState, Recipient};
use serde_json::{Value, json};

pub(super) fn document(listing: &Listing<'_>, language: Language) -> String {
    let duties: Vec<Value> = listing.duties.iter().map(|duty| entry(duty, language)).collect();
    let document = json!({
        "as_of": listing.as_of.to_string(),
        "until": listing.until.to_string(),
        "duties": duties,
        "summary": {
            "done": listing.count(DutyState::Done),
            "due": listing.count(DutyState::Due),
            "late": listing.count(DutyState::Late),
        },
    });
    format!("{document:#}\n")
}

fn entry(duty: &Duty, language: Language) -> Value {
    let institution = match &duty.to {
        Recipient::Institution { id, .. } => Some(id),
        _ => None,
    };
    let evidence = duty.evidence.as_ref().map(|proof| {
        json!({
            "kind": proof.kind,
            "id": proof.id,
            "date": proof.date.map(|date| date.to_string()),
        })
    });
    json!({
        "id": duty.id,
        "what": duty.what.say(language),
        "to": { "kind": duty.to.code(), "id": institution, "name": duty.to.said().say(language) },
        "due": duty.due.to_string(),
        "state": duty.state.code(),
        "evidence": evidence,
        "basis": duty.basis.say(language),
        "subject": { "kind": duty.subject.kind, "id": duty.subject.id },
    })
}
