//! Which control items answer a risk, and which belong to the service as a whole (GL 5.1.5, 別紙2).

use super::index::Seen;
use super::{ConditionState, Flow, ITEMS_PER_RISK, Thing};
use mamori_catalogue::{Catalogue, ConditionId, ControlItem, Facet, ItemId, MeasureId, Phase, Scenario};
use mamori_domain::{EquipmentKind, Layer};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The kinds of thing a flow touches, as a set of bits by [`Facet::ALL`].
type Facets = u8;

/// Control items made ready: those that apply, by measure; and the lists found so far.
pub(super) struct Items<'a> {
    catalogue: &'a Catalogue,
    applying: BTreeMap<&'a MeasureId, Vec<&'a ControlItem>>,
    found: BTreeMap<(usize, Phase, Facets), Arc<[ItemId]>>,
    nothing: Arc<[ItemId]>,
}

/// Whether an item is one to answer: no repetition of another, and its condition not known to fail.
/// An item whose condition nobody has declared counts until it is declared not to hold.
pub(crate) fn applies(item: &ControlItem, conditions: &[ConditionState]) -> bool {
    let fails = |id: &ConditionId| {
        conditions
            .iter()
            .any(|state| state.id == *id && state.holds == Some(false))
    };
    item.duplicate_of.is_none() && !item.condition.as_ref().is_some_and(fails)
}

impl<'a> Items<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, conditions: &[ConditionState]) -> Self {
        let mut applying: BTreeMap<&MeasureId, Vec<&ControlItem>> = BTreeMap::new();
        for item in catalogue.items().iter().filter(|item| applies(item, conditions)) {
            applying.entry(&item.measure).or_default().push(item);
        }
        Items {
            catalogue,
            applying,
            found: BTreeMap::new(),
            nothing: Arc::new([]),
        }
    }

    /// The items proposed for a scenario on a flow: those of the scenario's measures that answer its
    /// threat, in the flow's phase, for a kind of thing it touches.
    pub(super) fn of(&mut self, scenario: usize, phase: Phase, facets: Facets) -> Arc<[ItemId]> {
        if let Some(found) = self.found.get(&(scenario, phase, facets)) {
            return found.clone();
        }
        let found = self.find(scenario, phase, facets);
        self.found.insert((scenario, phase, facets), found.clone());
        found
    }

    fn find(&self, scenario: usize, phase: Phase, facets: Facets) -> Arc<[ItemId]> {
        let Some(scenario) = self.catalogue.derivation().scenarios.as_slice().get(scenario) else {
            return self.nothing.clone();
        };
        // What fits the thing and the phase; failing that, what answers the scenario at all: a door
        // is locked in development too, though the item speaks of operation.
        let strict = |item: &ControlItem| {
            let touches = item.applies_to.iter().any(|facet| facets & bit(*facet) != 0);
            touches && item.phases.contains(&phase)
        };
        let chosen = Some(self.choose(scenario, &strict)).filter(|chosen| !chosen.is_empty());
        let chosen = chosen.or_else(|| {
            let chosen = self.choose(scenario, &|item| item.phases.contains(&phase));
            Some(chosen).filter(|chosen| !chosen.is_empty())
        });
        let chosen = chosen.unwrap_or_else(|| self.choose(scenario, &|_| true));
        chosen.into_iter().map(|item| item.id.clone()).collect()
    }

    /// The items of a scenario's measures that answer its threat and fit: one of each measure in
    /// turn, so that the limit cuts depth and not breadth; in printed order.
    fn choose(&self, scenario: &Scenario, fits: &dyn Fn(&ControlItem) -> bool) -> Vec<&'a ControlItem> {
        let answers = |item: &&&'a ControlItem| item.threats.contains(&scenario.threat) && fits(item);
        let measures = scenario
            .measures
            .iter()
            .filter_map(|measure| self.applying.get(measure));
        let mut lists: Vec<_> = measures.map(|items| items.iter().filter(answers)).collect();
        let mut chosen: Vec<&'a ControlItem> = Vec::new();
        while chosen.len() < ITEMS_PER_RISK {
            let before = chosen.len();
            for list in &mut lists {
                let room = chosen.len() < ITEMS_PER_RISK;
                chosen.extend(list.next().filter(|_| room));
            }
            if chosen.len() == before {
                break;
            }
        }
        chosen.sort_by_key(|item| self.catalogue.items().place(&item.id));
        chosen
    }

    /// The items that attach to the service once: what the organisation does, what is agreed before
    /// the contract or done in a crisis, and whatever no risk calls for.
    pub(super) fn of_service(&self, attached: &BTreeSet<&ItemId>) -> Vec<ItemId> {
        let once = |item: &ControlItem| {
            item.applies_to.contains(&Facet::Organisation)
                || item
                    .phases
                    .iter()
                    .any(|phase| matches!(phase, Phase::PreContract | Phase::Crisis))
        };
        let mut items: Vec<&ControlItem> = self.applying.values().flatten().copied().collect();
        items.retain(|item| once(item) || !attached.contains(&item.id));
        items.sort_by_key(|item| self.catalogue.items().place(&item.id));
        items.into_iter().map(|item| item.id.clone()).collect()
    }
}

fn bit(facet: Facet) -> Facets {
    match facet {
        Facet::Terminal => 1,
        Facet::Server => 2,
        Facet::Network => 4,
        Facet::Medium => 8,
        Facet::Site => 16,
        Facet::Person => 32,
        Facet::Organisation => 64,
    }
}

/// The kinds of thing a flow touches: what it runs by, the site, and the people if any.
pub(super) fn facets(flow: &Flow, seen: &Seen<'_>) -> Facets {
    use EquipmentKind::*;
    let thing = match &flow.thing {
        Thing::Equipment(_) => match seen.equipment.map(|equipment| equipment.kind) {
            Some(Terminal | MobileTerminal | MaintenanceTerminal | Printer | IotDevice) => Facet::Terminal,
            Some(NetworkDevice | AccessPoint | SecurityDevice) => Facet::Network,
            Some(Server | Storage | LogServer | MediaDrive | OtherSystem) | None => Facet::Server,
        },
        Thing::Medium(_) | Thing::Transport(_) => Facet::Medium,
        Thing::Connection(_) => Facet::Network,
    };
    let person = if flow.who.is_empty() {
        0
    } else {
        bit(Facet::Person)
    };
    // What people see of the application at a terminal is software that runs on servers.
    let software = if flow.layer == Layer::Application {
        bit(Facet::Server)
    } else {
        0
    };
    bit(thing) | bit(Facet::Site) | person | software
}

/// A phase of flows as a phase of the catalogue.
pub(super) fn catalogue_phase(phase: mamori_domain::Phase) -> Phase {
    match phase {
        mamori_domain::Phase::Development => Phase::Development,
        mamori_domain::Phase::Operation => Phase::Operation,
        mamori_domain::Phase::ContractEnd => Phase::ContractEnd,
    }
}
