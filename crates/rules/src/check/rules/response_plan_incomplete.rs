//! A treatment agreed on lacks owner, date or state (GL 5.1.6 (2)).

use crate::assessment::Assessment;
use crate::check::contracts::users;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{AgreementSubject, Said, Treatment, Words};

/// Asked once an institution has agreed on the treatments: then they have to be carried out.
pub const RULE: Rule = Rule {
    code: "response-plan-incomplete",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)",
    title: Words::new("対応の計画が欠けている", "The plan of a treatment is incomplete"),
    why: Words::new(
        "合意した対応は、誰がいつまでに行うかを決めて進めます。",
        "What was agreed is carried out by someone and by a day.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）の owner・due・state を埋めてください",
        "Fill in owner, due and state of treatments.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if !users(subject).any(|party| party.agreed_on(AgreementSubject::Treatments)) {
        return;
    }
    for row in &subject.service.treatments {
        let open = [
            ("owner", row.owner.is_none(), Words::new("担当", "owner")),
            ("due", row.due.is_none(), Words::new("期日", "date")),
            ("state", row.state.is_none(), Words::new("状態", "state")),
        ];
        let open: Vec<_> = open.iter().filter(|(_, open, _)| *open).collect();
        let Some((field, _, _)) = open.first() else {
            continue;
        };
        let ja = open
            .iter()
            .map(|(_, _, words)| words.ja)
            .collect::<Vec<_>>()
            .join("・");
        let en = open
            .iter()
            .map(|(_, _, words)| words.en)
            .collect::<Vec<_>>()
            .join(", ");
        findings.add(
            About::service::<Treatment>(subject, &row.id).field(field),
            Said::new(
                format!("リスク対応「{}」の{ja}がありません", row.id),
                format!("Treatment \"{}\" lacks {en}", row.id),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_treatment_agreed_on_has_owner_date_and_state() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().treatments[0];
        (row.due, row.state) = (None, None);
        let id = row.id.to_string();
        assert_eq!(case.found(), [("error", "treatment", id.as_str())]);
        assert!(case.told().contains("期日・状態") && !case.told().contains("担当"));
        case.institution()
            .agreements
            .retain(|row| row.subject != AgreementSubject::Treatments);
        assert!(case.found().is_empty());
    }
}
