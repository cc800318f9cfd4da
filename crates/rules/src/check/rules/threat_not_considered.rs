//! A flow and a threat that nobody held against one another (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::Derived;
use mamori_catalogue::{Entry, Register, Threat};
use mamori_domain::{Pattern, Said, StatedRisk, Words};

/// One finding for each threat, with the number of flows, because a large service has thousands of flows.
pub const RULE: Rule = Rule {
    code: "threat-not-considered",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new("検討していない脅威がある", "A threat was not considered"),
    why: Words::new(
        "情報流の一つ一つを、代表的な脅威のすべてと突き合わせます。当てはまらない場合も、理由が要ります。",
        "Every flow is held against every representative threat; where one does not apply, a reason is needed.",
    ),
    help: Words::new(
        "リスク（risks.csv）に、その情報流と脅威のリスクを書くか、当てはまらないなら判断（decisions.csv）で理由を付けて除外してください",
        "State a risk for the flow and the threat in risks.csv, or exclude it with a reason in decisions.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let threats = subject.catalogue.threats();
    let mut considered = considered(&assessment.derived, threats);
    let stated: Vec<(usize, &Pattern)> = subject
        .service
        .risks
        .iter()
        .filter_map(|row| named(row, threats))
        .collect();
    for (place, threat) in threats.iter().enumerate() {
        let patterns: Vec<&Pattern> = stated
            .iter()
            .filter(|(of, _)| *of == place)
            .map(|(_, pattern)| *pattern)
            .collect();
        let mut open = Vec::new();
        for (at, flow) in assessment
            .derived
            .flows
            .iter()
            .enumerate()
            .filter(|(_, flow)| flow.standing.counts())
        {
            let cell = &mut considered[at * threats.len() + place];
            *cell |= !*cell && patterns.iter().any(|pattern| pattern.covers(&flow.id));
            if !*cell {
                open.push(&*flow.id);
            }
        }
        if let Some(first) = open.first() {
            findings.add(
                About::derived(subject, "threat", threat.id()),
                Said::new(
                    format!(
                        "{}件の情報流（「{first}」など）について、脅威「{}」を検討していません",
                        open.len(),
                        threat.title.ja
                    ),
                    format!(
                        "Threat \"{}\" was not considered for {} flows (\"{first}\" and the like)",
                        threat.title.en,
                        open.len()
                    ),
                ),
            );
        }
    }
}

/// For every flow and threat, whether derivation or a person said something: a risk, or a reason why
/// the threat does not apply.
fn considered(derived: &Derived, threats: &Register<Threat>) -> Vec<bool> {
    let mut considered = vec![false; derived.flows.len() * threats.len()];
    let mut mark = |flow: usize, threat: &str| {
        if let Some(place) = threats.place(threat) {
            considered[flow * threats.len() + place] = true;
        }
    };
    for cell in derived
        .grid
        .iter()
        .filter(|cell| !cell.applies && !cell.reason.is_empty())
    {
        mark(cell.flow, cell.threat.as_str());
    }
    for risk in &derived.risks {
        if let (Some(flow), Some(threat)) = (risk.flow, &risk.threat) {
            mark(flow, threat.as_str());
        }
    }
    considered
}

/// The threat a stated risk is about and the flows it covers; derivation points to the first of them.
fn named<'a>(row: &'a StatedRisk, threats: &Register<Threat>) -> Option<(usize, &'a Pattern)> {
    Some((threats.place(row.threat.as_ref()?.as_str())?, &row.flow))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Id, Step, Text, ThreatRef};

    #[test]
    fn a_cell_with_neither_risk_nor_reason_is_told_once_for_its_threat() {
        let mut case = Case::clean(&RULE);
        let drop_risks = |assessment: &mut Assessment<'_>| {
            let gone = |id: &str| id == "T4";
            assessment
                .derived
                .risks
                .retain(|risk| risk.threat.as_ref().is_none_or(|threat| !gone(threat.as_str())));
            assessment.derived.grid.retain(|cell| !gone(cell.threat.as_str()));
        };
        assert_eq!(case.found_after(drop_risks), [("error", "threat", "T4")]);
        case.service().risks.push(StatedRisk {
            id: Id::parse("leak-of-everything").unwrap(),
            flow: Pattern::new("*"),
            threat: Some(ThreatRef("T4".into())),
            other_threat: None,
            scenario: Text::read("持ち出される").unwrap(),
            impact: Step(5),
            likelihood: Step(3),
            reason: None,
        });
        assert!(case.found_after(drop_risks).is_empty());
    }

    #[test]
    fn a_cell_that_does_not_apply_needs_its_reason() {
        let mut case = Case::clean(&RULE);
        let reasonless = |assessment: &mut Assessment<'_>| {
            let cell = assessment
                .derived
                .grid
                .iter_mut()
                .find(|cell| !cell.applies)
                .unwrap();
            cell.reason = "".into();
        };
        assert_eq!(case.found_after(reasonless).len(), 1);
    }
}
