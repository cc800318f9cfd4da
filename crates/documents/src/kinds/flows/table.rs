//! The flows of one phase in the guideline's columns: who, where, by which, what, how (GL 5.2.1 (2)).

use super::how;
use crate::Paper;
use crate::shared::{run, sheet_name};
use mamori_domain::{Layer, Phase};
use mamori_rules::derive::{Flow, Origin, Standing, Thing};
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Table, Words};

wording! {
    NUMBER = "No." / "No.";
    WHO = "誰が" / "Who";
    WHERE = "どこの" / "Where";
    WHICH = "どの機器・媒体・接続で" / "By which equipment, medium or connection";
    HOW_IT_RUNS = "つなぎ方・守り方" / "How it runs and is guarded";
    WHAT = "何を" / "What";
    CLASS = "分類" / "Class";
    HOW = "どうする" / "How";
    STATE = "確認" / "State";
    NOBODY = "（人の操作なし）" / "(no person acts)";
    CARRIED = "{0}（回線・搬送）" / "{0} (carrier)";
    BETWEEN = "{0}\n↔ {1}" / "{0}\n↔ {1}";
    FROM_TO = "{0}\n→ {1}" / "{0}\n→ {1}";
    UNCLASSIFIED = "（未分類）" / "(not classed)";
    PROPOSED = "提案" / "Proposed";
    STATED = "人が追加" / "Added by a person";
    DECIDED = "確認済み" / "Confirmed";
    LAYER = "【{0}提供】の立場から見た情報流" / "Seen from the layer: {0}";
}

const COLUMNS: [(Column, Words); 9] = [
    (Column::start(6), NUMBER),
    (Column::start(18), WHO),
    (Column::start(20), WHERE),
    (Column::start(24), WHICH),
    (Column::start(26), HOW_IT_RUNS),
    (Column::start(26), WHAT),
    (Column::start(20), CLASS),
    (Column::start(14), HOW),
    (Column::centre(12), STATE),
];

/// The table of a phase, its layers under headings of their own. Numbers go on from phase to phase.
pub(super) fn of_phase(paper: &Paper<'_>, phase: Phase, flows: &[&Flow], number: &mut usize) -> Block {
    let mut rows = Vec::new();
    for layer in Layer::ALL {
        let here: Vec<&Flow> = flows
            .iter()
            .copied()
            .filter(|flow| flow.layer == *layer)
            .collect();
        if here.is_empty() {
            continue;
        }
        let columns = u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX);
        let title = paper.fill(LAYER, &[paper.say(layer.words())]);
        rows.push(Row::new(vec![
            Cell::new(title).styled(CellStyle::Group).spanning(1, columns),
        ]));
        layer_rows(paper, &here, number, &mut rows);
    }
    Block::Table(Table {
        name: sheet_name(paper.say(phase.words())),
        columns: COLUMNS.iter().map(|(column, _)| *column).collect(),
        head: vec![Row::new(
            COLUMNS
                .iter()
                .map(|(_, words)| Cell::head(paper.say(*words)))
                .collect(),
        )],
        rows,
    })
}

/// People, place and thing stand once beside all neighbouring flows that share them.
fn layer_rows(paper: &Paper<'_>, flows: &[&Flow], number: &mut usize, rows: &mut Vec<Row>) {
    let same = |a: usize, b: usize| {
        let (a, b) = (flows[a], flows[b]);
        (&a.who, &a.carrier, &a.site, &a.other_site, &a.thing)
            == (&b.who, &b.carrier, &b.site, &b.other_site, &b.thing)
    };
    let mut next = 0;
    for (at, flow) in flows.iter().enumerate() {
        *number += 1;
        let mut cells = vec![Cell::new(number.to_string())];
        if at == next {
            let span = run(flows.len(), at, same);
            next = at + usize::from(span);
            let shared = [
                who(paper, flow),
                Cell::new(place(paper, flow)),
                Cell::new(paper.thing(&flow.thing)),
                how::how(paper, flow),
            ];
            cells.extend(shared.map(|cell| cell.spanning(span, 1)));
        }
        let class = flow
            .class
            .as_ref()
            .map_or(paper.say(UNCLASSIFIED), |class| paper.class(class));
        cells.extend([
            Cell::new(paper.information(&flow.information)),
            Cell::new(class),
            Cell::new(paper.say(flow.verb.words())),
            state(paper, flow),
        ]);
        rows.push(Row::new(cells));
    }
}

fn who(paper: &Paper<'_>, flow: &Flow) -> Cell {
    let people: Vec<&str> = flow.who.iter().map(|person| paper.person(person)).collect();
    match (people.is_empty(), &flow.carrier) {
        (false, _) => Cell::new(people.join("\n")),
        (true, Some(carrier)) => Cell::new(paper.fill(CARRIED, &[paper.supplier(carrier)])),
        (true, None) => Cell::new(paper.say(NOBODY)).styled(CellStyle::Muted),
    }
}

fn place(paper: &Paper<'_>, flow: &Flow) -> String {
    let site = paper.site(&flow.site);
    match (&flow.other_site, &flow.thing) {
        (Some(other), Thing::Transport(_)) => paper.fill(FROM_TO, &[site, paper.site(other)]),
        (Some(other), _) => paper.fill(BETWEEN, &[site, paper.site(other)]),
        (None, _) => site.to_owned(),
    }
}

fn state(paper: &Paper<'_>, flow: &Flow) -> Cell {
    match (&flow.standing, flow.origin) {
        (Standing::Proposed, _) => Cell::new(paper.say(PROPOSED)).styled(CellStyle::Proposed),
        (_, Origin::Stated) => Cell::new(paper.say(STATED)),
        (_, Origin::Derived) => Cell::new(paper.say(DECIDED)),
    }
}
