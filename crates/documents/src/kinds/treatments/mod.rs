//! The risk treatment list (リスク対応一覧), in the columns of the guideline's example (GL 5.2.2).

mod open;
mod rows;

use crate::shared::{self, heading, sheet_name};
use crate::{Form, Kind, Paper};
use mamori_domain::{Search, SearchSubject};
use mamori_tree::{Block, Cell, Column, Document, Orientation, Row, Table, Words};

wording! {
    TITLE = "リスク対応一覧" / "Risk treatment list";
    PURPOSE = "見つかったリスクに事業者が何をし、医療機関等に何をお願いし、何が残るかを一覧にしたものです。" /
        "Lists what the provider does about each risk, what it asks of the institution, and what remains.";
    LIST = "リスクへの対応" / "Treatments";
    SHEET = "リスク対応" / "Treatments";
    NONE = "リスクへの対応はまだ書かれていません。" / "No treatment has been written down yet.";
    SUMMARY_TEXT = "対応は {0} 件です。対応が要るのに、まだどの対応にも入っていないリスクは {1} 件です。" /
        "Treatments: {0}. Risks that need treatment and have none yet: {1}.";
    UNCONFIRMED = "〔標準回答・未確認〕と記した対策は、標準回答を取り入れたままで、まだ人が確かめていません。" /
        "Measures marked [standard answer, not confirmed] were adopted as they are and nobody has confirmed them yet.";
    RISKS = "対応するリスク" / "Risks";
    OPTION = "対応" / "Option";
    VIEWPOINT = "対策の観点" / "Viewpoint";
    MEASURES = "対象事業者が実施する対策" / "Measures of the provider";
    REQUESTS = "医療機関等へ対応を求める事項" / "Asked of the institution";
    RESIDUAL = "残存するリスク" / "Residual risk";
    CONTENT = "内容" / "What remains";
    IMPACT = "影響度" / "Impact";
    LIKELIHOOD = "顕在化率" / "Likelihood";
    LEVEL = "リスクレベル" / "Level";
    BEYOND = "別紙2のほかに要る対策の検討" / "Search for measures beyond appendix 2";
    BEYOND_ENTRY = "{0}：{1} {2}" / "{0}: {1} {2}";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "treatments",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "risk-treatment",
    "reduce",
    "avoid",
    "transfer",
    "retain",
    "residual-risk",
    "three-viewpoints",
    "role-sharing",
    "request-to-institution",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    let treatments = &paper.subject.service.treatments;
    let open = open::risks(paper);
    let counts = [treatments.len().to_string(), open.len().to_string()];
    blocks.push(Block::Paragraph(
        paper.fill(SUMMARY_TEXT, &[&counts[0], &counts[1]]),
    ));
    blocks.push(heading(1, paper.say(LIST)));
    if treatments.is_empty() {
        blocks.push(Block::Note(paper.say(NONE).to_owned()));
    } else {
        let mut rows = Vec::new();
        let mut unconfirmed = false;
        for treatment in treatments {
            unconfirmed |= rows::treatment(paper, treatment, &mut rows);
        }
        if unconfirmed {
            blocks.push(Block::Note(paper.say(UNCONFIRMED).to_owned()));
        }
        let name = sheet_name(paper.say(SHEET));
        blocks.push(Block::Table(Table {
            name,
            columns: COLUMNS.to_vec(),
            head: head(paper),
            rows,
        }));
    }
    open::section(paper, &open, blocks);
    beyond(paper, blocks);
    shared::terms(paper, TERMS, blocks);
    document
}

const COLUMNS: [Column; rows::WIDTH as usize] = [
    Column::start(9),
    Column::start(18),
    Column::start(60),
    Column::start(42),
    Column::start(32),
    Column::centre(8),
    Column::centre(11),
    Column::centre(13),
];

fn head(paper: &Paper<'_>) -> Vec<Row> {
    let cell = |words: Words, rows, columns| Cell::head(paper.say(words)).spanning(rows, columns);
    let risks = Cell::head(paper.say(RISKS)).spanning(1, rows::WIDTH);
    let mut first: Vec<Cell> = [OPTION, VIEWPOINT, MEASURES, REQUESTS]
        .map(|words| cell(words, 2, 1))
        .to_vec();
    first.push(cell(RESIDUAL, 1, 4));
    let second = [CONTENT, IMPACT, LIKELIHOOD, LEVEL]
        .map(|words| cell(words, 1, 1))
        .to_vec();
    vec![Row::new(vec![risks]), Row::new(first), Row::new(second)]
}

/// The record that measures beyond the catalogue were looked for (GL 5.1.5 (1)).
fn beyond(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let of_controls = |search: &&Search| search.subject == SearchSubject::Controls;
    let entries: Vec<String> = paper
        .subject
        .service
        .searches
        .iter()
        .filter(of_controls)
        .map(|search| {
            let found = search.found.as_deref().unwrap_or_default();
            let method = search.method.as_deref().unwrap_or_default();
            paper.fill(BEYOND_ENTRY, &[&search.date.to_string(), method, found])
        })
        .collect();
    if !entries.is_empty() {
        blocks.push(heading(1, paper.say(BEYOND)));
        blocks.push(Block::List(entries));
    }
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, open::ALL, rows::ALL].concat()
}
