//! The service level agreement (SLA), in the seven chapters of the guideline's example: clauses of the
//! library with the parties' terms in their slots (GL 別紙1 part II).

mod annexes;
mod closing;
mod decisions;
pub(crate) mod hours;
mod notes;
pub(crate) mod slots;
mod terms;

use crate::clauses;
use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use decisions::Decided;
use mamori_catalogue::{ClauseDocument, SlaClause};
use mamori_domain::{ClauseUse, SlaTerms};
use mamori_tree::{Block, Cell, CellStyle, Column, Document, Orientation, Row};

wording! {
    TITLE = "サービスレベル合意書（SLA）" / "Service level agreement (SLA)";
    PURPOSE = "サービスの水準と、提供事業者・医療機関それぞれの役割を、双方で合意するための文書です。" /
        "The paper by which provider and institution agree on the levels of the service and on each side's part.";
    FOR_ALL = "この版は、どの医療機関等にも示すひな形です。医療機関等を指定して作ると、その取り決めと名前が入ります。" /
        "This edition is the form shown to every institution. Built for one of them, it takes that one's terms and name.";
    KEY_TERMS = "この合意の要点" / "What is agreed, at a glance";
    KEY_SHEET = "要点" / "At a glance";
    TERM = "取り決め" / "Term";
    VALUE = "内容" / "Content";
    CHAPTER = "第{0}章 {1}" / "Chapter {0}: {1}";
    CLAUSE = "{0} {1}" / "{0} {1}";
    CHANGED = "〔標準の条文から変更：{0}〕" / "[Changed from the standard clause: {0}]";
    NO_REASON = "理由の記載なし" / "no reason is given";
    NO_TEXT = "【未記入】変更するとありますが、文言が書かれていません。sla.csv の text に書いてください。下は標準の条文です。" /
        "[Not written yet] This clause is to be changed but has no text; write it into text of sla.csv. The standard clause follows.";
    UNDECIDED = "まだ扱いを決めていない条項が {0} 件あります（標準の条文を印刷しています）：{1}" /
        "Clauses not decided on yet: {0} (the standard clause is printed): {1}";
    LEFT_OUT = "用いない条項" / "Clauses left out";
    LEFT_OUT_TEXT = "次の条項は、この合意では用いません。" / "The following clauses are not part of this agreement.";
    LEFT_OUT_SHEET = "用いない条項" / "Left out";
    CLAUSE_HEAD = "条項" / "Clause";
    REASON = "理由" / "Reason";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "sla",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Prose,
    build,
};

const TERMS: &[&str] = &[
    "sla",
    "uptime",
    "first-response",
    "conformity-disclosure",
    "external-storage",
    "finalisation",
    "proxy-entry",
    "redundancy",
    "malware",
    "patch",
    "remote-maintenance",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Portrait);
    let blocks = &mut document.blocks;
    if paper.institution.is_none() {
        blocks.push(Block::Note(paper.say(FOR_ALL).to_owned()));
    }
    blocks.extend(clauses::open_note_of(paper, ClauseDocument::Sla, |part| {
        is_standard(paper, part)
    }));
    undecided(paper, blocks);
    glance(paper, blocks);
    part(paper, "preamble", blocks);
    for chapter in &paper.subject.catalogue.sla().chapters {
        let number = chapter.number.to_string();
        blocks.push(heading(
            1,
            paper.fill(CHAPTER, &[&number, paper.text(&chapter.title)]),
        ));
        for one in of_chapter(paper, chapter.number) {
            clause(paper, one, blocks);
        }
    }
    left_out(paper, blocks);
    part(paper, "conclusion", blocks);
    closing::signatures(paper, blocks);
    closing::history(paper, blocks);
    annexes::all(paper, blocks);
    if paper.notes {
        notes::annex(paper, blocks);
    }
    shared::terms(paper, TERMS, blocks);
    document
}

/// What the clauses leave to the parties, as it is agreed towards the institution of a paper.
pub(crate) fn agreed(paper: &Paper<'_>) -> SlaTerms {
    decisions::terms(paper).agreed().terms.clone()
}

/// Whether a part is printed in the ready words of the library, not left out or in the parties' own.
fn is_standard(paper: &Paper<'_>, part: &str) -> bool {
    let clause = paper.subject.catalogue.sla().clauses.get(part);
    clause.is_none_or(|clause| match decisions::of(paper, clause) {
        Decided::Open => true,
        Decided::Row(row) => match row.usage {
            ClauseUse::Used => true,
            ClauseUse::Changed => row.text.is_none(),
            ClauseUse::LeftOut => false,
        },
    })
}

