//! Control items that are planned or done in part: owner, date and ground.

use super::{begin, due, owner};
use crate::Paper;
use crate::item_lists::item_list;
use crate::shared::{self, lines, optional};
use crate::short_measures::agreed;
use mamori_catalogue::ControlItem;
use mamori_domain::{AnswerStatus, Id, Officer};
use mamori_rules::answers::{Effective, items_named};
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    TITLE = "予定の対策と一部実施の対策" / "Measures planned or done in part";
    TEXT = "対策項目のうち、予定のものと、一部だけ実施しているものです。" / "Control items that are planned, or done only in part.";
    NONE = "予定や一部実施の対策項目はありません。" / "No control item is planned or done in part.";
    SHEET = "予定・一部実施の対策" / "Planned or in part";
    ITEMS = "対策項目" / "Control items";
    CONTENT = "内容" / "What";
    STATUS = "状態" / "Status";
    OWNER = "担当" / "In charge";
    DUE = "期限" / "Due";
    AGREED = "合意" / "Agreement";
    EVIDENCE = "証跡" / "Evidence";
}

/// The section.
pub(super) fn section(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    begin(paper, TITLE, TEXT, blocks);
    let mut groups: Vec<(&Effective, Vec<&ControlItem>)> = Vec::new();
    for item in paper.subject.catalogue.items() {
        let Some(answer) = paper.answers.get(&item.id) else {
            continue;
        };
        if !matches!(answer.status, Some(AnswerStatus::Planned | AnswerStatus::Partly)) {
            continue;
        }
        let same = |(known, _): &&mut (&Effective, Vec<&ControlItem>)| {
            (known.status, &known.text, known.due, &known.officer)
                == (answer.status, &answer.text, answer.due, &answer.officer)
        };
        match groups.iter_mut().find(same) {
            Some((_, items)) => items.push(item),
            None => groups.push((answer, vec![item])),
        }
    }
    if groups.is_empty() {
        blocks.push(Block::Paragraph(paper.say(NONE).to_owned()));
        return;
    }
    groups.sort_by_key(|(answer, _)| answer.due.unwrap_or(mamori_domain::Date::MAX));
    let columns = [
        (Column::start(16), paper.say(ITEMS)),
        (Column::start(70), paper.say(CONTENT)),
        (Column::centre(12), paper.say(STATUS)),
        (Column::start(24), paper.say(OWNER)),
        (Column::centre(16), paper.say(DUE)),
        (Column::start(22), paper.say(AGREED)),
        (Column::start(26), paper.say(EVIDENCE)),
    ];
    let rows = groups
        .iter()
        .map(|(answer, items)| row(paper, answer, items))
        .collect();
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

fn row(paper: &Paper<'_>, answer: &Effective, items: &[&ControlItem]) -> Row {
    let ids: Vec<_> = items.iter().map(|item| item.id.clone()).collect();
    let text = match (paper.said(&answer.text), items.first()) {
        ("", Some(item)) => paper.text(&item.duty),
        (text, _) => text,
    };
    let style = match answer.is_unconfirmed() {
        true => CellStyle::Proposed,
        false => CellStyle::Plain,
    };
    let evidence: Vec<String> = answer
        .evidence
        .iter()
        .map(|id| paper.evidence(id).to_owned())
        .collect();
    let owners = match &answer.officer {
        Some(officer) => vec![officer],
        None => treating(paper, items),
    };
    Row::new(vec![
        Cell::new(item_list(paper, &ids)),
        Cell::new(text).styled(style),
        optional(answer.status.map(|status| paper.say(status.words()))),
        owner(paper, owners),
        due(paper, answer.due, true),
        agreed(paper, items),
        lines(&evidence),
    ])
}

/// Who carries out the treatments that rest on some items: a measure given to nobody by itself is theirs.
fn treating<'a>(paper: &Paper<'a>, items: &[&ControlItem]) -> Vec<&'a Id<Officer>> {
    let service = paper.subject.service;
    let rests = |named: &[mamori_domain::ItemRef]| {
        let named = items_named(paper.subject.catalogue, named);
        named.iter().any(|one| items.iter().any(|item| item.id == one.id))
    };
    let treatments = service.treatments.iter();
    treatments
        .filter(|treatment| rests(&treatment.items))
        .filter_map(|treatment| treatment.owner.as_ref())
        .collect()
}
