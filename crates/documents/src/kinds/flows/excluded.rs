//! Flows a person decided do not fit: shown with the reason, never dropped.

use crate::shared::{self, heading, optional};
use crate::{Paper, flow_sentence};
use mamori_domain::DecisionKind;
use mamori_rules::derive::{Flow, Standing};
use mamori_tree::{Block, Cell, Column, Row};

wording! {
    TITLE = "当てはまらないと判断した情報流" / "Flows decided not to fit";
    TEXT = "構成から導かれたもののうち、人が当てはまらないと判断したものです。上の一覧には数えていません。" /
        "Flows that were derived and that a person decided do not fit. They are not counted above.";
    SHEET = "除外した情報流" / "Excluded flows";
    PHASE = "フェーズ" / "Phase";
    FLOW = "情報流" / "Flow";
    REASON = "理由" / "Reason";
    WHO = "判断した人" / "Decided by";
    DATE = "日付" / "Date";
}

/// The table of excluded flows; nothing when there are none.
pub(super) fn excluded(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let rows: Vec<Row> = paper
        .derived
        .flows
        .iter()
        .filter_map(|flow| match &flow.standing {
            Standing::Excluded(pattern) => Some(row(paper, flow, pattern)),
            _ => None,
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(Block::Paragraph(paper.say(TEXT).to_owned()));
    let columns = [
        (Column::start(14), paper.say(PHASE)),
        (Column::start(60), paper.say(FLOW)),
        (Column::start(44), paper.say(REASON)),
        (Column::start(24), paper.say(WHO)),
        (Column::start(12), paper.say(DATE)),
    ];
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

fn row(paper: &Paper<'_>, flow: &Flow, pattern: &str) -> Row {
    let mut decisions = paper.subject.service.decisions.iter();
    let decision =
        decisions.find(|one| one.pattern.as_str() == pattern && one.decision == DecisionKind::Exclude);
    let who = decision.and_then(|one| one.who.as_ref());
    Row::new(vec![
        Cell::new(paper.say(flow.phase.words())),
        Cell::new(flow_sentence(paper, flow)),
        optional(decision.and_then(|one| one.reason.as_ref())),
        optional(who.map(|who| paper.officer(who))),
        optional(decision.and_then(|one| one.date)),
    ])
}
