//! Rows of answers laid ready for look-up: the row on an item beats the row on its measure.

use crate::Subject;
use mamori_catalogue::{Catalogue, ControlItem, ItemId};
use mamori_domain::{Answer, ItemRef, Scope};
use std::collections::BTreeMap;

/// The answers of one level by the item or measure they are about.
pub(super) struct Rows<'a> {
    /// The part of the workspace they stand in.
    pub(super) scope: Scope,
    rows: BTreeMap<&'a str, &'a Answer>,
}

impl<'a> Rows<'a> {
    /// Of two rows on the same thing the first counts; the check reports the second.
    pub(super) fn new(scope: Scope, answers: &'a [Answer]) -> Self {
        let mut rows = BTreeMap::new();
        for answer in answers {
            rows.entry(answer.item.as_str()).or_insert(answer);
        }
        Rows { scope, rows }
    }

    /// The row that counts for an item.
    pub(super) fn on(&self, item: &ControlItem) -> Option<&'a Answer> {
        self.on_item(item)
            .or_else(|| self.rows.get(item.measure.as_str()).copied())
    }

    /// The row on the item itself.
    pub(super) fn on_item(&self, item: &ControlItem) -> Option<&'a Answer> {
        self.rows.get(item.id.as_str()).copied()
    }
}

/// Whether a list of items and measures covers an item.
pub(super) fn covers(list: &[ItemRef], item: &ControlItem) -> bool {
    list.iter()
        .any(|named| named.as_str() == item.id.as_str() || named.as_str() == item.measure.as_str())
}

/// The items that references to items and measures name, each once, in the order of naming; what the
/// catalogue does not hold is left out (the check reports it).
pub fn items_named<'a>(catalogue: &'a Catalogue, named: &[ItemRef]) -> Vec<&'a ControlItem> {
    let mut seen = std::collections::BTreeSet::<&ItemId>::new();
    let mut items = Vec::new();
    for reference in named {
        let of_measure = catalogue
            .measures()
            .get(reference.as_str())
            .map(|measure| &measure.id);
        let found: Vec<&ControlItem> = match of_measure {
            Some(measure) => catalogue.items_of(measure).collect(),
            None => catalogue.items().get(reference.as_str()).into_iter().collect(),
        };
        items.extend(found.into_iter().filter(|item| seen.insert(&item.id)));
    }
    items
}

/// The levels a person can answer on below an institution, the most specific first.
pub(super) fn provider_rows<'a>(subject: &Subject<'a>) -> [Rows<'a>; 2] {
    let service = Scope::Service(subject.id.as_str().into());
    [
        Rows::new(service, &subject.service.answers),
        Rows::new(Scope::Organisation, &subject.workspace.organisation.answers),
    ]
}
