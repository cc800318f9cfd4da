//! Reads a sheet with a column for each field.

use super::layout::{Column, SheetPlan};
use super::read::{Reading, scope_of};
use crate::normal::{is_yes_no, value_text};
use crate::xlsx_reader::{Row, Sheet};
use mamori_domain::build::{nearest, unknown_name};
use mamori_domain::description::{FieldDescription, ValueType};
use mamori_domain::raw::{RawCell, RawRow};
use mamori_domain::{Language, Problem, Said};

/// How far down headings are looked for.
const HEADINGS_WITHIN: usize = 20;

/// What each column of a sheet holds, by the column's number.
struct Headings {
    columns: Vec<(u16, Column)>,
    /// Last row that belongs to the headings.
    last_row: u32,
    /// Columns whose heading is not known, with the row it stands in.
    unknown: Vec<(u16, u32, String)>,
}

/// Reads the rows of a sheet.
pub(super) fn read(plan: SheetPlan, sheet: &Sheet, reading: &mut Reading) {
    let Some(headings) = find_headings(plan, sheet) else {
        reading.note(no_headings(plan, sheet));
        return;
    };
    check_headings(plan, sheet, &headings, reading);
    let scope_column = headings
        .columns
        .iter()
        .find(|(_, column)| matches!(column, Column::Scope(_)));
    for row in sheet.rows().filter(|row| row.number() > headings.last_row) {
        let cells = read_cells(sheet, &row, &headings);
        note_stray(sheet, &row, &headings, reading);
        let typed = scope_column.map_or("", |(column, _)| row.text(*column).trim());
        let empty = cells.iter().all(|cell| cell.text.trim().is_empty());
        if empty && (typed.is_empty() || !plan.founds()) {
            continue;
        }
        match scope_of(plan, typed, reading) {
            Ok(scope) if empty => drop(reading.rows.entry(scope).or_default()),
            Ok(scope) => {
                let place = sheet.place(row.number(), 1);
                reading.add(scope, plan, RawRow { place, cells });
            }
            Err((what, help)) => {
                let column = scope_column.map_or(1, |(column, _)| *column);
                reading.note(Problem::new(&sheet.place(row.number(), column), what, help));
            }
        }
    }
}

fn read_cells(sheet: &Sheet, row: &Row<'_>, headings: &Headings) -> Vec<RawCell> {
    let mut cells = Vec::new();
    for (number, column) in &headings.columns {
        let Column::Field(field) = column else { continue };
        let text = field_text(field, row.text(*number));
        if !text.is_empty() {
            cells.push(RawCell {
                name: field.name.into(),
                text,
                place: sheet.place(row.number(), *number),
            });
        }
    }
    cells
}

/// The raw text of a field from what stands in a cell: a choice's name becomes its code.
pub(super) fn field_text(field: &FieldDescription, typed: &str) -> String {
    let text = value_text(field, typed);
    let ValueType::Choice(choices) = &field.value else {
        return text;
    };
    if is_yes_no(field) && (text == "TRUE" || text == "FALSE") {
        return if text == "TRUE" { "yes" } else { "no" }.to_owned();
    }
    if choices.iter().any(|choice| choice.code == text) {
        return text;
    }
    let named = choices.iter().find(|choice| {
        Language::ALL
            .iter()
            .any(|language| choice.words.say(*language) == text)
    });
    named.map_or(text, |choice| choice.code.to_owned())
}

