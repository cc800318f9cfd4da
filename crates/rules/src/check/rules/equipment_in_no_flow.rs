//! Equipment in no flow (GL 5.2.1(1)).

use crate::assessment::Assessment;
use crate::check::coverage::Coverage;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, Said, Words};

/// While the service has no flow at all, phase-without-flow speaks instead.
pub const RULE: Rule = Rule {
    code: "equipment-in-no-flow",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new("情報流に現れない機器がある", "Equipment appears in no flow"),
    why: Words::new(
        "情報の流れに現れないものは、リスクの分析から漏れます。",
        "What appears in no flow falls out of the risk analysis.",
    ),
    help: Words::new(
        "機器（equipment.csv）の handles・stores に情報を書くか、情報流（flows.csv）を足すか、使わない理由を outside_flows に書いてください",
        "Write the information into handles or stores of equipment.csv, add a flow to flows.csv, or give the reason in outside_flows",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let Some(coverage) = Coverage::of(assessment) else {
        return;
    };
    for row in subject
        .service
        .equipment
        .iter()
        .filter(|row| !coverage.equipment(&row.id) && row.outside_flows.is_none())
    {
        findings.add(
            About::service::<Equipment>(subject, &row.id),
            Said::new(
                format!(
                    "機器「{}」を使う情報流がありません。使わない理由か情報流を書いてください",
                    row.name
                ),
                format!("No flow uses \"{}\"; add a flow or the reason", row.name),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Id, Text};

    #[test]
    fn equipment_without_information_is_in_no_flow() {
        let mut case = Case::clean(&RULE);
        let mut spare = case.service().equipment[0].clone();
        spare.id = Id::parse("spare").unwrap();
        spare.handles.clear();
        spare.stores.clear();
        case.service().equipment.push(spare);
        assert_eq!(case.found(), [("error", "equipment", "spare")]);
        case.service().equipment.last_mut().unwrap().outside_flows = Some(Text::read("予備機").unwrap());
        assert!(case.found().is_empty());
    }
}
