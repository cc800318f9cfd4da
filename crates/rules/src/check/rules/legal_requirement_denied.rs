//! A requirement is said not to apply although the service shows that it does (GL 6).

use crate::assessment::Assessment;
use crate::check::requirements::{handles_medical_information, named, signs};
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::ChapterSixRequirement;
use mamori_domain::{LegalFact, Said, Words, YesNo};

/// The law of the country applies wherever medical information is handled (6.1). The others are shown by the service's own statements: documents kept electronically (6.2), electronic signature (6.3), documents kept past their period (6.4), external storage (6.5).
pub const RULE: Rule = Rule {
    code: "legal-requirement-denied",
    mark: Mark::Must,
    guideline: "GL 6",
    title: Words::new(
        "対象外とした要求事項がサービスの内容と合わない",
        "A requirement is denied although it applies",
    ),
    why: Words::new(
        "対象外とした要求は誰も守りません。サービスの内容と食い違っていれば、満たすべき要求が抜けます。",
        "Nobody keeps a requirement that is said not to apply; where the service shows otherwise, a duty is left open.",
    ),
    help: Words::new(
        "services/＜サービス＞/legal.csv の applies を yes にして対応を書くか、サービスの内容（service.toml の e_documents・external_storage、conditions.csv の e_signature）を直してください。医療情報を扱うかぎり、国内法の要求は外せません",
        "Set applies in services/<service>/legal.csv to yes and say how it is met, or mend what the service states (e_documents and external_storage in service.toml, e_signature in conditions.csv); where medical information is handled, domestic law cannot be put out of scope",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let denied = subject
        .service
        .legal
        .iter()
        .filter(|row| row.applies == YesNo::No);
    for row in denied {
        let Some((requirement, title)) = named(subject.catalogue, row.point.as_str()) else {
            continue;
        };
        if let Some(shown) = shown(assessment, requirement) {
            findings.add(
                About::service::<LegalFact>(subject, &row.point).field("applies"),
                Said::new(
                    format!(
                        "制度上の要求事項「{}」は対象外とありますが、{}",
                        title.ja, shown.ja
                    ),
                    format!(
                        "Requirement \"{}\" is said not to apply, but {}",
                        title.en, shown.en
                    ),
                ),
            );
        }
    }
}

/// What shows that a requirement applies.
fn shown(assessment: &Assessment<'_>, requirement: &ChapterSixRequirement) -> Option<Words> {
    let profile = &assessment.subject.service.profile;
    let yes = |field: Option<YesNo>| field == Some(YesNo::Yes);
    match requirement.id.as_str() {
        "domestic-law" if handles_medical_information(assessment) => {
            Some(Words::new("医療情報を扱います", "medical information is handled"))
        }
        "electronic-storage" if yes(profile.e_documents) => Some(Words::new(
            "サービスは法令で保存が必要な文書を電子で保存します",
            "the service keeps documents that the law demands in electronic form",
        )),
        "electronic-signature" if signs(assessment) == Some(true) => Some(Words::new(
            "サービスは電子署名を扱います",
            "the service handles electronic signatures",
        )),
        // What is kept stays when its period is over, and is then a document that needs care.
        "sensitive-documents" if yes(profile.e_documents) || yes(profile.external_storage) => {
            Some(Words::new(
                "サービスは診療録等を電子で保存し、保存年限を過ぎたものも預かります",
                "the service keeps records electronically, those past their period among them",
            ))
        }
        "external-storage" if yes(profile.external_storage) => Some(Words::new(
            "サービスは診療録等を医療機関等の外で保存します",
            "the service stores charts and records outside the institution",
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::LegalPointRef;

    fn deny(case: &mut Case, point: &str) {
        case.service().legal.retain(|row| row.point.as_str() != point);
        let mut row = case.service().legal[0].clone();
        (row.point, row.applies) = (LegalPointRef(point.into()), YesNo::No);
        case.service().legal.push(row);
    }

    #[test]
    fn what_the_service_states_cannot_be_denied() {
        let mut case = Case::clean(&RULE);
        let profile = &mut case.service().profile;
        (profile.e_documents, profile.external_storage) = (Some(YesNo::Yes), Some(YesNo::No));
        for point in ["domestic-law", "authenticity-history", "external-storage"] {
            deny(&mut case, point);
        }
        let shown = ["domestic-law", "authenticity-history"];
        assert_eq!(case.found(), shown.map(|point| ("error", "legal-fact", point)));
        case.service().profile.external_storage = Some(YesNo::Yes);
        assert_eq!(
            case.found(),
            [
                ("error", "legal-fact", "domestic-law"),
                ("error", "legal-fact", "authenticity-history"),
                ("error", "legal-fact", "external-storage")
            ]
        );
    }

    #[test]
    fn domestic_law_applies_as_soon_as_medical_information_is_handled() {
        let mut case = Case::clean(&RULE);
        deny(&mut case, "domestic-law");
        case.workspace.organisation.profile.handles_medical_information = None;
        assert_eq!(case.found(), [("error", "legal-fact", "domestic-law")]);
        case.service()
            .classes
            .iter_mut()
            .for_each(|class| class.medical = YesNo::No);
        assert!(case.found().is_empty());
    }

    #[test]
    fn documents_that_are_kept_grow_older_than_their_period() {
        let mut case = Case::clean(&RULE);
        deny(&mut case, "sensitive-documents");
        assert_eq!(case.found(), [("error", "legal-fact", "sensitive-documents")]);
        let profile = &mut case.service().profile;
        (profile.e_documents, profile.external_storage) = (Some(YesNo::No), None);
        assert!(case.found().is_empty());
    }

    #[test]
    fn electronic_signature_is_shown_by_its_condition() {
        let mut case = Case::clean(&RULE);
        deny(&mut case, "electronic-signature");
        let conditions = &mut case.service().conditions;
        let row = conditions
            .iter_mut()
            .find(|row| row.condition.as_str() == "e_signature")
            .unwrap();
        row.holds = YesNo::Yes;
        assert_eq!(case.found(), [("error", "legal-fact", "electronic-signature")]);
    }
}
