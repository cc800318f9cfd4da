//! A clause of the SLA rests on one that is left out (GL 別紙1 II).

use crate::assessment::Assessment;
use crate::check::covering;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::ClauseId;
use mamori_domain::{ClauseUse, Said, SlaClause, Words};
use std::collections::BTreeMap;

/// The SLA of the guideline is an example, so this is never an error. Told once for each clause left out, naming those that rest on it, at the row that leaves it out.
pub const RULE: Rule = Rule {
    code: "sla-dependency-left-out",
    mark: Mark::Should,
    guideline: "GL 別紙1 II",
    title: Words::new(
        "SLAの条項の前提が外されている",
        "What an SLA clause rests on is left out",
    ),
    why: Words::new(
        "前提の条項がないと、残した条項の言葉や数え方の意味が決まりません。",
        "Without the clause it rests on, the words and counts of a clause that was kept have no meaning.",
    ),
    help: Words::new(
        "sla.csv で前提の条項を使うか、前提なしで読める文言に変えてください（changed と text）",
        "Use the clause it rests on in sla.csv, or change the wording so that it stands alone (changed with text)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let clauses = covering::clauses(&subject.service.clauses);
    let sla = subject.catalogue.sla();
    let row_on =
        |clause: &mamori_catalogue::SlaClause| clauses.on(clause.id.as_str(), &clause.chapter.to_string());
    let mut resting: BTreeMap<&ClauseId, Vec<&mamori_catalogue::SlaClause>> = BTreeMap::new();
    for clause in &sla.clauses {
        // A changed clause was thought over and may stand alone.
        if row_on(clause).is_some_and(|row| row.usage == ClauseUse::Used) {
            for other in &clause.depends_on {
                resting.entry(other).or_default().push(clause);
            }
        }
    }
    for clause in &sla.clauses {
        let left_out = row_on(clause).filter(|row| row.usage == ClauseUse::LeftOut);
        let (Some(row), Some(resting)) = (left_out, resting.get(&clause.id)) else {
            continue;
        };
        let ja = listed(
            &resting
                .iter()
                .map(|row| format!("{} {}", row.number, row.title.ja))
                .collect::<Vec<_>>(),
        )
        .ja;
        let en = listed(
            &resting
                .iter()
                .map(|row| format!("{} {}", row.number, row.title.en))
                .collect::<Vec<_>>(),
        )
        .en;
        findings.add(
            About::service::<SlaClause>(subject, &row.clause).field("usage"),
            Said::new(
                format!(
                    "SLAの{ja}が前提とする「{} {}」が外されています",
                    clause.number, clause.title.ja
                ),
                format!(
                    "\"{} {}\", on which SLA {en} rests, is left out",
                    clause.number, clause.title.en
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::ClauseRef;

    #[test]
    fn a_clause_used_needs_the_one_it_rests_on() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let mut row = service
            .clauses
            .iter()
            .find(|row| row.usage == ClauseUse::LeftOut)
            .unwrap()
            .clone();
        row.clause = ClauseRef("evaluation".into());
        service.clauses.push(row);
        assert_eq!(case.found(), [("warning", "sla-clause", "evaluation")]);
        assert!(case.told().contains("7.2") && case.told().contains("7.1(1)②"));
        let mut row = case.service().clauses[0].clone();
        (row.clause, row.usage) = (ClauseRef("consequences".into()), ClauseUse::Changed);
        case.service().clauses.push(row);
        assert!(case.found().is_empty());
    }
}
