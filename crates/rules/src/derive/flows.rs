//! Information flows: proposals gathered, ordered and named; flows stated by people added (GL 5.1.1).

use super::index::Index;
use super::propose;
use super::{Flow, Origin, Standing, Thing};
use mamori_domain::{Id, Information, Layer, Person, Phase, Site, StatedFlow, Supplier, Verb, Words};
use std::cmp::Ordering;
use std::sync::Arc;

/// A flow that a rule proposes. Proposals alike but for their people become one flow.
pub(super) struct Proposal<'a> {
    pub(super) phase: Phase,
    pub(super) layer: Layer,
    pub(super) verb: Verb,
    pub(super) who: Vec<&'a Id<Person>>,
    pub(super) carrier: Option<&'a Id<Supplier>>,
    pub(super) site: &'a Id<Site>,
    pub(super) other_site: Option<&'a Id<Site>>,
    pub(super) thing: Thing,
    pub(super) information: &'a Information,
    pub(super) reason: Words,
}

impl Proposal<'_> {
    /// The order of flows, and what makes two proposals one flow.
    fn compare(&self, other: &Self) -> Ordering {
        let head = |one: &Self| (one.phase, one.layer, one.verb);
        head(self)
            .cmp(&head(other))
            .then_with(|| self.site.cmp(other.site))
            .then_with(|| self.thing.id().cmp(other.thing.id()))
            .then_with(|| self.thing.cmp(&other.thing))
            .then_with(|| self.information.id.cmp(&other.information.id))
    }
}

/// The flows of a service: derived ones in order, then the stated ones as listed.
pub(super) fn flows(index: &Index<'_>) -> Vec<Flow> {
    let mut proposals = propose::all(index);
    // Stable: of two proposals alike the one of the earlier rule gives the reason.
    proposals.sort_by(Proposal::compare);
    proposals.dedup_by(|later, first| {
        let alike = later.compare(first) == Ordering::Equal;
        if alike {
            let new = later
                .who
                .iter()
                .copied()
                .filter(|id| !first.who.contains(id))
                .collect::<Vec<_>>();
            first.who.extend(new);
        }
        alike
    });
    let mut spelling = String::new();
    let mut flows: Vec<Flow> = Vec::with_capacity(proposals.len() + index.service.flows.len());
    for proposal in proposals {
        let flow = derived(proposal, &mut spelling);
        flows.push(flow);
    }
    flows.extend(
        index
            .service
            .flows
            .iter()
            .filter_map(|stated| stated_flow(index, stated)),
    );
    flows
}

/// A proposal as a flow; its id is spelt in `spelling`.
fn derived(proposal: Proposal<'_>, spelling: &mut String) -> Flow {
    spelling.clear();
    // The builder holds that no two things of a service bear one id, so that the id says which it is.
    for part in [
        proposal.phase.code(),
        proposal.layer.code(),
        proposal.verb.code(),
        proposal.site.as_str(),
        proposal.thing.id(),
    ] {
        spelling.push_str(part);
        spelling.push('/');
    }
    spelling.push_str(proposal.information.id.as_str());
    let id: Arc<str> = spelling.as_str().into();
    Flow {
        id,
        phase: proposal.phase,
        layer: proposal.layer,
        verb: proposal.verb,
        who: proposal.who.into_iter().cloned().collect(),
        carrier: proposal.carrier.cloned(),
        site: proposal.site.clone(),
        other_site: proposal.other_site.cloned(),
        thing: proposal.thing,
        information: proposal.information.id.clone(),
        class: proposal.information.class.clone(),
        origin: Origin::Derived,
        standing: Standing::Proposed,
        reason: proposal.reason,
    }
}

/// A stated flow; nothing when it names no equipment, medium or connection, which a check reports.
fn stated_flow(index: &Index<'_>, stated: &StatedFlow) -> Option<Flow> {
    let thing = (stated.equipment.clone().map(Thing::Equipment))
        .or_else(|| stated.medium.clone().map(Thing::Medium))
        .or_else(|| stated.connection.clone().map(Thing::Connection))?;
    let id: Arc<str> = stated.id.as_str().into();
    Some(Flow {
        phase: stated.phase,
        layer: stated.layer,
        verb: stated.how,
        who: stated.who.clone(),
        carrier: stated
            .connection
            .as_ref()
            .and_then(|id| index.connection(id)?.carrier.clone()),
        site: stated.site.clone(),
        other_site: None,
        thing,
        information: stated.what.clone(),
        class: index
            .information(&stated.what)
            .and_then(|information| information.class.clone()),
        origin: Origin::Stated,
        standing: Standing::Decided(id.clone()),
        reason: Words::new("人が加えた情報流です", "Added by a person"),
        id,
    })
}
