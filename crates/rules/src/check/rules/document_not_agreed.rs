//! A document that binds both sides is not agreed with an institution under contract (GL 3.2.1).

use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Agreement, AgreementSubject, Said, Words};

/// One finding for each document. An institution with which nothing at all is agreed is told so by agreement-missing; treatments, requests and the contract-end procedure have rules of their own.
pub const RULE: Rule = Rule {
    code: "document-not-agreed",
    mark: Mark::Must,
    guideline: "GL 3.2.1",
    title: Words::new(
        "医療機関等と合意していない文書がある",
        "A document is not agreed with an institution",
    ),
    why: Words::new(
        "SLA、開示書、運用管理規程は、合意して初めて双方の約束になります。契約が始まっていても、合意のない文書は守られる保証がありません。",
        "The SLA, the disclosure and the regulation become promises only by agreement; a contract that runs without it promises nothing.",
    ),
    help: Words::new(
        "医療機関等と合意し、institutions/＜医療機関等＞/agreements.csv に、その文書を subject、agreed を state とした行を書いてください",
        "Agree on it and write a row into institutions/<institution>/agreements.csv with the document as subject and agreed as state",
    ),
    run: Run::Service(run),
};

/// The documents on which both sides rely day by day.
const DOCUMENTS: [AgreementSubject; 3] = [
    AgreementSubject::Sla,
    AgreementSubject::Disclosure,
    AgreementSubject::Regulation,
];

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in parties(subject).filter(|party| party.agreed().next().is_some()) {
        let open = DOCUMENTS
            .into_iter()
            .filter(|document| !party.agreed_on(*document));
        for document in open {
            let (name, Words { ja, en }) = (party.name(), document.words());
            findings.add(
                About::row::<Agreement>(party.scope(), "").field("subject"),
                Said::new(
                    format!("医療機関等「{name}」と、{ja}をまだ合意していません"),
                    format!("{en}: not agreed with \"{name}\" yet"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::AgreementState;

    #[test]
    fn each_document_is_agreed_by_itself() {
        for (document, name) in DOCUMENTS.into_iter().zip(["SLA", "開示書", "運用管理規程"]) {
            let mut case = Case::clean(&RULE);
            let mut rows = case.institution().agreements.iter_mut();
            let row = rows.find(|row| row.subject == document).unwrap();
            row.state = AgreementState::Proposed;
            assert_eq!(case.found(), [("error", "agreement", "")]);
            assert!(case.told().contains(name), "{}", case.told());
            case.institution()
                .agreements
                .retain(|row| row.subject != document);
            assert_eq!(case.found(), [("error", "agreement", "")]);
        }
    }

    #[test]
    fn before_the_contract_and_while_nothing_is_agreed_it_is_silent() {
        let mut case = Case::clean(&RULE);
        case.institution()
            .agreements
            .retain(|row| row.subject == AgreementSubject::Treatments);
        assert_eq!(case.found().len(), 3);
        let tomorrow = case.as_of.tomorrow().ok();
        case.institution().profile.contract_from = tomorrow;
        assert!(case.found().is_empty());
        case.institution().profile.contract_from = None;
        assert_eq!(case.found().len(), 3);
        case.institution().agreements.clear();
        assert!(case.found().is_empty());
    }
}
