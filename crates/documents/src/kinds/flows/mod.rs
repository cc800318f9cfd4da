//! The flow register (情報流一覧): who does what with which information, where, by what and how, for
//! every phase and layer (GL 5.1.1, 5.2.1 (2)).

mod excluded;
mod how;
mod table;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_domain::{Layer, Phase};
use mamori_rules::derive::{Flow, Standing};
use mamori_tree::{Block, Cell, Column, Document, Orientation, Row};

wording! {
    TITLE = "情報流一覧" / "Flow register";
    PURPOSE = "預かる情報を、だれが、どこで、何を使い、どう扱うかを、開発から契約の終わりまで並べたものです。" /
        "Lists who handles entrusted information, where, by what and how, from development to the end of the contract.";
    SUMMARY = "まとめ" / "Summary";
    SHEET = "まとめ" / "Summary";
    COUNTS = "情報流は {0} 件です。" / "Flows: {0}.";
    PROPOSED = "「提案」と記した情報流が {0} 件あります。プログラムが構成から導いたもので、まだ人が確かめていません。" /
        "Flows marked Proposed: {0}. The program derived them from the configuration, and nobody has looked at them yet.";
    NONE = "情報流はまだありません。構成（場所・機器・接続・人・情報）を書くと、ここに並びます。" /
        "There are no flows yet. They appear here once the configuration (sites, equipment, connections, people, information) is described.";
    READING = "同じ情報を、アプリケーション・プラットフォーム・インフラのそれぞれの立場から見ています。一つの情報が三度現れることがあります。" /
        "The same information is looked at from the application, the platform and the infrastructure; it may appear three times.";
    PHASE = "フェーズ" / "Phase";
    TOTAL = "計" / "Total";
    NO_FLOW = "このフェーズの情報流はありません。" / "There is no flow in this phase.";
    HEADING = "{0}フェーズ" / "Phase: {0}";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "flows",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "information-flow",
    "flow-register",
    "phases",
    "layer-a",
    "layer-p",
    "layer-i",
    "proposal",
    "tls",
    "ipsec",
    "vpn",
    "closed-network",
    "multi-factor",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    let flows: Vec<&Flow> = paper
        .derived
        .flows
        .iter()
        .filter(|flow| flow.standing.counts())
        .collect();
    blocks.push(heading(1, paper.say(SUMMARY)));
    if flows.is_empty() {
        blocks.push(Block::Note(paper.say(NONE).to_owned()));
    } else {
        summary(paper, &flows, blocks);
        let mut number = 0;
        for phase in Phase::ALL {
            let title = paper.fill(HEADING, &[paper.say(phase.words())]);
            blocks.push(heading(1, title));
            let here: Vec<&Flow> = flows
                .iter()
                .copied()
                .filter(|flow| flow.phase == *phase)
                .collect();
            if here.is_empty() {
                blocks.push(Block::Note(paper.say(NO_FLOW).to_owned()));
                continue;
            }
            blocks.push(table::of_phase(paper, *phase, &here, &mut number));
        }
    }
    excluded::excluded(paper, blocks);
    shared::terms(paper, TERMS, blocks);
    document
}

fn summary(paper: &Paper<'_>, flows: &[&Flow], blocks: &mut Vec<Block>) {
    blocks.push(Block::Paragraph(paper.fill(COUNTS, &[&flows.len().to_string()])));
    let proposed = flows
        .iter()
        .filter(|flow| flow.standing == Standing::Proposed)
        .count();
    if proposed > 0 {
        blocks.push(Block::Note(paper.fill(PROPOSED, &[&proposed.to_string()])));
    }
    let count = |phase: Option<Phase>, layer: Option<Layer>| {
        let here = |flow: &&&Flow| {
            phase.is_none_or(|phase| flow.phase == phase) && layer.is_none_or(|layer| flow.layer == layer)
        };
        Cell::new(flows.iter().filter(here).count().to_string())
    };
    let phases = Phase::ALL.iter().map(|phase| (Some(*phase), phase.words()));
    let rows = phases.chain([(None, TOTAL)]).map(|(phase, words)| {
        let mut cells = vec![Cell::new(paper.say(words))];
        cells.extend(Layer::ALL.iter().map(|layer| count(phase, Some(*layer))));
        cells.push(count(phase, None));
        Row::new(cells)
    });
    let mut columns = vec![(Column::start(16), paper.say(PHASE))];
    columns.extend(
        Layer::ALL
            .iter()
            .map(|layer| (Column::end(18), paper.say(layer.words()))),
    );
    columns.push((Column::end(10), paper.say(TOTAL)));
    blocks.push(shared::table(paper.say(SHEET), &columns, rows.collect()));
    blocks.push(Block::Paragraph(paper.say(READING).to_owned()));
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, excluded::ALL, how::ALL, table::ALL].concat()
}
