//! Nothing shows that reducing was considered (GL 5.1.4 (1)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// Reducing comes first; where another way was taken the note says why. Without any option another rule speaks.
pub const RULE: Rule = Rule {
    code: "reduction-not-considered",
    mark: Mark::Must,
    guideline: "GL 5.1.4(1)",
    title: Words::new("低減を検討した跡がない", "Reducing was not considered"),
    why: Words::new(
        "リスク対応では、まず低減できないかを考えます。ほかの道を選ぶなら、低減しない理由が要ります。",
        "Treatment asks first whether the risk can be reduced; taking another way needs a reason.",
    ),
    help: Words::new(
        "低減できるなら options に reduce を加え、できないならその理由を provider_note に書いてください（treatments.csv）",
        "Add reduce to options where it can be reduced, otherwise write the reason into provider_note (treatments.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let chosen = !row.treatment.options.is_empty();
        if chosen
            && !row.chooses(TreatmentOption::Reduce)
            && row.treatment.provider_note.is_none()
            && row.answers_need()
        {
            findings.add(
                row.about("options"),
                Said::new(
                    format!("「{name}」では低減を検討した跡がありません"),
                    format!("\"{name}\" shows no sign that reducing was considered"),
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
    fn a_high_risk_retained_at_once_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("eavesdropping").provider_note = None;
        case.treatment("eavesdropping").options = vec![TreatmentOption::Retain];
        assert_eq!(case.found(), [("error", "treatment", "eavesdropping")]);
        case.treatment("eavesdropping").options.clear();
        assert!(case.found().is_empty());
    }
}
