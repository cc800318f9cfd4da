//! Item ⑮: how the requirements of chapter 6 are met, point by point (GL 別紙1 I (2) ⑮, 6.1–6.5).

use super::table::{open, open_row, or_open};
use crate::Paper;
use crate::kinds::legal::items;
use crate::shared::run;
use crate::short_measures::measures;
use mamori_catalogue::{ChapterSixPoint, ChapterSixRequirement, ControlItem, DisclosureTable};
use mamori_domain::{Law, LegalFact};
use mamori_rules::check::covering;
use mamori_tree::{Block, Cell, CellStyle, Row};

wording! {
    UNANSWERED = "services/＜サービス＞/legal.csv に、この点への対応を書いてください" /
        "Write how this point is met into services/<service>/legal.csv";
    NO_ISSUER = "organisation/laws.csv の issuer に、出した機関を書いてください" /
        "Write who issued it into issuer of organisation/laws.csv";
    AS_A_WHOLE = "全体の対応：{0}" / "As a whole: {0}";
    AS_WHOLE_CELL = "上の「全体の対応」のとおり" / "As stated above under \"As a whole\"";
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
    let laws = &paper.subject.workspace.organisation.laws;
    if table.id.as_str() == "laws-kept" && !laws.is_empty() {
        return Some(laws.iter().map(|law| law_row(paper, law)).collect());
    }
    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let single = match table.id.as_str() {
        "laws-kept" => Some("domestic-law-statutes"),
        "e-documents" => Some("electronic-storage-documents"),
        "signature-documents" => Some("signature-documents"),
        _ => None,
    };
    if let Some(point) = single {
        let point = requirement.points.iter().find(|one| one.id.as_str() == point)?;
        let cell = response(paper, Asked { requirement, point });
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
    let row = |point: &ChapterSixPoint| {
        // The row may be titled shorter than the point.
        let row = table.rows.iter().find(|row| row.id.as_str() == point.id.as_str());
        let title = paper.text(row.map_or(&point.text, |row| &row.title));
        let title = match &point.mhlw {
            Some(reference) => paper.fill(POINT, &[title, reference]),
            None => title.to_owned(),
        };
        (Cell::new(title), response(paper, Asked { requirement, point }))
    };
    Some(said_once(points.into_iter().map(row).collect()))
}

/// Rows whose neighbours have the same answer show it once, beside all of them.
fn said_once(pairs: Vec<(Cell, Cell)>) -> Vec<Row> {
    let texts: Vec<String> = pairs.iter().map(|(_, answer)| answer.text.clone()).collect();
    let mut next = 0;
    let rows = pairs.into_iter().enumerate().map(|(at, (point, answer))| {
        if at < next {
            return Row::new(vec![point]);
        }
        let rows = run(texts.len(), at, |one, other| texts[one] == texts[other]);
        next = at + usize::from(rows);
        Row::new(vec![point, answer.spanning(rows, 1)])
    });
    rows.collect()
}

fn law_row(paper: &Paper<'_>, law: &Law) -> Row {
    let issuer = or_open(paper, law.issuer.as_deref(), NO_ISSUER);
    Row::new(vec![Cell::new(&*law.name), issuer])
}

/// How a point is met: its own row, else what is done for it, else the row on the whole requirement.
fn response(paper: &Paper<'_>, asked: Asked<'_>) -> Cell {
    let items = items(paper, asked.point);
    if let Some(fact) = own(paper, asked.point.id.as_str()).filter(|fact| fact.text.is_some()) {
        let text = said(paper, fact);
        return match items.is_empty() || !fact.applies.is_yes() {
            true => Cell::new(text).styled(style(fact)),
            false => Cell::new(format!("{text}\n{}", measures(paper, &items).text)),
        };
    }
    let answered = |item: &&ControlItem| {
        let answer = paper.answers.get(&item.id);
        answer.is_some_and(|answer| answer.status.is_some())
    };
    match whole(paper, asked.requirement).filter(|fact| fact.text.is_some()) {
        Some(fact) if fact.applies.is_yes() && items.iter().any(answered) => measures(paper, &items),
        Some(_) => Cell::new(paper.say(AS_WHOLE_CELL)).styled(CellStyle::Muted),
        None => open(paper, UNANSWERED),
    }
}

fn style(fact: &LegalFact) -> CellStyle {
    match fact.applies.is_yes() {
        true => CellStyle::Plain,
        false => CellStyle::Muted,
    }
}
