//! The one place that decides which answer counts.

use super::rows::{Rows, covers, provider_rows};
use super::{Effective, Origin, agreed_with};
use crate::Subject;
use crate::derive::ConditionState;
use mamori_catalogue::{ControlItem, ItemId};
use mamori_domain::{Answer, AnswerStatus, FieldValue, Id, Institution, InstitutionProfile, Said, Scope};
use std::collections::BTreeMap;

/// The effective answer to every item of the catalogue, for the service in general or as it stands
/// towards one institution.
///
/// The most specific counts: service before organisation, and at every level the row on an item
/// before the row on its measure. Where no person answered and the item's condition is proven not to
/// hold, the item is not applicable, with that fact. Only then do adopted standard answers count, the
/// set named first before the others: they say what is done where an item applies, not whether it
/// applies. A person's answer is kept whatever the conditions say; the check tells the contradiction.
///
/// An institution's row puts its text and evidence over the answer so found and leaves the status as
/// it is, because what the provider does is not different for each institution that asks. For the
/// same reason it confirms a standard answer beneath only by saying itself, in its own words and with
/// the same status, what is done; else that answer stays unconfirmed. An item that repeats another takes that one's answer unless it
/// has a row of its own.
pub fn effective(
    subject: &Subject<'_>,
    conditions: &[ConditionState],
    institution: Option<&Id<InstitutionProfile>>,
) -> BTreeMap<ItemId, Effective> {
    let institution = institution.and_then(|wanted| {
        let mut all = subject.workspace.institutions.iter();
        all.find(|(id, _)| id == wanted)
            .map(|(id, institution)| (id, institution))
    });
    let sources = Sources {
        subject,
        refuted: conditions
            .iter()
            .filter(|state| state.holds == Some(false))
            .map(|state| (state.id.as_str(), state))
            .collect(),
        provider: provider_rows(subject),
        institution: institution.map(|(id, institution)| {
            (
                institution,
                Rows::new(Scope::Institution(id.as_str().into()), &institution.answers),
            )
        }),
    };
    let items = subject.catalogue.items();
    items
        .iter()
        .map(|item| (item.id.clone(), sources.answer(item)))
        .collect()
}

struct Sources<'s, 'a> {
    subject: &'s Subject<'a>,
    refuted: BTreeMap<&'s str, &'s ConditionState>,
    provider: [Rows<'a>; 2],
    institution: Option<(&'a Institution, Rows<'a>)>,
}

impl Sources<'_, '_> {
    fn answer(&self, item: &ControlItem) -> Effective {
        let mut answer = self.repeated(item).unwrap_or_else(|| self.provider_answer(item));
        if let Some((institution, rows)) = &self.institution {
            if let Some(row) = rows.on(item) {
                put_over(&mut answer, row, &rows.scope);
            }
            answer.agreed = agreed_with(self.subject, institution, item);
        }
        answer
    }

    /// The answer of the item that this one repeats; nothing when the item has a row of its own or
    /// the other one is unanswered.
    fn repeated(&self, item: &ControlItem) -> Option<Effective> {
        let first = self
            .subject
            .catalogue
            .items()
            .get(item.duplicate_of.as_ref()?.as_str())?;
        if self.provider.iter().any(|rows| rows.on_item(item).is_some()) {
            return None;
        }
        let answer = self.provider_answer(first);
        answer.status?;
        Some(Effective {
            item: item.id.clone(),
            repeats: Some(first.id.clone()),
            ..answer
        })
    }

    /// The answer without regard to an institution.
    fn provider_answer(&self, item: &ControlItem) -> Effective {
        let row = self.provider.iter().find_map(|rows| Some((rows, rows.on(item)?)));
        if let Some((rows, row)) = row {
            return of_row(item, row, &rows.scope);
        }
        let refuted = item
            .condition
            .as_ref()
            .and_then(|condition| self.refuted.get(condition.as_str()));
        if let Some(state) = refuted {
            return Effective {
                status: Some(AnswerStatus::NotApplicable),
                text: state.reason.clone(),
                origin: Origin::Condition(state.id.clone()),
                ..Effective::nothing(&item.id)
            };
        }
        self.standard_answer(item)
            .unwrap_or_else(|| Effective::nothing(&item.id))
    }

    fn standard_answer(&self, item: &ControlItem) -> Option<Effective> {
        let profile = &self.subject.service.profile;
        let mut adopted = profile.standard_answers.iter();
        let (set, answer) =
            adopted.find_map(|name| self.subject.catalogue.standard_answer(name.as_str(), item))?;
        let confirmed = covers(&profile.standard_answers_confirmed, item);
        Some(Effective {
            status: AnswerStatus::read(answer.status.code()).ok(),
            text: Said::new(answer.text.ja.clone(), answer.text.en.clone()),
            origin: Origin::Standard {
                name: set.id.clone(),
                confirmed,
            },
            ..Effective::nothing(&item.id)
        })
    }
}

fn of_row(item: &ControlItem, row: &Answer, scope: &Scope) -> Effective {
    Effective {
        status: Some(row.status),
        text: text_of(row),
        fact: row.fact.clone(),
        evidence: row.evidence.clone(),
        origin: if *scope == Scope::Organisation {
            Origin::Organisation
        } else {
            Origin::Service
        },
        scope: Some(scope.clone()),
        row_key: Some(row.item.as_str().to_owned()),
        due: row.due,
        officer: row.officer.clone(),
        checked: row.checked,
        ..Effective::nothing(&item.id)
    }
}

/// Puts an institution's row over an answer: text and evidence where it has them, never the status.
fn put_over(answer: &mut Effective, row: &Answer, scope: &Scope) {
    if row.text.is_some() {
        answer.text = text_of(row);
    }
    if !row.evidence.is_empty() {
        answer.evidence.clone_from(&row.evidence);
    }
    answer.differing_status = (answer.status != Some(row.status)).then_some(row.status);
    let confirms = row.text.is_some() && answer.differing_status.is_none();
    answer.origin = Origin::Institution {
        confirmed: confirms || !answer.is_unconfirmed(),
    };
    answer.scope = Some(scope.clone());
    answer.row_key = Some(row.item.as_str().to_owned());
}

fn text_of(row: &Answer) -> Said {
    row.text
        .as_ref()
        .map_or_else(|| Said::new("", ""), |text| Said::new(&**text, &**text))
}
