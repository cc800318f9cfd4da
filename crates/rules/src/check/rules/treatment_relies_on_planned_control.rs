//! A residual risk already counts measures that are only planned (GL 5.1.5 (3)).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::treated::{Footing, treated};
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, Words};

/// A measure in the treatment's own words counts as in effect.
pub const RULE: Rule = Rule {
    code: "treatment-relies-on-planned-control",
    mark: Mark::Must,
    guideline: "GL 5.1.5(3)",
    title: Words::new(
        "計画中の対策を効いたものとして数えている",
        "A planned measure counts as if it worked",
    ),
    why: Words::new(
        "まだ始まっていない対策で残存リスクを低く見積もると、その間は守られていないことに気付けません。",
        "Rating the residual risk lower by what has not begun hides that nothing guards meanwhile.",
    ),
    help: Words::new(
        "実施するまでは残存の影響度・顕在化率を今の値にするか、いま効いている対策を items に加えてください（treatments.csv）",
        "Until it is done rate the residual risk as it is now, or add to items what works already (treatments.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let inherent = row.highest().map(|risk| i64::from(risk.product));
        let lowered = row
            .residual()
            .zip(inherent)
            .is_some_and(|(rest, whole)| rest < whole);
        let footings: Vec<_> = row.footings().collect();
        let resting = row.treatment.provider_note.is_none()
            && footings.iter().all(|(_, footing)| *footing != Footing::InEffect);
        let planned: Vec<&str> = footings
            .iter()
            .filter(|(_, footing)| *footing == Footing::Planned)
            .map(|(item, _)| item.as_str())
            .collect();
        let Said { ja, en } = listed(&planned);
        if lowered && resting && !planned.is_empty() {
            findings.add(
                row.about("residual_likelihood"),
                Said::new(
                    format!("「{name}」の残存リスクは、まだ計画中の対策{ja}を効いたものとして数えています"),
                    format!("The residual risk of \"{name}\" already counts what is only planned: {en}"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{AnswerStatus, ItemRef};

    #[test]
    fn a_residual_risk_on_plans_is_found() {
        let mut case = Case::clean(&RULE);
        let mut answer = case.service().answers[0].clone();
        (answer.item, answer.status) = (ItemRef("3.22.①".into()), AnswerStatus::Planned);
        case.service().answers.push(answer);
        case.treatment("hand-over").provider_note = None;
        assert!(case.found().is_empty());
        case.treatment("hand-over").items = vec![ItemRef("3.22.①".into())];
        assert_eq!(case.found(), [("error", "treatment", "hand-over")]);
    }
}
