//! Builders of blocks, and the part both reports end with: rows that were not used.

use crate::Source;
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Table};

/// A heading of the first level.
pub(crate) fn heading(text: &str) -> Block {
    Block::Heading {
        level: 1,
        text: text.to_owned(),
    }
}

/// A table with a head of one row; its name becomes that of a sheet, at most 31 characters.
pub(crate) fn table(name: &str, columns: &[(Column, &str)], rows: Vec<Row>) -> Block {
    let head = Row::new(columns.iter().map(|(_, label)| Cell::head(*label)).collect());
    Block::Table(Table {
        name: name.chars().take(31).collect(),
        columns: columns.iter().map(|(column, _)| *column).collect(),
        head: vec![head],
        rows,
    })
}

/// Room to write by hand, that many lines high.
pub(crate) fn blank(lines: usize) -> Cell {
    Cell::new(vec!["\u{3000}"; lines.max(1)].join("\n"))
}

/// A dash for what is not there.
pub(crate) fn dash() -> Cell {
    Cell::new("—").styled(CellStyle::Muted)
}

/// Met, not met, or nothing to meet; told by the word, not by the colour alone.
pub(crate) fn met(source: &Source<'_>, met: Option<bool>) -> Cell {
    match met {
        Some(true) => Cell::new(source.say("達成", "met")),
        Some(false) => Cell::new(source.say("未達成", "not met")).styled(CellStyle::Severe),
        None => dash(),
    }
}

/// A form of labelled blanks: what the events do not hold and people fill in.
pub(crate) fn form(source: &Source<'_>, name: &str, labels: &[&str]) -> Block {
    let row = |label: &&str| Row::new(vec![Cell::new(*label), blank(2)]);
    let columns = [
        (Column::start(34), source.say("事項", "Subject")),
        (Column::start(90), source.say("記入欄", "To fill in")),
    ];
    table(name, &columns, labels.iter().map(row).collect())
}

/// How many rows were read, and those that were not used with the reason.
pub(crate) fn input(source: &Source<'_>, blocks: &mut Vec<Block>) {
    let taken = source.taken;
    let (rows, used, refused) = (taken.rows, taken.used(), taken.refused.len());
    blocks.push(heading(source.say("もとにした記録", "Records used")));
    blocks.push(Block::Paragraph(source.tell(
        format!("出来事の記録{rows}行のうち{used}行を使い、{refused}行は使いませんでした（評価した全期間の合計）。"),
        format!("Of {rows} rows of events {used} were used and {refused} were not (over the whole evaluated span)."),
    )));
    // Reasons quote what stands in the rows.
    if refused == 0 || !source.channel.carries_remarks() {
        return;
    }
    let row = |one: &mamori_service_levels::Refusal| {
        Row::new(vec![
            Cell::new(one.row.to_string()),
            Cell::new(one.reason.say(source.language)),
        ])
    };
    let columns = [
        (Column::end(8), source.say("行", "Row")),
        (
            Column::start(110),
            source.say("使わなかった理由", "Why it was not used"),
        ),
    ];
    let name = source.say("使わなかった行", "Rows not used");
    blocks.push(table(name, &columns, taken.refused.iter().map(row).collect()));
}
