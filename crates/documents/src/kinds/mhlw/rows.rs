//! The requirements in the order of the other guideline, a section's title above its requirements.

use crate::Paper;
use crate::shared::{dash, sheet_name};
use crate::short_measures::{agreed, asked, measures};
use mamori_catalogue::{Certainty, ControlItem, LinkEnd, Requirement};
use mamori_tree::{Block, Cell, CellStyle, Column, Row, Table, Words};

wording! {
    SHEET = "要求事項ごとの対応" / "By requirement";
    PLACE = "要求事項" / "Requirement";
    ITEMS = "対策項目" / "Control items";
    MEASURES = "事業者の対策" / "Measures of the provider";
    ASKED = "医療機関等に行っていただくこと" / "What the institution does";
    AGREED = "合意" / "Agreement";
    NO_ITEM = "別紙2に対応する項目がありません" / "No item of appendix 2 answers it";
}

const COLUMNS: [(Column, Words); 5] = [
    (Column::start(22), PLACE),
    (Column::start(14), ITEMS),
    (Column::start(76), MEASURES),
    (Column::start(50), ASKED),
    (Column::start(18), AGREED),
];

/// Whether some item answers every requirement.
pub(super) fn all_are_linked(paper: &Paper<'_>) -> bool {
    let catalogue = paper.subject.catalogue;
    let mut all = catalogue.requirements().iter();
    all.all(|one| !catalogue.items_answering(&one.id).is_empty())
}

/// The table; nothing in an edition that names no requirement.
pub(super) fn table(paper: &Paper<'_>) -> Option<Block> {
    let mut requirements: Vec<&Requirement> = paper.subject.catalogue.requirements().iter().collect();
    requirements.sort_by_key(|one| (section(one), class_place(one), one.qualifier.clone(), number(one)));
    let mut rows = Vec::new();
    let mut title = None;
    for requirement in requirements {
        if title != Some(&requirement.section_title) {
            title = Some(&requirement.section_title);
            let columns = u16::try_from(COLUMNS.len()).unwrap_or(u16::MAX);
            let cell = Cell::new(requirement.section_title.as_str());
            rows.push(Row::new(vec![cell.styled(CellStyle::Group).spanning(1, columns)]));
        }
        rows.push(row(paper, requirement));
    }
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            name: sheet_name(paper.say(SHEET)),
            columns: COLUMNS.iter().map(|(column, _)| *column).collect(),
            head: vec![Row::new(
                COLUMNS
                    .iter()
                    .map(|(_, words)| Cell::head(paper.say(*words)))
                    .collect(),
            )],
            rows,
        })
    })
}

fn row(paper: &Paper<'_>, requirement: &Requirement) -> Row {
    let items = paper.subject.catalogue.items_answering(&requirement.id);
    let place = Cell::new(requirement.reference().place());
    if items.is_empty() {
        let none = Cell::new(paper.say(NO_ITEM)).styled(CellStyle::Muted);
        return Row::new(vec![place, dash(), none, dash(), dash()]);
    }
    Row::new(vec![
        place,
        Cell::new(numbers(paper, requirement, &items)),
        measures(paper, &items),
        asked(paper, &items),
        agreed(paper, &items),
    ])
}

/// What the requirement is tied to, as the source prints it: items, or measures as a whole.
fn numbers(paper: &Paper<'_>, requirement: &Requirement, items: &[&ControlItem]) -> String {
    let links = paper.subject.catalogue.links().iter();
    let own = links.filter(|link| link.requirement == requirement.id);
    let mut found: Vec<(usize, String)> = own
        .map(|link| {
            let mark = if link.certainty == Certainty::Span {
                "*"
            } else {
                ""
            };
            let (at, id) = match &link.from {
                LinkEnd::Item(id) => (items.iter().position(|item| item.id == *id), id.as_str()),
                LinkEnd::Measure(id) => (items.iter().position(|item| item.measure == *id), id.as_str()),
            };
            (at.unwrap_or(items.len()), format!("{id}{mark}"))
        })
        .collect();
    found.sort();
    found.dedup();
    let numbers: Vec<String> = found.into_iter().map(|(_, number)| number).collect();
    numbers.join("\n")
}

/// The section as numbers, so that 6.9 stands before 6.10.
fn section(requirement: &Requirement) -> Vec<u32> {
    figures(&requirement.chapter)
}

/// The number by its figures, then as printed: numbers such as (エ) have no figure.
fn number(requirement: &Requirement) -> (Vec<u32>, Option<String>) {
    let figures = requirement.number.as_deref().map(figures);
    (figures.unwrap_or_default(), requirement.number.clone())
}

/// Classes in the order of their letters, none first.
fn class_place(requirement: &Requirement) -> Option<String> {
    requirement.class.clone()
}

fn figures(text: &str) -> Vec<u32> {
    let numbers = text.split(|letter: char| !letter.is_ascii_digit());
    numbers.filter_map(|number| number.parse().ok()).collect()
}
