//! A risk of the highest rank has fewer than two measures (GL 5.1.3).

use crate::assessment::Assessment;
use crate::check::treated::tell_short_of_measures;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_catalogue::TreatmentNeed;
use mamori_domain::Words;

/// Measures of all treatments of the risk count together; what is avoided needs none. One finding for each
/// treatment. An untreated risk is for risk-without-treatment.
pub const RULE: Rule = Rule {
    code: "highest-risk-with-too-few-measures",
    mark: Mark::Must,
    guideline: "GL 5.1.3",
    title: Words::new(
        "最も高いリスクの対策が足りない",
        "The highest risk has too few measures",
    ),
    why: Words::new(
        "使っているリスク基準（表5-2の例）では、最も高いランクのリスクには複数の対策が必須です。一つが破られても、次が防ぎます。",
        "By the criteria in use (the example of table 5-2) the highest rank demands several measures, so that the next holds when one is broken.",
    ),
    help: Words::new(
        "このリスクに当たるリスク対応（treatments.csv）の items に、対策を二つ以上書いてください",
        "Name two or more measures in items of the treatments (treatments.csv) of this risk",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let lacking = Words::new("対策が二つ未満です", "fewer than two measures");
    tell_short_of_measures(assessment, (TreatmentNeed::Several, 2), lacking, findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use crate::derive::Risk;
    use mamori_domain::TreatmentOption;

    #[test]
    fn a_risk_of_rank_s_with_one_measure_is_found() {
        let mut case = Case::clean(&RULE);
        case.treatment("eavesdropping").items.truncate(1);
        case.treatment("eavesdropping").provider_note = None;
        let highest = |assessment: &mut Assessment<'_>| {
            let of_lines =
                |risk: &&mut Risk| risk.threat.as_ref().is_some_and(|threat| threat.as_str() == "T2");
            assessment
                .derived
                .risks
                .iter_mut()
                .filter(of_lines)
                .for_each(|risk| risk.product = 25);
        };
        assert_eq!(
            case.found_after(highest),
            [("error", "treatment", "eavesdropping")]
        );
        case.treatment("eavesdropping").options = vec![TreatmentOption::Avoid];
        assert!(case.found_after(highest).is_empty());
    }
}
