//! Reading a table of two columns: item number and wording.

use super::number::typed_id;
use super::refusal::NotTheGuideline;
use super::wording::{FoundText, Wording};
use crate::ItemId;
use std::collections::btree_map::Entry;

/// Reads wordings from rows of item number and sentence, as a CSV or workbook has them. Rows whose
/// first cell is no item number (heads, remarks) are passed over; a number that came before is left
/// out and told by its row, counted from 1.
///
/// # Errors
/// [`NotTheGuideline`] if no row has an item number, or there is no row at all.
pub fn read_pairs(rows: impl Iterator<Item = (String, String)>) -> Result<Wording, NotTheGuideline> {
    let mut wording = Wording::default();
    let mut any = false;
    for (place, (id, text)) in rows.enumerate() {
        any = true;
        let Some(id) = typed_id(&id).and_then(|id| id.parse::<ItemId>().ok()) else {
            continue;
        };
        if text.trim().is_empty() {
            continue;
        }
        let line = place + 1;
        match wording.texts.entry(id) {
            Entry::Occupied(_) => wording.unplaced.push(line),
            Entry::Vacant(place) => {
                place.insert(FoundText {
                    cells: vec![text],
                    following: Vec::new(),
                    line,
                });
            }
        }
    }
    match (any, wording.texts.is_empty()) {
        (false, _) => Err(NotTheGuideline::Empty),
        (true, true) => Err(NotTheGuideline::NoIds),
        (true, false) => Ok(wording),
    }
}
