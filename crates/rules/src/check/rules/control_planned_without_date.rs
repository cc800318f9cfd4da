//! A measure is planned without a date (GL 5.1.6 (2)).

use crate::check::given::given;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Answer, AnswerStatus, Said, Words};

/// One finding for each row.
pub const RULE: Rule = Rule {
    code: "control-planned-without-date",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)",
    title: Words::new("予定日のない予定がある", "A plan without a date"),
    why: Words::new(
        "いつ行うかが決まっていない予定は、行われないままになります。",
        "A plan without a day is a plan that is not carried out.",
    ),
    help: Words::new(
        "answers.csv の due に、いつまでに行うかを書いてください",
        "Write into due of answers.csv by when it will be done",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (scope, row) in given(whole) {
        if row.status == AnswerStatus::Planned && row.due.is_none() {
            let item = row.item.as_str();
            findings.add(
                About::row::<Answer>(scope, item).field("due"),
                Said::new(
                    format!("対策項目「{item}」の実施予定日がありません"),
                    format!("Control item \"{item}\" is planned without a date"),
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
    fn a_plan_without_a_day_is_found() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().answers[0];
        (row.status, row.due) = (AnswerStatus::Planned, None);
        assert_eq!(case.found(), [("error", "answer", "1.2.①-1")]);
        case.service().answers[0].due = Some("2027-01-01".parse().unwrap());
        assert!(case.found().is_empty());
    }
}
