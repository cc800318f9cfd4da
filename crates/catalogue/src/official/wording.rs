//! Wordings as found in a copy, before anything is known about them.

use crate::ItemId;
use std::collections::BTreeMap;

/// The text found for one item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct FoundText {
    /// The cells behind the number, in order; the wording is the first or begins there.
    pub cells: Vec<String>,
    /// Cells of the rows that follow without a number of their own: a sentence cut at the end of a
    /// page goes on in one of them.
    pub following: Vec<String>,
    /// The line in the copy, counted from 1.
    pub line: usize,
}

impl FoundText {
    /// The wording as it stands, if nothing is known about it: the first cell, blanks made single.
    pub fn plain(&self) -> String {
        single_blanks(self.cells.first().map_or("", String::as_str))
    }
}

/// What was found in a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    /// The texts by item.
    pub texts: BTreeMap<ItemId, FoundText>,
    /// Lines that carry a number but whose group is not known, or whose number came before: they are
    /// left out, because laying them over the wrong item would be worse than a gap.
    pub unplaced: Vec<usize>,
}

/// The text with every run of white space made one blank, none at the ends.
pub(super) fn single_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
