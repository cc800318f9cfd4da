//! The continuity plan lacks one of the ten contents (GL 別紙2 1.10②).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::build::Kind;
use mamori_domain::{ContinuityPlan, Said, Words};

/// From preparation to telling the authorities; the analysis of impact comes before the plan.
pub const RULE: Rule = Rule {
    code: "continuity-content-missing",
    mark: Mark::Should,
    guideline: "GL 別紙2 1.10",
    title: Words::new(
        "事業継続計画に欠けた事項がある",
        "The continuity plan lacks something it has to hold",
    ),
    why: Words::new(
        "誰が非常時と決め、どう集まり、いつ元に戻すか。一つでも抜けると、その場で迷って復旧が遅れます。",
        "Who declares an emergency, how people gather, when to return: whatever is left out costs time when it happens.",
    ),
    help: Words::new(
        "その事項を計画に加え、continuity.toml の同じ名前の欄に要点を書いてください",
        "Add it to the plan and write its gist into the field of that name in continuity.toml",
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
        ("preparation", plan.preparation.is_some()),
        ("emergency_judgement", plan.emergency_judgement.is_some()),
        ("gathering", plan.gathering.is_some()),
        ("reduced_operation", plan.reduced_operation.is_some()),
        ("switching", plan.switching.is_some()),
        ("substitute_running", plan.substitute_running.is_some()),
        ("spread_judgement", plan.spread_judgement.is_some()),
        ("return_judgement", plan.return_judgement.is_some()),
        ("inspection", plan.inspection.is_some()),
        ("authorities", plan.authorities.is_some()),
    ];
    for (name, _) in contents.iter().filter(|(_, there)| !there) {
        let fields = ContinuityPlan::DESCRIPTION.fields.iter();
        for field in fields.filter(|field| field.name == *name) {
            let label = field.label;
            findings.add(
                About::organisation::<ContinuityPlan>("").field(field.name),
                Said::new(
                    format!("事業継続計画に「{}」がありません", label.ja),
                    format!("The continuity plan lacks \"{}\"", label.en),
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
    fn a_missing_content_is_found() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.continuity.authorities = None;
        case.workspace.organisation.continuity.gathering = None;
        assert_eq!(case.found(), [("warning", "continuity", ""); 2]);
        assert!(case.told().contains("官庁") && case.told().contains("召集"));
        case.workspace.organisation.continuity.title = None;
        assert!(case.found().is_empty());
    }
}
