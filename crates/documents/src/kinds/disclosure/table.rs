//! The tables of the disclosure: columns as the catalogue has them, and fields nobody wrote yet.

use crate::Paper;
use crate::shared::{self, sheet_name};
use mamori_catalogue::{DisclosureItem, DisclosureTable};
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Words};

wording! {
    OPEN = "【未記入】" / "[Not written yet] ";
    NAME = "{0}{1}-{2} {3}" / "{0}{1}-{2} {3}";
}

/// Marks of the source that are letters of Japanese, and the same in figures.
const KANA_MARKS: [(&str, &str); 3] = [("ア", "1"), ("イ", "2"), ("ウ", "3")];

/// The title of a table with its mark within the item, such as `(b)(ア)`.
pub(super) fn title(paper: &Paper<'_>, table: &DisclosureTable) -> String {
    let marks = table.mark.iter().flat_map(|mark| mark.split('-'));
    let mark: String = marks
        .map(|mark| {
            let figure = KANA_MARKS.iter().find(|(kana, _)| *kana == mark);
            match figure.filter(|_| !paper.is_japanese()) {
                Some((_, figure)) => format!("({figure})"),
                None => format!("({mark})"),
            }
        })
        .collect();
    format!("{mark} {}", paper.text(&table.title))
        .trim_start()
        .to_owned()
}

/// The table with its head.
pub(super) fn block(
    paper: &Paper<'_>,
    item: &DisclosureItem,
    table: &DisclosureTable,
    rows: Vec<Row>,
) -> Block {
    let columns: Vec<(Column, &str)> = table
        .columns
        .iter()
        .map(|column| (width(column.id.as_str()), paper.text(&column.title)))
        .collect();
    let part = item.part.to_string();
    // The names of tables differ even where they are cut short.
    let at = item
        .tables
        .iter()
        .position(|one| one.id == table.id)
        .map_or(0, |at| at + 1)
        .to_string();
    let name = paper.fill(
        NAME,
        &[
            &part,
            &item.mark,
            &at,
            &paper.text(&table.title).replace(':', " -"),
        ],
    );
    shared::table(&sheet_name(&name), &columns, rows)
}

fn width(column: &str) -> Column {
    Column::start(match column {
        "post" | "name" | "law" | "subject" | "event" | "evaluator" | "desk" | "subcontractor"
        | "department" => 24,
        "method" | "condition" | "extent" | "summary-disclosed" | "explainer" => 20,
        "why" => 26,
        "document" | "content" | "point" => 32,
        _ => 48,
    })
}

/// A field nobody wrote yet, with what to do.
pub(super) fn open(paper: &Paper<'_>, what_to_do: Words) -> Cell {
    Cell::new(format!("{}{}", paper.say(OPEN), paper.say(what_to_do))).styled(CellStyle::Raised)
}

/// A text, or the field as not written yet.
pub(super) fn or_open(paper: &Paper<'_>, text: Option<&str>, what_to_do: Words) -> Cell {
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => Cell::new(text),
        None => open(paper, what_to_do),
    }
}

/// A row that says in one field over all columns what to do.
pub(super) fn open_row(paper: &Paper<'_>, columns: u16, what_to_do: Words) -> Vec<Row> {
    vec![Row::new(vec![open(paper, what_to_do).spanning(1, columns)])]
}

/// How many fields are not written yet.
pub(super) fn open_fields(paper: &Paper<'_>, rows: &[Row]) -> usize {
    let mark = paper.say(OPEN);
    let cells = rows.iter().flat_map(|row| &row.cells);
    cells
        .filter(|cell| cell.style == CellStyle::Raised && cell.text.starts_with(mark))
        .count()
}
