//! What each countermeasure in operation comes to: what is done, who answers for it, how often, and what
//! shows it (GL 5.1.6 (2)(オ)).

use crate::Paper;
use crate::clauses::first_officer;
use crate::item_lists::item_list;
use crate::shared::{heading, table};
use mamori_catalogue::{ControlItem, ItemId, PaperKind};
use mamori_domain::{AnswerStatus, Officer, OfficerRole};
use mamori_rules::answers::Effective;
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    LAID_DOWN = "対策項目がこの規程に求める定め" / "What control items want laid down here";
    PROCEDURES = "対策ごとの手順" / "Procedures of the measures";
    INTRODUCTION = "実施していると回答した対策のうち、日々の運用で動かすものです。同じ答えの項目はまとめて示します。" /
        "Measures answered as carried out that are worked in daily operation. Items with the same answer stand together.";
    NONE = "実施していると回答した対策はまだありません。" / "No measure has been answered as carried out yet.";
    ITEMS = "対策項目" / "Items";
    WHAT = "行うこと" / "What is done";
    WHO = "担当" / "Who";
    OFTEN = "頻度" / "How often";
    SHOWN = "証跡：{0}" / "Evidence: {0}";
    REGULARLY = "定期" / "regularly";
    EACH_TIME = "そのつど記録" / "recorded each time";
    BY_PROCEDURE = "手順書による" / "as the procedure says";
    OTHERS = "担当を別に決めていない対策は、運用責任者（{0}）が担当します。" /
        "Measures for which nobody else is named are the operations manager's ({0}).";
    NOBODY = "未定" / "Not decided";
    OPEN = "〔標準回答・未確認〕" / "[standard answer, not confirmed]";
    PARTLY = "〔{0}〕" / "[{0}]";
}

/// A run of items that have the same answer.
struct Procedure<'a> {
    items: Vec<&'a ControlItem>,
    answer: &'a Effective,
}

/// The procedures, those that must stand in a regulation first, then by group of measures.
pub(super) fn blocks(paper: &Paper<'_>) -> Vec<Block> {
    let catalogue = paper.subject.catalogue;
    let mut blocks = Vec::new();
    let wanted = |item: &&ControlItem| {
        item.paper
            .is_some_and(|paper| paper.kind == PaperKind::Regulation)
    };
    let laid_down = procedures(paper, catalogue.items().iter().filter(wanted));
    if let Some(manager) = manager(paper) {
        blocks.push(Block::Paragraph(paper.fill(OTHERS, &[&manager.name])));
    }
    if !laid_down.is_empty() {
        blocks.push(heading(2, paper.say(LAID_DOWN)));
        blocks.push(printed(paper, paper.say(LAID_DOWN), &laid_down));
    }
    blocks.push(heading(2, paper.say(PROCEDURES)));
    blocks.push(Block::Paragraph(paper.say(INTRODUCTION).to_owned()));
    let before = blocks.len();
    for group in catalogue.groups() {
        let items = catalogue.items().iter().filter(|item| item.group == group.id);
        let operated = procedures(paper, items.filter(|item| !wanted(item) && is_operated(item)));
        if operated.is_empty() {
            continue;
        }
        let title = format!("{} {}", group.id, paper.text(&group.title));
        blocks.push(heading(3, title.as_str()));
        blocks.push(printed(paper, &title, &operated));
    }
    if blocks.len() == before {
        blocks.push(Block::Note(paper.say(NONE).to_owned()));
    }
    blocks
}

/// Whether an item is worked again and again, not settled once in a contract or in building.
fn is_operated(item: &ControlItem) -> bool {
    use mamori_catalogue::Phase::{ContractEnd, Crisis, Operation};
    item.phases
        .iter()
        .any(|phase| matches!(phase, Operation | Crisis | ContractEnd))
}

