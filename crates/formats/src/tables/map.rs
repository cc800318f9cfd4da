//! The map: where each table stands and what its columns mean.

use mamori_domain::raw::Place;
use mamori_domain::{Problem, Said};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A whole map file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// The tables in the order they are imported; later ones may refer to rows of earlier ones.
    #[serde(rename = "table")]
    pub tables: Vec<TableMap>,
}

/// Where a table stands and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableMap {
    /// Name of the sheet.
    pub sheet: String,
    /// Name of the kind its rows become.
    pub target: String,
    /// Where the rows go: `services/ID`, `institutions/ID` or `organisation`.
    pub scope: String,
    /// Row of the headings, from 1.
    pub heading_row: Option<u32>,
    /// First row of values, from 1.
    pub first_row: u32,
    /// Last row of values; the last of the sheet when absent.
    pub last_row: Option<u32>,
    /// Begins the ids that are made; the kind's name when absent.
    pub prefix: Option<String>,
    /// Field to columns, each by heading or letter.
    pub columns: BTreeMap<String, Columns>,
    /// Field to a value that all rows have.
    #[serde(default)]
    pub fixed: BTreeMap<String, String>,
    /// Field to what its texts mean.
    #[serde(default)]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Fields whose empty cells mean the value above.
    #[serde(default)]
    pub carry: Vec<String>,
    /// The field whose cell, merged over several rows, makes them one thing. Treatments have one for
    /// each `risks` unless said otherwise.
    pub one_per: Option<String>,
    /// Texts that mean nothing; dashes and dots when absent.
    pub empty: Option<Vec<String>>,
    /// What follows a name without belonging to it; Japanese particles when absent.
    pub endings: Option<Vec<String>>,
    /// What to do with a row whose key exists with other values.
    #[serde(default)]
    pub existing: Existing,
}

/// One column or several to be joined.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Columns {
    /// One.
    One(String),
    /// Several, joined in this order.
    Several(Vec<String>),
}

impl Columns {
    /// The columns as a list.
    pub(super) fn list(&self) -> &[String] {
        match self {
            Columns::One(column) => std::slice::from_ref(column),
            Columns::Several(columns) => columns,
        }
    }
}

/// What to do with a row whose key exists with other values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Existing {
    /// Stop and tell.
    #[default]
    Refuse,
    /// Keep what exists and tell.
    Keep,
    /// Take the new row and tell.
    Replace,
}

/// Most bytes of a map: far more than one that describes every kind can fill.
pub const MOST_MAP_BYTES: usize = 1024 * 1024;

/// Reads a map.
///
/// # Errors
/// That it is too large or not UTF-8, or what is wrong with it, at its line.
pub fn read_map(file: &str, bytes: &[u8]) -> Result<Map, Vec<Problem>> {
    let text = map_text(file, bytes).map_err(|problem| vec![problem])?;
    let map: Map = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| {
            1 + text[..span.start.min(text.len())].matches('\n').count()
        });
        let place = Place::File {
            file: file.into(),
            line: u32::try_from(line).unwrap_or(0),
            column: 0,
        };
        vec![Problem::new(
            &place,
            Said::new(
                format!("対応表を読めません：{}", error.message()),
                format!("The map cannot be read: {}", error.message()),
            ),
            Said::new(
                "[[table]] ごとに sheet、target、scope、first_row と [table.columns] を書いてください",
                "Each [[table]] needs sheet, target, scope, first_row and [table.columns]",
            ),
        )]
    })?;
    match map.tables.is_empty() {
        false => Ok(map),
        true => Err(vec![Problem::new(
            &Place::file(file),
            Said::new("対応表に [[table]] がありません", "The map has no [[table]]"),
            Said::new(
                "取り込む表を一つ以上書いてください",
                "Describe at least one table",
            ),
        )]),
    }
}

#[expect(clippy::result_large_err, reason = "a refusal is rare and read once")]
fn map_text<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    if bytes.len() > MOST_MAP_BYTES {
        return Err(Problem::new(
            &Place::file(file),
            Said::new(
                format!("大きすぎます（上限は{}KBです）", MOST_MAP_BYTES >> 10),
                format!("It is too large (at most {} KB)", MOST_MAP_BYTES >> 10),
            ),
            Said::new(
                "対応表のファイル（.toml）か確かめてください",
                "Check that it is a map (.toml)",
            ),
        ));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let right = &bytes[..error.valid_up_to()];
        let line = 1 + right.iter().filter(|byte| **byte == b'\n').count();
        let place = Place::File {
            file: file.into(),
            line: u32::try_from(line).unwrap_or(0),
            column: 0,
        };
        Problem::new(
            &place,
            Said::new("文字コードがUTF-8ではありません", "The text is not UTF-8"),
            Said::new("UTF-8で保存し直してください", "Save it again as UTF-8"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_at_its_line() {
        let text = "[[table]]\nsheet = \"a\"\ntarget = \"flow\"\nscope = \"organisation\"\nfirst_row = 2\nfirst_rwo = 3\n[table.columns]\n";
        let problems = read_map("map.toml", text.as_bytes()).unwrap_err();
        assert_eq!(problems[0].place.to_string(), "map.toml:6");
        assert!(read_map("map.toml", text.replace("first_rwo = 3\n", "").as_bytes()).is_ok());
        assert!(read_map("map.toml", b"table = []").is_err());
    }

    #[test]
    fn what_is_no_text_or_too_large_is_refused_at_its_place() {
        let problems = read_map("map.toml", b"[[table]]\nsheet = \"\x89^\x97p\"\n").unwrap_err();
        assert_eq!(problems[0].place.to_string(), "map.toml:2");
        assert!(problems[0].what.ja.contains("UTF-8"));
        let problems = read_map("map.toml", &vec![b'#'; MOST_MAP_BYTES + 1]).unwrap_err();
        assert!(problems[0].what.en.contains("too large"));
    }
}
