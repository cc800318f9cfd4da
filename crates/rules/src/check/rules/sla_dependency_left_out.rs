//! A clause of the SLA rests on one that is left out (GL 別紙1 II).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::sla::{Terms, terms_in_force};
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::{ClauseId, Sla, SlaClause as Clause};
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
    for terms in terms_in_force(subject) {
        tell(subject.catalogue.sla(), &terms, findings);
    }
}

fn tell(sla: &Sla, terms: &Terms<'_>, findings: &mut Findings) {
    let mut resting: BTreeMap<&ClauseId, Vec<&Clause>> = BTreeMap::new();
    for clause in &sla.clauses {
        // A changed clause was thought over and may stand alone.
        if terms.usage(clause) == Some(ClauseUse::Used) {
            for other in &clause.depends_on {
                resting.entry(other).or_default().push(clause);
            }
        }
    }
    for clause in &sla.clauses {
        let left_out = terms
            .on(clause)
            .filter(|(_, row)| row.usage == ClauseUse::LeftOut);
        let (Some((scope, row)), Some(resting)) = (left_out, resting.get(&clause.id)) else {
            continue;
        };
        let names = |title: fn(&Clause) -> &str| -> Vec<String> {
            let named = resting.iter().map(|row| format!("{} {}", row.number, title(row)));
            named.collect()
        };
        let (number, title) = (&clause.number, &clause.title);
        let ja = listed(&names(|row| &row.title.ja)).ja;
        let en = listed(&names(|row| &row.title.en)).en;
        findings.add_once(
            About::row::<SlaClause>(scope.clone(), &row.clause).field("usage"),
            Said::new(
                format!("SLAの{ja}が前提とする「{number} {}」が外されています", title.ja),
                format!("\"{number} {}\", on which SLA {en} rests, is left out", title.en),
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

    #[test]
    fn what_an_institution_leaves_out_is_held_against_its_own_terms() {
        let mut case = Case::clean(&RULE);
        let mut row = case.service().clauses[0].clone();
        (row.clause, row.usage) = (ClauseRef("evaluation".into()), ClauseUse::LeftOut);
        case.institution().clauses.push(row.clone());
        assert_eq!(case.found(), [("warning", "sla-clause", "evaluation")]);
        (row.clause, row.usage) = (ClauseRef("7".into()), ClauseUse::Changed);
        case.institution().clauses.push(row);
        assert!(case.found().is_empty());
    }
}
