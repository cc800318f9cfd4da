//! An agreement that rests on no recorded understanding (GL 3.2.1).

use crate::assessment::Assessment;
use crate::check::contracts::parties;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Agreement, Said, Words};
use std::collections::BTreeMap;

/// The talk comes first: an agreement dated before the minutes it names rests on nothing either.
pub const RULE: Rule = Rule {
    code: "agreement-without-understanding",
    mark: Mark::Must,
    guideline: "GL 3.2.1",
    title: Words::new(
        "合意の土台となる理解の記録がない",
        "An agreement rests on no recorded understanding",
    ),
    why: Words::new(
        "何をどう理解して合意したのかが残っていないと、あとで食い違いが起きます。",
        "Where nobody recorded what was understood, both sides may later mean different things.",
    ),
    help: Words::new(
        "institutions/＜医療機関等＞/agreements.csv の minutes に、合意の前に理解を共にした議事録のIDを書いてください",
        "Write the id of the minutes of the talk before the agreement into minutes of institutions/<institution>/agreements.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in parties(subject) {
        let dates: BTreeMap<_, _> = party.minutes().map(|row| (&row.id, row.date)).collect();
        for row in party.agreed() {
            let talk = row.minutes.as_ref().and_then(|id| dates.get(id));
            let told = match (talk, row.date) {
                (None, _) => Said::new(
                    format!("合意「{}」の土台となる理解の記録がありません", row.id),
                    format!("Agreement \"{}\" rests on no recorded understanding", row.id),
                ),
                (Some(talk), Some(date)) if date < *talk => Said::new(
                    format!(
                        "合意「{}」（{date}）が、土台となる話し合い（{talk}）より前の日付です",
                        row.id
                    ),
                    format!(
                        "Agreement \"{}\" ({date}) is dated before the talk it rests on ({talk})",
                        row.id
                    ),
                ),
                (Some(_), _) => continue,
            };
            findings.add(
                About::row::<Agreement>(party.scope(), &row.id).field("minutes"),
                told,
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
    fn an_agreement_rests_on_an_earlier_talk() {
        let mut case = Case::clean(&RULE);
        case.institution().agreements.truncate(1);
        let row = &mut case.institution().agreements[0];
        row.date = Some("2020-01-01".parse().unwrap());
        let id = row.id.to_string();
        assert_eq!(case.found(), [("error", "agreement", id.as_str())]);
        assert!(case.told().contains("より前"));
        case.institution().agreements[0].minutes = None;
        assert_eq!(case.found(), [("error", "agreement", id.as_str())]);
        case.institution().agreements[0].state = AgreementState::Proposed;
        assert!(case.found().is_empty());
    }
}
