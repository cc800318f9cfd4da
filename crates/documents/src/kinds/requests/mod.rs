//! Requests to the institution (医療機関等へ対応を求める事項), GL 4.2, 5.1.5 (2).
//!
//! Prose rather than lists: each entry is explained to a clinic's manager, and its example sentences are
//! taken over into the institution's own rules. A checklist of all entries stands in front.

mod entries;

pub(crate) use entries::notes_apart;

use crate::clauses::{agreed_on, open_note};
use crate::shared::{self, heading, table};
use crate::{Form, Kind, Paper};
use entries::Entry;
use mamori_catalogue::ClauseDocument;
use mamori_tree::{Block, Cell, Column, Document, Orientation, Row};

wording! {
    TITLE = "医療機関等へ対応を求める事項" / "Requests to the institution";
    PURPOSE = "医療機関等にお願いすることを、理由、私たちの側の対策、規程に入れる文の例とともに示します。" /
        "What we ask of the institution, with the reason, what we do ourselves, and sentences for its own rules.";
    NONE = "医療機関等に求める事項は、まだありません。" / "Nothing is asked of the institution yet.";
    AGREED = "この一覧には {0} に合意をいただいています。" / "The institution agreed to these requests on {0}.";
    NOT_AGREED = "この一覧への合意は、まだ記録されていません。" / "No agreement to these requests is recorded yet.";
    FOR_ALL = "すべての医療機関等に共通の文書です。合意と担当は、医療機関等ごとの文書に記します。" /
        "This paper is the same for all institutions; agreement and persons stand in the paper for each of them.";
    CHECKLIST = "お願いの一覧" / "Checklist";
    NUMBER = "番号" / "No.";
    SUBJECT = "お願い" / "Request";
    WHEN = "時期" / "When";
    PERSON = "担当される方" / "Person in charge";
    STATE = "合意" / "Agreed";
    CONTACTS = "連絡先" / "Contacts";
    ROLE = "役割" / "Role";
    NAME = "役職・氏名" / "Post and name";
    REACHED = "連絡方法" / "How to reach";
    ASKED = "お願いすること" / "What we ask";
    WHY = "なぜ必要か：{0}" / "Why: {0}";
    OURS = "私たちが行うこと" / "What we do ourselves";
    NOTHING_OURS = "この点について、私たちの側の対策はまだ書かれていません。" / "What we do about this ourselves is not written down yet.";
    RULE = "運用管理規程に入れる文の例" / "Sentences for your own rules";
    AT = "時期：{0}" / "When: {0}";
    ENTRY = "{0}. {1}" / "{0}. {1}";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "requests",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Prose,
    build,
};

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Portrait);
    let blocks = &mut document.blocks;
    blocks.extend(open_note(paper, ClauseDocument::Requests));
    let groups = entries::all(paper);
    agreement(paper, blocks);
    if groups.is_empty() {
        blocks.push(Block::Note(paper.say(NONE).to_owned()));
        return document;
    }
    contacts(paper, blocks);
    checklist(paper, groups.iter().flat_map(|group| &group.entries), blocks);
    let mut number = 0;
    for group in &groups {
        blocks.push(heading(1, group.title.as_str()));
        for entry in &group.entries {
            number += 1;
            explain(paper, number, entry, blocks);
        }
    }
    document
}

fn agreement(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let text = match (paper.institution, agreed_on(paper, ClauseDocument::Requests)) {
        (None, _) => paper.say(FOR_ALL).to_owned(),
        (Some(_), Some(day)) => paper.fill(AGREED, &[&day]),
        (Some(_), None) => paper.say(NOT_AGREED).to_owned(),
    };
    blocks.push(Block::Paragraph(text));
}

fn contacts(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let contacts = paper.institution().map_or(&[][..], |one| &one.contacts);
    let row = |one: &mamori_domain::Contact| {
        let reached = one
            .reached_by
            .as_ref()
            .map_or_else(String::new, |text| text.to_string());
        Row::new(vec![
            Cell::new(&*one.role),
            Cell::new(&*one.name),
            Cell::new(reached),
        ])
    };
    if contacts.is_empty() {
        return;
    }
    blocks.push(heading(1, paper.say(CONTACTS)));
    let columns = [
        (Column::start(30), paper.say(ROLE)),
        (Column::start(30), paper.say(NAME)),
        (Column::start(40), paper.say(REACHED)),
    ];
    blocks.push(table(
        paper.say(CONTACTS),
        &columns,
        contacts.iter().map(row).collect(),
    ));
}

/// One line an entry, with room to name who does it.
fn checklist<'e>(paper: &Paper<'_>, entries: impl Iterator<Item = &'e Entry>, blocks: &mut Vec<Block>) {
    blocks.push(heading(1, paper.say(CHECKLIST)));
    let columns = [
        (Column::start(8), paper.say(NUMBER)),
        (Column::start(56), paper.say(SUBJECT)),
        (Column::start(18), paper.say(WHEN)),
        (Column::start(14), paper.say(PERSON)),
        (Column::start(9), paper.say(STATE)),
    ];
    let row = |(at, entry): (usize, &Entry)| {
        Row::new(vec![
            Cell::new((at + 1).to_string()),
            Cell::new(asked_in_short(paper, entry)),
            Cell::new(entry.when.as_str()),
            Cell::new(""),
            Cell::new(entry.agreed.as_str()),
        ])
    };
    blocks.push(table(
        paper.say(CHECKLIST),
        &columns,
        entries.enumerate().map(row).collect(),
    ));
}

/// The title and what is asked under it: a measure's title alone names what the provider does.
fn asked_in_short(paper: &Paper<'_>, entry: &Entry) -> String {
    let mut lines = vec![entry.title.clone()];
    lines.extend(entry.asked.iter().map(|text| format!("{}{text}", paper.bullet())));
    lines.join("\n")
}

fn explain(paper: &Paper<'_>, number: usize, entry: &Entry, blocks: &mut Vec<Block>) {
    blocks.push(heading(
        2,
        paper.fill(ENTRY, &[&number.to_string(), &entry.title]),
    ));
    blocks.extend(
        entry
            .why
            .iter()
            .map(|why| Block::Paragraph(paper.fill(WHY, &[why]))),
    );
    blocks.push(heading(3, paper.say(ASKED)));
    blocks.push(Block::List(entry.asked.clone()));
    if !entry.when.is_empty() {
        blocks.push(Block::Paragraph(paper.fill(AT, &[&entry.when])));
    }
    blocks.push(heading(3, paper.say(OURS)));
    blocks.push(match entry.ours.is_empty() {
        true => Block::Paragraph(paper.say(NOTHING_OURS).to_owned()),
        false => Block::List(entry.ours.clone()),
    });
    if !entry.rules.is_empty() {
        blocks.push(heading(3, paper.say(RULE)));
        blocks.extend(entry.rules.iter().cloned());
    }
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, entries::ALL].concat()
}
