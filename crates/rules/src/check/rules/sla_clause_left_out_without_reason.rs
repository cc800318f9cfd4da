//! An SLA clause is left out without a reason (GL 別紙1 II).

use crate::check::sla::{Wanted, tell_unsaid};
use crate::check::{Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ClauseUse, Words};

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
    tell_unsaid(whole, &WANTED, findings);
}

const WANTED: Wanted = Wanted {
    usage: ClauseUse::LeftOut,
    field: "reason",
    has: |row| row.reason.is_some(),
    fault: Words::new("を外した理由がありません", "is left out without a reason"),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sla::finds_what_is_unsaid;

    #[test]
    fn a_row_says_what_it_has_to_for_the_service_and_for_an_institution() {
        finds_what_is_unsaid(&RULE, ClauseUse::LeftOut, |row| row.reason = None);
    }
}
