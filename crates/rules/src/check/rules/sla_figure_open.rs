//! A clause is used as it is although the example leaves a figure open (GL 別紙1 II).

use crate::assessment::Assessment;
use crate::check::sla::terms_in_force;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::SlaFigure;
use mamori_domain::{ClauseUse, Said, SlaClause, Words};

/// The SLA of the guideline is an example, so this is never an error. A changed clause settles the figure in its text.
pub const RULE: Rule = Rule {
    code: "sla-figure-open",
    mark: Mark::Should,
    guideline: "GL 別紙1 II",
    title: Words::new(
        "例で空いている数値を決めていない",
        "A figure the example leaves open is not settled",
    ),
    why: Words::new(
        "例はその数値を当事者に任せています。決めないまま使うと、約束の大きさが決まりません。",
        "The example leaves the figure to the parties. Used without it, nobody knows how much is promised.",
    ),
    help: Words::new(
        "sla.csv のその条項を changed とし、text に数値を書いてください",
        "Set the clause to changed in sla.csv and write the figure into text",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let open = |figure: &SlaFigure| *figure == SlaFigure::Open;
    for terms in terms_in_force(subject) {
        for clause in &subject.catalogue.sla().clauses {
            let row = terms.on(clause).filter(|(_, row)| row.usage == ClauseUse::Used);
            let Some((scope, row)) = row.filter(|_| clause.figures.values().any(open)) else {
                continue;
            };
            let (number, title) = (&clause.number, &clause.title);
            findings.add_once(
                About::row::<SlaClause>(scope.clone(), &row.clause).field("usage"),
                Said::new(
                    format!(
                        "SLAの{number}「{}」には、例で空いている数値があります。値を決めてください（{}）",
                        title.ja, clause.id
                    ),
                    format!(
                        "SLA {number} \"{}\" has a figure the example leaves open; settle it ({})",
                        title.en, clause.id
                    ),
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
    fn a_figure_left_open_is_settled_by_changing_the_clause() {
        let mut case = Case::clean(&RULE);
        case.service()
            .clauses
            .retain(|row| row.clause.as_str() != "availability");
        assert_eq!(case.found(), [("warning", "sla-clause", "6")]);
        let row = case
            .service()
            .clauses
            .iter_mut()
            .find(|row| row.clause.as_str() == "6")
            .unwrap();
        row.usage = ClauseUse::LeftOut;
        assert!(case.found().is_empty());
    }

    #[test]
    fn an_institutions_terms_count_before_the_services() {
        let mut case = Case::clean(&RULE);
        let rows = &mut case.service().clauses;
        let at = rows.iter().position(|row| row.clause.as_str() == "availability");
        let mut own = rows.remove(at.expect("the example settles it"));
        assert_eq!(case.found(), [("warning", "sla-clause", "6")]);
        case.institution().clauses.push(own.clone());
        assert!(case.found().is_empty(), "settled for the only institution");
        case.service().clauses.push(own.clone());
        own.usage = ClauseUse::Used;
        case.institution().clauses = vec![own];
        assert_eq!(case.found(), [("warning", "sla-clause", "availability")]);
    }
}
