//! A residual risk is above what is acceptable and nobody says why it is retained (GL 5.1.5 (3)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, Words};

/// The level is the service's own, or 9 where it sets none.
pub const RULE: Rule = Rule {
    code: "residual-above-acceptance",
    mark: Mark::Must,
    guideline: "GL 5.1.5(3)",
    title: Words::new(
        "残存リスクが許容の水準を超えている",
        "A residual risk is above what is acceptable",
    ),
    why: Words::new(
        "自社で決めた許容の水準を超えて残るなら、対策を足すか、なぜ引き受けるかを示す必要があります。",
        "What remains above your own limit needs more measures, or a reason for taking it on.",
    ),
    help: Words::new(
        "対策を足して残存の評価を改めるか、retained_because・accepted_by・accepted_on に受け入れる理由・人・日付を書いてください（treatments.csv）",
        "Add measures and rate again, or write reason, person and day of acceptance into retained_because, accepted_by and accepted_on (treatments.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        if row.remains_too_high() && row.treatment.retained_because.is_none() {
            findings.add(
                row.about("residual_impact"),
                Said::new(
                    format!("「{name}」の残存リスクが許容できる水準を超えています"),
                    format!("The residual risk of \"{name}\" is above what is acceptable"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{Product, Step};

    #[test]
    fn too_much_left_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").residual_likelihood = Some(Step(2));
        assert_eq!(case.found(), [("error", "treatment", "viewing")]);
        case.service().profile.acceptance = Some(Product(10));
        assert!(case.found().is_empty());
    }
}
