//! A clause is used as it is although the example leaves a figure open (GL 別紙1 II).

use crate::assessment::Assessment;
use crate::check::sla::{Terms, terms_in_force};
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::SlaFigure;
use mamori_domain::{ClauseUse, Said, SlaClause, Words};

/// The SLA of the guideline is an example, so this is never an error. The figure is settled by the terms of the institution or the service, or by changing the clause.
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
        "sla-terms.toml にその値（一次対応の時間は first_response_hours、性能の上限は performance）を書くか、sla.csv のその条項を changed とし、text に書いてください",
        "Write the figure into sla-terms.toml (first_response_hours, performance), or set the clause to changed in sla.csv and write it into text",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for terms in terms_in_force(subject) {
        for clause in &subject.catalogue.sla().clauses {
            let row = terms.on(clause).filter(|(_, row)| row.usage == ClauseUse::Used);
            let mut figures = clause.figures.iter();
            let open = figures.any(|(name, figure)| *figure == SlaFigure::Open && !is_settled(&terms, name));
            let Some((scope, row)) = row.filter(|_| open) else {
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

/// Whether the parties settled a figure that the example leaves open.
fn is_settled(terms: &Terms<'_>, figure: &str) -> bool {
    match figure {
        "first_response_hours_open" => terms.given(|given| given.first_response_hours).is_some(),
        "performance_limit_open" => terms.given(|given| given.performance.as_ref()).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_figure_left_open_is_settled_by_terms_or_by_changing_the_clause() {
        let mut case = Case::clean(&RULE);
        let hours = case.service().sla_terms.first_response_hours.take();
        assert_eq!(case.found(), [("warning", "sla-clause", "6")]);
        case.institution().sla_terms.first_response_hours = hours;
        assert!(case.found().is_empty(), "settled for the only institution");
        case.institution().sla_terms.first_response_hours = None;
        let mut rows = case.service().clauses.iter_mut();
        rows.find(|row| row.clause.as_str() == "6").unwrap().usage = ClauseUse::LeftOut;
        assert!(case.found().is_empty());
    }

    #[test]
    fn an_institutions_rows_count_before_the_services() {
        let mut case = Case::clean(&RULE);
        case.service().sla_terms.first_response_hours = None;
        let mut own = case.service().clauses[0].clone();
        own.clause = mamori_domain::ClauseRef("availability".into());
        own.usage = ClauseUse::Changed;
        case.institution().clauses.push(own.clone());
        assert!(case.found().is_empty(), "settled for the only institution");
        case.service().clauses.push(own.clone());
        own.usage = ClauseUse::Used;
        case.institution().clauses = vec![own];
        assert_eq!(case.found(), [("warning", "sla-clause", "availability")]);
    }
}
