//! A disagreement that was not settled (GL 5.1.6 (1)).

use crate::assessment::Assessment;
use crate::check::contracts::users;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Agreement, AgreementState, Said, Words};
use std::collections::BTreeMap;

/// A later agreement on the same thing settles it; a contract that has ended leaves nothing to settle.
pub const RULE: Rule = Rule {
    code: "disagreement-left-open",
    mark: Mark::Must,
    guideline: "GL 5.1.6(1)",
    title: Words::new(
        "合意に至らない点がそのままになっている",
        "A disagreement was left open",
    ),
    why: Words::new(
        "合意に至らない点は、対応を見直してもう一度話し合います。",
        "Where no agreement is reached, think the response over and talk again.",
    ),
    help: Words::new(
        "対応を見直して話し合い直し、結果を institutions/＜医療機関等＞/agreements.csv に agreed として書いてください",
        "Think the response over, talk again and write the result into institutions/<institution>/agreements.csv as agreed",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in users(subject).filter(|party| !party.ended(subject.as_of)) {
        let mut agreed = BTreeMap::new();
        for row in party.agreed() {
            let last = agreed
                .entry((row.subject, &row.clause, &row.item))
                .or_insert(row.date);
            *last = row.date.max(*last);
        }
        for row in party
            .agreements()
            .filter(|row| row.state == AgreementState::Disagreed)
        {
            let settled = agreed.get(&(row.subject, &row.clause, &row.item));
            if settled.is_some_and(|date| date.is_some() && *date >= row.date) {
                continue;
            }
            let (name, what) = (party.name(), row.subject.words());
            findings.add(
                About::row::<Agreement>(party.scope(), &row.id).field("state"),
                Said::new(
                    format!(
                        "「{}」について医療機関等「{name}」と合意に至らず、そのままになっています",
                        what.ja
                    ),
                    format!("\"{name}\" disagrees on \"{}\", and that was left open", what.en),
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
    fn a_disagreement_is_settled_by_a_later_agreement() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.institution().agreements[0];
        let mut before = row.clone();
        row.state = AgreementState::Disagreed;
        let id = row.id.to_string();
        assert_eq!(case.found(), [("error", "agreement", id.as_str())]);
        before.date = Some("2020-01-01".parse().unwrap());
        case.institution().agreements.push(before);
        assert_eq!(case.found(), [("error", "agreement", id.as_str())]);
        let last = case.institution().agreements.len() - 1;
        case.institution().agreements[last].date = Some("2026-10-01".parse().unwrap());
        assert!(case.found().is_empty());
    }
}
