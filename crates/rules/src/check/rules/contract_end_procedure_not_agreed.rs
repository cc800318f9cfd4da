//! The procedure at contract end is not agreed with an institution (GL 3.2.2).

use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Agreement, AgreementSubject, Said, Words};

/// Agreed before it is needed: at the end of a contract the interests of both sides part.
pub const RULE: Rule = Rule {
    code: "contract-end-procedure-not-agreed",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new(
        "契約終了時の手順が合意されていない",
        "The procedure at contract end is not agreed",
    ),
    why: Words::new(
        "契約が終わるときになってからでは、返却の形式や費用で揉めがちです。",
        "At the end of a contract formats and costs of the return are easily disputed.",
    ),
    help: Words::new(
        "institutions/＜医療機関等＞/agreements.csv に、subject を contract_end とした合意を書いてください",
        "Write the agreement into institutions/<institution>/agreements.csv with subject contract_end",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    // An institution with which nothing at all is agreed is told so by agreement-missing.
    for party in parties(subject).filter(|party| party.agreed().next().is_some()) {
        if party.agreed_on(AgreementSubject::ContractEnd) {
            continue;
        }
        let name = party.name();
        findings.add(
            About::row::<Agreement>(party.scope(), "").field("subject"),
            Said::new(
                format!("医療機関等「{name}」と、契約終了時の返却・移管・破棄の手順が合意されていません"),
                format!("Return, hand-over and disposal at contract end are not agreed with \"{name}\""),
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
            .retain(|row| row.subject != AgreementSubject::ContractEnd);
        assert_eq!(case.found(), [("error", "agreement", "")]);
        case.institution().agreements.clear();
        assert!(case.found().is_empty());
    }
}
