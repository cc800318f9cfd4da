//! What all documents have in common: head, facts, terms, and small builders of blocks.

use crate::{Kind, Paper};
use mamori_catalogue::Term;
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

/// The most characters a workbook takes for the name of a sheet.
const SHEET_NAME: usize = 31;

/// A text as the name of a sheet: at most 31 characters, shortened between words where it has any.
pub(crate) fn sheet_name(text: &str) -> String {
    if text.chars().count() <= SHEET_NAME {
        return text.to_owned();
    }
    let start: String = text.chars().take(SHEET_NAME).collect();
    let next = text.chars().nth(SHEET_NAME);
    let whole = match start.rsplit_once(' ') {
        // Japanese is written without spaces: a space far ahead is no place to end.
        Some((words, rest)) if next != Some(' ') && rest.chars().count() < SHEET_NAME / 2 => words,
        _ => &start,
    };
    whole
        .trim_end()
        .trim_end_matches([',', '、', '・', '(', '（'])
        .to_owned()
}

/// Adds the explanation of those terms from the catalogue's glossary that the document uses, in the
/// order given.
pub(crate) fn terms(paper: &Paper<'_>, ids: &[&str], blocks: &mut Vec<Block>) {
    let glossary = paper.subject.catalogue.glossary();
    let found = ids.iter().filter_map(|id| glossary.get(*id));
    let rows: Vec<Row> = found
        .filter(|term| uses(paper, blocks, term))
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

/// Labels that every page bears in its head or foot, which are terms as well.
const ON_EVERY_PAGE: Words = Words::new("基準日・識別番号", "As-of date, revision");

/// Whether a paper of such blocks uses a term as it is written in its language, or another spelling of it.
fn uses(paper: &Paper<'_>, blocks: &[Block], term: &Term) -> bool {
    let written = paper.text(&term.term);
    // "Application layer (A)" is used where the application layer is spoken of.
    let name = written.split(['(', '（']).next().unwrap_or(written).trim_end();
    let spellings: Vec<&str> = std::iter::once(name)
        .chain(term.aliases.iter().map(String::as_str))
        .collect();
    let spelled = |text: &str| {
        let small = text.to_lowercase();
        // Abbreviations are short and in capitals; other words may hold their letters.
        spellings
            .iter()
            .any(|spelling| match spelling.is_ascii() && spelling.len() < 5 {
                true => text.contains(*spelling),
                false => small.contains(&spelling.to_lowercase()),
            })
    };
    let mut found = spelled(paper.say(ON_EVERY_PAGE));
    // The sentence on verdicts speaks of the reader's judgement, not of decisions in the model.
    let verdict = paper.say(NO_VERDICT);
    let mut look = |text: &str| found = found || (text != verdict && spelled(text));
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note(text) => look(text),
            Block::List(items) => items.iter().for_each(|item| look(item)),
            Block::Table(table) => {
                let rows = table.head.iter().chain(&table.rows);
                rows.flat_map(|row| &row.cells).for_each(|cell| look(&cell.text));
            }
            Block::Drawing(drawing) => look(&drawing.name),
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::case::Case;
    use mamori_tree::Language;

    #[test]
    fn names_of_sheets_end_between_words() {
        assert_eq!(sheet_name("短い名前"), "短い名前");
        assert_eq!(
            sheet_name("Measures planned or done in part only"),
            "Measures planned or done in"
        );
        assert_eq!(sheet_name(&"長".repeat(40)), "長".repeat(31));
        assert_eq!(sheet_name(&format!("甲 {}", "長".repeat(40))).chars().count(), 31);
        assert_eq!(sheet_name(&"x".repeat(31)), "x".repeat(31));
    }

    #[test]
    fn only_terms_that_the_paper_uses_are_explained() {
        let explained = |text: &str| {
            let blocks = vec![Block::Paragraph(text.to_owned())];
            Case::empty().with_paper(Language::English, |paper| {
                let mut blocks = blocks.clone();
                terms(paper, &["reduce", "asp-saas", "layer-a", "revision"], &mut blocks);
                blocks.iter().find_map(|block| match block {
                    Block::Table(table) => Some(table.rows.len()),
                    _ => None,
                })
            })
        };
        // The revision stands at the foot of every page.
        assert_eq!(explained("nothing of it, not in any aspect"), Some(1));
        assert_eq!(explained("The risk is reduced. "), Some(2));
        assert_eq!(explained("Reduce it in the application layer of an ASP"), Some(4));
    }
}
