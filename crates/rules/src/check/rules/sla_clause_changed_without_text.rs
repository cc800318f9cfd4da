//! An SLA clause is changed without its new text (GL 別紙1 II).

use crate::check::sla::{clause_name, clause_rows};
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ClauseUse, Said, SlaClause, Words};

/// The SLA of the guideline is an example, so this is never an error. An institution's own terms are looked at as well.
pub const RULE: Rule = Rule {
    code: "sla-clause-changed-without-text",
    mark: Mark::Should,
    guideline: "GL 別紙1 II",
    title: Words::new(
        "変えたSLAの条項に文言がない",
        "An SLA clause is changed without its new text",
    ),
    why: Words::new(
        "変えた内容が書かれていないと、何を約束したのかが双方で食い違います。",
        "Without the new text both sides may believe that something else was promised.",
    ),
    help: Words::new(
        "sla.csv のその行の text に、変えた文言や値を書いてください",
        "Write the changed wording or figures into text of that row of sla.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let sla = whole.catalogue.sla();
    for (scope, row) in clause_rows(whole) {
        if row.usage != ClauseUse::Changed || row.text.is_some() {
            continue;
        }
        let (ja, en) = clause_name(sla, &row.clause);
        findings.add(
            About::row::<SlaClause>(scope, &row.clause).field("text"),
            Said::new(
                format!("SLAの{ja}を変えた内容が書かれていません"),
                format!("SLA {en} is changed without its new text"),
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
    fn a_row_says_what_it_has_to_for_the_service_and_for_an_institution() {
        let mut case = Case::clean(&RULE);
        let row = case
            .service()
            .clauses
            .iter_mut()
            .find(|row| row.usage == ClauseUse::Changed)
            .unwrap();
        row.text = None;
        let mut own = row.clone();
        let id = row.clause.to_string();
        assert_eq!(case.found(), [("warning", "sla-clause", id.as_str())]);
        own.clause = ClauseRef("3".into());
        case.institution().clauses.push(own);
        assert_eq!(
            case.found(),
            [
                ("warning", "sla-clause", id.as_str()),
                ("warning", "sla-clause", "3")
            ]
        );
        case.service()
            .clauses
            .iter_mut()
            .for_each(|row| row.usage = ClauseUse::Used);
        assert_eq!(case.found(), [("warning", "sla-clause", "3")]);
    }
}
