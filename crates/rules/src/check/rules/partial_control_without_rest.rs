//! An item is partly implemented, and nothing is said of the rest (GL 5.1.5 (1)(ア)).

use crate::check::given::given;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Answer, AnswerStatus, Said, Words};

/// Either a text or a day will do; one finding for each row.
pub const RULE: Rule = Rule {
    code: "partial-control-without-rest",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new(
        "一部実施の残りが書かれていない",
        "The rest of a partial measure is open",
    ),
    why: Words::new(
        "一部だけの実施は、残りをどうするかが決まって初めて計画になります。",
        "A part becomes a plan only when it is settled what happens to the rest.",
    ),
    help: Words::new(
        "answers.csv の text に残りをどうするかを、due にいつまでに行うかを書いてください",
        "Write into text of answers.csv what happens to the rest, and into due by when",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (scope, row) in given(whole) {
        if row.status == AnswerStatus::Partly && row.text.is_none() && row.due.is_none() {
            let item = row.item.as_str();
            findings.add(
                About::row::<Answer>(scope, item).field("text"),
                Said::new(
                    format!("対策項目「{item}」の残りをどうするか書かれていません"),
                    format!("What happens to the rest of control item \"{item}\" is not said"),
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
    fn a_bare_part_is_found() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().answers[0];
        (row.status, row.text) = (AnswerStatus::Partly, None);
        assert_eq!(case.found(), [("error", "answer", "1.2.①-1")]);
        case.service().answers[0].due = Some("2027-01-01".parse().unwrap());
        assert!(case.found().is_empty());
    }
}
