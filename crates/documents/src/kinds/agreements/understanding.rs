//! The common understanding that agreements rest on: which of the items of table 4-1 were talked over
//! and when (GL 3.2.1, 4.1).

use super::numbered;
use crate::Paper;
use crate::shared::{self, heading, optional};
use mamori_domain::{Institution, Minutes, YesNo};
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    TITLE = "共通の理解" / "Common understanding";
    TEXT = "合意の前に、同じ理解に立っておく項目です。話し合いの記録がまだのものから並べています。" /
        "What both sides understand alike before they agree; items without a record of talks come first.";
    SHEET = "共通の理解" / "Understanding";
    PURPOSE = "何のため" / "What for";
    ITEM = "情報提供項目" / "Item";
    STATE = "状態" / "State";
    DATE = "話し合った日" / "Talked over on";
    WHO = "出席者" / "Present";
    PLAIN = "用語の説明" / "Terms explained";
    DONE = "記録あり" / "Recorded";
    OPEN = "記録なし" / "No record";
}

/// Heading, text and table; nothing in an edition without such items.
pub(super) fn understanding(
    paper: &Paper<'_>,
    institution: &Institution,
    number: Option<usize>,
) -> Vec<Block> {
    let talked = |minutes: &&Minutes| minutes.service == *paper.subject.id;
    let latest = |id: &str| {
        let about = |minutes: &&Minutes| minutes.subjects.iter().any(|subject| subject.as_str() == id);
        institution
            .minutes
            .iter()
            .filter(talked)
            .filter(about)
            .max_by_key(|minutes| minutes.date)
    };
    let items = paper.subject.catalogue.information_items().iter();
    let mut found: Vec<(bool, Row)> = items
        .map(|item| {
            let minutes = latest(item.id.as_str());
            let state = match minutes {
                Some(_) => Cell::new(paper.say(DONE)),
                None => Cell::new(paper.say(OPEN)).styled(CellStyle::Raised),
            };
            let explained = minutes.and_then(|minutes| minutes.explained_plainly);
            let row = Row::new(vec![
                Cell::new(paper.say(item.purpose.words())),
                Cell::new(format!("{} {}", item.mark, paper.text(&item.title))),
                state,
                optional(minutes.map(|minutes| minutes.date)),
                optional(minutes.and_then(|minutes| minutes.participants.as_ref())),
                optional(explained.map(|yes: YesNo| paper.say(yes.words()))),
            ]);
            (minutes.is_some(), row)
        })
        .collect();
    if found.is_empty() {
        return Vec::new();
    }
    found.sort_by_key(|(done, _)| *done);
    let columns = [
        (Column::start(20), paper.say(PURPOSE)),
        (Column::start(64), paper.say(ITEM)),
        (Column::centre(14), paper.say(STATE)),
        (Column::centre(14), paper.say(DATE)),
        (Column::start(44), paper.say(WHO)),
        (Column::centre(14), paper.say(PLAIN)),
    ];
    let rows = found.into_iter().map(|(_, row)| row).collect();
    vec![
        heading(2, paper.say(TITLE)),
        Block::Paragraph(paper.say(TEXT).to_owned()),
        shared::table(&numbered(paper, SHEET, number), &columns, rows),
    ]
}
