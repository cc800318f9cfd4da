//! Turns a record of a table into rows of the workspace.

use super::grid::Found;
use super::import::Table;
use super::meaning::{Meaning, Unclear};
use super::record::Record;
use crate::xlsx_reader::Sheet;
use mamori_domain::description::{FieldDescription, ValueType};
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{Problem, Said};
use std::collections::BTreeSet;

/// Most rows that the values of one row of a table make.
const PRODUCT_MAX: usize = 100;

impl Table<'_> {
    /// The rows a record makes: more than one when a field that takes one value has several.
    pub(super) fn rows_of(
        &self,
        record: &Record,
        meaning: &Meaning<'_>,
        unclear: &mut Unclears,
        notes: &mut Vec<Said>,
    ) -> Vec<RawRow> {
        let row_place = self.sheet.place(record.row, 1);
        let mut rows = vec![RawRow {
            place: row_place.clone(),
            cells: Vec::new(),
        }];
        let mut over = false;
        let mut spread = |values: Vec<(&'static str, String)>, place: &Place| {
            over |= rows.len() * values.len() > PRODUCT_MAX;
            if values.is_empty() || over {
                return;
            }
            let with = |row: &RawRow, (field, text): &(&'static str, String)| {
                let mut row = row.clone();
                row.cells.push(RawCell {
                    name: (*field).into(),
                    text: text.clone(),
                    place: place.clone(),
                });
                row
            };
            rows = rows
                .iter()
                .flat_map(|row| values.iter().map(move |value| with(row, value)))
                .collect();
        };
        for (name, founds) in &record.texts {
            let Some(first) = founds.first() else { continue };
            let place = self.sheet.place(first.row, first.column);
            match self.kind.field(name) {
                Some(field) => {
                    let values = self.values_of(field, record, founds, meaning, unclear, notes);
                    spread(
                        values.into_iter().map(|value| (field.name, value)).collect(),
                        &place,
                    );
                }
                None if name == "which" && !unclear.knows(name, &first.text) => {
                    match meaning.which(&first.text) {
                        Ok(values) => spread(values, &place),
                        Err(missing) => unclear.note(name, first, &missing, self.sheet),
                    }
                }
                None => {}
            }
        }
        for (name, text) in &self.map.fixed {
            if let Some(field) = self
                .kind
                .field(name)
                .filter(|field| !record.texts.contains_key(field.name))
            {
                spread(vec![(field.name, text.clone())], &row_place);
            }
        }
        if over {
            unclear.problems.push(Problem::new(
                &row_place,
                Said::new(
                    "一行から作られる行が多すぎます（100件まで）",
                    "One row makes too many rows (at most 100)",
                ),
                Said::new(
                    "セルの値を分けて、行を増やしてください",
                    "Split its cells over more rows",
                ),
            ));
        }
        rows
    }

    /// The values of a field in a record; free text of several rows is put together.
    fn values_of(
        &self,
        field: &'static FieldDescription,
        record: &Record,
        founds: &[Found],
        meaning: &Meaning<'_>,
        unclear: &mut Unclears,
        notes: &mut Vec<Said>,
    ) -> Vec<String> {
        let list = matches!(field.value, ValueType::Several(_));
        if matches!(field.value, ValueType::Text { .. } | ValueType::Prose { .. }) {
            let text = self.free_text(field, record, founds, meaning);
            return if text.is_empty() { Vec::new() } else { vec![text] };
        }
        let mut values = Vec::new();
        for found in founds {
            if unclear.knows(field.name, &found.text) {
                continue;
            }
            match meaning.of(field, &found.text) {
                Ok(meant) => {
                    let pattern = matches!(field.value, ValueType::Pattern);
                    if pattern && meant.first().is_some_and(|meant| *meant != found.text) {
                        notes.push(Said::new(
                            format!("「{}」を {} とみなしました", found.text, meant.join(" ")),
                            format!("Taken \"{}\" to be {}", found.text, meant.join(" ")),
                        ));
                    }
                    values.extend(meant);
                }
                Err(missing) => unclear.note(field.name, found, &missing, self.sheet),
            }
        }
        let mut seen = BTreeSet::new();
        values.retain(|value| !value.is_empty() && seen.insert(value.clone()));
        match list && !values.is_empty() {
            true => vec![values.join(" ")],
            false => values,
        }
    }

    fn free_text(
        &self,
        field: &'static FieldDescription,
        record: &Record,
        founds: &[Found],
        meaning: &Meaning<'_>,
    ) -> String {
        let viewpoint = |line: u32| {
            let viewpoints = record.texts.get("viewpoint")?;
            viewpoints
                .iter()
                .find(|viewpoint| viewpoint.line == line)
                .map(|viewpoint| viewpoint.text.as_str())
        };
        let mut text = String::new();
        for (at, found) in founds.iter().enumerate() {
            // Columns of one row belong to one sentence; rows are paragraphs.
            let same_row = at > 0 && founds[at - 1].line == found.line;
            if at > 0 && !same_row {
                text.push(if matches!(field.value, ValueType::Prose { .. }) {
                    '\n'
                } else {
                    ' '
                });
            }
            if let Some(viewpoint) =
                viewpoint(found.line).filter(|_| field.name == "provider_note" && !same_row)
            {
                text.push_str(&format!("【{viewpoint}】"));
            }
            text.push_str(
                meaning
                    .of(field, &found.text)
                    .map_or(String::new(), |meant| meant.concat())
                    .as_str(),
            );
        }
        text
    }
}

/// What could not be understood, each text of a field once.
#[derive(Default)]
pub(super) struct Unclears {
    /// Whole texts of cells, so that none is looked up a second time.
    cells: BTreeSet<(String, String)>,
    parts: BTreeSet<(String, String)>,
    pub(super) problems: Vec<Problem>,
}

impl Unclears {
    fn knows(&self, field: &str, text: &str) -> bool {
        !self.cells.is_empty() && self.cells.contains(&(field.to_owned(), text.to_owned()))
    }

    fn note(&mut self, field: &str, found: &Found, missing: &[Unclear], sheet: &Sheet) {
        self.cells.insert((field.to_owned(), found.text.clone()));
        for unclear in missing {
            if self.parts.insert((field.to_owned(), unclear.text.clone())) {
                let what = Said::new(
                    format!("「{}」が何を指すか分かりません（欄：{field}）", unclear.text),
                    format!("It is not known what \"{}\" means (field: {field})", unclear.text),
                );
                let place = sheet.place(found.row, found.column);
                self.problems
                    .push(Problem::new(&place, what, unclear.help.clone()));
            }
        }
    }
}
