//! Clauses of the library put into a document: chosen by circumstance, changed or left out by the
//! workspace, their slots filled from the model.
//!
//! A slot stands only in a sentence of the library; what fills it, and what a workspace writes in
//! place of a clause, is text and never looked at for slots.

mod facts;
mod slots;

pub(crate) use facts::holds;
pub use slots::{SLOTS, Slot};
pub(crate) use slots::{agreed_on, first as first_officer};

use crate::Paper;
use mamori_catalogue::{ClauseBlock, ClauseDocument, ClausePiece, ClauseText};
use mamori_domain::{ClauseChange, ClauseChangeUse};
use mamori_tree::Block;
use std::collections::BTreeSet;

wording! {
    OPEN = "（未記入：{0}）" / "(not filled in: {0})";
    CHANGED = "〔変更：{0}〕" / "[Changed: {0}]";
    LEFT_OUT = "〔この条文は用いない：{0}〕" / "[This clause is left out: {0}]";
    NO_REASON = "理由の記載なし" / "no reason is given";
    OPEN_NOTE = "この文書には、まだ記入されていない箇所が {0} 種類あります：{1}。記入してから署名してください。" /
        "Some entries of this paper are not filled in yet ({0}): {1}. Fill them in before you sign it.";
}

/// A clause as a document prints it.
pub(crate) struct Clause<'a> {
    /// The clause of the library.
    pub(crate) text: &'a ClauseText,
    /// What the workspace made of it.
    pub(crate) change: Option<ClauseChangeUse>,
    /// What is printed.
    pub(crate) blocks: Vec<Block>,
}

/// The clauses of a part of a document, in order, as they are printed.
pub fn render(paper: &Paper<'_>, document: ClauseDocument, part: &str) -> Vec<Block> {
    let clauses = of_part(paper, document, part);
    clauses.into_iter().flat_map(|clause| clause.blocks).collect()
}

/// The same clause by clause.
pub(crate) fn of_part<'a>(paper: &Paper<'a>, document: ClauseDocument, part: &str) -> Vec<Clause<'a>> {
    in_force(paper, document)
        .filter(|text| text.part == part)
        .map(|text| clause(paper, text))
        .collect()
}

/// The clauses of a document whose circumstances are given, in order.
fn in_force<'a>(paper: &Paper<'a>, document: ClauseDocument) -> impl Iterator<Item = &'a ClauseText> {
    let paper = *paper;
    let texts = paper.subject.catalogue.clauses().of_document(document);
    texts.filter(move |text| {
        text.condition.as_ref().is_none_or(|wanted| holds(&paper, wanted))
            && !text
                .unless
                .as_ref()
                .is_some_and(|unwanted| holds(&paper, unwanted))
    })
}

/// What the workspace makes of a clause: the institution's row, else the service's.
fn change<'a>(paper: &Paper<'a>, text: &ClauseText) -> Option<&'a ClauseChange> {
    let institution = paper
        .institution()
        .map(|institution| institution.clause_changes.as_slice());
    let rows = institution
        .unwrap_or_default()
        .iter()
        .chain(&paper.subject.service.clause_changes);
    let mut found = rows.filter(|row| row.clause.as_str() == text.id.as_str());
    found.next()
}

fn clause<'a>(paper: &Paper<'a>, text: &'a ClauseText) -> Clause<'a> {
    let standard = || {
        text.blocks(paper.language)
            .iter()
            .map(|block| filled(paper, block))
            .collect()
    };
    let Some(row) = change(paper, text) else {
        return Clause {
            text,
            change: None,
            blocks: standard(),
        };
    };
    let reason = row
        .reason
        .as_ref()
        .map_or(paper.say(NO_REASON), |reason| &**reason);
    let blocks = match row.usage {
        ClauseChangeUse::LeftOut => vec![Block::Paragraph(paper.fill(LEFT_OUT, &[reason]))],
        ClauseChangeUse::Changed => {
            let mut blocks = row.text.as_ref().map_or_else(standard, |text| typed(text));
            blocks.push(Block::Paragraph(paper.fill(CHANGED, &[reason])));
            blocks
        }
    };
    Clause {
        text,
        change: Some(row.usage),
        blocks,
    }
}

