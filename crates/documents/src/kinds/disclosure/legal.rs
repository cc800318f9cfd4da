//! Item ⑮: how the requirements of chapter 6 are met, point by point (GL 別紙1 I (2) ⑮, 6.1–6.5).

use super::measures;
use super::table::{open, open_row};
use crate::Paper;
use mamori_catalogue::{ChapterSixPoint, ChapterSixRequirement, DisclosureTable};
use mamori_domain::LegalFact;
use mamori_rules::check::covering;
use mamori_tree::{Block, Cell, CellStyle, Row};

wording! {
    UNANSWERED = "services/＜サービス＞/legal.csv に、この点への対応を書いてください" /
        "Write how this point is met into services/<service>/legal.csv";
    AS_A_WHOLE = "全体の対応：{0}" / "As a whole: {0}";
    AS_WHOLE_CELL = "上の「全体の対応」のとおり" / "As the whole says above";
    NOT_APPLICABLE = "該当しない。{0}" / "Does not apply. {0}";
    POINT = "{0}\n（{1}）" / "{0}\n({1})";
    EVIDENCE = "証跡：{0}" / "Evidence: {0}";
}

/// A point with the requirement it belongs to.
#[derive(Clone, Copy)]
struct Asked<'a> {
    requirement: &'a ChapterSixRequirement,
    point: &'a ChapterSixPoint,
}

fn asked<'a>(paper: &Paper<'a>, id: &str) -> Option<Asked<'a>> {
    let requirements = paper.subject.catalogue.chapter_six().iter();
    let mut points = requirements.flat_map(|requirement| {
        requirement
            .points
            .iter()
            .map(move |point| Asked { requirement, point })
    });
    points.find(|asked| asked.point.id.as_str() == id)
}

/// The requirement whose points a table lists: by its rows, or by the point or requirement of its id.
fn requirement<'a>(paper: &Paper<'a>, table: &DisclosureTable) -> Option<&'a ChapterSixRequirement> {
    let by_row = table.rows.first().and_then(|row| asked(paper, row.id.as_str()));
    let by_row = by_row.map(|asked| asked.requirement);
    by_row.or_else(|| match table.id.as_str() {
        "laws-kept" => Some(asked(paper, "domestic-law-statutes")?.requirement),
        "e-documents" => Some(asked(paper, "electronic-storage-documents")?.requirement),
        id => asked(paper, id)
            .map(|asked| asked.requirement)
            .or_else(|| paper.subject.catalogue.chapter_six().get(id)),
    })
}

/// The row of the model on a point alone.
fn own<'a>(paper: &Paper<'a>, point: &str) -> Option<&'a LegalFact> {
    covering::legal(&paper.subject.service.legal).on(point, point)
}

/// The row of the model on a whole requirement.
fn whole<'a>(paper: &Paper<'a>, requirement: &ChapterSixRequirement) -> Option<&'a LegalFact> {
    own(paper, requirement.id.as_str())
}

/// What is said of the requirement as a whole stands once, above its first table.
pub(super) fn before(paper: &Paper<'_>, table: &DisclosureTable, blocks: &mut Vec<Block>) {
    const FIRST: [&str; 5] = [
        "laws-kept",
        "e-documents",
        "signature-documents",
        "sensitive-documents",
        "external-storage",
    ];
    if !FIRST.contains(&table.id.as_str()) {
        return;
    }
    let fact = requirement(paper, table).and_then(|requirement| whole(paper, requirement));
    if let Some(fact) = fact {
        let text = said(paper, fact);
        blocks.push(Block::Paragraph(paper.fill(AS_A_WHOLE, &[&text])));
    }
}

/// What a fact says: how the point is met, or that it does not apply, with the evidence.
fn said(paper: &Paper<'_>, fact: &LegalFact) -> String {
    let text = fact.text.as_deref().unwrap_or_default();
    let text = match fact.applies.is_yes() {
        true => text.to_owned(),
        false => paper.fill(NOT_APPLICABLE, &[text]),
    };
    let evidence: Vec<&str> = fact.evidence.iter().map(|id| paper.evidence(id)).collect();
    match evidence.is_empty() {
        true => text,
        false => format!("{text}\n{}", paper.fill(EVIDENCE, &[&paper.list(&evidence)])),
    }
}

/// The rows of a table on chapter 6; nothing for another table.
pub(super) fn rows(paper: &Paper<'_>, table: &DisclosureTable) -> Option<Vec<Row>> {
    let requirement = requirement(paper, table)?;
    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let single = match table.id.as_str() {
        "laws-kept" => Some("domestic-law-statutes"),
        "e-documents" => Some("electronic-storage-documents"),
        "signature-documents" => Some("signature-documents"),
        _ => None,
    };
    if let Some(point) = single {
        let point = requirement.points.iter().find(|one| one.id.as_str() == point)?;
        let cell = response(paper, Asked { requirement, point }, None);
        return Some(vec![Row::new(vec![cell.spanning(1, columns)])]);
    }
    let points: Vec<&ChapterSixPoint> = match table.rows.is_empty() {
        true => requirement.points.iter().collect(),
        false => {
            let listed = table.rows.iter();
            listed
                .filter_map(|row| {
                    requirement
                        .points
                        .iter()
                        .find(|point| point.id.as_str() == row.id.as_str())
                })
                .collect()
        }
    };
    if points.is_empty() {
        return Some(open_row(paper, columns, UNANSWERED));
    }
    let storage = table.storage.as_deref();
    let row = |point: &ChapterSixPoint| {
        // The row may be titled shorter than the point.
        let row = table.rows.iter().find(|row| row.id.as_str() == point.id.as_str());
        let title = paper.text(row.map_or(&point.text, |row| &row.title));
        let title = match &point.mhlw {
            Some(reference) => paper.fill(POINT, &[title, reference]),
            None => title.to_owned(),
        };
        Row::new(vec![
            Cell::new(title),
            response(paper, Asked { requirement, point }, storage),
        ])
    };
    Some(points.into_iter().map(row).collect())
}

/// How a point is met: its own row, else the row on the whole requirement; and the measures behind it.
fn response(paper: &Paper<'_>, asked: Asked<'_>, storage: Option<&str>) -> Cell {
    let measures = measures::lines(paper, asked.point.mhlw.as_deref(), storage);
    let (text, style) = match (
        own(paper, asked.point.id.as_str()),
        whole(paper, asked.requirement),
    ) {
        (Some(fact), _) if fact.text.is_some() => (said(paper, fact), style(fact)),
        (_, Some(fact)) if fact.text.is_some() => (paper.say(AS_WHOLE_CELL).to_owned(), CellStyle::Muted),
        _ => return open(paper, UNANSWERED),
    };
    match measures.filter(|_| style == CellStyle::Plain || text == paper.say(AS_WHOLE_CELL)) {
        Some(lines) => Cell::new(format!("{text}\n{lines}")),
        None => Cell::new(text).styled(style),
    }
}

fn style(fact: &LegalFact) -> CellStyle {
    match fact.applies.is_yes() {
        true => CellStyle::Plain,
        false => CellStyle::Muted,
    }
}
