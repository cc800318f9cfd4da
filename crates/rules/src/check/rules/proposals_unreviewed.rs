//! Derived flows and risks without a decision (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::{Origin, RiskText, Standing};
use mamori_catalogue::ThreatId;
use mamori_domain::{Said, Words};
use std::collections::BTreeMap;

/// One finding for each thing and threat, never for each cell: that is what a person can judge at once.
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

/// What waits in one group.
#[derive(Default)]
struct Waiting<'a> {
    /// Name of the thing as typed; its id where no risk tells the name.
    name: Option<&'a str>,
    flows: usize,
    risks: usize,
}

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let derived = &assessment.derived;
    let open = |origin, standing: &Standing| origin == Origin::Derived && *standing == Standing::Proposed;
    let mut groups: BTreeMap<(&str, Option<&ThreatId>), Waiting<'_>> = BTreeMap::new();
    for risk in derived
        .risks
        .iter()
        .filter(|risk| open(risk.origin, &risk.standing))
    {
        let Some(flow) = risk
            .flow
            .map(|at| &derived.flows[at])
            .filter(|flow| flow.standing.counts())
        else {
            continue;
        };
        let group = groups.entry((flow.thing.id(), risk.threat.as_ref())).or_default();
        group.risks += 1;
        if let RiskText::Derived { names, .. } = &risk.text {
            group.name = Some(&names.thing);
        }
    }
    for flow in derived
        .flows
        .iter()
        .filter(|flow| open(flow.origin, &flow.standing))
    {
        // A flow is looked through with its risks; only one whose risks are all decided waits alone.
        let waits_with_risks = groups.range((flow.thing.id(), None)..).next();
        if waits_with_risks.is_none_or(|((thing, _), group)| *thing != flow.thing.id() || group.risks == 0) {
            groups.entry((flow.thing.id(), None)).or_default().flows += 1;
        }
    }
    for ((thing, threat), waiting) in groups {
        tell(assessment, thing, threat, &waiting, findings);
    }
}

fn tell(
    assessment: &Assessment<'_>,
    thing: &str,
    threat: Option<&ThreatId>,
    waiting: &Waiting<'_>,
    findings: &mut Findings,
) {
    let subject = &assessment.subject;
    let name = waiting.name.unwrap_or(thing);
    let title = threat
        .and_then(|id| subject.catalogue.threats().get(id))
        .map(|threat| &threat.title);
    let (id, message) = match (threat, title) {
        (Some(id), Some(title)) => {
            let (pattern, risks) = (format!("*/*/*/*/{thing}/*/{id}/*"), waiting.risks);
            let ja = format!(
                "「{name}」への脅威「{}」の提案{risks}件を、まだ誰も確かめていません（対象は {pattern}）",
                title.ja
            );
            let en = format!(
                "{risks} proposals on \"{name}\" and the threat \"{}\" were not looked at ({pattern})",
                title.en
            );
            (format!("{thing}/{id}"), Said::new(ja, en))
        }
        _ => {
            let flows = waiting.flows;
            let ja = format!("「{name}」の情報流の提案{flows}件を、まだ誰も確かめていません");
            (
                thing.to_owned(),
                Said::new(
                    ja,
                    format!("{flows} proposed flows of \"{name}\" were not looked at"),
                ),
            )
        }
    };
    findings.add(About::derived(subject, "proposals", id), message);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn proposals_without_a_decision_are_told_once_for_thing_and_threat() {
        let mut case = Case::clean(&RULE);
        case.service().decisions.clear();
        let groups: Vec<String> = case.found().into_iter().map(|(_, _, id)| id.to_owned()).collect();
        assert!(groups.contains(&"billing-terminal/T1".to_owned()), "{groups:?}");
        assert!(groups.len() > case.service().equipment.len(), "{groups:?}");
        let distinct: std::collections::BTreeSet<&String> = groups.iter().collect();
        assert_eq!(distinct.len(), groups.len(), "a group is told once");
    }
}
