//! The day a measure was planned for has passed (GL 5.1.6 (2)).

use crate::check::given::given;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Answer, AnswerStatus, Said, Words};

/// The day itself is still in time. One finding for each row.
pub const RULE: Rule = Rule {
    code: "planned-control-overdue",
    mark: Mark::Should,
    guideline: "GL 5.1.6(2)",
    title: Words::new("予定日を過ぎた対策がある", "A planned measure is overdue"),
    why: Words::new(
        "予定を過ぎた対策は、終わったのに書いていないか、忘れられているかのどちらかです。",
        "A measure past its day is either done and not recorded, or forgotten.",
    ),
    help: Words::new(
        "終わっていれば answers.csv の status を implemented に改め、まだなら due を見直して医療機関等に知らせてください",
        "If it is done set status in answers.csv to implemented; otherwise set a new day in due and tell the institution",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (scope, row) in given(whole) {
        if matches!(row.status, AnswerStatus::Planned | AnswerStatus::Partly)
            && row.due.is_some_and(|day| day < whole.as_of)
        {
            let item = row.item.as_str();
            findings.add(
                About::row::<Answer>(scope, item).field("due"),
                Said::new(
                    format!("対策項目「{item}」の予定日を過ぎています"),
                    format!("The planned date of control item \"{item}\" has passed"),
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
    fn a_plan_past_its_day_is_found() {
        let mut case = Case::clean(&RULE);
        case.as_of = "2027-03-31".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2027-04-01".parse().unwrap();
        assert_eq!(case.found(), [("warning", "answer", "3.7.③-1")]);
    }
}
