//! The risk treatment plan (リスク対応計画): every treatment with who carries it out, by when, how far it
//! is and what was agreed, then what comes round regularly (GL 5.1.6 (2), 5.1.7).

mod measures;
mod regular;
mod reviews;
mod treatments;

use crate::shared::{self, heading};
use crate::{Form, Kind, Paper};
use mamori_domain::{AgreementState, AgreementSubject, Date, Id, Officer, TreatmentState};
use mamori_rules::answers::agreement_on;
use mamori_tree::{Block, Cell, CellStyle, Document, Orientation};

wording! {
    TITLE = "リスク対応計画" / "Risk treatment plan";
    PURPOSE = "合意したリスク対応を、だれが、いつまでに行い、どこまで進んだかと、これから定期に見直すことを示したものです。" /
        "Shows who carries out each agreed treatment, by when and how far it is, and what will be reviewed regularly.";
    AGREED = "リスク対応一覧は {0} に合意されています。" / "The treatment list was agreed on {0}.";
    AGREED_UNDATED = "リスク対応一覧は合意されています（日付の記載なし）。" / "The treatment list is agreed (no date stated).";
    COUNT = "リスク対応一覧に合意した医療機関等：{0}／{1}。" / "Institutions that agreed to the treatment list: {0} of {1}.";
    NOT_AGREED = "リスク対応一覧はまだ合意されていません。この計画は、合意の後に出すものの案です。" /
        "The treatment list is not agreed yet. This plan is a draft of what is issued after the agreement.";
    SUMMARY = "リスク対応は {0} 件で、完了が {1} 件、期限を過ぎたものが {2} 件あります。" /
        "Treatments: {0}. Done: {1}. Overdue: {2}.";
    OVERDUE = "{0}\n期限を過ぎています" / "{0}\noverdue";
    OPEN = "未合意" / "Not agreed";
    OF_ALL = "合意 {0}／{1} 機関" / "{0} of {1} agreed";
    NO_DATE = "期限の記載なし" / "no date stated";
    NOBODY = "未定" / "Not decided";
}

/// The kind.
pub(crate) const KIND: Kind = Kind {
    id: "plan",
    title: TITLE,
    purpose: PURPOSE,
    form: Form::Lists,
    build,
};

const TERMS: &[&str] = &[
    "risk-treatment",
    "treatment-list",
    "reduce",
    "avoid",
    "transfer",
    "retain",
    "explicit-agreement",
    "evidence",
    "as-of-date",
    "continuity-plan",
];

fn build(paper: &Paper<'_>) -> Document {
    let mut document = shared::start(paper, &KIND, Orientation::Landscape);
    let blocks = &mut document.blocks;
    blocks.push(agreement(paper));
    let all = &paper.subject.service.treatments;
    let done = all
        .iter()
        .filter(|row| row.state == Some(TreatmentState::Done))
        .count();
    let overdue = all
        .iter()
        .filter(|row| treatments::is_overdue(paper, row))
        .count();
    let counts = [all.len(), done, overdue].map(|count| count.to_string());
    let text = paper.fill(SUMMARY, &[&counts[0], &counts[1], &counts[2]]);
    blocks.push(match overdue {
        0 => Block::Paragraph(text),
        _ => Block::Note(text),
    });
    treatments::section(paper, blocks);
    measures::section(paper, blocks);
    reviews::section(paper, blocks);
    regular::section(paper, blocks);
    shared::terms(paper, TERMS, blocks);
    document
}

/// What the plan rests on.
fn agreement(paper: &Paper<'_>) -> Block {
    let on = |institution| {
        let found = agreement_on(&paper.subject, institution, AgreementSubject::Treatments, None);
        found.filter(|agreement| agreement.state == AgreementState::Agreed)
    };
    if let Some(institution) = paper.institution() {
        return match on(institution) {
            None => Block::Note(paper.say(NOT_AGREED).to_owned()),
            Some(agreement) => Block::Paragraph(agreement.date.map_or_else(
                || paper.say(AGREED_UNDATED).to_owned(),
                |date| paper.fill(AGREED, &[&date.to_string()]),
            )),
        };
    }
    let agreed: Vec<bool> = paper
        .subject
        .institutions()
        .map(|(_, institution)| on(institution).is_some())
        .collect();
    let count = agreed.iter().filter(|agreed| **agreed).count();
    match count {
        0 => Block::Note(paper.say(NOT_AGREED).to_owned()),
        _ => Block::Paragraph(paper.fill(COUNT, &[&count.to_string(), &agreed.len().to_string()])),
    }
}

/// Where the agreement on the treatment list stands, which every treatment goes by.
fn list_agreement(paper: &Paper<'_>) -> Cell {
    let on = |institution| agreement_on(&paper.subject, institution, AgreementSubject::Treatments, None);
    if let Some(institution) = paper.institution() {
        return match on(institution) {
            None => Cell::new(paper.say(OPEN)).styled(CellStyle::Raised),
            Some(agreement) => {
                let date = agreement.date.map_or_else(String::new, |date| date.to_string());
                let text = format!("{}\n{date}", paper.say(agreement.state.words()));
                Cell::new(text.trim_end())
            }
        };
    }
    let states: Vec<bool> = paper
        .subject
        .institutions()
        .map(|(_, one)| on(one).is_some_and(|agreement| agreement.state == AgreementState::Agreed))
        .collect();
    let agreed = states.iter().filter(|agreed| **agreed).count();
    let style = if agreed < states.len() || states.is_empty() {
        CellStyle::Raised
    } else {
        CellStyle::Plain
    };
    Cell::new(paper.fill(OF_ALL, &[&agreed.to_string(), &states.len().to_string()])).styled(style)
}

/// A date by which something is to be done; marked where it is past and the thing still open.
fn due(paper: &Paper<'_>, date: Option<Date>, open: bool) -> Cell {
    match date {
        Some(date) if open && date < paper.subject.as_of => {
            Cell::new(paper.fill(OVERDUE, &[&date.to_string()])).styled(CellStyle::Severe)
        }
        Some(date) => Cell::new(date.to_string()),
        None if open => Cell::new(paper.say(NO_DATE)).styled(CellStyle::Raised),
        None => shared::dash(),
    }
}

/// Who carries something out; marked where nobody is named.
fn owner<'p>(paper: &Paper<'p>, officers: impl IntoIterator<Item = &'p Id<Officer>>) -> Cell {
    let mut names: Vec<&str> = Vec::new();
    for name in officers.into_iter().map(|id| paper.officer(id)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.is_empty() {
        true => Cell::new(paper.say(NOBODY)).styled(CellStyle::Raised),
        false => Cell::new(names.join("\n")),
    }
}

/// The heading of a section with its explanation.
fn begin(paper: &Paper<'_>, title: mamori_tree::Words, text: mamori_tree::Words, blocks: &mut Vec<Block>) {
    blocks.push(heading(1, paper.say(title)));
    blocks.push(Block::Paragraph(paper.say(text).to_owned()));
}

/// Our words, for the tests.
#[cfg(test)]
pub(crate) fn words() -> Vec<mamori_tree::Words> {
    [ALL, measures::ALL, regular::ALL, reviews::ALL, treatments::ALL].concat()
}
