//! A high risk has no measure (GL 5.1.3).

use crate::assessment::Assessment;
use crate::check::treated::tell_short_of_measures;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_catalogue::TreatmentNeed;
use mamori_domain::Words;

/// Measures of all treatments of the risk count together; what is avoided needs none. One finding for each
/// treatment. An untreated risk is for risk-without-treatment.
pub const RULE: Rule = Rule {
    code: "high-risk-without-measure",
    mark: Mark::Must,
    guideline: "GL 5.1.3",
    title: Words::new("高いリスクに対策がない", "A high risk has no measure"),
    why: Words::new(
        "使っているリスク基準（表5-2の例）では、このランクのリスクには必ず対応します。起きやすく影響も大きいものを、そのままにはできません。",
        "By the criteria in use (the example of table 5-2) a risk of this rank is treated: it is likely and grave and cannot be left as it is.",
    ),
    help: Words::new(
        "このリスクに当たるリスク対応（treatments.csv）の items に対策を書くか、options で回避を選んでください",
        "Name measures in items of the treatments (treatments.csv) of this risk, or choose avoid in options",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let lacking = Words::new("対策がありません", "no measure");
    tell_short_of_measures(assessment, (TreatmentNeed::Required, 1), lacking, findings);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::TreatmentOption;

    #[test]
    fn a_risk_of_rank_a_without_measure_is_found() {
        let mut case = Case::clean(&RULE);
        case.service().treatments.iter_mut().for_each(|row| {
            row.items.clear();
            row.provider_note = None;
        });
        let found = case.found();
        assert!(!found.is_empty() && found.len() < 20, "one for each treatment");
        assert!(
            found
                .iter()
                .all(|(severity, kind, _)| (*severity, *kind) == ("error", "treatment"))
        );
        case.service()
            .treatments
            .iter_mut()
            .for_each(|row| row.options = vec![TreatmentOption::Avoid]);
        assert!(case.found().is_empty());
    }
}
