//! The grid and its risks: every flow held against every threat, each risk with its figures (GL
//! 5.1.1–5.1.3), decisions laid over both, stated risks added.

use super::decisions::{Decisions, Reached, Ruling};
use super::facts::{Holding, Likelihood};
use super::flows;
use super::index::{Index, Seen};
use super::items::{self, Items};
use super::scenarios::{Cell, Cells, Sort};
use super::{
    ConditionState, Derived, Flow, FlowNames, GridCell, Judged, Origin, Risk, RiskText, Standing, impact,
};
use crate::Subject;
use mamori_catalogue::{ItemId, LevelId, ThreatId};
use mamori_domain::{DecisionKind, StatedRisk};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const STANDING: &[DecisionKind] = &[DecisionKind::Accept, DecisionKind::Exclude];
/// Room made for the risks of a flow, rather too much: what is not written to costs nothing.
const RISKS_OF_A_FLOW: usize = 8;

const ANY: &[DecisionKind] = DecisionKind::ALL;

/// Everything prepared once for all flows of a service.
struct Laying<'a> {
    subject: Subject<'a>,
    index: Index<'a>,
    cells: Cells<'a>,
    likelihood: Likelihood<'a>,
    items: Items<'a>,
    decisions: Decisions,
    /// The rank of every product, by product.
    ranks: Vec<LevelId>,
    grid: Vec<GridCell>,
    risks: Vec<Risk>,
    /// The reason of cells that apply: none.
    no_reason: Arc<str>,
    /// Where ids are spelt before they are kept.
    spelling: String,
}

/// What all risks of a flow share.
struct OnFlow {
    place: usize,
    names: Arc<FlowNames>,
    impact: Judged,
    holding: Holding,
    phase: mamori_catalogue::Phase,
    facets: u8,
    /// The pattern that excludes the flow or the cell.
    excluded: Option<Arc<str>>,
}

/// Derives everything of a service.
pub(super) fn lay(subject: &Subject<'_>, conditions: &[ConditionState]) -> Derived {
    let catalogue = subject.catalogue;
    let mut laying = Laying {
        subject: *subject,
        index: Index::of(subject.service),
        cells: Cells::new(catalogue),
        likelihood: Likelihood::new(catalogue),
        items: Items::new(catalogue, conditions),
        decisions: Decisions::of(&subject.service.decisions, catalogue),
        ranks: ranks(catalogue),
        grid: Vec::new(),
        risks: Vec::new(),
        no_reason: Arc::from(""),
        spelling: String::new(),
    };
    let mut flows = flows::flows(&laying.index);
    laying.grid.reserve(flows.len() * catalogue.threats().len());
    laying.risks.reserve(flows.len() * RISKS_OF_A_FLOW);
    for (place, flow) in flows.iter_mut().enumerate() {
        laying.flow(place, flow);
    }
    laying.stated(&flows);
    let attached = attached(&laying.risks);
    let service_items = laying.items.of_service(&attached);
    let unmatched_decisions = laying.decisions.unmatched();
    let overruled_decisions = laying.decisions.overruled();
    Derived {
        flows,
        grid: laying.grid,
        risks: laying.risks,
        service_items,
        unmatched_decisions,
        overruled_decisions,
    }
}

/// The rank of every product of impact and likelihood (GL table 5-2). A catalogue's levels hold every
/// product exactly once, so the last level stands in for none in fact.
fn ranks(catalogue: &mamori_catalogue::Catalogue) -> Vec<LevelId> {
    let levels = catalogue.levels();
    let rank = |product| {
        catalogue
            .level_of(product)
            .or(levels.as_slice().last())
            .map(|level| level.id.clone())
    };
    (0..=25).filter_map(rank).collect()
}

/// The items of the risks that count. Lists are shared by many risks and looked at once.
fn attached(risks: &[Risk]) -> BTreeSet<&ItemId> {
    let mut seen: BTreeSet<*const ItemId> = BTreeSet::new();
    let counting = risks
        .iter()
        .filter(|risk| risk.standing.counts() && seen.insert(risk.items.as_ptr()));
    counting.flat_map(|risk| risk.items.iter()).collect()
}

