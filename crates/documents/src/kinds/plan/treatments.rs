//! The treatments: what is open first, of that what is due first (GL 5.1.6 (2)).

use super::{begin, due, list_agreement, owner};
use crate::Paper;
use crate::item_lists::item_list;
use crate::shared::{self, lines};
use crate::short_measures::first_sentence;
use mamori_domain::{AnswerStatus, Date, Treatment, TreatmentState};
use mamori_rules::answers::{items_named, provider_measures};
use mamori_rules::derive::Risk;
use mamori_tree::{Block, Cell, CellStyle, Column, Row};
use std::cmp::Reverse;

wording! {
    TITLE = "リスクへの対応の進み" / "Treatments";
    TEXT = "期限を過ぎたもの、これから行うもの、完了したものの順に並べています。完了したものでも、一部だけ実施している対策があればその内容を示します。対策の全文はリスク対応一覧にあります。" /
        "Overdue ones first, then what is still to do, then what is done; a measure done only in part is told even then. The treatment list tells the measures in full.";
    NONE = "リスクへの対応はまだ書かれていません。" / "No treatment has been written down yet.";
    SHEET = "リスク対応の進み" / "Treatments";
    RISKS = "対応するリスク" / "Risks";
    OPTION = "対応" / "Option";
    LEFT = "残っていること・一部実施の対策" / "What is left or done in part";
    OWNER = "担当" / "Carried out by";
    DUE = "期限" / "Due";
    STATE = "進み" / "State";
    AGREED = "合意" / "Agreement";
    EVIDENCE = "証跡" / "Evidence";
    NO_STATE = "記載なし" / "Not stated";
    DONE_BUT = "{0}\n（一部実施の対策あり）" / "{0}\n(a measure in part)";
    NOTHING_LEFT = "（残っている対策はありません）" / "(no measure is left to do)";
    MEASURE = "{0}〔{1}〕{2}［{3}］" / "{0}[{1}] {2} [{3}]";
    HEAD = "■ {0}：{1} 件、最大 {2}（{3}）" / "■ {0}: {1}, at most {2} ({3})";
    EXAMPLE = "例：{0}" / "For example: {0}";
}

/// Whether a treatment is not done although its day has passed.
pub(super) fn is_overdue(paper: &Paper<'_>, row: &Treatment) -> bool {
    is_open(row) && row.due.is_some_and(|due| due < paper.subject.as_of)
}

fn is_open(row: &Treatment) -> bool {
    row.state != Some(TreatmentState::Done)
}

/// The section.
pub(super) fn section(paper: &Paper<'_>, blocks: &mut Vec<Block>) {
    begin(paper, TITLE, TEXT, blocks);
    let mut all: Vec<&Treatment> = paper.subject.service.treatments.iter().collect();
    if all.is_empty() {
        blocks.push(Block::Note(paper.say(NONE).to_owned()));
        return;
    }
    all.sort_by_key(|row| {
        let open = is_open(row);
        // Open ones without a day stand behind those with one.
        (Reverse(open), row.due.filter(|_| open).unwrap_or(Date::MAX))
    });
    let columns = [
        (Column::start(42), paper.say(RISKS)),
        (Column::centre(8), paper.say(OPTION)),
        (Column::start(47), paper.say(LEFT)),
        (Column::start(29), paper.say(OWNER)),
        (Column::centre(15), paper.say(DUE)),
        (Column::centre(14), paper.say(STATE)),
        (Column::start(16), paper.say(AGREED)),
        (Column::start(20), paper.say(EVIDENCE)),
    ];
    let rows = all.into_iter().map(|treatment| row(paper, treatment)).collect();
    blocks.push(shared::table(paper.say(SHEET), &columns, rows));
}

