//! A table's cells as a person sees them: merged cells have their value in every row they cover.

use crate::xlsx_reader::{Area, Sheet, column_number};
use mamori_domain::build::nearest;
use mamori_domain::{Problem, Said};
use std::collections::BTreeMap;

/// A sheet, and the merged areas that cover the columns asked for.
pub(super) struct Grid<'s> {
    pub(super) sheet: &'s Sheet,
    /// Areas by each column they cover, in order of rows.
    covering: BTreeMap<u16, Vec<Area>>,
    empty: Vec<String>,
}

/// A text and the cell it really stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The text, without spaces around it.
    pub(super) text: String,
    /// Row of the cell.
    pub(super) row: u32,
    /// Column of the cell.
    pub(super) column: u16,
    /// The row in which it was seen: below the cell's own when the cell is merged.
    pub(super) line: u32,
}

impl Found {
    /// Whether both are the same cell, wherever they were seen.
    pub(super) fn same_cell(&self, other: &Found) -> bool {
        (self.row, self.column) == (other.row, other.column)
    }
}

/// What a spreadsheet writes for nothing.
const NOTHING: [&str; 11] = ["-", "－", "—", "―", "ー", "–", "…", "・・・", "...", "〃", "同上"];

impl<'s> Grid<'s> {
    /// A grid over a sheet; the given texts mean nothing.
    pub(super) fn new(sheet: &'s Sheet, empty: Option<&[String]>) -> Self {
        let empty = match empty {
            Some(texts) => texts.to_vec(),
            None => NOTHING.map(str::to_owned).to_vec(),
        };
        Grid {
            sheet,
            covering: BTreeMap::new(),
            empty,
        }
    }

    /// Makes ready for a column; cells of others are seen without merged areas.
    pub(super) fn watch(&mut self, column: u16) {
        let covers = |area: &&Area| (area.left..=area.right).contains(&column);
        let mut areas: Vec<Area> = self.sheet.merged().iter().filter(covers).copied().collect();
        areas.sort_by_key(|area| area.top);
        self.covering.insert(column, areas);
    }

    /// The text of a cell; a merged one has that of its area. Nothing when it is empty.
    pub(super) fn at(&self, row: u32, column: u16) -> Option<Found> {
        let areas = self.covering.get(&column).map_or(&[][..], Vec::as_slice);
        let area = areas[..areas.partition_point(|area| area.top <= row)].last();
        let area = area.filter(|area| area.holds(row, column));
        self.found(area.map_or((row, column), |area| (area.top, area.left)), row)
    }

    fn found(&self, (row, column): (u32, u16), line: u32) -> Option<Found> {
        let text = self.sheet.text(row, column).trim();
        let nothing = text.is_empty() || self.empty.iter().any(|empty| empty == text);
        (!nothing).then(|| Found {
            text: text.to_owned(),
            row,
            column,
            line,
        })
    }

    /// The headings of a row by column; merged ones in every column they cover.
    pub(super) fn headings(&self, row: u32) -> Vec<(u16, String)> {
        let of_row = self
            .sheet
            .merged()
            .iter()
            .filter(|area| (area.top..=area.bottom).contains(&row));
        let areas: BTreeMap<u16, &Area> = of_row.map(|area| (area.left, area)).collect();
        let last = areas.values().map(|area| area.right).max().unwrap_or(0);
        let rows = self.sheet.rows().filter(|found| found.number() == row);
        let last = rows
            .flat_map(|row| row.cells().map(|(column, _)| column))
            .max()
            .unwrap_or(0)
            .max(last);
        let heading = |column: u16| {
            let area = areas.range(..=column).next_back().map(|(_, area)| area);
            let area = area.filter(|area| area.holds(row, column));
            let found = self.found(area.map_or((row, column), |area| (area.top, area.left)), row)?;
            Some((column, squeezed(&found.text)))
        };
        (1..=last).filter_map(heading).collect()
    }

    /// The column of a heading or letter.
    ///
    /// # Errors
    /// When no heading of the row is called so and it is no letter.
    pub(super) fn column(
        &self,
        wanted: &str,
        headings: &[(u16, String)],
        row: Option<u32>,
    ) -> Result<u16, Problem> {
        let text = squeezed(wanted);
        let exact = headings.iter().find(|(_, heading)| *heading == text);
        let begun: Vec<_> = headings
            .iter()
            .filter(|(_, heading)| heading.starts_with(&text))
            .collect();
        let letter = || column_number(wanted.trim());
        let begins = || (begun.len() == 1 && !text.is_empty()).then(|| begun[0].0);
        exact
            .map(|(column, _)| *column)
            .or_else(letter)
            .or_else(begins)
            .ok_or_else(|| {
                let near = nearest(&text, headings.iter().map(|(_, heading)| heading.as_str()));
                Problem::new(
                    &row.map_or(self.sheet.whole(), |row| self.sheet.place(row, 1)),
                    Said::new(
                        format!("見出し「{wanted}」の列がありません"),
                        format!("No column is headed \"{wanted}\""),
                    ),
                    match near {
                        Some(near) => Said::new(
                            format!("「{near}」のことですか"),
                            format!("Did you mean \"{near}\"?"),
                        ),
                        None => Said::new(
                            "対応表に、見出しの文字か列の英字（A、B…）を書いてください",
                            "Write the heading's text or the column's letter (A, B, ...) into the map",
                        ),
                    },
                )
            })
    }
}

/// A text without any white space: headings are broken over lines at will.
pub(super) fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace())
        .collect()
}
