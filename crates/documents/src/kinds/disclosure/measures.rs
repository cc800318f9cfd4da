//! The measures of ours behind a point of another guideline: by the requirement the point goes back
//! to, the control items that answer it, and how they stand.

use crate::Paper;
use crate::item_lists::item_list;
use mamori_catalogue::{ControlItem, ItemId, MeasureId, Requirement};
use mamori_domain::AnswerStatus;

wording! {
    MEASURE = "{0}{1}（{2}）：{3}" / "{0}{1} ({2}): {3}";
    STANDING = "{0} {1}" / "{0} {1}";
    UNANSWERED = "未回答" / "Unanswered";
    HEAD = "関わる対策項目" / "Control items behind it";
}

/// The storage a requirement of the other guideline is about, as its qualifier says.
fn concerns(requirement: &Requirement, storage: Option<&str>) -> bool {
    let Some(qualifier) = requirement.qualifier.as_deref() else {
        return true;
    };
    match storage {
        Some("institution") => !qualifier.contains("ネットワーク"),
        Some("network") => qualifier.contains("ネットワーク"),
        _ => true,
    }
}

/// Whether a requirement is the one that `reference`, such as `7.1 C (5)`, means.
fn is_meant(requirement: &Requirement, reference: &str) -> bool {
    let mut parts = reference.split(' ');
    let (Some(chapter), Some(class), Some(number)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let numbered = requirement.number.as_deref() == Some(number)
        || requirement
            .qualifier
            .as_deref()
            .is_some_and(|text| text.contains(number));
    requirement.chapter == chapter && requirement.class.as_deref() == Some(class) && numbered
}

/// The lines on the measures behind a point; nothing where the source ties no item to it.
pub(super) fn lines(paper: &Paper<'_>, reference: Option<&str>, storage: Option<&str>) -> Option<String> {
    let reference = reference?;
    let catalogue = paper.subject.catalogue;
    let mut items: Vec<&ControlItem> = Vec::new();
    for requirement in catalogue.requirements() {
        if is_meant(requirement, reference) && concerns(requirement, storage) {
            items.extend(catalogue.items_answering(&requirement.id));
        }
    }
    let mut by_measure: Vec<(&MeasureId, Vec<ItemId>)> = Vec::new();
    for item in catalogue
        .items()
        .iter()
        .filter(|item| items.iter().any(|found| found.id == item.id))
    {
        match by_measure
            .last_mut()
            .filter(|(measure, _)| **measure == item.measure)
        {
            Some((_, ids)) => ids.push(item.id.clone()),
            None => by_measure.push((&item.measure, vec![item.id.clone()])),
        }
    }
    if by_measure.is_empty() {
        return None;
    }
    let mut lines = vec![paper.say(HEAD).to_owned()];
    lines.extend(by_measure.into_iter().map(|(measure, ids)| {
        let title = catalogue
            .measures()
            .get(measure.as_str())
            .map_or("", |measure| paper.text(&measure.title));
        paper.fill(
            MEASURE,
            &[
                paper.bullet(),
                title,
                &item_list(paper, &ids),
                &standing(paper, &ids),
            ],
        )
    }));
    Some(lines.join("\n"))
}

/// How many items stand in which state, in the order of the states.
fn standing(paper: &Paper<'_>, ids: &[ItemId]) -> String {
    let status = |id: &ItemId| paper.answers.get(id).and_then(|answer| answer.status);
    let count = |wanted| ids.iter().filter(|id| status(id) == wanted).count();
    let mut parts = Vec::new();
    for state in AnswerStatus::ALL.iter().copied() {
        let found = count(Some(state));
        if found > 0 {
            parts.push(paper.fill(STANDING, &[paper.say(state.words()), &found.to_string()]));
        }
    }
    let open = count(None);
    if open > 0 {
        parts.push(paper.fill(STANDING, &[paper.say(UNANSWERED), &open.to_string()]));
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    paper.list(&parts)
}
