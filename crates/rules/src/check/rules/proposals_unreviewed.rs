//! Derived flows and risks without a decision (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::{Flow, Origin, Standing};
use mamori_domain::{Layer, Phase, Said, Words};
use std::collections::BTreeMap;

/// One finding for each phase and layer: that is how people divide the looking-through among themselves.
pub const RULE: Rule = Rule {
    code: "proposals-unreviewed",
    mark: Mark::Should,
    guideline: "GL 5.1.1",
    title: Words::new(
        "まだ誰も確かめていない提案がある",
        "Proposals nobody has looked at",
    ),
    why: Words::new(
        "情報流とリスクの提案は構成から機械的に導いたもので、実際に合うかどうかは人にしか分かりません。",
        "Flows and risks are proposed mechanically from the configuration; whether they fit is for people to say.",
    ),
    help: Words::new(
        "リスク対応一覧などで内容を確かめ、判断（decisions.csv）に accept か、改める内容を書いてください。「operation/app/*」のようにまとめて書けます",
        "Look through them, for example in the risk treatment list, and write accept or what you change into decisions.csv; a pattern such as operation/app/* takes a whole group",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let derived = &assessment.derived;
    let open = |origin, standing: &Standing| origin == Origin::Derived && *standing == Standing::Proposed;
    let mut groups: BTreeMap<(Phase, Layer), (usize, usize)> = BTreeMap::new();
    let group = |flow: &Flow| (flow.phase, flow.layer);
    for flow in derived
        .flows
        .iter()
        .filter(|flow| open(flow.origin, &flow.standing))
    {
        groups.entry(group(flow)).or_default().0 += 1;
    }
    for risk in derived
        .risks
        .iter()
        .filter(|risk| open(risk.origin, &risk.standing))
    {
        if let Some(flow) = risk
            .flow
            .map(|at| &derived.flows[at])
            .filter(|flow| flow.standing.counts())
        {
            groups.entry(group(flow)).or_default().1 += 1;
        }
    }
    for ((phase, layer), (flows, risks)) in groups {
        let pattern = format!("{}/{}/*", phase.code(), layer.code());
        let (phase, layer, count) = (phase.words(), layer.words(), flows + risks);
        findings.add(
            About::derived(subject, "proposals", pattern),
            Said::new(
                format!("まだ誰も確かめていない提案が{count}件あります（{}・{}：情報流{flows}件、リスク{risks}件）", phase.ja, layer.ja),
                format!("{count} proposals nobody has looked at ({}, {}: {flows} flows, {risks} risks)", phase.en, layer.en),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn proposals_without_a_decision_are_told_once_for_phase_and_layer() {
        let mut case = Case::clean(&RULE);
        case.service()
            .decisions
            .retain(|row| row.pattern.as_str() != "contract-end/*");
        let found = case.found();
        assert_eq!(
            found.first(),
            Some(&("warning", "proposals", "contract-end/app/*"))
        );
        assert!(found.len() <= Layer::ALL.len());
        case.service().decisions.clear();
        assert!(case.found().len() > Layer::ALL.len());
    }
}
