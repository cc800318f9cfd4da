//! Safety management was never evaluated (GL 4.3).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Evaluation, Said, Words};

/// Any evaluation counts here; its age and its independence have rules of their own.
pub const RULE: Rule = Rule {
    code: "evaluation-missing",
    mark: Mark::Must,
    guideline: "GL 4.3",
    title: Words::new("安全管理の評価がない", "Safety management was never evaluated"),
    why: Words::new(
        "決めた対策が働いているかは、調べてみるまで分かりません。結果は医療機関等が選ぶときの材料になります。",
        "Nobody knows whether the measures work until someone looks. The result helps institutions to choose.",
    ),
    help: Words::new(
        "内部監査部門か第三者による評価を行い、organisation/evaluations.csv に書いてください",
        "Have safety management evaluated by internal audit or a third party and write it into organisation/evaluations.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    if whole.workspace.organisation.evaluations.is_empty() {
        findings.add(
            About::organisation::<Evaluation>(""),
            Said::new(
                "安全管理の評価が行われていません",
                "Safety management has not been evaluated",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_organisation_without_an_evaluation_is_found() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.evaluations.clear();
        assert_eq!(case.found(), [("error", "evaluation", "")]);
    }
}
