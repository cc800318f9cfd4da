//! A decision to exclude without its reason (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::Standing;
use mamori_domain::{Decision, DecisionKind, Said, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Excluding a flow excludes all its threats, so it needs a reason as well. What matches nothing is told by
/// decision-matches-nothing.
pub const RULE: Rule = Rule {
    code: "threat-excluded-without-reason",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new(
        "脅威を対象外とした理由がない",
        "A threat was excluded without a reason",
    ),
    why: Words::new(
        "対象外とした理由が残っていなければ、あとで正しかったかどうかを確かめられません。",
        "Without a recorded reason nobody can later tell whether the exclusion was right.",
    ),
    help: Words::new(
        "判断（decisions.csv）の reason に、当てはまらないと言える理由を書いてください",
        "Write into reason of decisions.csv why it does not apply",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let unmatched = &assessment.derived.unmatched_decisions;
    let silent = |row: &Decision| row.decision == DecisionKind::Exclude && row.reason.is_none();
    let mut excluded: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let decisions = subject.service.decisions.iter().enumerate();
    for (_, decision) in decisions.filter(|(place, row)| silent(row) && !unmatched.contains(place)) {
        excluded.insert(decision.pattern.as_str(), BTreeSet::new());
    }
    if excluded.is_empty() {
        return;
    }
    let threats = subject.catalogue.threats();
    for risk in &assessment.derived.risks {
        let Standing::Excluded(pattern) = &risk.standing else {
            continue;
        };
        let place = risk.threat.as_ref().and_then(|threat| threats.place(threat));
        if let (Some(found), Some(place)) = (excluded.get_mut(&**pattern), place) {
            found.insert(place);
        }
    }
    for (pattern, places) in excluded {
        let titles: Vec<_> = places
            .iter()
            .map(|place| &threats.as_slice()[*place].title)
            .collect();
        let ja = listed(&titles.iter().map(|title| &*title.ja).collect::<Vec<_>>()).ja;
        let en = listed(&titles.iter().map(|title| &*title.en).collect::<Vec<_>>()).en;
        let about = About::service::<Decision>(subject, Decision::key_with(pattern, DecisionKind::Exclude))
            .field("reason");
        findings.add(about, message(pattern, &ja, &en));
    }
}

fn message(pattern: &str, ja: &str, en: &str) -> Said {
    match ja.is_empty() {
        true => Said::new(
            format!("判断「{pattern}」で除外した理由がありません"),
            format!("Decision \"{pattern}\" excludes without a reason"),
        ),
        false => Said::new(
            format!("脅威{ja}を対象外とした理由がありません（判断「{pattern}」）"),
            format!("Threat {en} was excluded without a reason (decision \"{pattern}\")"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Pattern, Text};

    #[test]
    fn an_exclusion_needs_a_reason() {
        let mut case = Case::clean(&RULE);
        let pattern = "*/*/*/*/*/*/T10/*";
        case.service().decisions.insert(
            0,
            Decision {
                pattern: Pattern::new(pattern),
                decision: DecisionKind::Exclude,
                value: None,
                reason: None,
                who: None,
                date: None,
            },
        );
        assert_eq!(case.found(), [("error", "decision", "*/*/*/*/*/*/T10/* exclude")]);
        case.service().decisions[0].reason = Some(Text::read("高台にある").unwrap());
        assert!(case.found().is_empty());
    }
}
