//! No class is marked as medical although medical information is handled (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{InformationClass, Said, Words, YesNo};

/// While there is no class at all, flow-information-unclassified speaks.
pub const RULE: Rule = Rule {
    code: "medical-information-unmarked",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new(
        "医療情報の分類に印がない",
        "No class is marked as medical information",
    ),
    why: Words::new(
        "暗号化、置き場所、USBメモリなどの決まりは、医療情報と印を付けた情報にだけ問われます。印がなければ、何も守られなくても見つかりません。",
        "What is asked on encryption, whereabouts and USB memory is asked of information marked as medical; without a mark nothing is found, however it is kept.",
    ),
    help: Words::new(
        "患者の情報を含みうる分類について、services/＜サービス＞/classes.csv の medical を yes にしてください。扱わないのなら、organisation.toml の handles_medical_information と service.toml の e_documents・external_storage を直します",
        "Set medical in services/<service>/classes.csv to yes for classes that may hold patients' information; if there is none, mend handles_medical_information in organisation.toml and e_documents and external_storage in service.toml",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let (organisation, service) = (&subject.workspace.organisation.profile, subject.service);
    let stated = [
        organisation.handles_medical_information,
        service.profile.e_documents,
        service.profile.external_storage,
    ];
    let handled = stated.contains(&Some(YesNo::Yes));
    let marked = service.classes.iter().any(|class| class.medical.is_yes());
    if handled && !marked && !service.classes.is_empty() {
        findings.add(
            About::service::<InformationClass>(subject, "").field("medical"),
            Said::new(
                "医療情報を扱うサービスですが、医療情報とした分類が一つもありません",
                "Medical information is handled, but no class is marked as medical",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn classes_none_of_which_is_medical_are_found() {
        let mut case = Case::clean(&RULE);
        case.service()
            .classes
            .iter_mut()
            .for_each(|class| class.medical = YesNo::No);
        assert_eq!(case.found(), [("error", "class", "")]);
        case.workspace.organisation.profile.handles_medical_information = Some(YesNo::No);
        assert_eq!(case.found(), [("error", "class", "")]);
        let profile = &mut case.service().profile;
        (profile.e_documents, profile.external_storage) = (Some(YesNo::No), None);
        assert!(case.found().is_empty());
    }
}
