//! An SLA clause is changed without a reason (GL 別紙1 II).

use crate::check::sla::{Wanted, tell_unsaid};
use crate::check::{Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ClauseUse, Words};

/// The SLA of the guideline is an example, so this is never an error. An institution's own terms are looked at as well.
pub const RULE: Rule = Rule {
    code: "sla-clause-changed-without-reason",
    mark: Mark::Should,
    guideline: "GL 別紙1 II",
    title: Words::new(
        "変えたSLAの条項に理由がない",
        "An SLA clause is changed without a reason",
    ),
    why: Words::new(
        "見本と違う約束をする理由が分からないと、相手は見比べて納得できません。",
        "The other side compares with the model clauses and wants to know why yours differ.",
    ),
    help: Words::new(
        "sla.csv のその行の reason に、変えた理由を書いてください",
        "Write why it is changed into reason of that row of sla.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    tell_unsaid(whole, &WANTED, findings);
}

const WANTED: Wanted = Wanted {
    usage: ClauseUse::Changed,
    field: "reason",
    has: |row| row.reason.is_some(),
    fault: Words::new("を変えた理由がありません", "is changed without a reason"),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sla::finds_what_is_unsaid;

    #[test]
    fn a_row_says_why_for_the_service_and_for_an_institution() {
        finds_what_is_unsaid(&RULE, ClauseUse::Changed, |row| row.reason = None);
    }
}
