//! What the institution is told, and whether the model holds the content of it (GL 4.1, 4.2).

use super::covering;
use crate::assessment::Assessment;
use mamori_catalogue::InformationItem;
use mamori_domain::{DisclosureFact, LegalFact, Officer, OfficerRole};

/// The four officers whom the guideline wants named (GL 5.1.6 (2)(イ)).
pub(super) const FOUR_OFFICERS: [OfficerRole; 4] = [
    OfficerRole::FinalResponsible,
    OfficerRole::SystemManager,
    OfficerRole::OperationsManager,
    OfficerRole::PersonalInformation,
];

/// Of four officers, those nobody is named for.
pub(super) fn officers_missing(officers: &[Officer]) -> Vec<OfficerRole> {
    let named = |role: &OfficerRole| officers.iter().any(|officer| officer.role == *role);
    FOUR_OFFICERS.into_iter().filter(|role| !named(role)).collect()
}

/// Whether a legal fact says enough: how the point is met, or why it does not apply.
pub(super) fn is_answered(fact: &LegalFact) -> bool {
    fact.text.is_some()
}

/// Whether anything tells the institution what it has to lay down and do itself (GL 4.2): a request, a
/// note of a treatment, or a control item in effect that has an institution's side.
pub(super) fn states_role_sharing(assessment: &Assessment<'_>) -> bool {
    let subject = &assessment.subject;
    let service = subject.service;
    let asks = |item: &&mamori_catalogue::ControlItem| {
        item.institution.is_some()
            && assessment
                .answers
                .get(&item.id)
                .is_some_and(|answer| answer.is_in_effect())
    };
    !service.requests.is_empty()
        || service
            .treatments
            .iter()
            .any(|treatment| treatment.request_note.is_some())
        || subject.catalogue.items().iter().any(|item| asks(&item))
}

/// Whether an information item has content: a disclosure with a document or a text, or what the model
/// holds anyway (the list of docs/design/rule-list.md).
pub(super) fn has_content(assessment: &Assessment<'_>, item: &InformationItem) -> bool {
    let service = assessment.subject.service;
    let disclosed = |fact: &DisclosureFact| {
        fact.item.as_str() == item.id.as_str() && (fact.document.is_some() || fact.text.is_some())
    };
    service.disclosures.iter().any(disclosed) || is_held(assessment, item)
}

fn is_held(assessment: &Assessment<'_>, item: &InformationItem) -> bool {
    let subject = &assessment.subject;
    let (organisation, service) = (&subject.workspace.organisation, subject.service);
    let has_desk = || {
        organisation
            .officers
            .iter()
            .any(|officer| officer.role == OfficerRole::ContactDesk)
    };
    match item.id.as_str() {
        "policies-in-place" => !organisation.policies.is_empty(),
        "organisation-in-place" => officers_missing(&organisation.officers).is_empty(),
        "personal-data-record" => organisation.profile.personal_data_record.is_some(),
        "financial-soundness" => !organisation.finances.is_empty(),
        "role-sharing" => states_role_sharing(assessment),
        "evaluation-result" => organisation.evaluations.iter().any(|row| row.result.is_some()),
        "configuration-diagram" => !service.sites.is_empty() && !service.equipment.is_empty(),
        "treatment-list" => !service.treatments.is_empty(),
        "basic-policy" => organisation.profile.basic_policy.is_some() || regulation_states(assessment, item),
        "legal-requirements" => legal_is_answered(assessment),
        "contact" => has_desk() || regulation_states(assessment, item),
        _ => regulation_states(assessment, item),
    }
}

/// Whether the regulation says anything on the part that an information item goes with.
pub(super) fn regulation_states(assessment: &Assessment<'_>, item: &InformationItem) -> bool {
    let subject = &assessment.subject;
    let facts = covering::regulation(&subject.service.regulation);
    let part = item.regulation_part.as_ref();
    part.and_then(|part| subject.catalogue.regulation_parts().get(part))
        .is_some_and(|part| {
            part.contents
                .iter()
                .any(|content| facts.on(content.id.as_str(), part.id.as_str()).is_some())
        })
}

fn legal_is_answered(assessment: &Assessment<'_>) -> bool {
    let subject = &assessment.subject;
    let facts = covering::legal(&subject.service.legal);
    subject.catalogue.chapter_six().iter().all(|requirement| {
        let mut points = requirement.points.iter();
        points.all(|point| {
            facts
                .on(point.id.as_str(), requirement.id.as_str())
                .is_some_and(is_answered)
        })
    })
}
