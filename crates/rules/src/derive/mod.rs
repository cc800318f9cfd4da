//! From a configuration to its flows, the flow × threat grid and proposed risks (GL 5.1.1–5.1.3).
//!
//! [`derive`] proposes; nothing it proposes is stored. What people decide on proposals is laid over
//! them: the most specific decision wins, and one that fits nothing is named, never dropped.

mod decisions;
mod derived;
mod facts;
mod flows;
mod impact;
pub(crate) mod index;
mod items;
mod lookup;
mod propose;
mod risks;
mod scenarios;

pub use derived::*;

use crate::Subject;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most control items proposed for one risk.
pub const ITEMS_PER_RISK: usize = 15;

/// Derives flows, grid and risks of a service, and lays the decisions of people over them. The
/// conditions are those of the same service: they decide which control items apply to a risk.
pub fn derive(subject: &Subject<'_>, conditions: &[ConditionState]) -> Derived {
    risks::lay(subject, conditions)
}

/// The derived risks by thing and threat, in the order in which they first appear. Risks excluded with
/// their flow or cell are among them: they have been looked at.
pub fn groups(derived: &Derived) -> Vec<Group> {
    let mut places: BTreeMap<(&Thing, &mamori_catalogue::ThreatId), usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (place, risk) in derived
        .risks
        .iter()
        .enumerate()
        .filter(|(_, risk)| risk.origin == Origin::Derived)
    {
        let (Some(flow), Some(threat)) = (risk.flow.and_then(|flow| derived.flows.get(flow)), &risk.threat)
        else {
            continue;
        };
        let group = *places.entry((&flow.thing, threat)).or_insert_with(|| {
            let (thing, threat) = (flow.thing.clone(), threat.clone());
            groups.push(Group {
                thing,
                threat,
                risks: Vec::new(),
                reviewed: true,
            });
            groups.len() - 1
        });
        groups[group].risks.push(place);
        groups[group].reviewed &= risk.standing != Standing::Proposed;
    }
    groups
}

/// A figure moved by its facts, kept on the scale of 1–5.
fn steps(base: u8, facts: &[(Arc<str>, i8)]) -> u8 {
    let moved = facts
        .iter()
        .fold(i16::from(base), |value, (_, effect)| value + i16::from(*effect));
    u8::try_from(moved.clamp(1, 5)).unwrap_or(base)
}
