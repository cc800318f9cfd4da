//! It is not recorded who accepted a high residual risk, and when (GL 5.1.5 (3)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// Where the risk is retained as an option, retention-without-decision speaks of it.
pub const RULE: Rule = Rule {
    code: "residual-accepted-without-person",
    mark: Mark::Must,
    guideline: "GL 5.1.5(3)",
    title: Words::new(
        "残存リスクを受け入れた人の記録がない",
        "Nobody is recorded to have accepted the residual risk",
    ),
    why: Words::new(
        "許容の水準を超えるリスクを引き受けるのは、責任のある人の判断です。",
        "Taking on more than is acceptable is for a responsible person to decide.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）の accepted_by と accepted_on を埋めてください",
        "Fill in accepted_by and accepted_on in treatments.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let treatment = row.treatment;
        let signed = treatment.accepted_by.is_some() && treatment.accepted_on.is_some();
        let open = treatment.retained_because.is_some() && !signed;
        if open && row.remains_too_high() && !row.chooses(TreatmentOption::Retain) {
            findings.add(
                row.about("accepted_by"),
                Said::new(
                    format!("「{name}」の残存リスクを、誰がいつ受け入れたか分かりません"),
                    format!("Who accepted the residual risk of \"{name}\", and when, is not recorded"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Step;

    #[test]
    fn an_acceptance_by_nobody_is_found() {
        let mut case = Case::clean(&RULE);
        let row = case.treatment("viewing");
        row.residual_likelihood = Some(Step(3));
        row.retained_because = row.residual.clone();
        row.accepted_on = None;
        assert_eq!(case.found(), [("error", "treatment", "viewing")]);
        case.treatment("viewing").options.push(TreatmentOption::Retain);
        assert!(case.found().is_empty());
    }
}
