//! Which scenarios fit a flow, threat by threat; worked out once for every sort of flow.

use super::index::{Seen, yes};
use super::{Flow, Thing};
use mamori_catalogue::{Catalogue, FlowCodes, Scenario};
use mamori_domain::{Layer, Phase, Verb};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// What the tables look at in a flow. Flows alike in it have the same cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sort {
    phase: Phase,
    layer: Layer,
    verb: Verb,
    /// Codes of the thing: its own kind, the family it belongs to, and `portable` where it is.
    thing: [&'static str; 3],
}

impl Sort {
    /// The sort of a flow.
    pub(super) fn of(flow: &Flow, seen: &Seen<'_>) -> Sort {
        let thing = match &flow.thing {
            Thing::Equipment(_) => seen.equipment.map_or(["equipment", "", ""], |equipment| {
                let portable = if yes(equipment.portable) { "portable" } else { "" };
                [equipment.kind.code(), "equipment", portable]
            }),
            Thing::Medium(_) => ["medium", "", ""],
            Thing::Connection(_) => seen.connection.map_or(["connection", "", ""], |one| {
                [one.medium.code(), "connection", ""]
            }),
            Thing::Transport(_) => ["transport", "", ""],
        };
        Sort {
            phase: flow.phase,
            layer: flow.layer,
            verb: flow.verb,
            thing,
        }
    }

    /// Whether a row of the tables is about flows of this sort.
    pub(super) fn fits(&self, codes: &FlowCodes) -> bool {
        codes.layers.covers(self.layer.code())
            && codes.phases.covers(self.phase.code())
            && codes.verbs.covers(self.verb.code())
            && self.thing.iter().any(|code| codes.things.covers(code))
    }
}

/// What the grid says of one threat.
#[derive(Debug)]
pub(super) enum Cell {
    /// The places of the scenarios that fit, in the order of the table.
    Applies(Vec<usize>),
    /// The reason why the threat is not held against the flow.
    Not(Arc<str>),
}

/// The cells of every sort of flow met so far, in the order of the catalogue's threats.
pub(super) struct Cells<'a> {
    catalogue: &'a Catalogue,
    known: BTreeMap<Sort, Rc<[Cell]>>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(catalogue: &'a Catalogue) -> Self {
        Cells {
            catalogue,
            known: BTreeMap::new(),
        }
    }

    /// The cells of flows of a sort.
    pub(super) fn of(&mut self, sort: Sort) -> Rc<[Cell]> {
        let catalogue = self.catalogue;
        self.known
            .entry(sort)
            .or_insert_with(|| cells(catalogue, &sort))
            .clone()
    }
}

