//! What a treatment rests on: the provider's measures by viewpoint, and what the institution is
//! asked to do (GL 5.1.5 (1), (2)).

use super::Effective;
use super::rows::items_named;
use crate::Subject;
use mamori_catalogue::{ControlItem, ItemId, ViewpointId};
use mamori_domain::{AnswerStatus, Said, Treatment};
use std::collections::BTreeMap;

/// What the provider does for a treatment, and what it asks of the institution.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProviderMeasures {
    /// By viewpoint in the catalogue's order; only viewpoints that have measures.
    pub viewpoints: Vec<ViewpointMeasures>,
    /// What the treatment adds in its own words.
    pub note: Option<String>,
    /// What the institution is asked to do: the institution's side of the items, each once, then the
    /// treatment's own words.
    pub requests: Vec<Said>,
    /// Items named that are unanswered: they give no measure.
    pub unanswered: Vec<ItemId>,
    /// Items named that are not applicable: they give no measure either.
    pub not_applicable: Vec<ItemId>,
}

/// The measures of one viewpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewpointMeasures {
    /// The viewpoint (人的・組織的, 物理的, 技術的).
    pub viewpoint: ViewpointId,
    /// The measures in the order the treatment names them.
    pub measures: Vec<MeasureText>,
}

/// One measure: what is done, and the items it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureText {
    /// The items, all with the same answer.
    pub items: Vec<ItemId>,
    /// How they stand.
    pub status: AnswerStatus,
    /// What is done; the items' own statements when the answer has no text.
    pub text: Said,
    /// Whether it rests, for any of its items, on a standard answer nobody confirmed.
    pub unconfirmed: bool,
}

/// Collects the measures and requests of a treatment from the effective answers.
pub fn provider_measures(
    subject: &Subject<'_>,
    treatment: &Treatment,
    answers: &BTreeMap<ItemId, Effective>,
) -> ProviderMeasures {
    let mut found = ProviderMeasures {
        note: treatment.provider_note.as_ref().map(|note| note.to_string()),
        ..ProviderMeasures::default()
    };
    let mut by_viewpoint: BTreeMap<usize, Vec<MeasureText>> = BTreeMap::new();
    for item in items_named(subject.catalogue, &treatment.items) {
        let answer = answers.get(&item.id);
        match answer.and_then(|answer| Some((answer, answer.status?))) {
            None => found.unanswered.push(item.id.clone()),
            Some((_, AnswerStatus::NotApplicable)) => found.not_applicable.push(item.id.clone()),
            Some((answer, status)) => {
                let viewpoint = viewpoint_place(subject, item);
                add(by_viewpoint.entry(viewpoint).or_default(), item, answer, status);
            }
        }
        let applies = answer.and_then(|answer| answer.status) != Some(AnswerStatus::NotApplicable);
        if let Some(asked) = item.institution.as_ref().filter(|_| applies) {
            let asked = Said::new(asked.ja.clone(), asked.en.clone());
            if !found.requests.contains(&asked) {
                found.requests.push(asked);
            }
        }
    }
    found.requests.extend(
        treatment
            .request_note
            .as_ref()
            .map(|note| Said::new(&**note, &**note)),
    );
    let viewpoints = subject.catalogue.viewpoints().as_slice();
    found.viewpoints = by_viewpoint
        .into_iter()
        .filter_map(|(place, measures)| {
            Some(ViewpointMeasures {
                viewpoint: viewpoints.get(place)?.id.clone(),
                measures,
            })
        })
        .collect();
    found
}

fn viewpoint_place(subject: &Subject<'_>, item: &ControlItem) -> usize {
    let group = subject.catalogue.groups().get(item.group.as_str());
    let place = group.and_then(|group| subject.catalogue.viewpoints().place(group.viewpoint.as_str()));
    place.unwrap_or_default()
}

/// Adds an item's answer, to a measure that says the same already where there is one.
fn add(measures: &mut Vec<MeasureText>, item: &ControlItem, answer: &Effective, status: AnswerStatus) {
    let text = match answer.text.ja.is_empty() && answer.text.en.is_empty() {
        true => Said::new(item.duty.ja.clone(), item.duty.en.clone()),
        false => answer.text.clone(),
    };
    let same = |measure: &&mut MeasureText| measure.status == status && measure.text == text;
    match measures.iter_mut().find(same) {
        Some(measure) => {
            measure.items.push(item.id.clone());
            measure.unconfirmed |= answer.is_unconfirmed();
        }
        None => measures.push(MeasureText {
            items: vec![item.id.clone()],
            status,
            text,
            unconfirmed: answer.is_unconfirmed(),
        }),
    }
}
