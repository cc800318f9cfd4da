//! An institution under contract with which nothing is agreed (GL 3.2.1).

use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Agreement, Said, Words};

/// Any agreement that stands counts; what has to be agreed one by one has rules of its own.
pub const RULE: Rule = Rule {
    code: "agreement-missing",
    mark: Mark::Must,
    guideline: "GL 3.2.1",
    title: Words::new(
        "医療機関等との合意がない",
        "There is no agreement with an institution",
    ),
    why: Words::new(
        "役割の分担と残るリスクは、明示的に合意して初めて双方の約束になります。",
        "Roles and residual risks become promises only by explicit agreement.",
    ),
    help: Words::new(
        "合意した内容を institutions/＜医療機関等＞/agreements.csv に、state を agreed として書いてください",
        "Write what was agreed into institutions/<institution>/agreements.csv with state agreed",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in parties(subject).filter(|party| party.agreed().next().is_none()) {
        let name = party.name();
        findings.add(
            About::row::<Agreement>(party.scope(), ""),
            Said::new(
                format!("医療機関等「{name}」との明示的な合意がありません"),
                format!("There is no explicit agreement with \"{name}\""),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::AgreementState;

    #[test]
    fn a_proposal_is_no_agreement() {
        let mut case = Case::clean(&RULE);
        case.institution()
            .agreements
            .iter_mut()
            .for_each(|row| row.state = AgreementState::Understood);
        assert_eq!(case.found(), [("error", "agreement", "")]);
        case.institution().agreements.clear();
        assert_eq!(case.found(), [("error", "agreement", "")]);
        case.institution().profile.services.clear();
        assert!(case.found().is_empty());
    }
}