/// Finds the row of field names, else that of labels: the one with the most known headings.
fn find_headings(plan: SheetPlan, sheet: &Sheet) -> Option<Headings> {
    let columns = plan.columns();
    let by_name = |text: &str| {
        columns
            .iter()
            .find(|column| column.name() == text.trim())
            .copied()
    };
    let by_label = |text: &str| {
        let is = |column: &&Column| {
            Language::ALL
                .iter()
                .any(|language| column.label().say(*language) == text.trim().trim_end_matches(['*', '＊']))
        };
        columns.iter().find(is).copied()
    };
    let names = best_row(sheet, &by_name);
    let labels = best_row(sheet, &by_label);
    let rows: Vec<u32> = [&names, &labels]
        .into_iter()
        .flatten()
        .map(|(number, _)| *number)
        .collect();
    // A column added by hand may have a label only.
    let mut known: Known = names.map(|(_, known)| known).unwrap_or_default();
    for (number, column) in labels.into_iter().flat_map(|(_, known)| known) {
        if !known
            .iter()
            .any(|(other, named)| *other == number || *named == column)
        {
            known.push((number, column));
        }
    }
    known.sort_by_key(|(number, _)| *number);
    let first_row = *rows.first()?;
    let close = |row: &u32| row.abs_diff(first_row) <= 2;
    let last_row = rows.iter().copied().filter(close).max()?;
    let mut unknown: Vec<(u16, u32, String)> = Vec::new();
    for row in sheet
        .rows()
        .filter(|row| rows.contains(&row.number()) && close(&row.number()))
    {
        for (column, text) in row.cells().filter(|(_, text)| !text.trim().is_empty()) {
            let seen = unknown.iter().any(|(other, ..)| *other == column);
            if !seen && !known.iter().any(|(known, _)| *known == column) {
                unknown.push((column, row.number(), text.trim().to_owned()));
            }
        }
    }
    Some(Headings {
        columns: known,
        last_row,
        unknown,
    })
}

type Known = Vec<(u16, Column)>;

fn best_row(sheet: &Sheet, find: &dyn Fn(&str) -> Option<Column>) -> Option<(u32, Known)> {
    let mut best: Option<(u32, Known)> = None;
    for row in sheet.rows().take(HEADINGS_WITHIN) {
        let known: Known = row
            .cells()
            .filter_map(|(column, text)| Some((column, find(text)?)))
            .collect();
        if known.len() > best.as_ref().map_or(0, |(_, best)| best.len()) {
            best = Some((row.number(), known));
        }
    }
    best
}

fn check_headings(plan: SheetPlan, sheet: &Sheet, headings: &Headings, reading: &mut Reading) {
    for (at, (number, column)) in headings.columns.iter().enumerate() {
        if headings.columns[..at].iter().any(|(_, other)| other == column) {
            let name = column.name();
            reading.note(Problem::new(
                &sheet.place(headings.last_row, *number),
                Said::new(
                    format!("欄「{name}」の列が二つあります"),
                    format!("Two columns are called \"{name}\""),
                ),
                Said::new("どちらかの列を消してください", "Remove one of the columns"),
            ));
        }
    }
    for (number, row, text) in &headings.unknown {
        let place = sheet.place(*row, *number);
        let scope = plan.scoped().then_some(plan.scope_name());
        reading.note(match nearest(text, scope.into_iter()) {
            Some(near) => Problem::new(
                &place,
                Said::new(
                    format!("「{text}」という欄はありません"),
                    format!("There is no field \"{text}\""),
                ),
                Said::new(
                    format!("「{near}」のことですか"),
                    format!("Did you mean \"{near}\"?"),
                ),
            ),
            None => unknown_name(plan.kind, text, &place),
        });
    }
}

/// Notes values in columns without any heading.
fn note_stray(sheet: &Sheet, row: &Row<'_>, headings: &Headings, reading: &mut Reading) {
    for (number, text) in row.cells() {
        let headed = headings.columns.iter().any(|(known, _)| *known == number)
            || headings.unknown.iter().any(|(unknown, ..)| *unknown == number);
        if !headed && !text.trim().is_empty() {
            reading.note(Problem::new(
                &sheet.place(row.number(), number),
                Said::new(
                    "見出しのない列に値があります",
                    "A value stands in a column without heading",
                ),
                Said::new(
                    "見出しのある列に移すか、消してください",
                    "Move it below a heading or remove it",
                ),
            ));
        }
    }
}

fn no_headings(plan: SheetPlan, sheet: &Sheet) -> Problem {
    let names: Vec<&str> = plan.columns().iter().map(|column| column.name()).collect();
    Problem::new(
        &sheet.whole(),
        Said::new("見出しの行がありません", "There is no row of headings"),
        Said::new(
            format!("値の上の行に、次の欄名を書いてください：{}", names.join("、")),
            format!(
                "Write these field names into a row above the values: {}",
                names.join(", ")
            ),
        ),
    )
}