impl Laying<'_> {
    fn flow(&mut self, place: usize, flow: &mut Flow) {
        let reached = self.decisions.walk(&self.decisions.start(), &flow.id);
        if let Some(ruling) = self.decisions.covering(&reached, STANDING).last() {
            ruling.takes_effect();
            flow.standing = standing(ruling.kind, &ruling.pattern);
        }
        let excluded = match &flow.standing {
            Standing::Excluded(pattern) => Some(pattern.clone()),
            _ => None,
        };
        let seen = self.index.thing(&flow.thing);
        let on = OnFlow {
            place,
            names: names(&self.index, flow, &seen),
            impact: impact::judge(self.subject.catalogue, &self.index, flow),
            holding: self
                .likelihood
                .holding(&self.index, flow, seen, self.subject.as_of),
            phase: items::catalogue_phase(flow.phase),
            facets: items::facets(flow, &seen),
            excluded,
        };
        let cells = self.cells.of(Sort::of(flow, &seen));
        for (threat, cell) in self.subject.catalogue.threats().iter().zip(cells.iter()) {
            self.cell(flow, &on, &reached, &threat.id, cell);
        }
    }

    fn cell(&mut self, flow: &Flow, on: &OnFlow, reached: &Reached, threat: &ThreatId, cell: &Cell) {
        let reached = self.decisions.walk(reached, threat.as_str());
        let ruling = self.decisions.covering(&reached, STANDING).last().copied();
        ruling.into_iter().for_each(Ruling::takes_effect);
        let excludes = ruling.filter(|ruling| ruling.kind == DecisionKind::Exclude);
        let excluded = on
            .excluded
            .clone()
            .or(excludes.map(|ruling| ruling.pattern.clone()));
        let (applies, reason) = match (cell, &excluded) {
            (Cell::Not(reason), _) => (false, reason.clone()),
            (Cell::Applies(_), Some(pattern)) => (false, pattern.clone()),
            (Cell::Applies(_), None) => (true, self.no_reason.clone()),
        };
        let place = self.grid.len();
        self.grid.push(GridCell {
            flow: on.place,
            threat: threat.clone(),
            applies,
            reason,
        });
        let Cell::Applies(scenarios) = cell else { return };
        let first = self.risks.len();
        for scenario in scenarios {
            self.risk(flow, on, &reached, threat, *scenario, excluded.as_ref());
        }
        // A threat all of whose risks a person excluded does not apply any more.
        if let (true, Some(Standing::Excluded(pattern))) = (applies, all_excluded(&self.risks[first..])) {
            self.grid[place].applies = false;
            self.grid[place].reason = pattern;
        }
    }

    fn risk(
        &mut self,
        flow: &Flow,
        on: &OnFlow,
        reached: &Reached,
        threat: &ThreatId,
        place: usize,
        excluded: Option<&Arc<str>>,
    ) {
        let Some(scenario) = self
            .subject
            .catalogue
            .derivation()
            .scenarios
            .as_slice()
            .get(place)
        else {
            return;
        };
        self.spelling.clear();
        [&*flow.id, "/", threat.as_str(), "/", &*scenario.id]
            .iter()
            .for_each(|part| self.spelling.push_str(part));
        let mut risk = Risk {
            id: self.spelling.as_str().into(),
            flow: Some(on.place),
            threat: Some(threat.clone()),
            other_threat: None,
            scenario: scenario.id.clone(),
            text: RiskText::Derived {
                scenario: scenario.text.clone(),
                names: on.names.clone(),
            },
            impact: on.impact.clone(),
            likelihood: self.likelihood.judge(place, on.holding),
            product: 0,
            rank: self.ranks[0].clone(),
            items: self.items.of(place, on.phase, on.facets),
            origin: Origin::Derived,
            standing: Standing::Proposed,
        };
        self.decide(&mut risk, &self.decisions.walk(reached, &scenario.id), excluded);
        self.risks.push(risk);
    }

    /// Lays decisions over a risk and works out its product and rank. What excludes its flow or cell
    /// excludes it whatever is decided on the risk itself.
    fn decide(&self, risk: &mut Risk, reached: &Reached, excluded: Option<&Arc<str>>) {
        let rulings = self.decisions.covering(reached, ANY);
        let (mut impact, mut likelihood, mut items) = (None, None, None);
        for ruling in &rulings {
            match (ruling.kind, ruling.step) {
                (DecisionKind::Impact, Some(step)) => impact = Some((*ruling, step)),
                (DecisionKind::Likelihood, Some(step)) => likelihood = Some((*ruling, step)),
                // Where no item could be read the proposal stays: a risk must not lose its items by a slip.
                (DecisionKind::Items, _) if !ruling.items.is_empty() => items = Some(*ruling),
                _ => {}
            }
        }
        if let Some((ruling, step)) = impact {
            set(&mut risk.impact, step, ruling);
        }
        if let Some((ruling, step)) = likelihood {
            set(&mut risk.likelihood, step, ruling);
        }
        if let Some(ruling) = items {
            ruling.takes_effect();
            risk.items = ruling.items.clone();
        }
        if let Some(ruling) = rulings.last() {
            risk.standing = standing(ruling.kind, &ruling.pattern);
        }
        if let Some(pattern) = excluded {
            risk.standing = Standing::Excluded(pattern.clone());
        }
        for ruling in rulings.iter().filter(|ruling| agrees(ruling, &risk.standing)) {
            ruling.takes_effect();
        }
        risk.product = risk.impact.value * risk.likelihood.value;
        risk.rank = self.ranks[usize::from(risk.product).min(self.ranks.len() - 1)].clone();
    }

    /// Adds the risks people stated. A flow id given in full is found at once, a pattern by looking
    /// through the flows.
    fn stated(&mut self, flows: &[Flow]) {
        let places: BTreeMap<&str, usize> = if self.subject.service.risks.is_empty() {
            BTreeMap::new()
        } else {
            by_id(flows)
        };
        for stated in &self.subject.service.risks {
            let pattern = &stated.flow;
            let exact = places.get(pattern.as_str()).copied();
            let flow = exact.or_else(|| flows.iter().position(|flow| pattern.covers(&flow.id)));
            let mut risk = self.stated_risk(stated, flow);
            let reached = self.decisions.walk(&self.decisions.start(), &risk.id);
            self.decide(&mut risk, &reached, None);
            self.risks.push(risk);
        }
    }

    fn stated_risk(&self, stated: &StatedRisk, flow: Option<usize>) -> Risk {
        let id: Arc<str> = stated.id.as_str().into();
        let threats = self.subject.catalogue.threats();
        let threat = stated
            .threat
            .as_ref()
            .and_then(|threat| threats.get(threat.as_str()));
        let judged = |value: i64| {
            let value = u8::try_from(value).unwrap_or(3);
            Judged {
                value,
                base: value,
                facts: Arc::new([]),
                decided: None,
            }
        };
        Risk {
            flow,
            threat: threat.map(|threat| threat.id.clone()),
            other_threat: stated.other_threat.as_ref().map(ToString::to_string),
            scenario: id.clone(),
            text: RiskText::Stated((*stated.scenario).into()),
            impact: judged(stated.impact.0),
            likelihood: judged(stated.likelihood.0),
            product: 0,
            rank: self.ranks[0].clone(),
            items: Arc::new([]),
            origin: Origin::Stated,
            standing: Standing::Decided(id.clone()),
            id,
        }
    }
}