/// The clauses of a chapter in order.
fn of_chapter<'a>(paper: &Paper<'a>, chapter: u32) -> impl Iterator<Item = &'a SlaClause> {
    let all = paper.subject.catalogue.sla().clauses.iter();
    all.filter(move |clause| clause.chapter == chapter)
}

/// A part that the library adds to the chapters of the catalogue.
fn part(paper: &Paper<'_>, id: &str, blocks: &mut Vec<Block>) {
    let mut parts = paper.subject.catalogue.clauses().parts_of(ClauseDocument::Sla);
    if let Some(part) = parts.find(|part| part.id == id) {
        blocks.push(heading(1, paper.text(&part.title)));
    }
    blocks.extend(clauses::render(paper, ClauseDocument::Sla, id));
}

/// What a manager looks for first, by the terms in force.
fn glance(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let rows: Vec<Row> = slots::GLANCE
        .iter()
        .map(|slot| {
            let cell = match (slot.value)(paper) {
                Some(value) => Cell::new(value),
                None => Cell::new(paper.say(slots::NOT_SETTLED)).styled(CellStyle::Raised),
            };
            Row::new(vec![Cell::new(paper.say(slot.meaning)), cell])
        })
        .collect();
    let columns = [
        (Column::start(28), paper.say(TERM)),
        (Column::start(72), paper.say(VALUE)),
    ];
    blocks.push(heading(1, paper.say(KEY_TERMS)));
    blocks.push(shared::table(paper.say(KEY_SHEET), &columns, rows));
}

/// One clause: the standard text, or the parties' own with a mark. What is left out is listed apart.
fn clause(paper: &Paper<'_>, clause: &SlaClause, blocks: &mut Vec<Block>) {
    let decided = decisions::of(paper, clause);
    if decided.is_left_out() {
        return;
    }
    blocks.push(heading(
        2,
        paper.fill(CLAUSE, &[&clause.number, paper.text(&clause.title)]),
    ));
    let standard = || clauses::render(paper, ClauseDocument::Sla, clause.id.as_str());
    let Decided::Row(row) = decided else {
        blocks.extend(standard());
        return;
    };
    if row.usage != ClauseUse::Changed {
        blocks.extend(standard());
        return;
    }
    match &row.text {
        Some(text) => {
            blocks.extend(clauses::typed(text));
            let reason = row.reason.as_deref().unwrap_or_else(|| paper.say(NO_REASON));
            blocks.push(Block::Paragraph(paper.fill(CHANGED, &[reason])));
        }
        None => {
            blocks.push(Block::Note(paper.say(NO_TEXT).to_owned()));
            blocks.extend(standard());
        }
    }
}

/// Tells of clauses nobody decided on.
fn undecided(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let all = paper.subject.catalogue.sla().clauses.iter();
    let open: Vec<&str> = all
        .filter(|clause| matches!(decisions::of(paper, clause), Decided::Open))
        .map(|clause| clause.number.as_str())
        .collect();
    if !open.is_empty() {
        let count = open.len().to_string();
        blocks.push(Block::Note(paper.fill(UNDECIDED, &[&count, &paper.list(&open)])));
    }
}

/// The clauses left out, with the reason.
fn left_out(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    let all = paper.subject.catalogue.sla().clauses.iter();
    let rows: Vec<Row> = all
        .filter_map(|clause| match decisions::of(paper, clause) {
            Decided::Row(row) if row.usage == ClauseUse::LeftOut => Some((clause, row)),
            _ => None,
        })
        .map(|(clause, row)| {
            let name = paper.fill(CLAUSE, &[&clause.number, paper.text(&clause.title)]);
            let reason = match &row.reason {
                Some(reason) => Cell::new(&**reason),
                None => Cell::new(paper.say(NO_REASON)).styled(CellStyle::Raised),
            };
            Row::new(vec![Cell::new(name), reason])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let columns = [
        (Column::start(36), paper.say(CLAUSE_HEAD)),
        (Column::start(64), paper.say(REASON)),
    ];
    blocks.push(heading(1, paper.say(LEFT_OUT)));
    blocks.push(Block::Paragraph(paper.say(LEFT_OUT_TEXT).to_owned()));
    blocks.push(shared::table(paper.say(LEFT_OUT_SHEET), &columns, rows));
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    let meanings = slots::GLANCE.iter().map(|slot| slot.meaning);
    let ours = [
        ALL,
        annexes::ALL,
        closing::ALL,
        hours::ALL,
        notes::ALL,
        slots::ALL,
        terms::ALL,
    ]
    .concat();
    ours.into_iter().chain(meanings).collect()
}
