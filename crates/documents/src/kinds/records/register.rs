//! The register: every record in a line, with what comes next, by whom and by when.

use super::values::{institution_of, sides};
use crate::Paper;
use crate::shared::{self, dash, optional};
use mamori_rules::procedures::Record;
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    NAME = "申請・記録の一覧" / "Register of records";
    NUMBER = "番号" / "No.";
    KIND = "種類" / "Kind";
    RECORD = "件名" / "Title";
    INSTITUTION = "医療機関等" / "Institution";
    STATE = "状態" / "State";
    NEXT = "次にすること" / "Next";
    DUE = "期日" / "Due";
    BY = "{0}（{1}）" / "{0} ({1})";
    WRONG = "経過に誤りがあります" / "The steps hold an error";
}

pub(super) fn table(paper: &Paper<'_>, all: &[Record<'_>]) -> Block {
    let columns = [
        (Column::centre(7), paper.say(NUMBER)),
        (Column::start(17), paper.say(KIND)),
        (Column::start(32), paper.say(RECORD)),
        (Column::start(20), paper.say(INSTITUTION)),
        (Column::start(18), paper.say(STATE)),
        (Column::start(24), paper.say(NEXT)),
        (Column::centre(15), paper.say(DUE)),
    ];
    let rows = all
        .iter()
        .enumerate()
        .map(|(at, record)| row(paper, at + 1, record));
    shared::table(paper.say(NAME), &columns, rows.collect())
}

fn row(paper: &Paper<'_>, number: usize, record: &Record<'_>) -> Row {
    let history = record.legal();
    let state = match record.history.is_ok() {
        true => {
            let style = if history.state().open {
                CellStyle::Plain
            } else {
                CellStyle::Muted
            };
            Cell::new(paper.say(history.state().words)).styled(style)
        }
        false => Cell::new(paper.say(WRONG)).styled(CellStyle::Severe),
    };
    let next: Vec<String> = history
        .owed()
        .map(|transition| {
            let step = paper.say(transition.step.words());
            paper.fill(BY, &[step, &sides(paper, transition.by)])
        })
        .collect();
    let due = match record.due {
        Some(due) if record.late(paper.subject.as_of) => Cell::new(due.to_string()).styled(CellStyle::Raised),
        due => optional(due),
    };
    Row::new(vec![
        Cell::new(number.to_string()),
        Cell::new(paper.say(record.kind.words())),
        Cell::new(record.title.as_str()),
        optional(institution_of(paper, record)),
        state,
        if next.is_empty() {
            dash()
        } else {
            Cell::new(next.join("\n"))
        },
        due,
    ])
}
