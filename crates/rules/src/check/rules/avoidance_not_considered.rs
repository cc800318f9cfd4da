//! A risk of the greatest impact and likelihood is not avoided, and nothing says why (GL 5.1.4 (2)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// Any note counts as a sign that it was considered: what it says is for people to judge.
pub const RULE: Rule = Rule {
    code: "avoidance-not-considered",
    mark: Mark::Must,
    guideline: "GL 5.1.4(2)",
    title: Words::new("回避を検討していない", "Avoiding was not considered"),
    why: Words::new(
        "影響度も顕在化率も極めて高いリスクは、そのやり方自体をやめられないかをまず考えます。",
        "Where impact and likelihood are both very high, ask first whether to stop doing it that way.",
    ),
    help: Words::new(
        "やめられるなら options に avoid を加え、やめられないならその理由を provider_note に書いてください（treatments.csv）",
        "Add avoid to options where it can be given up, otherwise write the reason into provider_note (treatments.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let treatment = row.treatment;
        let silent = treatment.options.is_empty() || treatment.provider_note.is_some();
        if silent || row.chooses(TreatmentOption::Avoid) {
            continue;
        }
        let extreme = row
            .risks()
            .find(|risk| (risk.impact.value, risk.likelihood.value) == (5, 5));
        if let Some(risk) = extreme {
            let id = &risk.id;
            findings.add(
                row.about("options"),
                Said::new(format!("リスク「{id}」は影響度も顕在化率も極めて高いのに、「{name}」で回避を検討していません"), format!("Impact and likelihood of risk \"{id}\" are both very high, but \"{name}\" does not consider avoiding it")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_extreme_risk_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("eavesdropping").provider_note = None;
        let extreme = |assessment: &mut Assessment<'_>| {
            for risk in &mut assessment.derived.risks {
                if risk.threat.as_ref().is_some_and(|threat| threat.as_str() == "T2") {
                    (risk.impact.value, risk.likelihood.value, risk.product) = (5, 5, 25);
                }
            }
        };
        assert_eq!(
            case.found_after(extreme),
            [("error", "treatment", "eavesdropping")]
        );
        case.treatment("eavesdropping")
            .options
            .push(TreatmentOption::Avoid);
        assert!(case.found_after(extreme).is_empty());
    }
}
