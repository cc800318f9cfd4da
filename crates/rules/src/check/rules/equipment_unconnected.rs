//! Equipment in no connection (GL 5.2.1(1)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Equipment, Said, Words};
use std::collections::BTreeSet;

/// When no connection is described at all, that is told once.
pub const RULE: Rule = Rule {
    code: "equipment-unconnected",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new(
        "どこにもつながっていない機器がある",
        "Equipment is connected to nothing",
    ),
    why: Words::new(
        "つながりは、情報の通り道であり攻撃の入口でもあります。書き漏れた回線のリスクは見つかりません。",
        "A connection is where information passes and where an attack comes in. The risks of a line left out are never found.",
    ),
    help: Words::new(
        "回線を接続（connections.csv）に書くか、単独で使う機器なら equipment.csv の outside_flows にその旨を書いてください",
        "Describe the line in connections.csv, or say in outside_flows of equipment.csv that the device stands alone",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let ends: BTreeSet<_> = service
        .connections
        .iter()
        .flat_map(|row| std::iter::once(&row.from).chain(&row.to))
        .collect();
    let alone = |equipment: &&Equipment| !ends.contains(&equipment.id) && equipment.outside_flows.is_none();
    if service.connections.is_empty() && service.equipment.iter().filter(alone).nth(1).is_some() {
        findings.add(
            About::service::<Connection>(subject, ""),
            Said::new(
                "接続が一つも書かれておらず、どの機器もつながっていません",
                "No connection is described, so no device is connected",
            ),
        );
        return;
    }
    for equipment in service.equipment.iter().filter(alone) {
        findings.add(
            About::service::<Equipment>(subject, &equipment.id),
            Said::new(
                format!(
                    "機器「{}」がどこにもつながっていません。単独で使うならその旨を書いてください",
                    equipment.name
                ),
                format!(
                    "\"{}\" is connected to nothing; say so if it stands alone",
                    equipment.name
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Text};

    #[test]
    fn equipment_at_no_end_of_a_connection_is_found_unless_it_stands_alone() {
        let mut case = Case::clean(&RULE);
        let id = case.service().equipment[0].id.clone();
        for connection in &mut case.service().connections {
            connection.to.retain(|end| *end != id);
            assert!(connection.from != id);
        }
        assert_eq!(case.found(), [("error", "equipment", id.as_str())]);
        case.service().equipment[0].outside_flows = Some(Text::read("単独で使う").unwrap());
        assert!(case.found().is_empty());
    }

    #[test]
    fn a_service_without_connections_is_told_once() {
        let mut case = Case::clean(&RULE);
        case.service().connections.clear();
        assert_eq!(case.found(), [("error", "connection", "")]);
    }
}
