//! The continuity plan has no answer for one of the three scenarios (GL 5.1.5 (1)⑥).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::build::Kind;
use mamori_domain::{ContinuityPlan, Said, Words};

/// A stop by disaster, many casualties while all runs, and gaps in the records after recovery.
pub const RULE: Rule = Rule {
    code: "continuity-scenario-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(イ)⑥",
    title: Words::new(
        "事業継続計画に備えのない場面がある",
        "The continuity plan leaves out a scenario",
    ),
    why: Words::new(
        "システムが止まる、動いていても患者が殺到する、戻したら記録が欠けている。どれも起こり得て、備えはそれぞれ違います。",
        "The system stops, patients throng while it runs, records are missing after recovery: each can happen and needs its own preparation.",
    ),
    help: Words::new(
        "その場面でどう診療を支えるかを計画に加え、continuity.toml の scenario_ で始まる欄に書いてください",
        "Add to the plan how care is supported then, and write it into the scenario_ fields of continuity.toml",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let plan = &whole.workspace.organisation.continuity;
    // A plan that does not exist lacks nothing yet: continuity-plan-missing speaks.
    if plan.title.is_none() {
        return;
    }
    let contents = [
        ("scenario_disaster_stop", plan.scenario_disaster_stop.is_some()),
        (
            "scenario_mass_casualties",
            plan.scenario_mass_casualties.is_some(),
        ),
        ("scenario_lost_records", plan.scenario_lost_records.is_some()),
    ];
    for (name, _) in contents.iter().filter(|(_, there)| !there) {
        let fields = ContinuityPlan::DESCRIPTION.fields.iter();
        for field in fields.filter(|field| field.name == *name) {
            let label = field.label;
            findings.add(
                About::organisation::<ContinuityPlan>("").field(field.name),
                Said::new(
                    format!("事業継続計画に「{}」への備えがありません", label.ja),
                    format!("The continuity plan has no answer for \"{}\"", label.en),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_scenario_without_answer_is_found() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.continuity.scenario_mass_casualties = None;
        assert_eq!(case.found(), [("error", "continuity", "")]);
        assert!(case.told().contains("多数の傷病者"));
        case.workspace.organisation.continuity.title = None;
        assert!(case.found().is_empty());
    }
}
