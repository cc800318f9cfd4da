//! Advanced attacks were excluded for a flow over a network (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::{Standing, Thing};
use mamori_domain::{Decision, DecisionKind, Said, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Only where something is connected: a device that stands alone may leave the threat out.
pub const RULE: Rule = Rule {
    code: "advanced-attack-dismissed",
    mark: Mark::Strong,
    guideline: "GL 5.1.1",
    title: Words::new(
        "高度なサイバー攻撃を対象外としている",
        "Advanced attacks are excluded",
    ),
    why: Words::new(
        "外とつながらない網の中でも、標的を絞った攻撃は起こり得ます。",
        "Attacks aimed at one target happen inside closed networks too.",
    ),
    help: Words::new(
        "判断（decisions.csv）を見直し、除外を取り消すか、影響度・顕在化率を改める判断に変えてください",
        "Look at the decision in decisions.csv again: withdraw it, or set impact or likelihood instead",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let flows = &assessment.derived.flows;
    let lines = &subject.service.connections;
    let ends: BTreeSet<_> = lines
        .iter()
        .flat_map(|row| std::iter::once(&row.from).chain(&row.to))
        .collect();
    let networked = |thing: &Thing| match thing {
        Thing::Connection(_) => true,
        Thing::Equipment(id) => ends.contains(id),
        Thing::Medium(_) | Thing::Transport(_) => false,
    };
    let mut dismissed: BTreeMap<&str, usize> = BTreeMap::new();
    for risk in &assessment.derived.risks {
        let (Standing::Excluded(pattern), Some(threat), Some(flow)) =
            (&risk.standing, &risk.threat, risk.flow)
        else {
            continue;
        };
        let flow = &flows[flow];
        if threat.as_str() == ADVANCED_ATTACK && flow.standing.counts() && networked(&flow.thing) {
            *dismissed.entry(pattern).or_default() += 1;
        }
    }
    for (pattern, count) in dismissed {
        findings.add(
            About::service::<Decision>(subject, Decision::key_with(pattern, DecisionKind::Exclude)),
            Said::new(
                format!("閉じた網の中でも高度なサイバー攻撃は起こり得ます。{count}件のリスクを対象外にした判断「{pattern}」を見直してください"),
                format!("Advanced attacks happen in closed networks too; think again about decision \"{pattern}\", which excludes {count} risks"),
            ),
        );
    }
}

/// The threat of advanced cyber attacks in table 5-1; every edition keeps the numbers of its threats.
const ADVANCED_ATTACK: &str = "T3";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Pattern, Text};

    #[test]
    fn excluding_advanced_attacks_on_what_is_connected_is_found() {
        let mut case = Case::clean(&RULE);
        let exclude = |pattern: &str| Decision {
            pattern: Pattern::new(pattern),
            decision: DecisionKind::Exclude,
            value: None,
            reason: Some(Text::read("閉域網だから").unwrap()),
            who: None,
            date: None,
        };
        case.service().decisions = vec![exclude("*/*/*/*/*/*/T4/*")];
        assert!(case.found().is_empty());
        case.service().decisions = vec![exclude("*/*/*/*/*/*/T3/*")];
        assert_eq!(
            case.found(),
            [("warning", "decision", "*/*/*/*/*/*/T3/* exclude")]
        );
        case.service().connections.clear();
        assert!(case.found().is_empty());
    }
}
