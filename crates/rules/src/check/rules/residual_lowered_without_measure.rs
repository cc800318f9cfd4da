//! A residual risk is lower although nothing was done (GL 5.1.5 (3)).

use crate::assessment::Assessment;
use crate::check::treated::{countermeasures, treated};
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// What the institution is asked to do lowers a risk too.
pub const RULE: Rule = Rule {
    code: "residual-lowered-without-measure",
    mark: Mark::Must,
    guideline: "GL 5.1.5(3)",
    title: Words::new(
        "対策がないのに残存リスクが下がっている",
        "A residual risk is lower without a measure",
    ),
    why: Words::new(
        "何もしなければリスクは変わりません。根拠なく低く見せると、医療機関等の判断を誤らせます。",
        "Without anything done a risk stays as it is; showing it lower misleads the institution.",
    ),
    help: Words::new(
        "行う対策を items か provider_note に、医療機関等に求めることを request_note に書くか、残存の値を元に戻してください（treatments.csv）",
        "Write what is done into items or provider_note and what is asked into request_note, or set the residual figures back (treatments.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        let inherent = row.highest().map(|risk| i64::from(risk.product));
        let lowered = row
            .residual()
            .zip(inherent)
            .is_some_and(|(rest, whole)| rest < whole);
        let nothing = countermeasures(row.treatment) == 0 && row.treatment.request_note.is_none();
        let moved = row.chooses(TreatmentOption::Avoid) || row.chooses(TreatmentOption::Transfer);
        if lowered && nothing && !moved {
            findings.add(
                row.about("residual_likelihood"),
                Said::new(
                    format!("「{name}」は対策がないのに残存リスクが下がっています"),
                    format!("The residual risk of \"{name}\" is lower although nothing was done"),
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
    fn a_lower_rating_for_nothing_is_found() {
        let mut case = Case::clean(&RULE);
        let row = case.treatment("viewing");
        row.items.clear();
        row.provider_note = None;
        row.request_note = None;
        assert_eq!(case.found(), [("error", "treatment", "viewing")]);
        case.treatment("viewing").options = vec![TreatmentOption::Transfer];
        assert!(case.found().is_empty());
    }
}
