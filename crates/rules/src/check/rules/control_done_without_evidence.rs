//! Control items are said to be done without evidence (GL 5.1.5 (1)(ア)).

use crate::answers::Effective;
use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Answer, AnswerStatus, Said, Words};
use std::collections::BTreeMap;

/// One finding for each group. A confirmed standard answer has no place for evidence and is not counted.
pub const RULE: Rule = Rule {
    code: "control-done-without-evidence",
    mark: Mark::Should,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new("実施した証拠のない対策がある", "Measures done without evidence"),
    why: Words::new(
        "実施していると言うだけでは、監査や医療機関等からの問い合わせのときに示すものがありません。",
        "Saying that it is done leaves nothing to show when auditors or institutions ask.",
    ),
    help: Words::new(
        "証跡（evidence.csv）に記録のありかを書き、そのIDを answers.csv の evidence に書いてください",
        "Write where the proof lies into evidence.csv, and its id into evidence of answers.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    for item in subject.catalogue.items() {
        let answer = assessment.answers.get(&item.id);
        if answer.is_some_and(claimed) {
            let place = subject
                .catalogue
                .groups()
                .place(item.group.as_str())
                .unwrap_or_default();
            *open.entry(place).or_default() += 1;
        }
    }
    for (place, count) in open {
        let group = &subject.catalogue.groups().as_slice()[place];
        let (id, title) = (&group.id, &group.title);
        findings.add(
            About::service::<Answer>(subject, id).field("evidence"),
            Said::new(
                format!(
                    "実施した証拠のない対策項目が{count}件あります（{id} {}）",
                    title.ja
                ),
                format!(
                    "{count} control items are done without evidence ({id} {})",
                    title.en
                ),
            ),
        );
    }
}

fn claimed(answer: &Effective) -> bool {
    let implemented = answer.status == Some(AnswerStatus::Implemented);
    implemented && answer.origin.is_personal() && answer.evidence.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_group_without_evidence_is_found_once() {
        let mut case = Case::clean(&RULE);
        let rows = case.service().answers.iter_mut();
        rows.filter(|row| row.item.as_str().starts_with("3.1"))
            .for_each(|row| row.evidence.clear());
        assert_eq!(
            case.found(),
            [("warning", "answer", "3.1"), ("warning", "answer", "3.12")]
        );
    }
}
