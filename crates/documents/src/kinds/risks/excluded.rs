//! What people excluded: shown with the reason, never dropped.

use crate::shared::{self, heading};
use crate::{Paper, flow_sentence};
use mamori_domain::{Decision, DecisionKind};
use mamori_rules::derive::{Derived, Risk, Standing};
use mamori_tree::{Block, Cell, Column, Row, Words};

wording! {
    TITLE = "除外したもの" / "Excluded";
    TEXT = "導かれた情報流やリスクのうち、人が当てはまらないと判断したものです。" /
        "Derived flows and risks that a person decided do not fit.";
    SHEET = "除外したもの" / "Excluded";
    KIND = "種類" / "Kind";
    FLOW = "情報流" / "Flow";
    RISK = "リスク" / "Risk";
    CONTENT = "内容" / "What";
    THREAT = "脅威" / "Threat";
    REASON = "理由" / "Reason";
    WHO = "判断した人" / "Decided by";
    DATE = "日付" / "Date";
    NO_REASON = "（理由の記載なし）" / "(no reason stated)";
}

/// The table of excluded things; nothing when there are none.
pub(super) fn excluded(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let flows = paper.derived.flows.iter().filter_map(|flow| {
        let Standing::Excluded(pattern) = &flow.standing else {
            return None;
        };
        Some(row(
            paper,
            FLOW,
            flow_sentence(paper, flow),
            "—".to_owned(),
            pattern,
        ))
    });
    let risks = risks(paper.derived).filter_map(|risk| {
        let Standing::Excluded(pattern) = &risk.standing else {
            return None;
        };
        let threat = super::list::threat(paper, risk);
        Some(row(paper, RISK, risk.text.say(paper.language), threat, pattern))
    });
    let rows: Vec<Row> = flows.chain(risks).collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(Block::Paragraph(paper.say(TEXT).to_owned()));
    let columns = [
        (Column::start(8), paper.say(KIND)),
        (Column::start(50), paper.say(CONTENT)),
        (Column::start(16), paper.say(THREAT)),
        (Column::start(40), paper.say(REASON)),
        (Column::start(16), paper.say(WHO)),
        (Column::start(12), paper.say(DATE)),
    ];
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

/// Excluded risks of flows that count: those of an excluded flow went with it and are not told again.
pub(super) fn risks(derived: &Derived) -> impl Iterator<Item = &Risk> {
    derived.risks.iter().filter(|risk| {
        let flow = risk.flow.and_then(|at| derived.flows.get(at));
        let with_its_flow = flow.is_some_and(|flow| !flow.standing.counts());
        !risk.standing.counts() && !with_its_flow
    })
}

fn row(paper: &Paper<'_>, kind: Words, content: String, threat: String, pattern: &str) -> Row {
    let decision = decision(paper, pattern);
    let who = decision.and_then(|decision| decision.who.as_ref());
    let date = decision.and_then(|decision| decision.date);
    Row::new(vec![
        Cell::new(paper.say(kind)),
        Cell::new(content),
        Cell::new(threat),
        Cell::new(decision_reason(paper, pattern).unwrap_or_else(|| paper.say(NO_REASON).to_owned())),
        Cell::new(who.map_or("—", |who| paper.officer(who))),
        Cell::new(date.map_or_else(|| "—".to_owned(), |date| date.to_string())),
    ])
}

fn decision<'a>(paper: &Paper<'a>, pattern: &str) -> Option<&'a Decision> {
    let mut all = paper.subject.service.decisions.iter();
    all.find(|decision| decision.decision == DecisionKind::Exclude && decision.pattern.as_str() == pattern)
}

/// The reason of the decision that excludes with this pattern.
pub(super) fn decision_reason(paper: &Paper<'_>, pattern: &str) -> Option<String> {
    decision(paper, pattern)?
        .reason
        .as_ref()
        .map(|reason| reason.to_string())
}
