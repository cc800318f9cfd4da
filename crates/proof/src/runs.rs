//! What a tree says, run by run in reading order: the paragraphs, cells and labels that every print
//! of it must say.

use mamori_press::{labels, printable};
use mamori_tree::{Block, Cell, Document, Drawing, Language, Row, Shape, Table, Words};

/// A piece of text that a reader takes in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Headings and paragraphs.
    Flow,
    /// An item of a list, in front of which a press sets a sign of its own.
    Item,
    /// A cell of one row.
    Cell,
    /// A cell that covers several rows, or a text that has its place outside the flow.
    Spanning,
    /// A label of a drawing.
    Drawing,
}

impl Run {
    /// A run in the flow of the text.
    pub fn flow(text: impl Into<String>) -> Run {
        Run {
            text: text.into(),
            place: Place::Flow,
        }
    }
}

/// A text of the tree as it is compared: what presses show instead of dangerous characters.
pub fn squeezed(text: &str) -> String {
    packed(&printable(text))
}

/// A text without white space and characters without width: where lines end is a page's matter.
pub fn packed(text: &str) -> String {
    let weightless = |letter: char| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    let kept = |letter: &char| !letter.is_whitespace() && !weightless(*letter);
    text.chars().filter(kept).collect()
}

/// Title, purpose and the facts under them.
fn cover(document: &Document) -> Vec<Run> {
    let running = &document.running;
    let mut runs = vec![Run::flow(&*document.title), Run::flow(&*document.purpose)];
    let head: [(Words, &str); 5] = [
        (labels::PROVIDER, &running.provider),
        (labels::SERVICE, &running.service),
        (labels::AS_OF, &running.as_of),
        (labels::REVISION, &running.revision),
        (labels::HANDLING, &running.confidentiality),
    ];
    for (label, value) in head.iter().filter(|(_, value)| !value.is_empty()) {
        runs.push(Run::flow(label.say(document.language)));
        runs.push(Run::flow(*value));
    }
    for (label, value) in &document.facts {
        runs.push(Run::flow(&**label));
        runs.push(Run::flow(&**value));
    }
    runs
}

/// What a page says: everything, in the order of the tree.
pub fn paper(document: &Document) -> Vec<Run> {
    let mut runs = cover(document);
    document
        .blocks
        .iter()
        .for_each(|block| push(&mut runs, block, true));
    runs
}

/// What a web page says: the same, with its title and facts where they fit the page.
pub fn web_page(document: &Document) -> Vec<Run> {
    let mut runs = paper(document);
    for run in runs.iter_mut().take(cover(document).len()) {
        run.place = Place::Spanning;
    }
    runs
}

/// What a text document says: a page's text with a list of the headings in front, when there are ten
/// or more, and without pictures.
pub fn text_document(document: &Document) -> Vec<Run> {
    let mut runs = cover(document);
    let headings: Vec<Run> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { text, .. } => Some(Run::flow(&**text)),
            Block::Drawing(drawing) => Some(Run::flow(&*drawing.name)),
            _ => None,
        })
        .collect();
    if headings.len() >= 10 {
        runs.push(Run::flow(match document.language {
            Language::Japanese => "目次",
            Language::English => "Contents",
        }));
        runs.extend(headings);
    }
    document
        .blocks
        .iter()
        .for_each(|block| push(&mut runs, block, false));
    runs
}

/// What the first sheet of a workbook says: everything that is no table.
pub fn first_sheet(document: &Document) -> Vec<Run> {
    let mut runs = cover(document);
    let blocks = document.blocks.iter();
    blocks
        .filter(|block| !matches!(block, Block::Table(_)))
        .for_each(|block| push(&mut runs, block, false));
    runs
}

/// The cells of a table row by row, as a sheet of a workbook says them.
pub fn sheet(table: &Table) -> Vec<Run> {
    let mut runs = Vec::new();
    cells(&mut runs, &table.head);
    cells(&mut runs, &table.rows);
    runs
}

fn push(runs: &mut Vec<Run>, block: &Block, pictures: bool) {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note(text) => {
            runs.push(Run::flow(&**text));
        }
        Block::List(items) => runs.extend(items.iter().map(|item| Run {
            text: item.clone(),
            place: Place::Item,
        })),
        Block::Table(table) => runs.extend(sheet(table)),
        Block::Drawing(drawing) => {
            runs.push(Run::flow(&*drawing.name));
            match pictures {
                true => runs.extend(drawing_labels(drawing)),
                false => runs.push(Run::flow(&*drawing.summary)),
            }
        }
    }
}

/// The labels of a drawing, the lowest first.
pub fn drawing_labels(drawing: &Drawing) -> Vec<Run> {
    let label = |shape: &Shape| match shape {
        Shape::Label { text, .. } => Some(Run {
            text: text.clone(),
            place: Place::Drawing,
        }),
        _ => None,
    };
    drawing.shapes.iter().filter_map(label).collect()
}

/// The cells in the order of the rows. A page may set one that covers several rows after its
/// neighbours.
fn cells(runs: &mut Vec<Run>, rows: &[Row]) {
    let run = |cell: &Cell| Run {
        text: cell.text.clone(),
        place: if cell.rows > 1 {
            Place::Spanning
        } else {
            Place::Cell
        },
    };
    runs.extend(rows.iter().flat_map(|row| &row.cells).map(run));
}
