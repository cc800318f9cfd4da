//! There is no continuity plan (GL 5.1.5 (1)⑥).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ContinuityPlan, Said, Words};

/// A plan that nobody approved is a draft.
pub const RULE: Rule = Rule {
    code: "continuity-plan-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(イ)⑥",
    title: Words::new("事業継続計画がない", "There is no continuity plan"),
    why: Words::new(
        "診療は災害のときこそ止められません。どう続け、どう戻すかを前もって決めておきます。",
        "Care must not stop in a disaster of all times; how it goes on and how normal work returns is settled beforehand.",
    ),
    help: Words::new(
        "事業継続計画を定めて承認を受け、continuity.toml の title と approved に書いてください",
        "Draw up a plan, have it approved, and write title and approved into continuity.toml",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let plan = &whole.workspace.organisation.continuity;
    let (field, ja, en) = match (&plan.title, plan.approved) {
        (Some(_), Some(_)) => return,
        (None, _) => ("title", "事業継続計画がありません", "There is no continuity plan"),
        (Some(_), None) => (
            "approved",
            "事業継続計画が承認されていません",
            "The continuity plan has not been approved",
        ),
    };
    findings.add(
        About::organisation::<ContinuityPlan>("").field(field),
        Said::new(ja, en),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_plan_without_title_or_approval_is_found() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.continuity.approved = None;
        assert_eq!(case.found(), [("error", "continuity", "")]);
        assert!(case.told().contains("承認"));
        case.workspace.organisation.continuity.title = None;
        assert_eq!(case.found(), [("error", "continuity", "")]);
        assert!(!case.told().contains("承認"));
    }
}
