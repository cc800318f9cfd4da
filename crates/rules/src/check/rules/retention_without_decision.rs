//! It is not recorded who retained a risk, when and why (GL 5.1.4 (4)).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// Retaining is a decision of the management, not of whoever fills in the list.
pub const RULE: Rule = Rule {
    code: "retention-without-decision",
    mark: Mark::Must,
    guideline: "GL 5.1.4(4)",
    title: Words::new(
        "保有を決めた記録がない",
        "Nobody is recorded to have retained the risk",
    ),
    why: Words::new(
        "保有は、残る危険を承知で引き受ける経営の判断です。誰がいつ、なぜ決めたかを残します。",
        "Retaining means taking on what remains knowingly. Who decided it, when and why is kept.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）の retained_because・accepted_by・accepted_on を埋めてください",
        "Fill in retained_because, accepted_by and accepted_on in treatments.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let treatment = row.treatment;
        let parts = [
            ("retained_because", treatment.retained_because.is_some()),
            ("accepted_by", treatment.accepted_by.is_some()),
            ("accepted_on", treatment.accepted_on.is_some()),
        ];
        let missing = parts
            .into_iter()
            .find(|(_, there)| !there)
            .map(|(field, _)| field);
        if let Some(field) = missing.filter(|_| row.chooses(TreatmentOption::Retain)) {
            findings.add(
                row.about(field),
                Said::new(
                    format!("「{name}」の保有を、誰がいつ、なぜ決めたか分かりません"),
                    format!("Who retained \"{name}\", when and why is not recorded"),
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
    fn a_retention_nobody_decided_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("flaws").accepted_by = None;
        assert_eq!(case.found(), [("error", "treatment", "flaws")]);
        case.treatment("viewing").accepted_by = None;
        assert_eq!(case.found(), [("error", "treatment", "flaws")]);
    }
}
