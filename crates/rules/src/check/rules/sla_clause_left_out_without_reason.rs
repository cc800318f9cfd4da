//! An SLA clause is left out without a reason (GL 別紙1 II).

use crate::check::sla::{clause_name, clause_rows};
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ClauseUse, Said, SlaClause, Words};

/// The SLA of the guideline is an example, so this is never an error. An institution's own terms are looked at as well.
pub const RULE: Rule = Rule {
    code: "sla-clause-left-out-without-reason",
    mark: Mark::Should,
    guideline: "GL 別紙1 II",
    title: Words::new(
        "外したSLAの条項に理由がない",
        "An SLA clause is left out without a reason",
    ),
    why: Words::new(
        "なぜ約束しないのかが分からないと、相手は納得して合意できません。",
        "The other side cannot agree with confidence when it is not told why something is not promised.",
    ),
    help: Words::new(
        "sla.csv のその行の reason に、外した理由を書いてください",
        "Write why it is left out into reason of that row of sla.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let sla = whole.catalogue.sla();
    for (scope, row) in clause_rows(whole) {
        if row.usage != ClauseUse::LeftOut || row.reason.is_some() {
            continue;
        }
        let (ja, en) = clause_name(sla, &row.clause);
        findings.add(
            About::row::<SlaClause>(scope, &row.clause).field("reason"),
            Said::new(
                format!("SLAの{ja}を外した理由がありません"),
                format!("SLA {en} is left out without a reason"),
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
            .find(|row| row.usage == ClauseUse::LeftOut)
            .unwrap();
        row.reason = None;
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
