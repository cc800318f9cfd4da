//! A treatment is past its day and not done (GL 5.1.6 (2)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, Treatment, TreatmentState, Words};

/// The day itself is still in time. Without a state nobody said that it is done.
pub const RULE: Rule = Rule {
    code: "treatment-overdue",
    mark: Mark::Should,
    guideline: "GL 5.1.6(2)",
    title: Words::new("期日を過ぎたリスク対応がある", "A treatment is overdue"),
    why: Words::new(
        "期日を過ぎた対応は、終わったのに書いていないか、止まっているかのどちらかです。止まっている間、リスクは元のままです。",
        "A treatment past its day is either done and not recorded, or stuck; while it is stuck the risk is what it was.",
    ),
    help: Words::new(
        "終わっていればリスク対応（treatments.csv）の state を done に改め、まだなら due を見直して医療機関等に知らせてください",
        "If it is done set state in treatments.csv to done; otherwise set a new day in due and tell the institution",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for row in &subject.service.treatments {
        let Some(due) = row.due.filter(|due| *due < subject.as_of) else {
            continue;
        };
        if row.state == Some(TreatmentState::Done) {
            continue;
        }
        findings.add(
            About::service::<Treatment>(subject, &row.id).field("due"),
            Said::new(
                format!(
                    "リスク対応「{}」の期日（{due}）を過ぎましたが、完了になっていません",
                    row.id
                ),
                format!("Treatment \"{}\" was due on {due} and is not done", row.id),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_treatment_past_its_day_is_done_or_found() {
        let mut case = Case::clean(&RULE);
        let due = case.treatment("viewing").due.expect("the example plans it");
        case.treatment("viewing").state = Some(TreatmentState::UnderWay);
        assert_eq!(case.found(), [("warning", "treatment", "viewing")]);
        case.treatment("viewing").state = None;
        assert_eq!(case.found(), [("warning", "treatment", "viewing")]);
        case.as_of = due;
        assert!(case.found().is_empty());
    }
}
