//! A high risk rests on one measure (GL 5.1.4 (1)).

use crate::assessment::Assessment;
use crate::check::treated::{countermeasures, treated};
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, TreatmentOption, Words};

/// High is what the edition demands a response for.
pub const RULE: Rule = Rule {
    code: "reduction-with-one-layer",
    mark: Mark::Should,
    guideline: "GL 5.1.4(1)",
    title: Words::new("低減の対策が一つしかない", "A reduction by one measure"),
    why: Words::new(
        "一つの対策は、破られたり止まったりしたときに代わりがありません。重ねておけば次が防ぎます。",
        "A single measure has nothing behind it when it is broken or fails; a second layer still holds.",
    ),
    help: Words::new(
        "性質の違う対策を一つ以上、リスク対応（treatments.csv）の items に加えてください",
        "Add at least one measure of another nature to items in treatments.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    for row in treated(assessment) {
        let name = &row.treatment.id;
        if row.chooses(TreatmentOption::Reduce) && countermeasures(row.treatment) == 1 && row.answers_need() {
            findings.add(
                row.about("items"),
                Said::new(
                    format!("「{name}」の対策が一つだけです。重ねて守ることを考えてください"),
                    format!("\"{name}\" rests on one measure; consider a second layer"),
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
    fn a_single_measure_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("viewing").items.truncate(1);
        case.treatment("viewing").provider_note = None;
        assert_eq!(case.found(), [("warning", "treatment", "viewing")]);
    }
}
