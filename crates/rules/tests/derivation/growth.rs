//! Deriving twice gives the same; a new device adds what follows from it and changes nothing else;
//! a large service is derived in linear time.

use super::{derived, guideline_example, service};
use mamori_domain::{Connection, Equipment, Id, Workspace, build};
use std::collections::BTreeSet;

#[test]
fn deriving_twice_is_the_same() {
    let workspace = guideline_example();
    assert_eq!(derived(&workspace), derived(&workspace));
}

#[test]
fn the_order_of_lists_does_not_matter_to_the_ids() {
    let workspace = guideline_example();
    let mut turned = workspace.clone();
    let lists = service(&mut turned);
    lists.equipment.reverse();
    lists.connections.reverse();
    lists.information.reverse();
    lists.people.reverse();
    let ids = |workspace: &Workspace| -> Vec<String> {
        derived(workspace)
            .risks
            .iter()
            .map(|risk| risk.id.to_string())
            .collect()
    };
    assert_eq!(ids(&workspace), ids(&turned));
}

/// Whether the ids of all flows and all risks differ.
fn all_differ(workspace: &Workspace) -> bool {
    let derived = derived(workspace);
    let flows: BTreeSet<&str> = derived.flows.iter().map(|flow| &*flow.id).collect();
    let risks: BTreeSet<&str> = derived.risks.iter().map(|risk| &*risk.id).collect();
    flows.len() == derived.flows.len() && risks.len() == derived.risks.len()
}

#[test]
fn ids_are_unique_because_no_two_things_bear_one_id() {
    let mut workspace = guideline_example();
    assert!(all_differ(&workspace));
    // A line that bears a device's id and ends with it: derivation could not tell them apart.
    let line = service(&mut workspace)
        .connections
        .iter_mut()
        .find(|line| line.id.as_str() == "dc-lan");
    line.expect("the line").id = Id::parse("dc-switch").expect("an id");
    assert!(!all_differ(&workspace));
    let problems = build::read(&build::write(&workspace)).expect_err("the builder refuses it");
    assert!(
        problems.len() == 1
            && problems[0]
                .what
                .ja
                .contains("接続のID「dc-switch」は、機器のIDでもあります"),
        "{problems:?}"
    );
}

fn copy_of(equipment: &Equipment, id: &str) -> Equipment {
    Equipment {
        id: Id::parse(id).expect("an id"),
        ..equipment.clone()
    }
}

#[test]
fn a_new_device_adds_only_what_follows_from_it() {
    let workspace = guideline_example();
    let before = derived(&workspace);
    for place in 0..workspace.services[0].1.equipment.len() {
        let mut grown = workspace.clone();
        let lists = service(&mut grown);
        let new = copy_of(&lists.equipment[place], "brand-new");
        for person in lists
            .people
            .iter_mut()
            .filter(|person| person.uses.contains(&lists.equipment[place].id))
        {
            person.uses.push(new.id.clone());
        }
        lists.equipment.push(new);
        let after = derived(&grown);
        let old: BTreeSet<&str> = before.risks.iter().map(|risk| &*risk.id).collect();
        let all: BTreeSet<&str> = after.risks.iter().map(|risk| &*risk.id).collect();
        assert!(old.is_subset(&all));
        assert!(
            all.difference(&old).all(|id| id.contains("/brand-new/")),
            "{place}"
        );
        assert!(all.len() > old.len(), "{place} adds nothing");
        let same = before.risks.iter().all(|risk| {
            let new = after.risks.binary_search_by(|one| one.id.cmp(&risk.id)).ok();
            let new = new.or_else(|| after.risks.iter().position(|one| one.id == risk.id));
            new.is_some_and(|new| {
                after.risks[new].product == risk.product && after.risks[new].items == risk.items
            })
        });
        assert!(same, "{place} changes a risk it has no part in");
    }
}

/// The example with each of its clinic's devices many times over, three lines to each.
pub(crate) fn large(devices: usize) -> Workspace {
    let mut workspace = guideline_example();
    let lists = service(&mut workspace);
    let kinds: Vec<Equipment> = lists.equipment.clone();
    let lines: Vec<Connection> = lists.connections.clone();
    for place in 0..devices {
        let device = copy_of(&kinds[place % kinds.len()], &format!("device-{place}"));
        for person in lists
            .people
            .iter_mut()
            .filter(|person| person.uses.contains(&kinds[place % kinds.len()].id))
        {
            person.uses.push(device.id.clone());
        }
        for number in 0..3 {
            let mut line = lines[(place + number) % lines.len()].clone();
            line.id = Id::parse(&format!("line-{place}-{number}")).expect("an id");
            line.to = vec![line.from];
            line.from = device.id.clone();
            lists.connections.push(line);
        }
        lists.equipment.push(device);
    }
    workspace
}

#[test]
fn a_large_service_is_derived_whole() {
    let derived = derived(&large(1_000));
    assert!(derived.flows.len() > 5_000, "{} flows", derived.flows.len());
    assert_eq!(derived.grid.len(), derived.flows.len() * 10);
    assert!(derived.risks.len() > 20_000, "{} risks", derived.risks.len());
}
