//! What all documents have in common: head, facts, terms, and small builders of blocks.

use crate::{Kind, Paper};
use mamori_tree::{Block, Cell, CellStyle, Column, Document, Orientation, Row, Running, Table, Words};

wording! {
    UNNAMED_PROVIDER = "（事業者名の記載なし）" / "(provider not named)";
    UNNAMED_SERVICE = "（サービス名の記載なし）" / "(service not named)";
    INSTITUTION = "医療機関等" / "Institution";
    GUIDELINE = "もとにしたガイドライン" / "Guideline followed";
    NO_VERDICT = "この文書は、記入された内容とそこから導かれることを示すもので、適合を判定するものではありません。判断は読む方に委ねられます。" /
        "This paper states what was written down and what follows from it. It passes no judgement on conformity; that is for its readers.";
    TERMS = "この文書で使う言葉" / "Terms used in this paper";
    TERM = "言葉" / "Term";
    MEANING = "意味" / "Meaning";
    TERMS_SHEET = "言葉" / "Terms";
}

/// The papers from which a reader might take a verdict on conformity: they lay answers beside what a
/// guideline asks. A contract, a regulation or a letter to patients says what holds between people, and
/// a sentence that weakens it has no place at its head.
const WEIGHED: [&str; 7] = [
    "risks",
    "treatments",
    "controls",
    "disclosure",
    "legal",
    "check",
    "mhlw",
];

/// How many digits of the revision's digest are printed: enough to tell revisions apart at a glance.
const REVISION_DIGITS: usize = 12;

/// A document with its head and facts, and no content yet.
pub(crate) fn start(paper: &Paper<'_>, kind: &Kind, orientation: Orientation) -> Document {
    let workspace = paper.subject.workspace;
    let typed = |text: Option<&mamori_domain::Text>, none: Words| {
        text.map_or_else(|| paper.say(none).to_owned(), |text| text.to_string())
    };
    let provider = typed(workspace.organisation.profile.name.as_ref(), UNNAMED_PROVIDER);
    let service = typed(paper.subject.service.profile.name.as_ref(), UNNAMED_SERVICE);
    let revision = short_revision(paper.revision);
    let as_of = paper.subject.as_of.to_string();
    // Provider, service, day and revision are printed from the running head; facts add to them.
    let mut facts = Vec::new();
    if let Some(id) = paper.institution {
        let name = paper
            .institution()
            .and_then(|institution| institution.profile.name.as_ref());
        facts.push((
            INSTITUTION,
            name.map_or_else(|| id.to_string(), |name| name.to_string()),
        ));
    }
    let edition = paper
        .text(&paper.subject.catalogue.edition().name.title)
        .to_owned();
    facts.push((GUIDELINE, edition));
    let confidentiality = workspace.settings.confidentiality.as_ref();
    Document {
        id: kind.id,
        language: paper.language,
        title: paper.say(kind.title).to_owned(),
        purpose: paper.say(kind.purpose).to_owned(),
        running: Running {
            provider,
            service,
            revision,
            as_of,
            confidentiality: confidentiality.map_or_else(String::new, |mark| mark.to_string()),
        },
        facts: facts
            .into_iter()
            .map(|(label, value)| (paper.say(label).to_owned(), value))
            .collect(),
        orientation,
        blocks: match WEIGHED.contains(&kind.id) {
            true => vec![Block::Paragraph(paper.say(NO_VERDICT).to_owned())],
            false => Vec::new(),
        },
    }
}

/// The first digits of a revision.
pub(crate) fn short_revision(revision: &str) -> String {
    revision.chars().take(REVISION_DIGITS).collect()
}

/// A heading.
pub(crate) fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading {
        level,
        text: text.into(),
    }
}

/// A table with a head of one row.
pub(crate) fn table(name: &str, columns: &[(Column, &str)], rows: Vec<Row>) -> Block {
    let head = Row::new(columns.iter().map(|(_, label)| Cell::head(*label)).collect());
    Block::Table(Table {
        name: sheet_name(name),
        columns: columns.iter().map(|(column, _)| *column).collect(),
        head: vec![head],
        rows,
    })
}

/// A text as the name of a sheet: at most 31 characters.
pub(crate) fn sheet_name(text: &str) -> String {
    text.chars().take(31).collect()
}

/// Adds the explanation of terms from the catalogue's glossary, in the order given.
pub(crate) fn terms(paper: &Paper<'_>, ids: &[&str], blocks: &mut Vec<Block>) {
    let glossary = paper.subject.catalogue.glossary();
    let found = ids.iter().filter_map(|id| glossary.get(*id));
    let rows: Vec<Row> = found
        .map(|term| {
            Row::new(vec![
                Cell::new(paper.text(&term.term)),
                Cell::new(paper.text(&term.explanation)),
            ])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(heading(1, paper.say(TERMS)));
    let columns = [
        (Column::start(20), paper.say(TERM)),
        (Column::start(90), paper.say(MEANING)),
    ];
    blocks.push(table(paper.say(TERMS_SHEET), &columns, rows));
}

/// Merges equal neighbours of a column: how many rows the cell that begins at `at` covers. `same`
/// tells whether two rows show the same there.
pub(crate) fn run(len: usize, at: usize, same: impl Fn(usize, usize) -> bool) -> u16 {
    let mut end = at + 1;
    while end < len && same(end - 1, end) {
        end += 1;
    }
    u16::try_from(end - at).unwrap_or(u16::MAX)
}

/// A cell that does not matter much, with a dash.
pub(crate) fn dash() -> Cell {
    Cell::new("—").styled(CellStyle::Muted)
}

/// A text where there is one, else a dash.
pub(crate) fn optional(text: Option<impl ToString>) -> Cell {
    text.map_or_else(dash, |text| Cell::new(text.to_string()))
}

/// Lines as one cell, with a dash for none.
pub(crate) fn lines(lines: &[String]) -> Cell {
    if lines.is_empty() {
        dash()
    } else {
        Cell::new(lines.join("\n"))
    }
}
