//! What is asked of an institution is not agreed (GL 5.1.6 (1)).

use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::told::states_role_sharing;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Agreement, AgreementSubject, Said, Words};

/// Asked where the service asks anything of institutions.
pub const RULE: Rule = Rule {
    code: "requests-not-agreed",
    mark: Mark::Must,
    guideline: "GL 5.1.6(1)",
    title: Words::new(
        "求める事項が合意されていない",
        "The requests to an institution are not agreed",
    ),
    why: Words::new(
        "医療機関等にお願いすることは、合意して初めて医療機関等の役割になります。",
        "What is asked of an institution becomes its part only when it has agreed.",
    ),
    help: Words::new(
        "institutions/＜医療機関等＞/agreements.csv に、subject を requests とした合意を書いてください",
        "Write the agreement into institutions/<institution>/agreements.csv with subject requests",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if !states_role_sharing(assessment) {
        return;
    }
    // An institution with which nothing at all is agreed is told so by agreement-missing.
    for party in parties(subject).filter(|party| party.agreed().next().is_some()) {
        if party.agreed_on(AgreementSubject::Requests) {
            continue;
        }
        let name = party.name();
        findings.add(
            About::row::<Agreement>(party.scope(), "").field("subject"),
            Said::new(
                format!("医療機関等「{name}」に求める事項が、まだ合意されていません"),
                format!("The requests to \"{name}\" are not agreed yet"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn it_is_agreed_once_anything_is() {
        let mut case = Case::clean(&RULE);
        case.institution()
            .agreements
            .retain(|row| row.subject != AgreementSubject::Requests);
        assert_eq!(case.found(), [("error", "agreement", "")]);
        case.service().requests.clear();
        case.service().treatments.clear();
        assert!(
            case.found_after(|assessment| assessment.answers.clear())
                .is_empty()
        );
        case.institution().agreements.clear();
        assert!(case.found().is_empty());
    }
}