/// A workspace's own wording as blocks: text, without slots.
pub(crate) fn typed(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        match (line.trim(), line.strip_prefix("- "), blocks.last_mut()) {
            ("", _, _) => open = false,
            (_, Some(entry), Some(Block::List(list))) if open => list.push(entry.to_owned()),
            (_, Some(entry), _) => {
                blocks.push(Block::List(vec![entry.to_owned()]));
                open = true;
            }
            (_, None, Some(Block::Paragraph(last))) if open => {
                last.push('\n');
                last.push_str(line);
            }
            (_, None, _) => {
                blocks.push(Block::Paragraph(line.to_owned()));
                open = true;
            }
        }
    }
    blocks
}

fn filled(paper: &Paper<'_>, block: &ClauseBlock) -> Block {
    let line = |pieces: &Vec<ClausePiece>| {
        let piece = |piece: &ClausePiece| match piece {
            ClausePiece::Words(words) => words.clone(),
            ClausePiece::Slot(name) => value(paper, name),
        };
        pieces.iter().map(piece).collect::<String>()
    };
    match block {
        ClauseBlock::Paragraph(pieces) => Block::Paragraph(line(pieces)),
        ClauseBlock::List(entries) => Block::List(entries.iter().map(line).collect()),
    }
}

/// The value of a slot, or the sign that it is open.
fn value(paper: &Paper<'_>, name: &str) -> String {
    let slot = all_slots().find(|slot| slot.name == name);
    let value = slot.and_then(|slot| (slot.value)(paper));
    value.unwrap_or_else(|| {
        let meaning = slot.map_or(name, |slot| paper.say(slot.meaning));
        paper.fill(OPEN, &[meaning])
    })
}

/// Every slot a clause may have: those of all documents, and the terms of the SLA.
pub(crate) fn all_slots() -> impl Iterator<Item = &'static Slot> {
    SLOTS.iter().chain(crate::kinds::sla::slots::SLOTS)
}

/// The slots without a value in the clauses a document prints from the parts that `printed` tells, in
/// the order of [`all_slots`].
fn open_slots(
    paper: &Paper<'_>,
    document: ClauseDocument,
    printed: impl Fn(&str) -> bool,
) -> Vec<&'static Slot> {
    let standing = in_force(paper, document)
        .filter(|text| printed(&text.part))
        .filter(|text| {
            change(paper, text).is_none_or(|row| row.usage == ClauseChangeUse::Changed && row.text.is_none())
        });
    let names: BTreeSet<&str> = standing.flat_map(|text| text.slots(paper.language)).collect();
    let open = |slot: &&Slot| names.contains(slot.name) && (slot.value)(paper).is_none();
    all_slots().filter(open).collect()
}

/// A note for the top of a document: how many slots of its clauses are open, and which.
pub fn open_note(paper: &Paper<'_>, document: ClauseDocument) -> Option<Block> {
    open_note_of(paper, document, |_| true)
}

/// The same for a document that prints the ready clauses of some of its parts only.
pub(crate) fn open_note_of(
    paper: &Paper<'_>,
    document: ClauseDocument,
    printed: impl Fn(&str) -> bool,
) -> Option<Block> {
    let open = open_slots(paper, document, printed);
    let names: Vec<&str> = open.iter().map(|slot| paper.say(slot.meaning)).collect();
    (!open.is_empty())
        .then(|| Block::Note(paper.fill(OPEN_NOTE, &[&open.len().to_string(), &paper.list(&names)])))
}

/// Our own words here and the meanings of the slots, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    let meanings = all_slots().map(|slot| slot.meaning);
    ALL.iter().chain(slots::ALL).copied().chain(meanings).collect()
}
