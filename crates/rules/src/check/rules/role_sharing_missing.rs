//! Nothing says what the institution has to lay down (GL 4.2).

use crate::assessment::Assessment;
use crate::check::told::states_role_sharing;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Request, Said, Words};

/// Silent while the service has neither equipment nor treatments: there is nothing yet to share out.
pub const RULE: Rule = Rule {
    code: "role-sharing-missing",
    mark: Mark::Must,
    guideline: "GL 4.2",
    title: Words::new(
        "医療機関等に定めていただくことがない",
        "What the institution must lay down is not stated",
    ),
    why: Words::new(
        "情報を守る仕事には、事業者だけではできない部分があります。それを医療機関等の規程に定めていただけるよう、言葉にして伝えます。",
        "Part of the protection cannot be done by a provider alone. State in words what the institution has to put into its own rules.",
    ),
    help: Words::new(
        "services/＜サービス＞/requests.csv に、医療機関等へ求める事項を書いてください",
        "Write what is asked of the institution into services/<service>/requests.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let begun = !service.equipment.is_empty() || !service.treatments.is_empty();
    if begun && !states_role_sharing(assessment) {
        findings.add(
            About::service::<Request>(subject, ""),
            Said::new(
                "医療機関等の規程で定めていただくことが書かれていません",
                "What the institution must lay down is not stated",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_request_a_note_or_a_control_item_states_it() {
        let mut case = Case::clean(&RULE);
        case.service().requests.clear();
        assert!(case.found().is_empty());
        case.service()
            .treatments
            .iter_mut()
            .for_each(|row| row.request_note = None);
        assert!(case.found().is_empty());
        let found = case.found_after(|assessment| assessment.answers.clear());
        assert_eq!(found, [("error", "request", "")]);
        case.service().treatments.clear();
        case.service().equipment.clear();
        assert!(
            case.found_after(|assessment| assessment.answers.clear())
                .is_empty()
        );
    }
}
