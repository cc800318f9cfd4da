//! A stated risk that matches no flow (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::Origin;
use mamori_domain::{Said, StatedRisk, Words};

/// While the service has no flow at all, phase-without-flow speaks instead.
pub const RULE: Rule = Rule {
    code: "risk-without-flow",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new(
        "どの情報流のものか分からないリスクがある",
        "A risk belongs to no flow",
    ),
    why: Words::new(
        "リスクは情報の流れごとに特定します。流れと結び付かないリスクは、影響も対応先も決められません。",
        "Risks are found flow by flow. Of one that belongs to none, neither effect nor place of treatment can be settled.",
    ),
    help: Words::new(
        "リスク（risks.csv）の flow に、いまある情報流のIDか、* で終わるまとまりを書いてください",
        "Write the id of a flow that exists, or a group ending in *, into flow of risks.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if assessment.derived.flows.is_empty() {
        return;
    }
    for risk in assessment
        .derived
        .risks
        .iter()
        .filter(|risk| risk.origin == Origin::Stated && risk.flow.is_none())
    {
        findings.add(
            About::service::<StatedRisk>(subject, &risk.id).field("flow"),
            Said::new(
                format!("リスク「{}」が、どの情報流のものか分かりません", risk.id),
                format!("Risk \"{}\" belongs to no flow", risk.id),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Id, Pattern, Step, Text};

    #[test]
    fn a_stated_risk_on_no_flow_is_found() {
        let mut case = Case::clean(&RULE);
        let risk = |id: &str, pattern: &str| StatedRisk {
            id: Id::parse(id).unwrap(),
            flow: Pattern::new(pattern),
            threat: None,
            other_threat: Some(Text::read("その他").unwrap()),
            scenario: Text::read("起きること").unwrap(),
            impact: Step(3),
            likelihood: Step(3),
            reason: None,
        };
        case.service().risks.extend([
            risk("somewhere", "operation/*"),
            risk("nowhere", "no-such-phase/*"),
        ]);
        assert_eq!(case.found(), [("error", "risk", "nowhere")]);
    }
}