fn cells(catalogue: &Catalogue, sort: &Sort) -> Rc<[Cell]> {
    let tables = catalogue.derivation();
    let cell = |threat: &mamori_catalogue::Threat| {
        let fits =
            |(_, scenario): &(usize, &Scenario)| scenario.threat == threat.id && sort.fits(&scenario.flows);
        let places: Vec<usize> = tables
            .scenarios
            .iter()
            .enumerate()
            .filter(fits)
            .map(|(place, _)| place)
            .collect();
        if !places.is_empty() {
            return Cell::Applies(places);
        }
        let mut reasons = tables.reasons.iter();
        let reason =
            reasons.find(|reason| reason.threats.covers(threat.id.as_str()) && sort.fits(&reason.flows));
        // The tests hold that an edition has a reason for every cell; one without tables has none.
        Cell::Not(reason.map_or_else(|| "".into(), |reason| reason.id.clone()))
    };
    catalogue.threats().iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_catalogue::Codes;
    use mamori_domain::{ConnectionMedium, EquipmentKind};
    use std::collections::BTreeSet;

    fn things() -> Vec<[&'static str; 3]> {
        let mut things = vec![
            ["medium", "", ""],
            ["transport", "", ""],
            ["equipment", "", ""],
            ["connection", "", ""],
        ];
        things.extend(
            ConnectionMedium::ALL
                .iter()
                .map(|medium| [medium.code(), "connection", ""]),
        );
        for kind in EquipmentKind::ALL {
            things.extend([
                [kind.code(), "equipment", ""],
                [kind.code(), "equipment", "portable"],
            ]);
        }
        things
    }

    fn sorts() -> Vec<Sort> {
        let mut sorts = Vec::new();
        for (phase, layer) in Phase::ALL
            .iter()
            .flat_map(|phase| Layer::ALL.iter().map(move |layer| (phase, layer)))
        {
            for (verb, thing) in Verb::ALL
                .iter()
                .flat_map(|verb| things().into_iter().map(move |thing| (verb, thing)))
            {
                sorts.push(Sort {
                    phase: *phase,
                    layer: *layer,
                    verb: *verb,
                    thing,
                });
            }
        }
        sorts
    }

    #[test]
    fn every_cell_applies_or_has_a_reason() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        for sort in sorts() {
            for (cell, threat) in cells(&catalogue, &sort).iter().zip(catalogue.threats()) {
                match cell {
                    Cell::Applies(places) => assert!(!places.is_empty()),
                    Cell::Not(reason) => assert!(!reason.is_empty(), "{sort:?} {}", threat.id),
                }
            }
        }
    }

    #[test]
    fn every_row_of_the_tables_is_reached() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        let tables = catalogue.derivation();
        let (mut scenarios, mut reasons) = (BTreeSet::new(), BTreeSet::new());
        for sort in sorts() {
            for cell in cells(&catalogue, &sort).iter() {
                match cell {
                    Cell::Applies(places) => scenarios.extend(places.iter().copied()),
                    Cell::Not(reason) => drop(reasons.insert(reason.clone())),
                }
            }
        }
        let idle = tables
            .scenarios
            .iter()
            .enumerate()
            .filter(|(place, _)| !scenarios.contains(place));
        assert_eq!(
            idle.map(|(_, row)| &row.id).collect::<Vec<_>>(),
            Vec::<&Arc<str>>::new()
        );
        let idle = tables.reasons.iter().filter(|row| !reasons.contains(&row.id));
        assert_eq!(
            idle.map(|row| &row.id).collect::<Vec<_>>(),
            Vec::<&Arc<str>>::new()
        );
    }

    /// Codes in a row that the model does not have.
    fn unknown(codes: &FlowCodes) -> Vec<&str> {
        let things: BTreeSet<&str> = things()
            .into_iter()
            .flatten()
            .filter(|code| !code.is_empty())
            .collect();
        let other = |codes: &'_ Codes, known: &dyn Fn(&str) -> bool| -> Vec<String> {
            codes
                .named()
                .iter()
                .filter(|code| !known(code))
                .cloned()
                .collect()
        };
        let all = [
            other(&codes.layers, &|code| {
                Layer::ALL.iter().any(|one| one.code() == code)
            }),
            other(&codes.phases, &|code| {
                Phase::ALL.iter().any(|one| one.code() == code)
            }),
            other(&codes.verbs, &|code| {
                Verb::ALL.iter().any(|one| one.code() == code)
            }),
            other(&codes.things, &|code| things.contains(code)),
        ];
        all.concat().into_iter().map(|code| &*code.leak()).collect()
    }

    #[test]
    fn the_tables_use_codes_of_the_model() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        let tables = catalogue.derivation();
        for scenario in &tables.scenarios {
            assert!(
                unknown(&scenario.flows).is_empty(),
                "{}: {:?}",
                scenario.id,
                unknown(&scenario.flows)
            );
        }
        for reason in &tables.reasons {
            assert!(
                unknown(&reason.flows).is_empty(),
                "{}: {:?}",
                reason.id,
                unknown(&reason.flows)
            );
        }
        let faulty = FlowCodes {
            layers: Codes::Any,
            phases: Codes::Of(vec!["operation".to_owned(), "running".to_owned()]),
            verbs: Codes::Any,
            things: Codes::Of(vec!["laptop".to_owned()]),
        };
        assert_eq!(unknown(&faulty), ["running", "laptop"]);
    }
}
