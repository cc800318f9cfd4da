//! An item is answered not applicable although its condition holds (GL 5.1.5 (1)(ア)).

use crate::Subject;
use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::ConditionState;
use mamori_domain::{Answer, AnswerStatus, Said, Words};
use std::collections::{BTreeMap, BTreeSet};

/// The condition is that of the item, or the one the answer names as its ground. One finding for each row and
/// condition.
pub const RULE: Rule = Rule {
    code: "not-applicable-despite-configuration",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new(
        "構成と合わない「該当なし」がある",
        "Not applicable despite the configuration",
    ),
    why: Words::new(
        "構成に当たるものがあるのに該当なしとすると、要る対策が抜け落ちます。",
        "What the configuration shows needs its measures; not applicable makes them drop out.",
    ),
    help: Words::new(
        "answers.csv の status を改めて実施の状況を書くか、構成・条件（conditions.csv）のほうを直してください",
        "Correct status in answers.csv and say how it stands, or correct the configuration or conditions.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let holding: BTreeMap<&str, &ConditionState> = assessment
        .conditions
        .iter()
        .filter(|state| state.holds == Some(true))
        .map(|state| (state.id.as_str(), state))
        .collect();
    let mut told = BTreeSet::new();
    for item in subject.catalogue.items() {
        let answer = assessment.answers.get(&item.id);
        let Some(answer) = answer.filter(|answer| answer.status == Some(AnswerStatus::NotApplicable)) else {
            continue;
        };
        let grounds = item.condition.as_ref().map(|condition| condition.as_str());
        let grounds = grounds
            .into_iter()
            .chain(answer.fact.as_ref().map(|fact| fact.as_str()));
        for state in grounds.filter_map(|id| holding.get(id)) {
            let key = answer.row_key.as_deref().unwrap_or(item.id.as_str());
            if told.insert((key, &state.id)) {
                let scope = answer.scope.clone().unwrap_or(subject.scope());
                findings.add(
                    About::row::<Answer>(scope, key).field("status"),
                    message(subject, key, state),
                );
            }
        }
    }
}

fn message(subject: &Subject<'_>, item: &str, state: &ConditionState) -> Said {
    let things: Vec<&str> = state.shown_by.iter().map(|(_, thing)| thing.as_str()).collect();
    let condition = subject.catalogue.conditions().get(state.id.as_str());
    let (title_ja, title_en) = condition.map_or((state.id.as_str(), state.id.as_str()), |condition| {
        (condition.title.ja.as_str(), condition.title.en.as_str())
    });
    let Said { ja, en } = listed(&things);
    match things.is_empty() {
        true => Said::new(
            format!("対策項目「{item}」は該当なしですが、「{title_ja}」と申告しています"),
            format!("Control item \"{item}\" is not applicable, but \"{title_en}\" is declared"),
        ),
        false => Said::new(
            format!("対策項目「{item}」は該当なしですが、構成には{ja}があります（{title_ja}）"),
            format!(
                "Control item \"{item}\" is not applicable, but the configuration shows {en} ({title_en})"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{ConditionRef, ItemRef};

    #[test]
    fn a_wireless_lan_that_does_not_apply_is_found() {
        let mut case = Case::clean(&RULE);
        let at = case
            .service()
            .answers
            .iter()
            .position(|row| row.item.as_str() == "3.8.④-1")
            .unwrap();
        case.service().answers[at].status = AnswerStatus::NotApplicable;
        assert_eq!(case.found(), [("error", "answer", "3.8.④-1")]);
        assert!(case.told().contains("「clinic-wireless-lan」"));
        let row = &mut case.service().answers[at];
        (row.item, row.fact) = (
            ItemRef("1.1.①".into()),
            Some(ConditionRef("emergency_account".into())),
        );
        assert_eq!(case.found(), [("error", "answer", "1.1.①")]);
        assert!(case.told().contains("申告"));
    }
}
