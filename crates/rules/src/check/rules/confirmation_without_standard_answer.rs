//! A standard answer is confirmed that no adopted set gives (GL 5.1.5 (1)(ア)).

use crate::answers::items_named;
use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{ItemRef, Said, ServiceProfile, Words};

/// Told once, naming the first. An id that is not in the catalogue is told of by catalogue-id-unknown.
pub const RULE: Rule = Rule {
    code: "confirmation-without-standard-answer",
    mark: Mark::Should,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new(
        "採っていない標準回答を確認済みとしている",
        "A standard answer is confirmed that was not adopted",
    ),
    why: Words::new(
        "標準回答を採っていなければ、確認済みと書いても何の回答にもなりません。",
        "Without an adopted set of standard answers a confirmation answers nothing.",
    ),
    help: Words::new(
        "service.toml の standard_answers に採る標準回答の名前を書くか、standard_answers_confirmed からその項目を消してください",
        "Name the sets you adopt in standard_answers of service.toml, or remove the items from standard_answers_confirmed",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let (catalogue, profile) = (assessment.subject.catalogue, &assessment.subject.service.profile);
    let given = |named: &ItemRef| {
        let items = items_named(catalogue, std::slice::from_ref(named));
        let mut sets = profile.standard_answers.iter();
        items.is_empty()
            || sets.any(|set| {
                let mut items = items.iter();
                items.any(|item| catalogue.standard_answer(set.as_str(), item).is_some())
            })
    };
    let confirmed = profile.standard_answers_confirmed.iter();
    let empty: Vec<&str> = confirmed
        .filter(|named| !given(named))
        .map(ItemRef::as_str)
        .collect();
    if !empty.is_empty() {
        let Said { ja, en } = listed(&empty);
        findings.add(
            About::service::<ServiceProfile>(&assessment.subject, "").field("standard_answers_confirmed"),
            Said::new(
                format!("採っている標準回答には、確認済みとした{ja}の回答がありません"),
                format!("No adopted set of standard answers answers {en}, said to be confirmed"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_confirmation_of_nothing_is_found() {
        let mut case = Case::clean(&RULE);
        let adopted = std::mem::take(&mut case.service().profile.standard_answers);
        assert_eq!(case.found(), [("warning", "service", "")]);
        assert!(case.told().contains("「1.1.①」"));
        case.service().profile.standard_answers_confirmed = vec![ItemRef("9.9.①".into())];
        assert!(case.found().is_empty());
        case.service().profile.standard_answers = adopted;
        case.service().profile.standard_answers_confirmed.clear();
        assert!(case.found().is_empty());
    }
}
