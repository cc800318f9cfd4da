//! Records of operation (申請・記録簿): a register of all of them, then each as a form with its history
//! and the places for confirmation.
//!
//! The forms are made by walking the kinds' descriptions, so that every field of every kind is printed
//! and a kind added later prints like the others.

mod form;
mod outages;
mod register;
pub(crate) mod values;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_domain::Scope;
use mamori_rules::procedures::{Record, records};
use mamori_tree::{Block, Document, Orientation};

wording! {
    TITLE = "申請・記録簿" / "Requests and records";
    PURPOSE = "保守、事故、情報やデータの提供、持ち出し、廃棄などの申請と記録を、いまの状態と経過とともに示します。" /
        "Shows requests and records of maintenance, incidents, information and data provided, taking out and disposal, where each stands and how it got there.";
    NONE = "申請や記録は、まだありません。" / "There are no requests or records yet.";
    OTHERS = "この版には、貴院との間の記録と、貴院に影響した事故だけを載せています。自社の中の記録（機器や媒体の台帳、変更の申請など）は、お求めに応じて示します。" /
        "This edition holds the records kept with your institution and the incidents that affected it. Our own (ledgers of equipment and media, change requests and the like) are shown on request.";
    REGISTER = "一覧" / "Register";
    RECORD = "{0}. {1}：{2}" / "{0}. {1}: {2}";
}

/// The field of a record that names the institutions it affected.
const AFFECTED: &str = "institutions";

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "records",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Prose,
    build,
};

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Portrait);
    let blocks = &mut document.blocks;
    let mut all = records(paper.subject.workspace, paper.subject.catalogue);
    all.retain(|record| concerns(paper, record));
    outages::outages(paper, blocks);
    if paper.institution.is_some() {
        blocks.push(Block::Note(paper.say(OTHERS).to_owned()));
    }
    if all.is_empty() {
        blocks.push(Block::Note(paper.say(NONE).to_owned()));
        return document;
    }
    blocks.push(heading(1, paper.say(REGISTER)));
    blocks.push(register::table(paper, &all));
    for (at, record) in all.iter().enumerate() {
        let number = (at + 1).to_string();
        let kind = paper.say(record.kind.words());
        blocks.push(heading(1, paper.fill(RECORD, &[&number, kind, &record.title])));
        form::form(paper, &number, record, blocks);
    }
    document
}

/// Whether a record belongs into the paper: it is about the service, or about all of them. The edition
/// for an institution holds what is kept with it, and the incidents that affected it: other records may
/// tell of other institutions.
fn concerns(paper: &Paper<'_>, record: &Record<'_>) -> bool {
    let service = record.service.as_deref();
    let of_service = service.is_none_or(|service| service == paper.subject.id.as_str());
    let here = match (&record.scope, paper.institution) {
        (_, None) => true,
        (Scope::Institution(own), Some(wanted)) => &**own == wanted.as_str(),
        (_, Some(wanted)) => affected(record).any(|id| id == wanted.as_str()),
    };
    of_service && here
}

/// The institutions that a record names as affected.
fn affected<'a>(record: &'a Record<'_>) -> impl Iterator<Item = &'a str> {
    record.values.text(AFFECTED).split_whitespace()
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, register::ALL, form::ALL, outages::ALL, values::ALL].concat()
}
