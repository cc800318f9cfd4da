//! Control items that are done again and again, with the last self-inspection (別紙2).

use super::{begin, owner};
use crate::Paper;
use crate::clauses::first_officer;
use crate::shared::{self, optional};
use mamori_domain::{AnswerStatus, OfficerRole};
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    TITLE = "定期に行う対策項目" / "Control items done regularly";
    TEXT = "別紙2が、くり返し行うことを求めている項目です。当てはまらない項目は除いています。担当を別に決めていない項目は、日々の運用をまとめる運用責任者の担当です。" /
        "Items that appendix 2 asks to be done again and again; those that do not apply are left out. An item given to nobody by name is the operations manager's.";
    SHEET = "定期に行う対策" / "Done regularly";
    ITEM = "対策項目" / "Control item";
    DUTY = "行うこと" / "What is done";
    STATUS = "状態" / "Status";
    OWNER = "担当" / "In charge";
    CHECKED = "前回の自己点検" / "Last self-inspection";
    UNANSWERED = "未回答" / "Unanswered";
}

/// The section; nothing where no such item applies.
pub(super) fn section(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let manager = first_officer(paper, OfficerRole::OperationsManager).map(|officer| &officer.id);
    let items = paper.subject.catalogue.items().iter();
    let rows: Vec<Row> = items
        .filter(|item| item.duties.periodic && item.duplicate_of.is_none())
        .filter_map(|item| {
            let answer = paper.answers.get(&item.id);
            let status = answer.and_then(|answer| answer.status);
            if status == Some(AnswerStatus::NotApplicable) {
                return None;
            }
            let unconfirmed = answer.is_some_and(|answer| answer.is_unconfirmed());
            let status = match status {
                None => Cell::new(paper.say(UNANSWERED)).styled(CellStyle::Severe),
                Some(status) if unconfirmed => {
                    Cell::new(paper.say(status.words())).styled(CellStyle::Proposed)
                }
                Some(status) => Cell::new(paper.say(status.words())),
            };
            let named = answer.and_then(|answer| answer.officer.as_ref());
            Some(Row::new(vec![
                Cell::new(item.id.as_str()),
                Cell::new(paper.text(&item.duty)),
                status,
                owner(paper, named.or(manager)),
                optional(answer.and_then(|answer| answer.checked)),
            ]))
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    begin(paper, TITLE, TEXT, blocks);
    let columns = [
        (Column::start(12), paper.say(ITEM)),
        (Column::start(90), paper.say(DUTY)),
        (Column::centre(16), paper.say(STATUS)),
        (Column::start(30), paper.say(OWNER)),
        (Column::centre(20), paper.say(CHECKED)),
    ];
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}
