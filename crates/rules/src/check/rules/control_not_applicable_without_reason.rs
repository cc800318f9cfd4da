//! An item is answered not applicable without a reason (GL 5.1.5 (1)(ア)).

use crate::check::given::given;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Answer, AnswerStatus, Said, Words};

/// The fact that a condition does not hold is a reason; one finding for each row.
pub const RULE: Rule = Rule {
    code: "control-not-applicable-without-reason",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new("理由のない「該当なし」がある", "Not applicable without a reason"),
    why: Words::new(
        "理由がなければ、検討して外したのか、見落としたのかを医療機関等が見分けられません。",
        "Without a reason an institution cannot tell what was weighed and left out from what was overlooked.",
    ),
    help: Words::new(
        "answers.csv の text に該当しない理由を書くか、fact に成り立たない条件を書いてください",
        "Write why it does not apply into text of answers.csv, or the condition that does not hold into fact",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (scope, row) in given(whole) {
        if row.status == AnswerStatus::NotApplicable && row.text.is_none() && row.fact.is_none() {
            let item = row.item.as_str();
            findings.add(
                About::row::<Answer>(scope, item).field("text"),
                Said::new(
                    format!("対策項目「{item}」を該当なしとした理由がありません"),
                    format!("Control item \"{item}\" is not applicable without a reason"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::ConditionRef;

    #[test]
    fn a_bare_not_applicable_is_found() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().answers[0];
        (row.status, row.text) = (AnswerStatus::NotApplicable, None);
        assert_eq!(case.found(), [("error", "answer", "1.2.①-1")]);
        case.service().answers[0].fact = Some(ConditionRef("iot".into()));
        assert!(case.found().is_empty());
    }
}
