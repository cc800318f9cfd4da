//! The residual risk of a treatment is not rated (GL 5.1.5 (3)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, Words};

/// Both figures are needed to hold it against what is accepted.
pub const RULE: Rule = Rule {
    code: "residual-not-rated",
    mark: Mark::Must,
    guideline: "GL 5.1.5(3)",
    title: Words::new("残存リスクが評価されていない", "A residual risk is not rated"),
    why: Words::new(
        "対応のあとに何がどれだけ残るかが分からなければ、受け入れてよいか決められません。",
        "Unless it is known how much remains, nobody can decide whether to accept it.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）の residual_impact と residual_likelihood に 1〜5 を書いてください",
        "Write 1–5 into residual_impact and residual_likelihood of treatments.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        if row.residual().is_none() {
            findings.add(
                row.about("residual_impact"),
                Said::new(
                    format!("「{name}」の残存リスクが評価されていません"),
                    format!("The residual risk of \"{name}\" is not rated"),
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
    fn an_unrated_residual_risk_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").residual_likelihood = None;
        assert_eq!(case.found(), [("error", "treatment", "viewing")]);
    }
}
