//! The conditions under which items apply: which hold for the service, and why.

use crate::Paper;
use crate::shared::{self, heading};
use mamori_rules::derive::ConditionState;
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

wording! {
    TITLE = "項目が当てはまる条件" / "Conditions under which items apply";
    TEXT = "対策項目の中には、ある条件のもとでだけ当てはまるものがあります。構成から分かる条件はそこから、分からない条件は申告から決まります。" /
        "Some items apply only under a condition. Where the configuration shows whether it holds, that counts; where not, what was declared.";
    SHEET = "条件" / "Conditions";
    CONDITION = "条件" / "Condition";
    HOLDS = "当てはまるか" / "Holds";
    REASON = "理由" / "Why";
    BASIS = "もと" / "From";
    YES = "当てはまる" / "Yes";
    NO = "当てはまらない" / "No";
    UNKNOWN = "不明（要申告）" / "Not known, to be declared";
    STATED = "申告" / "Declared";
    SHOWN = "構成" / "Configuration";
}

/// The table of conditions; nothing when none was looked at.
pub(super) fn conditions(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    if paper.conditions.is_empty() {
        return;
    }
    let columns = [
        (Column::start(34), paper.say(CONDITION)),
        (Column::start(16), paper.say(HOLDS)),
        (Column::start(50), paper.say(REASON)),
        (Column::start(14), paper.say(BASIS)),
    ];
    let rows = paper.conditions.iter().map(|state| row(paper, state)).collect();
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(Block::Paragraph(paper.say(TEXT).to_owned()));
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

fn row(paper: &Paper<'_>, state: &ConditionState) -> Row {
    let condition = paper.subject.catalogue.conditions().get(&state.id);
    let title = condition.map_or(state.id.as_str(), |condition| paper.text(&condition.title));
    let (holds, style) = match state.holds {
        Some(true) => (YES, CellStyle::Plain),
        Some(false) => (NO, CellStyle::Muted),
        None => (UNKNOWN, CellStyle::Raised),
    };
    let basis = match (state.from_configuration, state.stated) {
        (true, _) => paper.say(SHOWN),
        (false, true) => paper.say(STATED),
        (false, false) => "—",
    };
    Row::new(vec![
        Cell::new(title),
        Cell::new(paper.say(holds)).styled(style),
        Cell::new(paper.said(&state.reason)),
        Cell::new(basis),
    ])
}
