//! A risk that needs a response has no treatment (GL 5.1.4).

use crate::assessment::Assessment;
use crate::check::treated::needs_response;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::Risk;
use mamori_domain::{Said, Treatment, Words};
use std::collections::BTreeMap;

/// One finding for each scenario under each threat: its risks are usually treated together. While there is
/// no treatment at all, one for everything.
pub const RULE: Rule = Rule {
    code: "risk-without-treatment",
    mark: Mark::Must,
    guideline: "GL 5.1.4",
    title: Words::new("対応のないリスクがある", "A risk has no treatment"),
    why: Words::new(
        "高いリスクを見つけたまま対応を決めないのは、気付かなかったのと同じ結果になります。",
        "A high risk found and left without a decision ends like one nobody noticed.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）に行を足すか、いまある行の risks に、このリスクに当たる範囲を書き足してください",
        "Add a row to treatments.csv, or add what covers this risk to the risks of a row that exists",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let derived = &assessment.derived;
    let treating = assessment.treating();
    let mut open: BTreeMap<(Option<&str>, &str), Vec<&Risk>> = BTreeMap::new();
    for (place, risk) in derived.risks.iter().enumerate() {
        let untreated = risk.standing.counts() && treating.treatments_of(place).is_empty();
        if untreated && needs_response(assessment, risk) {
            let threat = risk.threat.as_ref().map(|threat| threat.as_str());
            open.entry((threat, &*risk.scenario)).or_default().push(risk);
        }
    }
    if assessment.subject.service.treatments.is_empty() && !open.is_empty() {
        let count: usize = open.values().map(Vec::len).sum();
        findings.add(
            About::service::<Treatment>(&assessment.subject, ""),
            Said::new(
                format!("リスクへの対応がまだ一つもありません（対応の要るリスクが{count}件あります）"),
                format!("No risk has a treatment yet ({count} risks need one)"),
            ),
        );
        return;
    }
    for ((threat, scenario), risks) in open {
        let (ja, en) = named(&risks);
        findings.add(
            About::service::<Treatment>(
                &assessment.subject,
                threat.map_or(scenario.to_owned(), |threat| format!("{threat}/{scenario}")),
            ),
            Said::new(
                format!("リスク{ja}への対応がまだありません"),
                format!("{en} no treatment yet"),
            ),
        );
    }
}

/// The highest risk by its id, and how many more there are.
fn named(risks: &[&Risk]) -> (String, String) {
    let highest = risks.iter().rev().max_by_key(|risk| risk.product);
    let id = highest.map_or("", |risk| &*risk.id);
    match risks.len() {
        0 | 1 => (format!("「{id}」"), format!("Risk \"{id}\" has")),
        count => {
            let more = count - 1;
            (
                format!("「{id}」ほか同じ筋書きの{more}件"),
                format!("Risk \"{id}\" and {more} more of the same scenario have"),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_high_risk_that_no_treatment_covers_is_found() {
        let mut case = Case::clean(&RULE);
        case.service()
            .treatments
            .retain(|row| row.id.as_str() != "eavesdropping");
        let found = case.found();
        assert!(!found.is_empty() && found.len() < 5, "told in groups: {found:?}");
        assert!(found.iter().all(|(severity, kind, id)| {
            *severity == "error" && *kind == "treatment" && id.starts_with("T2/")
        }));
        case.service().treatments.clear();
        assert_eq!(case.found(), [("error", "treatment", "")]);
    }
}
