//! A condition is denied that the configuration shows (GL 5.1.5 (1)(ア)).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, StatedCondition, Words};
use std::collections::BTreeMap;

/// A reason changes nothing: what the configuration shows holds, and the reason is printed beside it.
pub const RULE: Rule = Rule {
    code: "condition-denied-but-shown",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new(
        "構成にあるものを「ない」としている",
        "A condition is denied but shown",
    ),
    why: Words::new(
        "条件が「ない」となっていると、要るはずの対策が当てはまらないことになります。",
        "A condition denied makes measures drop out that are needed.",
    ),
    help: Words::new(
        "conditions.csv の holds を yes に改めるか、その行を消すか、構成のほうを直してください。理由を書いても、構成にあるあいだは「ある」ものとして扱います",
        "Set holds in conditions.csv to yes, remove the row, or correct the configuration; a reason changes nothing while the configuration shows it",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let states: BTreeMap<&str, _> = assessment
        .conditions
        .iter()
        .map(|state| (state.id.as_str(), state))
        .collect();
    let denied = |row: &&StatedCondition| !row.holds.is_yes();
    for row in subject.service.conditions.iter().filter(denied) {
        let id = row.condition.as_str();
        let (Some(state), Some(condition)) = (states.get(id), subject.catalogue.conditions().get(id)) else {
            continue;
        };
        if state.shown_by.is_empty() {
            continue;
        }
        let things: Vec<&str> = state.shown_by.iter().map(|(_, thing)| thing.as_str()).collect();
        let (Said { ja, en }, title) = (listed(&things), &condition.title);
        findings.add(
            About::service::<StatedCondition>(subject, id).field("holds"),
            Said::new(
                format!("「{}」はないとありますが、構成には{ja}があります", title.ja),
                format!("\"{}\" is denied, but the configuration shows {en}", title.en),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{ConditionRef, YesNo};

    #[test]
    fn a_denied_wireless_lan_is_found() {
        let mut case = Case::clean(&RULE);
        let mut row = case.service().conditions[0].clone();
        (row.condition, row.holds) = (ConditionRef("wireless_lan".into()), YesNo::No);
        case.service().conditions.push(row);
        assert!(case.service().conditions.last().unwrap().reason.is_some());
        assert_eq!(case.found(), [("error", "condition", "wireless_lan")]);
        case.service().conditions.last_mut().unwrap().reason = None;
        assert_eq!(case.found(), [("error", "condition", "wireless_lan")]);
        case.service().conditions.last_mut().unwrap().condition = ConditionRef("byod".into());
        assert!(case.found().is_empty());
    }
}
