//! An institution's row states another status than the provider's own answer (GL 4.2).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Answer, Said, Scope, Words};

/// What the provider does is the same for every institution that asks; only how it is told, and what
/// shows it, may differ.
pub const RULE: Rule = Rule {
    code: "institution-answer-changes-status",
    mark: Mark::Must,
    guideline: "GL 4.2",
    title: Words::new(
        "医療機関等への回答で実施の状態を変えている",
        "An answer to one institution changes what is done",
    ),
    why: Words::new(
        "同じサービスなのに、相手によって「実施」と「未実施」が食い違うと、どちらが本当か分からなくなります。相手ごとに変えてよいのは、説明と証跡だけです。",
        "If one service is told as done to one institution and as open to another, nobody knows which is true. Only wording and evidence may differ.",
    ),
    help: Words::new(
        "institutions/<id>/answers.csv の status をサービスの回答と同じにし、違いは text に書いてください",
        "Give the row in institutions/<id>/answers.csv the service's status and put the difference into text",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for (id, institution) in subject.institutions() {
        for row in &institution.answers {
            let covered = |item: &&mamori_catalogue::ControlItem| {
                row.item.as_str() == item.id.as_str() || row.item.as_str() == item.measure.as_str()
            };
            let mut own = subject
                .catalogue
                .items()
                .iter()
                .filter(covered)
                .filter_map(|item| assessment.answers.get(&item.id).and_then(|answer| answer.status));
            if own.any(|status| status != row.status) {
                findings.add(
                    About::row::<Answer>(Scope::Institution(id.as_str().into()), &row.item).field("status"),
                    Said::new(
                        format!("対策項目 {} の状態が、サービスの回答と違います", row.item),
                        format!(
                            "The status of control item {} differs from the service's answer",
                            row.item
                        ),
                    ),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{AnswerStatus, FieldValue, ItemRef};

    #[test]
    fn another_status_is_found_and_another_text_is_not() {
        let mut case = Case::clean(&RULE);
        let mut row = Answer {
            item: ItemRef::read("3.1.⑤-1").unwrap(),
            status: AnswerStatus::Implemented,
            text: None,
            fact: None,
            evidence: Vec::new(),
            due: None,
            officer: None,
            checked: None,
        };
        case.institution().answers = vec![row.clone()];
        assert!(case.found().is_empty());
        row.status = AnswerStatus::Planned;
        case.institution().answers = vec![row];
        assert_eq!(case.found(), [("error", "answer", "3.1.⑤-1")]);
    }
}
