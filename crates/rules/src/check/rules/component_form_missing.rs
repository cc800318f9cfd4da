//! Equipment without a form of provision (GL 2.2).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, Said, Words};

/// While no form of provision is described at all, layer-form-missing speaks instead.
pub const RULE: Rule = Rule {
    code: "component-form-missing",
    mark: Mark::Must,
    guideline: "GL 2.2",
    title: Words::new(
        "機器の提供形態が分からない",
        "It is not known in which form equipment is provided",
    ),
    why: Words::new(
        "提供形態は構成要素ごとに決まります。同じ層に、自社のものと他社のものが混じることもあります。",
        "The form of provision belongs to the component: one layer may mix your own equipment with that of others.",
    ),
    help: Words::new(
        "機器（equipment.csv）の provisions に、その機器が当たる提供形態のIDを書いてください",
        "Write the ids of the forms of provision into provisions of equipment.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if subject.service.provisions.is_empty() {
        return;
    }
    for equipment in subject
        .service
        .equipment
        .iter()
        .filter(|equipment| equipment.provisions.is_empty())
    {
        findings.add(
            About::service::<Equipment>(subject, &equipment.id).field("provisions"),
            Said::new(
                format!(
                    "「{}」の提供形態（自社・調達・医療機関等の契約）が分かりません",
                    equipment.name
                ),
                format!(
                    "It is not known whether \"{}\" is own, procured or contracted by the institution",
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
    #[test]
    fn equipment_of_unknown_form_is_found_once_forms_are_described() {
        let mut case = Case::clean(&RULE);
        case.service().equipment[0].provisions.clear();
        let id = case.service().equipment[0].id.to_string();
        assert_eq!(case.found(), [("error", "equipment", id.as_str())]);
        case.service().provisions.clear();
        assert!(case.found().is_empty());
    }
}
