//! Derivation and check by themselves: what 1,000 devices cost, and how the cost grows tenfold.

use crate::goals::held;
use crate::pairs::{Work, in_turn, milliseconds, ratio};
use crate::session::{Found, Session};
use serde_json::{Value, json};

/// Flows, grid and risks of a configuration in memory.
pub fn derive(session: &Session) -> Result<Value, String> {
    measure(session, "derive", |found| found["flows"].as_u64() > Some(0))
}

/// Derivation, answers and every rule over a service whose control items are all answered.
pub fn check(session: &Session) -> Result<Value, String> {
    measure(session, "check", |found| {
        found["items"] == found["items_answered"]
    })
}

fn measure(session: &Session, work: &str, sound: fn(&Value) -> bool) -> Result<Value, String> {
    let (small, large) = (Found::default(), Found::default());
    let run = |devices: &'static str, found| -> Work<'_> {
        let found: &Found = found;
        Box::new(move || found.take(work, session.work(&[work, devices])?))
    };
    let ([one, ten], load) = in_turn([run("1000", &small), run("10000", &large)])?;
    for found in [&small, &large] {
        if !sound(&found.value()) {
            return Err(format!("{work} did not do its work: {}", found.value()));
        }
    }
    Ok(json!({
        "devices_1000": { "found": small.value(), "cost": one.shown() },
        "devices_10000": { "found": large.value(), "cost": ten.shown() },
        "load": load,
        "goals": {
            "cpu": held(&format!("{work}/cpu"), milliseconds(one.cpu())),
            "growth": held(&format!("{work}/growth"), ratio(ten.cpu(), one.cpu())),
        },
    }))
}
