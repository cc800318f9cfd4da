//! The points of a section: what is asked, what is done, what the institution does.

use crate::Paper;
use crate::shared::{dash, sheet_name};
use crate::short_measures::{asked, measures};
use mamori_catalogue::{ChapterSixPoint, ChapterSixRequirement, ControlItem, Strength};
use mamori_domain::{LegalFact, YesNo};
use mamori_rules::check::covering::Covering;
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Table, Words};

wording! {
    POINT = "求められること" / "What is asked";
    DONE = "事業者の対応" / "What the provider does";
    ASKED = "医療機関等に行っていただくこと" / "What the institution does";
    STRENGTH = "{0}（{1}）" / "{0} ({1})";
    MHLW = "{0}［厚労省 {1}］" / "{0} [MHLW {1}]";
    ABOVE = "上の対応のとおり" / "As answered above";
    OPEN = "未回答" / "Unanswered";
    DENIED = "当てはまらない：{0}" / "Does not apply: {0}";
    NO_REASON = "理由の記載なし" / "no reason stated";
    AT_INSTITUTION = "{0}：医療機関等に保存する場合" / "{0}: stored at the institution";
    THROUGH_NETWORK = "{0}：ネットワークを通じて外部に保存する場合" / "{0}: stored outside through a network";
    COMMON = "{0}：どちらの場合も" / "{0}: in either case";
}

/// Cases of storage by their code in the data.
const CASES: &[(&str, Words)] = &[
    ("institution", AT_INSTITUTION),
    ("network", THROUGH_NETWORK),
    ("common", COMMON),
];

/// The table of points; nothing for a section without points.
pub(super) fn table(
    paper: &Paper<'_>,
    requirement: &ChapterSixRequirement,
    answers: &Covering<'_, LegalFact>,
) -> Option<Block> {
    let mut rows = Vec::new();
    let mut group = None;
    for point in &requirement.points {
        let here = group_title(paper, point);
        if here != group {
            if let Some(title) = &here {
                let cell = Cell::new(title.as_str()).styled(CellStyle::Group);
                rows.push(Row::new(vec![cell.spanning(1, 3)]));
            }
            group = here;
        }
        let fact = answers.on(point.id.as_str(), requirement.id.as_str());
        rows.push(row(paper, point, fact));
    }
    let columns = [
        (Column::start(34), POINT),
        (Column::start(58), DONE),
        (Column::start(38), ASKED),
    ];
    let head = columns.iter().map(|(_, words)| Cell::head(paper.say(*words)));
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            name: sheet_name(&format!(
                "{} {}",
                requirement.guideline,
                paper.text(&requirement.title)
            )),
            columns: columns.iter().map(|(column, _)| *column).collect(),
            head: vec![Row::new(head.collect())],
            rows,
        })
    })
}

/// What neighbouring points have in common: what they are about, in which case of storage.
fn group_title(paper: &Paper<'_>, point: &ChapterSixPoint) -> Option<String> {
    let subject = point.subject.as_deref()?;
    let term = paper.subject.catalogue.glossary().get(subject);
    let subject = term.map_or(subject, |term| paper.text(&term.term));
    let case = point.storage.as_deref();
    let words = CASES.iter().find(|(code, _)| Some(*code) == case);
    Some(match words {
        Some((_, words)) => paper.fill(*words, &[subject]),
        None => subject.to_owned(),
    })
}

fn row(paper: &Paper<'_>, point: &ChapterSixPoint, fact: Option<&LegalFact>) -> Row {
    let mut ask = paper.text(&point.text).to_owned();
    if point.strength != Strength::Must {
        ask = paper.fill(STRENGTH, &[&ask, paper.say(point.strength.words())]);
    }
    if let Some(mhlw) = &point.mhlw {
        ask = paper.fill(MHLW, &[&ask, mhlw]);
    }
    let own = fact.filter(|fact| fact.point.as_str() == point.id.as_str());
    if let Some(denied) = own.filter(|fact| fact.applies == YesNo::No) {
        let reason = denied.text.as_deref().unwrap_or(paper.say(NO_REASON));
        let text = paper.fill(DENIED, &[reason]);
        return Row::new(vec![
            Cell::new(ask),
            Cell::new(text).styled(CellStyle::Muted),
            dash(),
        ]);
    }
    let items = items(paper, point);
    let mut done = match items.is_empty() {
        true => Cell::new(""),
        false => measures(paper, &items),
    };
    if let Some(text) = own.and_then(|fact| fact.text.as_ref()) {
        done.text = format!("{text}\n{}", done.text).trim_end().to_owned();
    }
    if done.text.is_empty() {
        done = match fact.is_some_and(|fact| fact.text.is_some()) {
            true => Cell::new(paper.say(ABOVE)).styled(CellStyle::Muted),
            false => Cell::new(paper.say(OPEN)).styled(CellStyle::Severe),
        };
    }
    Row::new(vec![Cell::new(ask), done, asked(paper, &items)])
}

/// The control items that answer a point, each once: those the source ties to it, then ours. Where we
/// read the source's table otherwise, ours take their place.
pub(crate) fn items<'a>(paper: &Paper<'a>, point: &ChapterSixPoint) -> Vec<&'a ControlItem> {
    if !point.items.is_empty() {
        let all = paper.subject.catalogue.items();
        return point.items.iter().filter_map(|id| all.get(id.as_str())).collect();
    }
    let mut found: Vec<&ControlItem> = Vec::new();
    for requirement in &point.requirements {
        for item in paper.subject.catalogue.items_answering(requirement) {
            if !found.iter().any(|known| known.id == item.id) {
                found.push(item);
            }
        }
    }
    for measure in &point.measures {
        for item in paper.subject.catalogue.items_of(measure) {
            if !found.iter().any(|known| known.id == item.id) {
                found.push(item);
            }
        }
    }
    found
}
