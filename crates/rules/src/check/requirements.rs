//! The requirements of chapter 6 that rows speak of, and what the service states about itself that bears
//! on them (GL 6).

use crate::assessment::Assessment;
use mamori_catalogue::{Bilingual, Catalogue, ChapterSixRequirement};
use mamori_domain::YesNo;

/// The requirement a row is about, as a whole or by a point of it, and what is named in the message.
pub(super) fn named<'a>(
    catalogue: &'a Catalogue,
    id: &str,
) -> Option<(&'a ChapterSixRequirement, &'a Bilingual)> {
    catalogue.chapter_six().iter().find_map(|requirement| {
        if requirement.id.as_str() == id {
            return Some((requirement, &requirement.title));
        }
        let point = requirement.points.iter().find(|point| point.id.as_str() == id)?;
        Some((requirement, &point.text))
    })
}

/// Whether the service handles electronic signatures; nothing while nobody said.
pub(super) fn signs(assessment: &Assessment<'_>) -> Option<bool> {
    let mut states = assessment.conditions.iter();
    states.find(|state| state.id.as_str() == "e_signature")?.holds
}

/// Whether medical information is handled: a class of the service says so, or the organisation does.
pub(super) fn handles_medical_information(assessment: &Assessment<'_>) -> bool {
    let subject = &assessment.subject;
    let organisation = &subject.workspace.organisation.profile;
    organisation.handles_medical_information == Some(YesNo::Yes) || !subject.medical_information().is_empty()
}
