//! The response to legal and regulatory requirements (制度上の要求事項への対応): chapter 6, section by
//! section, with what is done, what the institution does, and the facts behind it (GL 6.1–6.5).

mod facts;
mod points;
mod section;

pub(crate) use points::items;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_rules::check::covering;
use mamori_tree::{Block, Document, Orientation};

wording! {
    TITLE = "制度上の要求事項への対応" / "Response to legal and regulatory requirements";
    PURPOSE = "医療情報を預かるときに法律や制度が一律に求めることへ、事業者がどう応え、医療機関等に何が残るかを示したものです。" /
        "Shows how the provider answers what the law asks of everyone who keeps medical information, and what is left to the institution.";
    UNIFORM = "ここに挙げる求めは、リスクの大小にかかわらず、当てはまるかぎりすべてに応えるものです。… で終わる回答の続きは、対策項目対応表にあります。" /
        "What is asked here is answered wherever it applies, however large or small the risk. Where an answer ends in …, the control table gives the rest.";
    OPEN = "まだ回答のない点が {0} 件あります。" / "Points without an answer yet: {0}.";
    NO_POINT = "この版には、制度上の要求事項のデータがありません。" / "This edition holds no data on legal and regulatory requirements.";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "legal",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Prose,
    build,
};

const TERMS: &[&str] = &[
    "chapter-6",
    "e-document-act",
    "authenticity",
    "readability",
    "preservability",
    "external-storage",
    "statutory-retention",
    "electronic-signature",
    "time-stamp",
    "mhlw-guideline",
    "standard-answer",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Portrait);
    let blocks = &mut document.blocks;
    let requirements = paper.subject.catalogue.chapter_six();
    blocks.push(Block::Paragraph(paper.say(UNIFORM).to_owned()));
    if requirements.iter().next().is_none() {
        blocks.push(Block::Note(paper.say(NO_POINT).to_owned()));
    }
    let answers = covering::legal(&paper.subject.service.legal);
    let open: usize = requirements
        .iter()
        .map(|requirement| section::open_points(requirement, &answers).count())
        .sum();
    if open > 0 {
        blocks.push(Block::Note(paper.fill(OPEN, &[&open.to_string()])));
    }
    for requirement in requirements {
        let title = format!("{} {}", requirement.guideline, paper.text(&requirement.title));
        blocks.push(heading(1, title));
        section::section(paper, requirement, &answers, blocks);
    }
    facts::facts(paper, blocks);
    shared::terms(paper, TERMS, blocks);
    document
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, facts::ALL, points::ALL, section::ALL].concat()
}
