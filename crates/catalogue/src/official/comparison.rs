//! Comparing what a copy holds with the fingerprints of the official wording.

use super::candidates::candidates;
use super::fingerprint::fingerprint;
use super::wording::Wording;
use crate::{Catalogue, ItemId};
use std::collections::BTreeMap;

/// What a copy holds, item by item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Items whose wording is exactly the official one, with that wording.
    pub exact: BTreeMap<ItemId, String>,
    /// Items for which a text was found that is not the official one.
    pub other: BTreeMap<ItemId, String>,
    /// Items for which nothing was found, in printed order.
    pub missing: Vec<ItemId>,
    /// Items of the copy that this edition does not have.
    pub unknown: Vec<ItemId>,
    /// Lines of the copy that could not be given to an item.
    pub unplaced: Vec<usize>,
}

/// Says of every item of an edition whether the wording found is the official one. Repairs of
/// extraction faults count only when the fingerprint proves them.
pub fn compare(catalogue: &Catalogue, wording: &Wording) -> Comparison {
    let mut comparison = Comparison {
        unplaced: wording.unplaced.clone(),
        ..Comparison::default()
    };
    for item in catalogue.items() {
        let Some(found) = wording.texts.get(&item.id) else {
            comparison.missing.push(item.id.clone());
            continue;
        };
        let official = catalogue.official().get(&item.id);
        let proven = candidates(found)
            .into_iter()
            .find(|text| official == Some(&fingerprint(text)));
        let plain = found.plain();
        let visible = |c: char| !c.is_whitespace() && !c.is_control() && c != '\u{feff}';
        match proven {
            Some(text) => drop(comparison.exact.insert(item.id.clone(), text)),
            // A number without a sentence beside it is no wording.
            None if !plain.chars().any(visible) => comparison.missing.push(item.id.clone()),
            None => drop(comparison.other.insert(item.id.clone(), plain)),
        }
    }
    let unknown = wording.texts.keys().filter(|id| !catalogue.items().contains(*id));
    comparison.unknown = unknown.cloned().collect();
    comparison
}
