//! A risk of the highest rank has fewer than two measures (GL 5.1.3).

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
    code: "highest-risk-with-too-few-measures",
    mark: Mark::Must,
    guideline: "GL 5.1.3",
    title: Words::new(
        "最も高いリスクの対策が足りない",
        "The highest risk has too few measures",
    ),
    why: Words::new(
        "最も高いランクのリスクには、複数の対策が必須です。",
        "A risk of the highest rank demands several countermeasures.",
    ),
    help: Words::new(
        "このリスクに当たるリスク対応（treatments.csv）の items に、対策を二つ以上書いてください",
        "Name two or more measures in items of the treatments (treatments.csv) of this risk",
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
        if need(assessment.subject.catalogue, risk) == Some(TreatmentNeed::Several) {
            let rows = || {
                treating
                    .treatments_of(place)
                    .iter()
                    .map(|at| &service.treatments[*at])
            };
            let avoided = rows().any(|row| row.options.contains(&TreatmentOption::Avoid));
            if !avoided && together(rows()) < 2 {
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
                format!("リスク「{id}」{ja}は {rank} ランクですが、対策が二つに足りません"),
                format!("Risk \"{id}\"{en}: rank {rank} with fewer than two measures"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

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
