//! How the configuration changed, and when it was looked through (別紙2 1.13①, GL 5.1.7).

use super::table;
use crate::Paper;
use crate::shared::{heading, lines, optional};
use mamori_tree::{Block, Cell, Column, Row};
use std::cmp::Reverse;

wording! {
    CHANGES = "更新の履歴" / "History of updates";
    NO_CHANGE = "機器・ソフトウェア・ネットワークの更新の履歴は、まだ書かれていません。" /
        "No update of equipment, software or network has been written down yet.";
    REVIEWS = "見直しの記録" / "Records of reviews";
    DATE = "日付" / "Date";
    WHAT = "変更の内容" / "What was changed";
    WHY = "理由" / "Why";
    EQUIPMENT = "機器" / "Equipment";
    WHO = "承認した人" / "Approved by";
    TRIGGER = "きっかけ" / "Trigger";
    RESULT = "結果" / "Result";
}

pub(super) fn history(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let service = paper.subject.service;
    let mut changes: Vec<_> = service.changes.iter().collect();
    changes.sort_by_key(|change| Reverse(change.date));
    if changes.is_empty() {
        blocks.push(heading(1, paper.say(CHANGES)));
        blocks.push(Block::Note(paper.say(NO_CHANGE).to_owned()));
    }
    let rows = changes.into_iter().map(|change| {
        let equipment: Vec<String> = change
            .equipment
            .iter()
            .map(|id| paper.equipment(id).to_owned())
            .collect();
        Row::new(vec![
            Cell::new(change.date.to_string()),
            Cell::new(&*change.what),
            optional(change.why.as_ref()),
            lines(&equipment),
            optional(change.who.as_ref().map(|who| paper.officer(who))),
        ])
    });
    let columns = [
        (Column::centre(14), DATE),
        (Column::start(76), WHAT),
        (Column::start(40), WHY),
        (Column::start(34), EQUIPMENT),
        (Column::start(28), WHO),
    ];
    table(paper, CHANGES, &columns, rows.collect(), blocks);
    let mut reviews: Vec<_> = service.reviews.iter().collect();
    reviews.sort_by_key(|review| Reverse(review.date));
    let rows = reviews.into_iter().map(|review| {
        Row::new(vec![
            Cell::new(review.date.to_string()),
            optional(review.trigger.as_ref()),
            optional(review.result.as_ref()),
        ])
    });
    let columns = [
        (Column::centre(14), DATE),
        (Column::start(50), TRIGGER),
        (Column::start(110), RESULT),
    ];
    table(paper, REVIEWS, &columns, rows.collect(), blocks);
}
