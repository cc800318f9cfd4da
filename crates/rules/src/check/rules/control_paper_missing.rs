//! A paper that control items ask for does not exist (GL 5.1.6 (2)).

use crate::assessment::Assessment;
use crate::check::Severity;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::{PaperCertainty, PaperKind};
use mamori_domain::{AnswerStatus, ContinuityPlan, Policy, Said, Words};
use std::collections::{BTreeMap, BTreeSet};

/// One finding for each kind of paper; a warning where no item names it and only the context tells. A paper
/// that names the item or its measure will do as well.
pub const RULE: Rule = Rule {
    code: "control-paper-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)",
    title: Words::new(
        "対策項目が求める文書がない",
        "A paper that control items ask for is missing",
    ),
    why: Words::new(
        "文書に定めてあるはずの決まりがなければ、その対策は人が替わると続きません。",
        "A rule that should be in writing and is not does not outlast the people who know it.",
    ),
    help: Words::new(
        "決まりを文書にし、organisation/policies.csv に書いてください。記録の様式なら、対象の項目（items）とともに organisation/papers.csv に、事業継続計画なら organisation/continuity.toml に書きます",
        "Put the rule into writing and list it in organisation/policies.csv; a form goes into organisation/papers.csv with the items it serves, the continuity plan into organisation/continuity.toml",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let organisation = &subject.workspace.organisation;
    let there: BTreeSet<&str> = organisation
        .policies
        .iter()
        .map(|policy| policy.kind.code())
        .collect();
    let named: BTreeSet<&str> = organisation
        .papers
        .iter()
        .flat_map(|paper| &paper.items)
        .map(|item| item.as_str())
        .collect();
    let mut open: BTreeMap<PaperKind, (Severity, Vec<&str>)> = BTreeMap::new();
    for item in subject.catalogue.items() {
        let answer = assessment.answers.get(&item.id);
        let done = answer.is_some_and(|answer| answer.status == Some(AnswerStatus::Implemented));
        let Some(paper) = item.paper.filter(|_| done) else {
            continue;
        };
        let exists = match paper.kind {
            PaperKind::ContinuityPlan => organisation.continuity.title.is_some(),
            // The catalogue and the model call the other kinds by the same words.
            kind => there.contains(kind.code()),
        };
        if !exists && !named.contains(item.id.as_str()) && !named.contains(item.measure.as_str()) {
            let (severity, items) = open.entry(paper.kind).or_insert((Severity::Warning, Vec::new()));
            items.push(item.id.as_str());
            if paper.certainty == PaperCertainty::Stated {
                *severity = Severity::Error;
            }
        }
    }
    for (kind, (severity, items)) in open {
        let (Said { ja, en }, paper) = (listed(&items), kind.words());
        let about = match kind {
            PaperKind::ContinuityPlan => About::organisation::<ContinuityPlan>("").field("title"),
            _ => About::organisation::<Policy>(""),
        };
        findings.add_as(
            severity,
            about,
            Said::new(
                format!("対策項目{ja}が求める文書「{}」がありません", paper.ja),
                format!(
                    "The paper \"{}\" that control items {en} ask for does not exist",
                    paper.en
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, PolicyKind};

    #[test]
    fn a_missing_paper_is_found_once_for_its_kind() {
        let mut case = Case::clean(&RULE);
        case.workspace
            .organisation
            .policies
            .retain(|row| row.kind != PolicyKind::AccessRules);
        assert_eq!(case.found(), [("error", "policy", "")]);
        assert!(case.told().contains("アクセス管理規程"));
    }
    #[test]
    fn the_catalogue_and_the_model_call_papers_by_the_same_words() {
        let mut case = Case::clean(&RULE);
        for kind in PaperKind::ALL
            .into_iter()
            .filter(|kind| *kind != PaperKind::ContinuityPlan)
        {
            assert!(PolicyKind::read(kind.code()).is_ok(), "{}", kind.code());
        }
        case.workspace.organisation.continuity.title = None;
        assert!(case.found().iter().all(|(_, kind, _)| *kind == "continuity"));
    }
}
