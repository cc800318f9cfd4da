//! A service without places or without equipment (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, Said, Site, Words};

/// The first thing to say of a service; rules on details stay silent until it is said.
pub const RULE: Rule = Rule {
    code: "configuration-empty",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new("構成が空である", "The configuration is empty"),
    why: Words::new(
        "何がどこにあり、どうつながっているかが分からなければ、情報の流れもリスクも洗い出せません。",
        "Without knowing what stands where and how it is connected, neither flows nor risks can be found.",
    ),
    help: Words::new(
        "場所（sites.csv）と、そこに置く機器（equipment.csv）から書き始めてください",
        "Begin with the places (sites.csv) and the equipment that stands there (equipment.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if subject.service.sites.is_empty() {
        findings.add(
            About::service::<Site>(subject, ""),
            Said::new(
                "構成が空です。場所と機器を書いてください",
                "The configuration is empty; describe places and equipment",
            ),
        );
    } else if subject.service.equipment.is_empty() {
        findings.add(
            About::service::<Equipment>(subject, ""),
            Said::new(
                "構成に機器がありません。機器を書いてください",
                "The configuration has no equipment; describe it",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_service_without_equipment_or_places_is_told_once() {
        let mut case = Case::clean(&RULE);
        case.service().equipment.clear();
        assert_eq!(case.found(), [("error", "equipment", "")]);
        case.service().sites.clear();
        assert_eq!(case.found(), [("error", "site", "")]);
    }
}
