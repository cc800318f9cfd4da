//! Names of sheets: what spreadsheet programs accept, and no name twice.

use std::collections::BTreeSet;

use mamori_tree::{Document, Words};

use crate::single_line;

/// The longest name of a sheet, in UTF-16 units.
const LONGEST: usize = 31;

const COVER: Words = Words::new("表紙", "Cover");
const TABLE: Words = Words::new("表", "Table");

/// The names of a workbook's sheets.
pub(crate) struct SheetNames {
    /// The first sheet.
    pub(crate) cover: String,
    /// One name for each table of the document, in reading order.
    pub(crate) tables: Vec<String>,
}

/// Names the sheets of a document's workbook.
pub(crate) fn sheet_names(document: &Document) -> SheetNames {
    let cover = COVER.say(document.language).to_owned();
    let mut taken = BTreeSet::from([cover.to_lowercase()]);
    let fallback = TABLE.say(document.language);
    let tables = document
        .tables()
        .map(|table| unique(&sane(&table.name, fallback), &mut taken))
        .collect();
    SheetNames { cover, tables }
}

/// The name with the characters that spreadsheet programs refuse replaced.
fn sane(name: &str, fallback: &str) -> String {
    let replaced: String = single_line(name)
        .chars()
        .map(|character| match character {
            '[' => '(',
            ']' => ')',
            ':' | '*' | '?' | '/' | '\\' => '_',
            other => other,
        })
        .collect();
    let trimmed = shortened(replaced.trim_matches([' ', '\'']), LONGEST);
    // "History" is a name that Excel keeps for itself.
    match trimmed.trim_matches([' ', '\'']) {
        "" => fallback.to_owned(),
        reserved if reserved.eq_ignore_ascii_case("history") => format!("{reserved}_"),
        good => good.to_owned(),
    }
}

/// The name itself, or with a number when it is taken. Names are compared without case.
fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while !taken.insert(candidate.to_lowercase()) {
        let suffix = format!(" ({number})");
        candidate = format!("{}{suffix}", shortened(name, LONGEST - suffix.len()));
        number += 1;
    }
    candidate
}

/// The first characters of a text that fit into `units` UTF-16 units.
fn shortened(text: &str, units: usize) -> &str {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += character.len_utf16();
        if used > units {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_acceptable() {
        assert_eq!(sane("[a]:*?/\\b", "表"), "(a)_____b");
        assert_eq!(sane("'' ' ", "表"), "表");
        assert_eq!(sane("History", "表"), "History_");
        assert_eq!(sane(&"あ".repeat(40), "表"), "あ".repeat(31));
        assert_eq!(
            sane(&"😀".repeat(40), "表"),
            "😀".repeat(15),
            "an emoji counts two"
        );
    }

    #[test]
    fn a_name_is_given_once() {
        let mut taken = BTreeSet::from(["risk".to_owned()]);
        assert_eq!(unique("Risk", &mut taken), "Risk (2)");
        assert_eq!(unique("risk", &mut taken), "risk (3)");
        assert_eq!(unique(&"あ".repeat(31), &mut taken), "あ".repeat(31));
        assert_eq!(
            unique(&"あ".repeat(31), &mut taken),
            format!("{} (2)", "あ".repeat(27))
        );
    }
}
