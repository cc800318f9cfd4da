//! How many items stand how, by viewpoint.

use crate::Paper;
use crate::shared::{self, heading};
use mamori_catalogue::ControlItem;
use mamori_domain::AnswerStatus;
use mamori_tree::{Block, Cell, Column, Row};

wording! {
    TITLE = "まとめ" / "Summary";
    SHEET = "まとめ" / "Summary";
    VIEWPOINT = "観点" / "Viewpoint";
    UNANSWERED = "未回答" / "Unanswered";
    TOTAL = "計" / "Total";
}

/// The counts: one row for each viewpoint, one for all.
pub(super) fn summary(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let catalogue = paper.subject.catalogue;
    let mut rows: Vec<Row> = catalogue
        .viewpoints()
        .iter()
        .map(|viewpoint| {
            let here = |item: &&ControlItem| {
                let group = catalogue.groups().get(item.group.as_str());
                group.is_some_and(|group| group.viewpoint == viewpoint.id)
            };
            row(
                paper,
                paper.text(&viewpoint.title),
                catalogue.items().iter().filter(here),
            )
        })
        .collect();
    rows.push(row(paper, paper.say(TOTAL), catalogue.items().iter()));
    let mut columns = vec![(Column::start(32), paper.say(VIEWPOINT))];
    columns.extend(
        AnswerStatus::ALL
            .iter()
            .map(|status| (Column::end(10), paper.say(status.words()))),
    );
    columns.extend([
        (Column::end(10), paper.say(UNANSWERED)),
        (Column::end(8), paper.say(TOTAL)),
    ]);
    blocks.push(heading(1, paper.say(TITLE)));
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

fn row<'a>(paper: &Paper<'_>, title: &str, items: impl Iterator<Item = &'a ControlItem>) -> Row {
    let statuses: Vec<Option<AnswerStatus>> = items
        .map(|item| {
            paper
                .answers
                .get(item.id.as_str())
                .and_then(|answer| answer.status)
        })
        .collect();
    let count = |wanted| statuses.iter().filter(|status| **status == wanted).count();
    let mut cells = vec![Cell::new(title)];
    cells.extend(
        AnswerStatus::ALL
            .iter()
            .map(|status| Cell::new(count(Some(*status)).to_string())),
    );
    cells.extend([
        Cell::new(count(None).to_string()),
        Cell::new(statuses.len().to_string()),
    ]);
    Row::new(cells)
}
