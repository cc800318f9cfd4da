//! Control items rest on standard answers that nobody confirmed (GL 5.1.5 (1)(ア)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, ServiceProfile, Words};
use std::collections::BTreeMap;

/// One finding for each group; while nothing is confirmed at all, one for everything.
pub const RULE: Rule = Rule {
    code: "standard-answer-unconfirmed",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(ア)",
    title: Words::new(
        "確認していない標準回答がある",
        "Standard answers nobody confirmed",
    ),
    why: Words::new(
        "標準回答はよくある形を書いたもので、自社がそのとおりとは限りません。確かめるまでは回答になりません。",
        "Standard answers describe what is common, which need not be what you do; until confirmed they are no answer.",
    ),
    help: Words::new(
        "標準回答を読み、そのとおりなら service.toml の standard_answers_confirmed に項目か小項目を書いてください。違うところは answers.csv に自社の回答を書きます",
        "Read them; where they are true, list the items or measures in standard_answers_confirmed of service.toml, and answer in answers.csv where yours differ",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let mut open: BTreeMap<usize, usize> = BTreeMap::new();
    for item in subject.catalogue.items() {
        let answer = assessment.answers.get(&item.id);
        if answer.is_some_and(|answer| answer.is_unconfirmed()) {
            let place = subject
                .catalogue
                .groups()
                .place(item.group.as_str())
                .unwrap_or_default();
            *open.entry(place).or_default() += 1;
        }
    }
    let profile = &subject.service.profile;
    if profile.standard_answers_confirmed.is_empty() && open.len() > 1 {
        let count: usize = open.values().sum();
        findings.add(
            About::service::<ServiceProfile>(subject, "").field("standard_answers_confirmed"),
            Said::new(
                format!("標準回答のままで確認していない対策項目が{count}件あります（どの標準回答もまだ確認していません）"),
                format!("{count} control items rest on standard answers, none of which anybody confirmed"),
            ),
        );
        return;
    }
    for (place, count) in open {
        let group = &subject.catalogue.groups().as_slice()[place];
        let (id, title) = (&group.id, &group.title);
        findings.add(
            About::service::<ServiceProfile>(subject, "").field("standard_answers_confirmed"),
            Said::new(
                format!(
                    "標準回答のままで確認していない対策項目が{count}件あります（{id} {}）",
                    title.ja
                ),
                format!(
                    "{count} control items rest on standard answers nobody confirmed ({id} {})",
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
    fn an_unconfirmed_group_is_found_once() {
        let mut case = Case::clean(&RULE);
        case.service()
            .profile
            .standard_answers_confirmed
            .retain(|item| !item.as_str().starts_with("3.19."));
        assert_eq!(case.found(), [("error", "service", "")]);
        assert!(case.told().contains("3.19 "));
        case.service().profile.standard_answers_confirmed.clear();
        assert_eq!(case.found(), [("error", "service", "")]);
        assert!(!case.told().contains("3.19 "));
    }
}
