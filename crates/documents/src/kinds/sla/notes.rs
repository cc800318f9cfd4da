//! What the parties have to settle when they change a clause: an annex printed on demand (`--notes`).

use crate::Paper;
use crate::shared::{self, dash, heading};
use mamori_catalogue::{ClauseId, SlaClause};
use mamori_tree::{Block, Cell, Column, Row};

wording! {
    TITLE = "条項を変えるときに決めること" / "What to settle when changing a clause";
    TEXT = "話し合いのための手引きで、合意の一部ではありません。" /
        "A guide for the talks; not part of the agreement.";
    SHEET = "決めること" / "To settle";
    CLAUSE = "条項" / "Clause";
    SETTLE = "決めること" / "What to settle";
    TOGETHER = "あわせて見る条項" / "Look at with it";
    NAMED = "{0} {1}" / "{0} {1}";
}

/// Adds the annex: every clause with its note, and the clauses it hangs on.
pub(super) fn annex(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let clauses = &paper.subject.catalogue.sla().clauses;
    let number = |id: &ClauseId| clauses.get(id.as_str()).map(|clause| clause.number.as_str());
    let row = |clause: &SlaClause| {
        let together: Vec<&str> = clause.depends_on.iter().filter_map(number).collect();
        Row::new(vec![
            Cell::new(paper.fill(NAMED, &[&clause.number, paper.text(&clause.title)])),
            Cell::new(paper.text(&clause.settle)),
            match together.is_empty() {
                true => dash(),
                false => Cell::new(paper.list(&together)),
            },
        ])
    };
    let columns = [
        (Column::start(30), paper.say(CLAUSE)),
        (Column::start(52), paper.say(SETTLE)),
        (Column::start(18), paper.say(TOGETHER)),
    ];
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(Block::Paragraph(paper.say(TEXT).to_owned()));
    blocks.push(shared::table(
        paper.say(SHEET),
        &columns,
        clauses.iter().map(row).collect(),
    ));
}
