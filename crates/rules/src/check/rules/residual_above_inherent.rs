//! A residual risk is greater than the risk itself (GL 5.1.5 (3)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, Words};

/// Held against the highest risk the treatment covers.
pub const RULE: Rule = Rule {
    code: "residual-above-inherent",
    mark: Mark::Must,
    guideline: "GL 5.1.5(3)",
    title: Words::new(
        "残存リスクが元のリスクより大きい",
        "A residual risk is greater than the risk",
    ),
    why: Words::new(
        "対応をしたあとのほうが危険なら、対応が新しい危険を生んでいるか、値の書き間違いです。",
        "If things are worse after treatment, the treatment creates a danger of its own or a figure is mistyped.",
    ),
    help: Words::new(
        "residual_impact と residual_likelihood（treatments.csv）を見直してください。対応が生む危険は risks.csv に書きます",
        "Check residual_impact and residual_likelihood (treatments.csv); a danger the treatment creates goes into risks.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let inherent = row.highest().map(|risk| i64::from(risk.product));
        if row
            .residual()
            .zip(inherent)
            .is_some_and(|(rest, whole)| rest > whole)
        {
            findings.add(
                row.about("residual_impact"),
                Said::new(
                    format!("「{name}」の残存リスクが元のリスクより大きくなっています"),
                    format!("The residual risk of \"{name}\" is greater than the risk itself"),
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
    fn more_left_than_there_was_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").residual_impact = Some(Step(5));
        case.treatment("viewing").residual_likelihood = Some(Step(5));
        let small = |assessment: &mut Assessment<'_>| {
            assessment
                .derived
                .risks
                .iter_mut()
                .for_each(|risk| risk.product = 24);
        };
        assert_eq!(case.found_after(small), [("error", "treatment", "viewing")]);
        case.treatment("viewing").residual_likelihood = Some(Step(4));
        assert!(case.found_after(small).is_empty());
    }
}
