//! The table of the MHLW guideline (医療情報安全管理ガイドライン対応表): for every requirement that 別紙2
//! names, what the provider does, what the institution does, and where that is agreed
//! (GL 5.1.5 (1)(ア)).

mod rows;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_tree::{Block, Document, Orientation};

wording! {
    TITLE = "医療情報安全管理ガイドライン対応表" / "MHLW guideline table";
    PURPOSE = "医療機関等が守る厚生労働省のガイドラインの求めごとに、事業者の対策と、医療機関等に行っていただくことを並べたものです。" /
        "For each demand of the health ministry's guideline that the institution keeps: what the provider does and what is left to the institution.";
    LIST = "要求事項ごとの対応" / "By requirement";
    COUNT = "提供事業者ガイドラインの別紙2が挙げる要求事項は {0} 件です。これは厚生労働省のガイドライン（第5版）のすべてではありません。" /
        "Appendix 2 of the provider guideline names {0} requirements. They are not the whole of the health ministry's guideline (5th edition).";
    WHOSE = "この表の要求事項は医療機関等に向けられたものです。対策項目は事業者が行うことで、右の欄が医療機関等に残ることです。" /
        "These requirements are addressed to institutions. The control items are the provider's part; the right-hand column is what remains for the institution.";
    SPAN = "対策項目の * は、別紙2で複数の行にまたがる欄にあり、この要求事項との対応を読み取ったものです。" /
        "An asterisk marks an item whose tie to the requirement is our reading: in appendix 2 it stands in a cell that spans several rows.";
    SHORT = "対策は回答の最初の一文です。「…」は続きがあることを示し、全文は対策項目対応表にあります。" /
        "Measures are given by the first sentence of each answer; an ellipsis says that there is more, in the control table.";
    WORDING = "要求事項の文は載せていません。章と番号を手がかりに、厚生労働省のガイドラインで確かめてください。" /
        "The wording of requirements is not reprinted: look it up in the ministry's guideline by section and number.";
    UNLINKED = "対応する対策項目のない要求事項はありません。" / "Every requirement is answered by some control item.";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "mhlw",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "mhlw-guideline",
    "appendix-2",
    "control-item",
    "role-sharing",
    "standard-answer",
    "not-applicable",
    "explicit-agreement",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    let count = paper.subject.catalogue.requirements().iter().count();
    blocks.push(Block::Paragraph(paper.fill(COUNT, &[&count.to_string()])));
    blocks.push(Block::List(
        [WHOSE, SHORT, SPAN, WORDING]
            .iter()
            .map(|words| paper.say(*words).to_owned())
            .collect(),
    ));
    if rows::all_are_linked(paper) {
        blocks.push(Block::Paragraph(paper.say(UNLINKED).to_owned()));
    }
    blocks.push(heading(1, paper.say(LIST)));
    blocks.extend(rows::table(paper));
    shared::terms(paper, TERMS, blocks);
    document
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, rows::ALL].concat()
}