fn procedures<'a>(paper: &Paper<'a>, items: impl Iterator<Item = &'a ControlItem>) -> Vec<Procedure<'a>> {
    let mut found: Vec<Procedure<'a>> = Vec::new();
    for item in items {
        let answer = paper.answers.get(&item.id).filter(|answer| {
            use AnswerStatus::{Alternative, Implemented, Partly};
            matches!(answer.status, Some(Implemented | Partly | Alternative))
        });
        let Some(answer) = answer else { continue };
        let same = |one: &Procedure<'a>| {
            one.items[0].measure == item.measure
                && one.answer.text == answer.text
                && one.answer.status == answer.status
                && one.answer.officer == answer.officer
        };
        match found.iter_mut().find(|one| same(one)) {
            Some(one) => one.items.push(item),
            None => found.push(Procedure {
                items: vec![item],
                answer,
            }),
        }
    }
    found
}

/// Who answers for the measures of daily operation that are given to nobody by name.
fn manager<'a>(paper: &Paper<'a>) -> Option<&'a Officer> {
    first_officer(paper, OfficerRole::OperationsManager)
}

fn printed(paper: &Paper<'_>, name: &str, procedures: &[Procedure<'_>]) -> Block {
    // Where nobody is named at all the column would only show that; the check tells whose post is open.
    let named = manager(paper).is_some() || procedures.iter().any(|one| one.answer.officer.is_some());
    let mut columns = vec![
        (Column::start(13), paper.say(ITEMS)),
        (Column::start(58), paper.say(WHAT)),
        (Column::start(12), paper.say(OFTEN)),
    ];
    if named {
        columns.insert(2, (Column::start(17), paper.say(WHO)));
    }
    let row = |one| {
        let mut cells = row(paper, one);
        if named {
            cells.insert(2, who(paper, one));
        }
        Row::new(cells)
    };
    table(name, &columns, procedures.iter().map(row).collect())
}

fn who(paper: &Paper<'_>, procedure: &Procedure<'_>) -> Cell {
    let named = procedure.answer.officer.as_ref().map(|id| paper.officer(id));
    let manager = || manager(paper).map(|manager| &*manager.name);
    match named.or_else(manager) {
        Some(name) => Cell::new(name),
        None => Cell::new(paper.say(NOBODY)).styled(CellStyle::Raised),
    }
}

/// Items, what is done, how often.
fn row(paper: &Paper<'_>, procedure: &Procedure<'_>) -> Vec<Cell> {
    let answer = procedure.answer;
    let ids: Vec<ItemId> = procedure.items.iter().map(|item| item.id.clone()).collect();
    let mut lines = Vec::new();
    match paper.said(&answer.text) {
        // Nothing was written: what the item asks for, in our words, is then all that is known.
        "" => lines.extend(
            procedure
                .items
                .iter()
                .map(|item| paper.text(&item.duty).to_owned()),
        ),
        text => lines.push(text.to_owned()),
    }
    if answer.is_unconfirmed() {
        lines.push(paper.say(OPEN).to_owned());
    }
    if let Some(status) = answer
        .status
        .filter(|status| *status != AnswerStatus::Implemented)
    {
        lines.push(paper.fill(PARTLY, &[paper.say(status.words())]));
    }
    let evidence: Vec<&str> = answer.evidence.iter().map(|id| paper.evidence(id)).collect();
    if !evidence.is_empty() {
        lines.push(paper.fill(SHOWN, &[&paper.list(&evidence)]));
    }
    let mut often = Vec::new();
    if procedure.items.iter().any(|item| item.duties.periodic) {
        often.push(paper.say(REGULARLY));
    }
    if procedure.items.iter().any(|item| item.duties.record) {
        often.push(paper.say(EACH_TIME));
    }
    if often.is_empty() {
        often.push(paper.say(BY_PROCEDURE));
    }
    vec![
        Cell::new(item_list(paper, &ids)),
        Cell::new(lines.join("\n")),
        Cell::new(often.join("\n")),
    ]
}
