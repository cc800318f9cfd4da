//! Every flow held against every threat (GL 5.1.1): ○ where it applies, a numbered reason where not.

use crate::shared::{heading, sheet_name};
use crate::{Paper, flow_sentence};
use mamori_catalogue::ThreatId;
use mamori_domain::Layer;
use mamori_rules::derive::GridCell;
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Table};
use std::collections::BTreeMap;

wording! {
    TITLE = "情報流と脅威の対応" / "Flows held against threats";
    TEXT = "○は脅威が当てはまること、※と数字は当てはまらないこととその理由の番号です。? は検討されていないことです。" /
        "○ means that the threat applies; ※ with a number that it does not, and why; ? that it was not looked at.";
    FLOW = "情報流" / "Information flow";
    SHEET = "情報流と脅威" / "Flows and threats";
    REASONS = "当てはまらない理由" / "Reasons why a threat does not apply";
    REASONS_SHEET = "当てはまらない理由" / "Reasons";
    NUMBER = "番号" / "No.";
    REASON = "理由" / "Reason";
}

/// The grid and its reasons, when there are flows.
pub(super) fn grid(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    if paper.derived.flows.is_empty() {
        return;
    }
    let threats = paper.subject.catalogue.threats();
    let cells: BTreeMap<(usize, &ThreatId), &GridCell> = paper
        .derived
        .grid
        .iter()
        .map(|cell| ((cell.flow, &cell.threat), cell))
        .collect();
    let mut reasons: Vec<String> = Vec::new();
    let columns = 1 + threats.len();
    let mut rows = Vec::new();
    for layer in Layer::ALL {
        let flows = paper.derived.flows.iter().enumerate();
        let here: Vec<_> = flows
            .filter(|(_, flow)| flow.layer == *layer && flow.standing.counts())
            .collect();
        if here.is_empty() {
            continue;
        }
        let title = Cell::new(paper.say(layer.words())).styled(CellStyle::Group);
        rows.push(Row::new(vec![
            title.spanning(1, u16::try_from(columns).unwrap_or(u16::MAX)),
        ]));
        for (at, flow) in here {
            let mut row = vec![Cell::new(flow_sentence(paper, flow))];
            row.extend(threats.iter().map(|threat| {
                mark(cells.get(&(at, &threat.id)).copied(), |cell| {
                    number(paper, cell, &mut reasons)
                })
            }));
            rows.push(Row::new(row));
        }
    }
    let head = threats
        .iter()
        .map(|threat| Cell::head(format!("{}\n{}", threat.id, paper.text(&threat.title))));
    let head = std::iter::once(Cell::head(paper.say(FLOW))).chain(head).collect();
    let mut widths = vec![Column::start(44)];
    widths.extend(threats.iter().map(|_| Column::centre(9)));
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(Block::Paragraph(paper.say(TEXT).to_owned()));
    let name = sheet_name(paper.say(SHEET));
    blocks.push(Block::Table(Table {
        name,
        columns: widths,
        head: vec![Row::new(head)],
        rows,
    }));
    if !reasons.is_empty() {
        let rows = reasons.into_iter().enumerate();
        let rows = rows.map(|(at, text)| Row::new(vec![Cell::new((at + 1).to_string()), Cell::new(text)]));
        blocks.push(heading(2, paper.say(REASONS)));
        let columns = [
            (Column::end(6), paper.say(NUMBER)),
            (Column::start(100), paper.say(REASON)),
        ];
        blocks.push(crate::shared::table(
            paper.say(REASONS_SHEET),
            &columns,
            rows.collect(),
        ));
    }
}

fn mark(cell: Option<&GridCell>, number: impl FnOnce(&GridCell) -> usize) -> Cell {
    match cell {
        None => Cell::new("?").styled(CellStyle::Raised),
        Some(cell) if cell.applies => Cell::new("○"),
        Some(cell) => Cell::new(format!("※{}", number(cell))).styled(CellStyle::Muted),
    }
}

/// The number of a cell's reason, a new one when it is told for the first time.
fn number(paper: &Paper<'_>, cell: &GridCell, reasons: &mut Vec<String>) -> usize {
    let text = reason(paper, &cell.reason);
    match reasons.iter().position(|known| *known == text) {
        Some(at) => at + 1,
        None => {
            reasons.push(text);
            reasons.len()
        }
    }
}

/// The reason in words: the catalogue's, or that of the decision that excluded it.
fn reason(paper: &Paper<'_>, id: &str) -> String {
    let known = paper.subject.catalogue.derivation().reasons.get(id);
    let decided = || super::excluded::decision_reason(paper, id);
    known
        .map(|reason| paper.text(&reason.text).to_owned())
        .or_else(decided)
        .unwrap_or_else(|| id.to_owned())
}
