//! It is not said whether a condition holds that no drawing shows (GL 5.1.5 (1)(ア)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::ConditionState;
use mamori_catalogue::ConditionSource;
use mamori_domain::{Said, StatedCondition, Words};

/// While none of them is answered, one finding asks for all.
pub const RULE: Rule = Rule {
    code: "condition-not-declared",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new("有無を答えていない条件がある", "A condition is not declared"),
    why: Words::new(
        "対策項目には、ある条件のときだけ当てはまるものがあります。条件の有無が分からないと、要る対策が決まりません。",
        "Some control items apply under a condition only. Unless it is known whether it holds, the measures needed are not.",
    ),
    help: Words::new(
        "conditions.csv に、条件（condition）と有無（holds：yes か no）、理由（reason）を書いてください",
        "Write the condition, whether it holds (yes or no) and the reason into conditions.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let asked = |state: &ConditionState| {
        let condition = subject.catalogue.conditions().get(state.id.as_str())?;
        (condition.source == ConditionSource::Declared && state.shown_by.is_empty()).then_some(condition)
    };
    let conditions = || assessment.conditions.iter();
    let open: Vec<_> = conditions()
        .filter(|state| !state.stated)
        .filter_map(asked)
        .collect();
    let answered = conditions().any(|state| state.stated);
    if !answered && open.len() > 1 {
        let ja: String = open
            .iter()
            .map(|condition| format!("「{}」", condition.title.ja))
            .collect();
        let en: Vec<_> = open
            .iter()
            .map(|condition| format!("\"{}\"", condition.title.en))
            .collect();
        findings.add(
            About::service::<StatedCondition>(subject, ""),
            Said::new(
                format!("{ja}の有無を答えてください。構成からは分かりません"),
                format!(
                    "Say whether these hold; the configuration does not show it: {}",
                    en.join(", ")
                ),
            ),
        );
        return;
    }
    for condition in open {
        let title = &condition.title;
        findings.add(
            About::service::<StatedCondition>(subject, &condition.id),
            Said::new(
                format!("「{}」の有無を答えてください。構成からは分かりません", title.ja),
                format!(
                    "Say whether \"{}\" holds; the configuration does not show it",
                    title.en
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn what_no_drawing_shows_is_asked_for() {
        let mut case = Case::clean(&RULE);
        case.service()
            .conditions
            .retain(|row| row.condition.as_str() != "patient_access");
        assert_eq!(case.found(), [("error", "condition", "patient_access")]);
        case.service().conditions.clear();
        assert_eq!(case.found(), [("error", "condition", "")]);
    }
}
