//! What of a configuration appears in the information flows of a service (GL 5.2.1 (1)).

use crate::assessment::Assessment;
use crate::derive::Thing;
use mamori_domain::{Connection, Equipment, Id, Medium, Person, Supplier, Transport, Verb};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that appears in a flow that counts.
pub(super) struct Coverage<'a> {
    equipment: BTreeSet<&'a Id<Equipment>>,
    media: BTreeSet<&'a Id<Medium>>,
    connections: BTreeSet<&'a Id<Connection>>,
    transports: BTreeSet<&'a Id<Transport>>,
    people: BTreeSet<&'a Id<Person>>,
    carriers: BTreeSet<&'a Id<Supplier>>,
}

impl<'a> Coverage<'a> {
    /// What the flows of a service cover; nothing when it has no flow at all, because then the flows
    /// are missing and not the things in them.
    pub(super) fn of(assessment: &'a Assessment<'_>) -> Option<Self> {
        let mut covered = Coverage {
            equipment: BTreeSet::new(),
            media: BTreeSet::new(),
            connections: BTreeSet::new(),
            transports: BTreeSet::new(),
            people: BTreeSet::new(),
            carriers: BTreeSet::new(),
        };
        let service = assessment.subject.service;
        let transported: BTreeMap<_, _> = service
            .transports
            .iter()
            .map(|row| (&row.id, &row.medium))
            .collect();
        let mut any = false;
        for flow in assessment
            .derived
            .flows
            .iter()
            .filter(|flow| flow.standing.counts())
        {
            any = true;
            covered.people.extend(&flow.who);
            covered.carriers.extend(&flow.carrier);
            match &flow.thing {
                Thing::Equipment(id) => drop(covered.equipment.insert(id)),
                Thing::Medium(id) => drop(covered.media.insert(id)),
                // What becomes of a line's settings at the end says nothing of what passes it.
                Thing::Connection(_) if matches!(flow.verb, Verb::Dispose | Verb::HandOver) => {}
                Thing::Connection(id) => drop(covered.connections.insert(id)),
                Thing::Transport(id) => {
                    covered.transports.insert(id);
                    covered.media.extend(transported.get(id));
                }
            }
        }
        any.then_some(covered)
    }

    /// Whether equipment appears in a flow.
    pub(super) fn equipment(&self, id: &Id<Equipment>) -> bool {
        self.equipment.contains(id)
    }

    /// Whether a medium appears in a flow, kept or carried.
    pub(super) fn medium(&self, id: &Id<Medium>) -> bool {
        self.media.contains(id)
    }

    /// Whether a connection appears in a flow besides those of its settings at the contract's end.
    pub(super) fn connection(&self, id: &Id<Connection>) -> bool {
        self.connections.contains(id)
    }

    /// Whether a transport appears in a flow.
    pub(super) fn transport(&self, id: &Id<Transport>) -> bool {
        self.transports.contains(id)
    }

    /// Whether a person appears in a flow: by name, or as one of a company that carries it.
    pub(super) fn person(&self, person: &Person) -> bool {
        self.people.contains(&person.id)
            || person
                .supplier
                .as_ref()
                .is_some_and(|company| self.carrier(company))
    }

    /// Whether a company carries a flow.
    pub(super) fn carrier(&self, id: &Id<Supplier>) -> bool {
        self.carriers.contains(id)
    }
}
