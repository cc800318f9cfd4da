//! The conformity disclosure (サービス仕様適合開示書), in the items and tables of the guideline's
//! example (GL 別紙1 part I, 4.1).

mod answers;
mod conduct;
mod legal;
mod papers;
mod people;
mod table;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_catalogue::{DisclosureItem, DisclosureTable};
use mamori_domain::DisclosureFact;
use mamori_tree::{Block, Document, Orientation, Row};

wording! {
    TITLE = "サービス仕様適合開示書" / "Conformity disclosure of the service";
    PURPOSE = "事業者を選び、共通の理解を作るために医療機関等が知るべき19項目に、事業者が答えたものです。" /
        "The provider's answers to the 19 items that an institution has to know in order to choose it and to come to a common understanding.";
    READING = "「未記入」は、まだ書かれていない欄です。その欄に、どこへ何を書けばよいかを添えました。項目ごとの（ ）は、もとにしたガイドラインの箇所です。… で終わる回答の続きは、対策項目対応表にあります。" /
        "\"Not written yet\" marks an open field and says where to write what. The reference in brackets is the place in the guideline an item goes back to. Where an answer ends in …, the control table gives the rest.";
    OPEN_COUNT = "未記入の欄が {0} か所あります。医療機関等に渡す前に埋めてください。" /
        "Fields not written yet: {0}. Fill them in before the paper goes to an institution.";
    FOR_INSTITUTION = "この版は「{0}」に向けたものです。同意と回答は、この医療機関等のものを優先しています。" /
        "This edition is for {0}: its own consents and answers go before those for all.";
    PART_ONE = "(1) 事業者を選ぶために最低限確かめる内容" / "(1) The least to check when choosing a provider";
    PART_TWO = "(2) 共通の理解を作るために示す内容" / "(2) What is told for a common understanding";
    EXPLANATION = "{0}（{1}）" / "{0} ({1})";
    APPENDIX = "別紙" / "Appendix ";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "disclosure",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Prose,
    build,
};

const TERMS: &[&str] = &[
    "common-understanding",
    "subcontract",
    "e-document-act",
    "authenticity",
    "readability",
    "preservability",
    "external-storage",
    "electronic-signature",
    "operation-regulation",
    "mhlw-guideline",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Portrait);
    let mut content = Vec::new();
    let mut open = 0;
    for (part, title) in [(1, PART_ONE), (2, PART_TWO)] {
        content.push(heading(1, paper.say(title)));
        let items = paper.subject.catalogue.disclosure().iter();
        for item in items.filter(|item| item.part == part) {
            section(paper, item, &mut content, &mut open);
        }
    }
    let blocks = &mut document.blocks;
    blocks.push(Block::Paragraph(paper.say(READING).to_owned()));
    if let Some(institution) = paper.institution() {
        let name = institution.profile.name.as_deref().unwrap_or_default();
        blocks.push(Block::Paragraph(paper.fill(FOR_INSTITUTION, &[name])));
    }
    if open > 0 {
        blocks.push(Block::Note(paper.fill(OPEN_COUNT, &[&open.to_string()])));
    }
    blocks.extend(content);
    shared::terms(paper, TERMS, blocks);
    document
}

/// One item: what it is for, its tables, and what else the model says on it.
fn section(paper: &Paper<'_>, item: &DisclosureItem, blocks: &mut Vec<Block>, open: &mut usize) {
    blocks.push(heading(2, format!("{} {}", item.mark, paper.text(&item.title))));
    let told = paper.subject.catalogue.information_items().get(item.id.as_str());
    let text = told.map_or(&item.question, |told| &told.explanation);
    let place = item.guideline.replace("別紙", paper.say(APPENDIX));
    blocks.push(Block::Paragraph(
        paper.fill(EXPLANATION, &[paper.text(text), &place]),
    ));
    for table in &item.tables {
        if item.tables.len() > 1 {
            blocks.push(heading(3, table::title(paper, table)));
        }
        legal::before(paper, table, blocks);
        let rows = rows(paper, item, table);
        *open += table::open_fields(paper, &rows);
        blocks.push(table::block(paper, item, table, rows));
    }
    answers::after(paper, item, blocks);
}

/// The rows of a table. Ids of tables that no source of ours knows take what was written on the item.
fn rows(paper: &Paper<'_>, item: &DisclosureItem, table: &DisclosureTable) -> Vec<Row> {
    match table.id.as_str() {
        "responsible-managers" => people::managers(paper, table),
        "departments" => people::departments(paper),
        "emergency-command" => people::commander(paper),
        "subcontractors" => people::subcontractors(paper),
        "desk" => people::desk(paper),
        "record-statements" => conduct::record(paper, table),
        "institution-duties" => conduct::duties(paper),
        "evaluations" => conduct::evaluations(paper, item),
        "incident-actions" => conduct::incidents(paper, item),
        "patient-explanation-method" => conduct::patients(paper, item),
        "audits" => conduct::audits(paper, item),
        _ => legal::rows(paper, table).unwrap_or_else(|| papers::rows(paper, item, table)),
    }
}

/// What was written on an item.
fn fact<'a>(paper: &Paper<'a>, item: &DisclosureItem) -> Option<&'a DisclosureFact> {
    let mut facts = paper.subject.service.disclosures.iter();
    facts.find(|fact| fact.item.as_str() == item.id.as_str())
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [
        ALL,
        answers::ALL,
        conduct::ALL,
        legal::ALL,
        papers::ALL,
        people::ALL,
        table::ALL,
    ]
    .concat()
}
