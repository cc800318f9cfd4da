//! A high risk has no measure (GL 5.1.3).

use crate::assessment::Assessment;
use crate::check::treated::{need, together};
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::Risk;
use mamori_catalogue::TreatmentNeed;
use mamori_domain::{Said, Treatment, TreatmentOption, Words};
use std::collections::BTreeMap;

/// Measures of all treatments of the risk count together; what is avoided needs none. One finding for each
/// treatment. An untreated risk is for risk-without-treatment.
pub const RULE: Rule = Rule {
    code: "high-risk-without-measure",
    mark: Mark::Must,
    guideline: "GL 5.1.3",
    title: Words::new("高いリスクに対策がない", "A high risk has no measure"),
    why: Words::new(
        "高いランクのリスクには対応が必須です。",
        "A risk of a high rank demands treatment.",
    ),
    help: Words::new(
        "このリスクに当たるリスク対応（treatments.csv）の items に対策を書くか、options で回避を選んでください",
        "Name measures in items of the treatments (treatments.csv) of this risk, or choose avoid in options",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let service = assessment.subject.service;
    let treating = assessment.treating();
    let mut short: BTreeMap<usize, Vec<&Risk>> = BTreeMap::new();
    for (place, risk) in assessment.derived.risks.iter().enumerate() {
        let Some((first, _)) = treating.treatments_of(place).split_first() else {
            continue;
        };
        if need(assessment.subject.catalogue, risk) == Some(TreatmentNeed::Required) {
            let rows = || {
                treating
                    .treatments_of(place)
                    .iter()
                    .map(|at| &service.treatments[*at])
            };
            let avoided = rows().any(|row| row.options.contains(&TreatmentOption::Avoid));
            if !avoided && together(rows()) < 1 {
                short.entry(*first).or_default().push(risk);
            }
        }
    }
    for (place, risks) in short {
        let treatment = &service.treatments[place];
        let (id, rank) = (&risks[0].id, &risks[0].rank);
        let (ja, en) = match risks.len() - 1 {
            0 => (String::new(), String::new()),
            more => (format!("ほか{more}件"), format!(" and {more} more")),
        };
        findings.add(
            About::service::<Treatment>(&assessment.subject, &treatment.id).field("items"),
            Said::new(
                format!("リスク「{id}」{ja}は {rank} ランクですが、対策がありません"),
                format!("Risk \"{id}\"{en}: rank {rank} with no measure"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

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
