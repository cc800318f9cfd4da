//! Measures are named, yet the residual risk is the risk itself (GL 5.1.5 (3)).

use crate::assessment::Assessment;
use crate::check::treated::{countermeasures, treated};
use crate::check::{Findings, Mark, Rule, Run};
use crate::derive::Risk;
use mamori_domain::{Said, TreatmentOption, Words};

/// Held against the highest risk the treatment covers.
pub const RULE: Rule = Rule {
    code: "residual-unchanged-despite-measures",
    mark: Mark::Should,
    guideline: "GL 5.1.5(3)",
    title: Words::new("対策があるのに残存リスクが元のまま", "Measures change nothing"),
    why: Words::new(
        "対策に効き目がないか、評価し直していないかのどちらかです。",
        "Either the measures have no effect, or the rating was not done again.",
    ),
    help: Words::new(
        "対策の効き目を考えて residual_impact と residual_likelihood を評価し直すか、効く対策に替えてください（treatments.csv）",
        "Rate residual_impact and residual_likelihood again with the effect of the measures, or take measures that work (treatments.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let figures = |risk: &Risk| (i64::from(risk.impact.value), i64::from(risk.likelihood.value));
        let top = row.highest().map(|risk| risk.product);
        let rated = row
            .treatment
            .residual_impact
            .zip(row.treatment.residual_likelihood);
        let same = rated.is_some_and(|(impact, likelihood)| {
            let mut highest = row.risks().filter(|risk| Some(risk.product) == top);
            highest.any(|risk| figures(risk) == (impact.0, likelihood.0))
        });
        if row.chooses(TreatmentOption::Reduce) && countermeasures(row.treatment) > 0 && same {
            findings.add(
                row.about("residual_likelihood"),
                Said::new(
                    format!("「{name}」は対策があるのに、残存リスクが元のままです"),
                    format!("\"{name}\" has measures, yet the residual risk is unchanged"),
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
    fn an_unchanged_rating_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").residual_impact = Some(Step(5));
        case.treatment("viewing").residual_likelihood = Some(Step(5));
        let extreme = |assessment: &mut Assessment<'_>| {
            for risk in &mut assessment.derived.risks {
                (risk.impact.value, risk.likelihood.value, risk.product) = (5, 5, 25);
            }
        };
        assert_eq!(case.found_after(extreme), [("warning", "treatment", "viewing")]);
        case.treatment("viewing").residual_likelihood = Some(Step(4));
        assert!(case.found_after(extreme).is_empty());
    }
}
