//! Lists in CSV files.

use super::MOST_CELLS;
use super::separated::{Cell, Fault, FaultSort, Record, cut};
use crate::normal::value_text;
use mamori_domain::build::unknown_name;
use mamori_domain::description::{FieldDescription, KindDescription};
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{Problem, Said};
use std::sync::Arc;

/// Reads the rows of a list; its first row names the columns, in any order.
pub(super) fn read(
    kind: &'static KindDescription,
    path: &str,
    text: &str,
    room: &mut usize,
    problems: &mut Vec<Problem>,
) -> Vec<RawRow> {
    let file: Arc<str> = path.into();
    let records = match cut(text, room) {
        Ok(records) => records,
        Err(fault) => {
            problems.push(not_cut(&file, &fault));
            return Vec::new();
        }
    };
    let mut records = records.into_iter();
    let Some(header) = records.next() else {
        return Vec::new();
    };
    let columns = columns(kind, &file, &header, problems);
    records
        .filter_map(|record| row(&file, &columns, record, problems))
        .collect()
}

/// The field of each column; nothing for a column that is unknown, which was noted.
fn columns(
    kind: &'static KindDescription,
    file: &Arc<str>,
    header: &Record,
    problems: &mut Vec<Problem>,
) -> Vec<Option<&'static FieldDescription>> {
    let mut columns: Vec<Option<&'static FieldDescription>> = Vec::new();
    for (at, cell) in header.cells.iter().enumerate() {
        let name = cell.text.trim();
        let field = kind.field(name);
        let place = place(file, cell);
        if name.is_empty() {
            problems.push(nameless_column(&place, at + 1));
        } else if field.is_none() {
            problems.push(unknown_name(kind, name, &place));
        } else if columns.iter().flatten().any(|other| other.name == name) {
            problems.push(Problem::new(
                &place,
                Said::new(
                    format!("列「{name}」が二度あります"),
                    format!("Column \"{name}\" stands twice"),
                ),
                Said::new("どちらかを消してください", "Remove one of them"),
            ));
        }
        columns.push(field);
    }
    columns
}

fn row(
    file: &Arc<str>,
    columns: &[Option<&'static FieldDescription>],
    record: Record,
    problems: &mut Vec<Problem>,
) -> Option<RawRow> {
    let row_place = Place::File {
        file: file.clone(),
        line: record.line,
        column: 1,
    };
    if record.cells.len() != columns.len() {
        problems.push(ragged(&row_place, record.cells.len(), columns.len()));
        return None;
    }
    let mut cells = Vec::new();
    for (field, cell) in columns.iter().zip(record.cells) {
        let Some(field) = field else { continue };
        let text = value_text(field, &cell.text);
        if !text.is_empty() {
            cells.push(RawCell {
                name: field.name.into(),
                text,
                place: place(file, &cell),
            });
        }
    }
    (!cells.is_empty()).then_some(RawRow {
        place: row_place,
        cells,
    })
}

fn place(file: &Arc<str>, cell: &Cell) -> Place {
    Place::File {
        file: file.clone(),
        line: cell.line,
        column: cell.column,
    }
}

fn nameless_column(place: &Place, number: usize) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("{number}列目に名前がありません"),
            format!("Column {number} has no name"),
        ),
        Said::new(
            "列を消すか、1行目に欄の名前を書いてください",
            "Remove the column or name it in the first line",
        ),
    )
}

fn ragged(place: &Place, found: usize, wanted: usize) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("この行には値が{found}個ありますが、1行目の列は{wanted}個です"),
            format!("This row has {found} values, but the first line names {wanted} columns"),
        ),
        Said::new(
            "コンマの数を合わせてください。コンマや改行を含む値は \" で囲みます",
            "Make the number of commas agree; put values with commas or line breaks into \"quotes\"",
        ),
    )
}

fn not_cut(file: &Arc<str>, fault: &Fault) -> Problem {
    let place = Place::File {
        file: file.clone(),
        line: fault.line,
        column: fault.column,
    };
    let what = match fault.sort {
        FaultSort::TooMany => return too_many(&place),
        FaultSort::NeverClosed => Said::new(
            "ここで始まる \" が閉じられていません",
            "The quote that opens here is never closed",
        ),
        FaultSort::StrayQuote => Said::new(
            "囲まれていない値の中に \" があります",
            "There is a quote inside a value that is not quoted",
        ),
        FaultSort::AfterQuote => Said::new(
            "閉じた \" のあとに文字があります",
            "There is text behind a closing quote",
        ),
    };
    Problem::new(
        &place,
        what,
        Said::new(
            "\" を含む値は全体を \" で囲み、中の \" は \"\" と二つ重ねて書いてください",
            "Put a value that holds quotes into quotes and write each inner quote twice",
        ),
    )
}

fn too_many(place: &Place) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("表の値が多すぎます（全体で{MOST_CELLS}個までです）"),
            format!("There are too many cells (at most {MOST_CELLS} in all)"),
        ),
        Said::new(
            "空の列や、関係のない行を消してください",
            "Remove empty columns and rows that do not belong here",
        ),
    )
}
