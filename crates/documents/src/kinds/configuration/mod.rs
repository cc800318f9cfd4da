//! The configuration diagram (全体構成図) in the four steps of the guideline (GL 5.2.1 (1)), and the
//! lists of what is drawn.

mod lists;
mod parts;
mod views;

use crate::shared;
use crate::{Form, Kind, Paper};
use mamori_domain::Phase;
use mamori_rules::derive::Flow;
use mamori_tree::{Block, Document, Orientation};

wording! {
    TITLE = "全体構成図" / "Overall configuration diagram";
    PURPOSE = "どこに何があり、どうつながり、だれが何を扱うかを図にしたものです。責任の分かれ目を確かめるのに使います。" /
        "Shows what stands where, how it is connected and who handles what, so that both sides can see where responsibilities divide.";
    READING = "図は四つの手順で描いています。手順1は場所と機器・媒体、手順2は接続と媒体の搬送、手順3は人が扱う情報の処理、手順4は人が直接扱わない情報の処理です。" /
        "The picture is drawn in four steps: places with equipment and media, connections and transports of media, processing by people, and processing in which nobody acts directly.";
    COLOURS = "線の種類は色と線の形の両方で示すので、白黒で印刷しても読めます。他社が提供する部分には色を付け、会社名を添えています。" /
        "Kinds of line differ in colour and in pattern, so a copy in black and white can be read. Parts provided by other companies are tinted and carry the company's name.";
    ENDING = "契約が終わるときだけに行う処理は、図が混み合うので描かず、情報流一覧に示しています。" /
        "What is done only when the contract ends is not drawn, as it would crowd the picture; the register of information flows lists it.";
    SHEETS = "大きな構成は、概観と、場所ごとの紙に分けて描いています。紙の外へ出る線の先には、相手の名前があります。" /
        "A large configuration is drawn as an overview and a sheet for each place. A line that leaves a sheet ends at the name of the other side.";
    NOTHING = "場所・機器・媒体がまだ書かれていないので、図はありません。" /
        "There is no picture yet, because no places, equipment or media have been written down.";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "configuration",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Drawings,
    build,
};

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    let parts = parts::parts(paper);
    if parts.scene.nodes.is_empty() && parts.scene.sites.is_empty() {
        blocks.push(Block::Note(paper.say(NOTHING).to_owned()));
        return document;
    }
    let views = views::views(paper, &parts);
    let drawn = mamori_drawing::draw(&parts.scene, &views, paper.language);
    blocks.push(Block::Paragraph(paper.say(READING).to_owned()));
    blocks.push(Block::Paragraph(paper.say(COLOURS).to_owned()));
    let ends = |flow: &Flow| flow.standing.counts() && flow.phase == Phase::ContractEnd;
    if paper.derived.flows.iter().any(ends) {
        blocks.push(Block::Paragraph(paper.say(ENDING).to_owned()));
    }
    if drawn.len() > views.len() {
        blocks.push(Block::Paragraph(paper.say(SHEETS).to_owned()));
    }
    blocks.extend(drawn.into_iter().map(|laid| Block::Drawing(laid.drawing)));
    lists::lists(paper, &parts, blocks);
    document
}

/// The sheets with what they were painted from, for the tests.
#[cfg(test)]
pub(crate) fn laid(paper: &Paper<'_>) -> Vec<mamori_drawing::Laid> {
    let parts = parts::parts(paper);
    mamori_drawing::draw(&parts.scene, &views::views(paper, &parts), paper.language)
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, lists::ALL, parts::ALL, views::ALL].concat()
}
