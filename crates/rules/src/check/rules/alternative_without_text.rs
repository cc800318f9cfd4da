//! An alternative measure is not described (GL 5.1.5 (1)(ア)).

use crate::check::given::given;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Answer, AnswerStatus, Said, Words};

/// One finding for each row.
pub const RULE: Rule = Rule {
    code: "alternative-without-text",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new(
        "代わりの対策が書かれていない",
        "An alternative measure is not described",
    ),
    why: Words::new(
        "代わりに何をしているかが分からなければ、同じだけ守れているかを誰も判断できません。",
        "Unless it is known what is done instead, nobody can judge whether it guards as well.",
    ),
    help: Words::new(
        "answers.csv の text に、代わりに行っている対策と、それで足りる理由を書いてください",
        "Write into text of answers.csv what is done instead and why it suffices",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (scope, row) in given(whole) {
        if row.status == AnswerStatus::Alternative && row.text.is_none() {
            let item = row.item.as_str();
            findings.add(
                About::row::<Answer>(scope, item).field("text"),
                Said::new(
                    format!("対策項目「{item}」の代わりの対策が書かれていません"),
                    format!("The alternative measure for control item \"{item}\" is not described"),
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
    fn a_bare_alternative_is_found() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().answers[0];
        row.status = AnswerStatus::Alternative;
        assert!(case.found().is_empty());
        case.service().answers[0].text = None;
        assert_eq!(case.found(), [("error", "answer", "1.2.①-1")]);
    }
}
