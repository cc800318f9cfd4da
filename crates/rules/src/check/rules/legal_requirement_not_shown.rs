//! A requirement is said to apply although the service states that it does not (GL 6).

use crate::assessment::Assessment;
use crate::check::requirements::{named, signs};
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::ChapterSixRequirement;
use mamori_domain::{LegalFact, Said, Words, YesNo};

/// The reverse of legal-requirement-denied: one of the two statements is wrong, and control items hang on the other.
pub const RULE: Rule = Rule {
    code: "legal-requirement-not-shown",
    mark: Mark::Should,
    guideline: "GL 6",
    title: Words::new(
        "対応するとした要求事項がサービスの内容と合わない",
        "A requirement is said to apply although the service states otherwise",
    ),
    why: Words::new(
        "開示書では対応すると言い、対策項目では対象外としていると、医療機関等はどちらを信じてよいか分かりません。",
        "When the disclosure says that a requirement is met and the control items leave it out, an institution cannot tell which to believe.",
    ),
    help: Words::new(
        "services/＜サービス＞/legal.csv の applies を no にして理由を書くか、サービスの内容（service.toml の e_documents・external_storage、conditions.csv の e_signature）を直してください",
        "Set applies in services/<service>/legal.csv to no and say why, or mend what the service states (e_documents and external_storage in service.toml, e_signature in conditions.csv)",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let claimed = subject.service.legal.iter().filter(|row| row.applies.is_yes());
    for row in claimed {
        let Some((requirement, title)) = named(subject.catalogue, row.point.as_str()) else {
            continue;
        };
        if let Some(stated) = stated_otherwise(assessment, requirement) {
            findings.add(
                About::service::<LegalFact>(subject, &row.point).field("applies"),
                Said::new(
                    format!(
                        "制度上の要求事項「{}」に対応するとありますが、{}",
                        title.ja, stated.ja
                    ),
                    format!("Requirement \"{}\" is said to apply, but {}", title.en, stated.en),
                ),
            );
        }
    }
}

/// What the service states to the contrary.
fn stated_otherwise(assessment: &Assessment<'_>, requirement: &ChapterSixRequirement) -> Option<Words> {
    let profile = &assessment.subject.service.profile;
    let no = |field: Option<YesNo>| field == Some(YesNo::No);
    match requirement.id.as_str() {
        "electronic-storage" if no(profile.e_documents) => Some(Words::new(
            "サービスは法令で保存が必要な文書を扱わないとしています",
            "the service states that it keeps no documents that the law demands",
        )),
        "electronic-signature" if signs(assessment) == Some(false) => Some(Words::new(
            "サービスは電子署名を扱わないとしています",
            "the service states that it handles no electronic signatures",
        )),
        "external-storage" if no(profile.external_storage) => Some(Words::new(
            "サービスは診療録等を医療機関等の外で保存しないとしています",
            "the service states that it stores nothing outside the institution",
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_requirement_that_the_service_states_away_is_found() {
        let mut case = Case::clean(&RULE);
        let mut rows = case.service().legal.iter_mut();
        let row = rows.find(|row| row.point.as_str() == "electronic-signature");
        row.unwrap().applies = YesNo::Yes;
        assert_eq!(case.found(), [("warning", "legal-fact", "electronic-signature")]);
        let mut conditions = case.service().conditions.iter_mut();
        let condition = conditions.find(|row| row.condition.as_str() == "e_signature");
        condition.unwrap().holds = YesNo::Yes;
        assert!(case.found().is_empty());
        let profile = &mut case.service().profile;
        (profile.e_documents, profile.external_storage) = (Some(YesNo::No), Some(YesNo::No));
        let found = ["electronic-storage", "external-storage"];
        assert_eq!(case.found(), found.map(|point| ("warning", "legal-fact", point)));
    }
}
