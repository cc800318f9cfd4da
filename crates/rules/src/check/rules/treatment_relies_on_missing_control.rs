//! A treatment relies on a control item that is not in place (GL 5.1.5 (1)).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::treated::{Footing, treated};
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, Words};

/// A measure is missing only when none of its items is in effect or planned. While nothing at all is
/// answered, control-unanswered speaks.
pub const RULE: Rule = Rule {
    code: "treatment-relies-on-missing-control",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)",
    title: Words::new(
        "実施されていない対策に頼っている",
        "A treatment relies on what is not done",
    ),
    why: Words::new(
        "対応表に書いてあっても、実施していない対策は何も守りません。",
        "A measure on paper that nobody carries out guards nothing.",
    ),
    help: Words::new(
        "その対策項目に answers.csv で回答するか、リスク対応（treatments.csv）の items を実際に行う対策に替えてください",
        "Answer the item in answers.csv, or replace it in items of treatments.csv by what is really done",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let any = assessment.answers.values().any(|answer| answer.status.is_some());
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let missing: Vec<&str> = row
            .footings()
            .filter(|(_, footing)| *footing == Footing::Missing)
            .map(|(item, _)| item.as_str())
            .collect();
        let Said { ja, en } = listed(&missing);
        if any && !missing.is_empty() {
            findings.add(
                row.about("items"),
                Said::new(
                    format!("「{name}」が頼る対策項目{ja}は、実施されていません"),
                    format!("Control items on which \"{name}\" relies are not in place: {en}"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{AnswerStatus, ItemRef};

    #[test]
    fn a_measure_that_is_not_done_is_found() {
        let mut case = Case::clean(&RULE);
        let mut answer = case.service().answers[0].clone();
        (answer.item, answer.status) = (ItemRef("2.7.①".into()), AnswerStatus::NotApplicable);
        case.service().answers.push(answer);
        assert_eq!(case.found(), [("error", "treatment", "viewing")]);
        assert!(case.told().contains("「2.7.①」"));
        case.service().answers.clear();
        case.service().profile.standard_answers.clear();
        case.service().conditions.clear();
        assert!(
            case.found_after(|assessment| {
                assessment
                    .answers
                    .values_mut()
                    .for_each(|answer| answer.status = None);
            })
            .is_empty()
        );
    }
}