fn row(paper: &Paper<'_>, treatment: &Treatment) -> Row {
    let options: Vec<&str> = treatment
        .options
        .iter()
        .map(|one| paper.say(one.words()))
        .collect();
    let state = match treatment.state {
        None => Cell::new(paper.say(NO_STATE)).styled(CellStyle::Raised),
        // Done says the provider; a measure it rests on may still be done in part only.
        Some(TreatmentState::Done) if partly(paper, treatment) => {
            Cell::new(paper.fill(DONE_BUT, &[paper.say(TreatmentState::Done.words())]))
                .styled(CellStyle::Raised)
        }
        Some(TreatmentState::Done) => Cell::new(paper.say(TreatmentState::Done.words())),
        Some(open) => Cell::new(paper.say(open.words())).styled(CellStyle::Raised),
    };
    let items = items_named(paper.subject.catalogue, &treatment.items);
    let mut evidence: Vec<String> = Vec::new();
    for id in items
        .iter()
        .filter_map(|item| paper.answers.get(&item.id))
        .flat_map(|one| &one.evidence)
    {
        let title = paper.evidence(id).to_owned();
        if !evidence.contains(&title) {
            evidence.push(title);
        }
    }
    Row::new(vec![
        risks(paper, treatment),
        Cell::new(options.join("\n")),
        left(paper, treatment),
        owner(paper, &treatment.owner),
        due(paper, treatment.due, is_open(treatment)),
        state,
        list_agreement(paper),
        lines(&evidence),
    ])
}

/// Each threat once: how many risks there are, the highest level, and the highest risk as an example.
fn risks(paper: &Paper<'_>, treatment: &Treatment) -> Cell {
    let covered = |id: &str| treatment.risks.iter().any(|pattern| pattern.covers(id));
    let risks = paper.derived.risks.iter();
    let mut threats: Vec<(String, Vec<&Risk>)> = Vec::new();
    for risk in risks.filter(|risk| risk.standing.counts() && covered(&risk.id)) {
        let threat = crate::kinds::risks::threat(paper, risk);
        match threats.iter_mut().find(|(known, _)| *known == threat) {
            Some((_, risks)) => risks.push(risk),
            None => threats.push((threat, vec![risk])),
        }
    }
    let mut found = Vec::new();
    for (threat, risks) in &threats {
        // Of several highest the first: the list's own order.
        let Some(highest) = risks.iter().rev().max_by_key(|risk| risk.product) else {
            continue;
        };
        let (count, product) = (risks.len().to_string(), highest.product.to_string());
        found.push(paper.fill(HEAD, &[threat, &count, highest.rank.as_str(), &product]));
        found.push(paper.fill(EXAMPLE, &[&highest.text.say(paper.language)]));
    }
    lines(&found)
}

/// Whether a measure of the treatment is done in part only.
fn partly(paper: &Paper<'_>, treatment: &Treatment) -> bool {
    let measures = provider_measures(&paper.subject, treatment, paper.answers);
    let mut all = measures.viewpoints.iter().flat_map(|of| &of.measures);
    all.any(|one| one.status == AnswerStatus::Partly)
}

/// Measures that are planned or done in part.
fn left(paper: &Paper<'_>, treatment: &Treatment) -> Cell {
    let measures = provider_measures(&paper.subject, treatment, paper.answers);
    let all = measures.viewpoints.iter().flat_map(|of| &of.measures);
    let open = all.filter(|one| matches!(one.status, AnswerStatus::Planned | AnswerStatus::Partly));
    let found: Vec<String> = open
        .map(|one| {
            let text = match one.status {
                // What is left of a measure done in part stands behind what is done.
                AnswerStatus::Partly => paper.said(&one.text).to_owned(),
                _ => first_sentence(paper.said(&one.text)),
            };
            let items = item_list(paper, &one.items);
            paper.fill(
                MEASURE,
                &[paper.bullet(), paper.say(one.status.words()), &text, &items],
            )
        })
        .collect();
    let mut found: Vec<String> = found;
    if is_open(treatment) {
        let note = treatment.provider_note.as_ref();
        found.extend(note.map(|note| format!("{}{note}", paper.bullet())));
    }
    match found.is_empty() {
        false => lines(&found),
        true => Cell::new(paper.say(NOTHING_LEFT)).styled(CellStyle::Muted),
    }
}
