//! Control items that need agreement are not agreed with an institution (GL 5.1.6 (1)).

use crate::answers::agreed_with;
use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::ControlItem;
use mamori_domain::{Agreement, AgreementState, AnswerStatus, Said, Words};

/// One finding for each institution under contract: what is missing is a talk, not as many talks as items.
pub const RULE: Rule = Rule {
    code: "control-agreement-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.6(1)",
    title: Words::new(
        "医療機関等との合意の記録がない",
        "Agreement with an institution is missing",
    ),
    why: Words::new(
        "別紙2には、医療機関等と決めて初めて成り立つ対策があります。合意がなければ、互いに相手がすると思い込みます。",
        "Some measures of appendix 2 work only when settled with the institution; without agreement each side expects the other to act.",
    ),
    help: Words::new(
        "リスク対応一覧についてまとめて合意し、institutions/＜医療機関等＞/agreements.csv に subject を treatments、state を agreed として書いてください。項目ごとに合意したときは、subject を control とし item に項目を書きます",
        "Agree on the treatment list and record it in institutions/<institution>/agreements.csv with subject treatments and state agreed; an agreement on single items has subject control and names them in item",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let implemented = |item: &&ControlItem| {
        let answer = assessment.answers.get(&item.id);
        answer.is_some_and(|answer| answer.status == Some(AnswerStatus::Implemented))
    };
    let items: Vec<&ControlItem> = subject
        .catalogue
        .items()
        .iter()
        .filter(|item| item.duties.agree)
        .filter(implemented)
        .collect();
    for party in parties(subject) {
        let unsettled = |item: &&&ControlItem| {
            agreed_with(subject, party.institution, item) != Some(AgreementState::Agreed)
        };
        let open: Vec<&str> = items
            .iter()
            .filter(unsettled)
            .map(|item| item.id.as_str())
            .collect();
        if !open.is_empty() {
            let (Said { ja, en }, name) = (listed(&open), party.name());
            findings.add(
                About::row::<Agreement>(party.scope(), ""),
                Said::new(
                    format!(
                        "対策項目{ja}は医療機関等との合意が要りますが、「{name}」との合意の記録がありません"
                    ),
                    format!("Control items {en} need agreement; none with \"{name}\" is recorded"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{AgreementSubject, ItemRef};

    #[test]
    fn an_institution_that_agreed_to_nothing_is_found_once() {
        let mut case = Case::clean(&RULE);
        let of_control = |row: &mut Agreement| {
            row.subject = AgreementSubject::Control;
            row.item = Some(ItemRef("1.1.①".into()));
        };
        case.institution().agreements.iter_mut().for_each(of_control);
        assert_eq!(case.found(), [("error", "agreement", "")]);
        case.institution().profile.contract_to = Some("2026-01-01".parse().unwrap());
        assert!(case.found().is_empty());
    }
}
