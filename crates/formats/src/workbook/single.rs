//! Reads a sheet with a row for each field: settings, the provider, the continuity plan.

use super::layout::{SINGLE_HEADINGS, SheetPlan};
use super::read::{Reading, scope_of};
use super::rows::field_text;
use crate::xlsx_reader::Sheet;
use mamori_domain::build::unknown_name;
use mamori_domain::description::FieldDescription;
use mamori_domain::raw::{RawCell, RawRow};
use mamori_domain::{Language, Problem, Said};

/// How far down headings are looked for.
const HEADINGS_WITHIN: usize = 20;

/// The columns that matter, and the last row of headings.
struct Columns {
    label: Option<u16>,
    field: Option<u16>,
    value: u16,
    last_row: u32,
}

/// Reads the values of a single thing.
pub(super) fn read(plan: SheetPlan, sheet: &Sheet, reading: &mut Reading) {
    let Some(columns) = find_columns(sheet) else {
        reading.note(Problem::new(
            &sheet.whole(),
            Said::new(
                "「値」と「欄の名前」の見出しがありません",
                "The headings \"Value\" and \"Field name\" are missing",
            ),
            Said::new(
                "値の列の上に value、欄の名前の列の上に field と書いてください",
                "Write value above the values and field above the names of the fields",
            ),
        ));
        return;
    };
    let mut cells: Vec<RawCell> = Vec::new();
    for row in sheet.rows().filter(|row| row.number() > columns.last_row) {
        let typed = row.text(columns.value);
        if typed.trim().is_empty() {
            continue;
        }
        let place = sheet.place(row.number(), columns.value);
        let name = columns.field.map_or("", |column| row.text(column).trim());
        let label = columns.label.map_or("", |column| row.text(column).trim());
        match find_field(plan, name, label) {
            None => {
                let shown = if name.is_empty() { label } else { name };
                reading.note(unknown_name(plan.kind, shown, &place));
            }
            Some(field) => cells.push(RawCell {
                name: field.name.into(),
                text: field_text(field, typed),
                place,
            }),
        }
    }
    if let (false, Ok(scope)) = (cells.is_empty(), scope_of(plan, "", reading)) {
        let order = |cell: &RawCell| {
            plan.kind
                .fields
                .iter()
                .position(|field| field.name == &*cell.name)
        };
        cells.sort_by_key(order);
        reading.add(
            scope,
            plan,
            RawRow {
                place: sheet.whole(),
                cells,
            },
        );
    }
}

fn find_field(plan: SheetPlan, name: &str, label: &str) -> Option<&'static FieldDescription> {
    let by_label = || {
        let is = |field: &&FieldDescription| {
            Language::ALL
                .iter()
                .any(|language| field.label.say(*language) == label)
        };
        plan.kind.fields.iter().find(is)
    };
    match name.is_empty() {
        false => plan.kind.field(name),
        true => by_label(),
    }
}

fn find_columns(sheet: &Sheet) -> Option<Columns> {
    let heading = |text: &str| {
        let text = text.trim();
        SINGLE_HEADINGS
            .iter()
            .find(|(name, words)| *name == text || words.ja == text || words.en == text)
            .map(|(name, _)| *name)
    };
    let mut found = None;
    for row in sheet.rows().take(HEADINGS_WITHIN) {
        let at = |wanted: &str| {
            row.cells()
                .find(|(_, text)| heading(text) == Some(wanted))
                .map(|(column, _)| column)
        };
        let (label, field) = (at("label"), at("field"));
        if let Some(value) = at("value").filter(|_| label.or(field).is_some()) {
            found = Some(Columns {
                label,
                field,
                value,
                last_row: row.number(),
            });
        }
    }
    found
}
