//! Equipment and network (機器・ネットワーク構成資料): what the configuration consists of, how long it is
//! supported, how it is connected, and how it changed (GL 5.2.1 (1), 別紙2 1.13①).

mod devices;
mod history;
mod network;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_tree::{Block, Column, Document, Orientation, Row, Words};

wording! {
    TITLE = "機器・ネットワーク構成資料" / "Equipment and network";
    PURPOSE = "サービスに使う機器・ソフトウェア・媒体・回線と、その更新の履歴を並べたものです。構成図と合わせてお読みください。" /
        "Lists the equipment, software, media and lines of the service and how they were updated; to be read beside the overall configuration diagram.";
    NONE = "構成（場所・機器・接続）はまだ書かれていません。" / "No configuration (sites, equipment, connections) has been written down yet.";
    NOT_STATED = "（記載なし）" / "(not stated)";
    PIECES = "{0} 台" / "{0}";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "equipment",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "virtual-machine",
    "form-1",
    "form-2",
    "form-3",
    "multi-factor",
    "small-memory",
    "vpn",
    "closed-network",
    "tls",
    "ipsec",
    "ieee-802-1x",
    "remote-maintenance",
    "access-log",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    let service = paper.subject.service;
    if service.sites.is_empty() && service.equipment.is_empty() && service.connections.is_empty() {
        blocks.push(Block::Note(paper.say(NONE).to_owned()));
    }
    devices::sites(paper, blocks);
    devices::equipment(paper, blocks);
    devices::media(paper, blocks);
    network::connections(paper, blocks);
    network::transports(paper, blocks);
    history::history(paper, blocks);
    shared::terms(paper, TERMS, blocks);
    document
}

/// A heading with a table named like it; nothing without rows.
fn table(
    paper: &Paper<'_>,
    title: Words,
    columns: &[(Column, Words)],
    rows: Vec<Row>,
    blocks: &mut Vec<Block>,
) {
    if rows.is_empty() {
        return;
    }
    let columns: Vec<(Column, &str)> = columns
        .iter()
        .map(|(column, words)| (*column, paper.say(*words)))
        .collect();
    blocks.push(heading(1, paper.say(title)));
    blocks.push(shared::table(paper.say(title), &columns, rows));
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, devices::ALL, history::ALL, network::ALL].concat()
}
