//! An SLA clause is changed without its new text (GL 別紙1 II).

use crate::check::sla::{Wanted, tell_unsaid};
use crate::check::{Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ClauseUse, Words};

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
    tell_unsaid(whole, &WANTED, findings);
}

const WANTED: Wanted = Wanted {
    usage: ClauseUse::Changed,
    field: "text",
    has: |row| row.text.is_some(),
    fault: Words::new(
        "を変えた内容が書かれていません",
        "is changed without its new text",
    ),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sla::finds_what_is_unsaid;

    #[test]
    fn a_row_says_what_it_has_to_for_the_service_and_for_an_institution() {
        finds_what_is_unsaid(&RULE, ClauseUse::Changed, |row| row.text = None);
    }
}
