//! The table of one viewpoint: group and measure beside their items; an answer beside all the
//! neighbouring items of the measure that it covers.

use super::cells;
use crate::Paper;
use crate::shared::{run, sheet_name};
use mamori_catalogue::{ControlItem, Measure, Viewpoint};
use mamori_tree::{Block, Cell, Column, Row, Table, Words};

wording! {
    GROUP = "大項目" / "Group";
    MEASURE = "小項目" / "Measure";
    NUMBER = "No." / "No.";
    DUTY = "対策の内容" / "What is asked";
    OFFICIAL = "公表文" / "Published wording";
    CLASS = "区分" / "Class";
    ANSWER = "回答" / "Answer";
    TEXT = "実施内容" / "What is done";
    GROUND = "根拠" / "Ground";
    EVIDENCE = "証跡" / "Evidence";
    AGREEMENT = "合意" / "Agreement";
    REQUIREMENTS = "関連する医療情報安全管理ガイドラインの要求事項" / "Related requirements of the MHLW guideline";
}

/// How many columns stand before the answer's text: group, measure, number, duty, class, answer.
const WIDTHS: [(Column, Words); 11] = [
    (Column::start(14), GROUP),
    (Column::start(18), MEASURE),
    (Column::start(8), NUMBER),
    (Column::start(34), DUTY),
    (Column::centre(9), CLASS),
    (Column::centre(12), ANSWER),
    (Column::start(42), TEXT),
    (Column::start(16), GROUND),
    (Column::start(14), EVIDENCE),
    (Column::start(15), AGREEMENT),
    (Column::start(19), REQUIREMENTS),
];

/// The place of the official wording among the columns: after our own statement.
const OFFICIAL_PLACE: usize = 4;

/// The table of a viewpoint.
pub(super) fn of_viewpoint(paper: &Paper<'_>, viewpoint: &Viewpoint) -> Block {
    let catalogue = paper.subject.catalogue;
    let mut columns = WIDTHS.to_vec();
    if paper.overlay.is_some() {
        columns.insert(OFFICIAL_PLACE, (Column::start(40), OFFICIAL));
    }
    let mut rows = Vec::new();
    for group in catalogue
        .groups()
        .iter()
        .filter(|group| group.viewpoint == viewpoint.id)
    {
        let measures: Vec<&Measure> = catalogue.measures_of(&group.id).collect();
        let count: usize = measures
            .iter()
            .map(|measure| catalogue.items_of(&measure.id).count())
            .sum();
        let span = u16::try_from(count).unwrap_or(u16::MAX);
        let title = format!("{} {}", group.id, paper.text(&group.title));
        let mut begins = Some(Cell::new(title).spanning(span, 1));
        for measure in measures {
            measure_rows(paper, measure, &mut begins, &mut rows);
        }
    }
    let head = columns
        .iter()
        .map(|(_, words)| Cell::head(paper.say(*words)))
        .collect();
    Block::Table(Table {
        name: sheet_name(&format!("{} {}", viewpoint.id, paper.text(&viewpoint.title))),
        columns: columns.iter().map(|(column, _)| *column).collect(),
        head: vec![Row::new(head)],
        rows,
    })
}

fn measure_rows(paper: &Paper<'_>, measure: &Measure, group: &mut Option<Cell>, rows: &mut Vec<Row>) {
    let items: Vec<&ControlItem> = paper.subject.catalogue.items_of(&measure.id).collect();
    // Columns whose equal neighbours are one cell: text, ground, evidence, requirements.
    let merged: Vec<[Cell; 4]> = items
        .iter()
        .map(|item| {
            let [text, ground, evidence] = cells::answer_cells(paper, item);
            [text, ground, evidence, cells::requirements(paper, item)]
        })
        .collect();
    let mut begins = [0usize; 4];
    let mark = measure
        .id
        .as_str()
        .strip_prefix(measure.group.as_str())
        .unwrap_or(measure.id.as_str());
    let title = format!("{} {}", mark.trim_start_matches('.'), paper.text(&measure.title));
    let span = u16::try_from(items.len()).unwrap_or(u16::MAX);
    for (at, item) in items.iter().enumerate() {
        let mut row: Vec<Cell> = group.take().into_iter().collect();
        if at == 0 {
            row.push(Cell::new(title.as_str()).spanning(span, 1));
        }
        row.extend([Cell::new(item.number.as_str()), Cell::new(paper.text(&item.duty))]);
        if let Some(overlay) = paper.overlay {
            row.push(cells::official(overlay, item));
        }
        row.extend([cells::class(paper, item), cells::status(paper, item)]);
        let mut beginning = |columns: std::ops::Range<usize>, row: &mut Vec<Cell>| {
            for column in columns {
                if begins[column] == at {
                    let rows = run(items.len(), at, |a, b| merged[a][column] == merged[b][column]);
                    begins[column] = at + usize::from(rows);
                    row.push(merged[at][column].clone().spanning(rows, 1));
                }
            }
        };
        beginning(0..3, &mut row);
        row.push(cells::agreement(paper, item));
        beginning(3..4, &mut row);
        rows.push(Row::new(row));
    }
}