fn by_id(flows: &[Flow]) -> BTreeMap<&str, usize> {
    flows
        .iter()
        .enumerate()
        .map(|(place, flow)| (&*flow.id, place))
        .collect()
}

fn standing(kind: DecisionKind, pattern: &Arc<str>) -> Standing {
    match kind {
        DecisionKind::Exclude => Standing::Excluded(pattern.clone()),
        _ => Standing::Decided(pattern.clone()),
    }
}

/// Whether what became of a risk is what a decision to accept or exclude asked for. One that sets a
/// figure or items asks for no standing: it is judged by what it sets, and one without a usable value
/// is told of as that.
fn agrees(ruling: &Ruling, standing: &Standing) -> bool {
    match ruling.kind {
        DecisionKind::Exclude => !standing.counts(),
        DecisionKind::Accept => standing.counts(),
        DecisionKind::Items => ruling.items.is_empty(),
        DecisionKind::Impact | DecisionKind::Likelihood => ruling.step.is_none(),
    }
}

fn set(judged: &mut Judged, step: u8, ruling: &Ruling) {
    ruling.takes_effect();
    judged.value = step;
    judged.decided = Some(ruling.pattern.clone());
}

/// The standing of the first risk when all are excluded.
fn all_excluded(risks: &[Risk]) -> Option<Standing> {
    let none_counts = risks.iter().all(|risk| !risk.standing.counts());
    risks
        .first()
        .filter(|_| none_counts)
        .map(|risk| risk.standing.clone())
}

/// The names of a flow's site, thing and information as the user typed them.
fn names(index: &Index<'_>, flow: &Flow, seen: &Seen<'_>) -> Arc<FlowNames> {
    let site = |id| index.site(id).map_or("-", |site| &*site.name);
    let here = site(&flow.site);
    let information = index
        .information(&flow.information)
        .map(|information| &*information.name);
    Arc::new(FlowNames {
        site: match &flow.other_site {
            Some(other) => format!("{here}～{}", site(other)),
            None => here.to_owned(),
        },
        thing: seen.name().unwrap_or(flow.thing.id()).to_owned(),
        information: information.unwrap_or(flow.information.as_str()).to_owned(),
    })
}
