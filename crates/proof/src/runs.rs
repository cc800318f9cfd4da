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

/// Who, what and when.
fn head(document: &Document) -> impl Iterator<Item = (&'static str, &str)> {
    let running = &document.running;
    let head: [(Words, &str); 4] = [
        (labels::PROVIDER, &running.provider),
        (labels::SERVICE, &running.service),
        (labels::AS_OF, &running.as_of),
        (labels::REVISION, &running.revision),
    ];
    head.map(|(label, value)| (label.say(document.language), value))
        .into_iter()
}

/// Title, purpose and the facts under them.
fn cover(document: &Document) -> Vec<Run> {
    let mut runs = vec![Run::flow(&*document.title), Run::flow(&*document.purpose)];
    let handling = labels::HANDLING.say(document.language);
    let handling = (handling, &*document.running.confidentiality);
    for (label, value) in head(document).chain([handling]) {
        if !value.is_empty() {
            runs.push(Run::flow(label));
            runs.push(Run::flow(value));
        }
    }
    facts(&mut runs, document);
    runs
}

fn facts(runs: &mut Vec<Run>, document: &Document) {
    for (label, value) in &document.facts {
        runs.push(Run::flow(&**label));
        runs.push(Run::flow(&**value));
    }
}

/// How a print shows a drawing under its name.
#[derive(Debug, Clone, Copy)]
enum Picture {
    /// As lines and labels.
    Drawn,
    /// As a picture with its own name and summary, for those who hear it.
    Told,
    /// By its summary alone.
    Summed,
}

fn body(runs: &mut Vec<Run>, document: &Document, pictures: Picture) {
    let blocks = document.blocks.iter();
    blocks.for_each(|block| push(runs, block, pictures));
}

/// What a page says: everything, in the order of the tree.
pub fn paper(document: &Document) -> Vec<Run> {
    let mut runs = cover(document);
    body(&mut runs, document, Picture::Drawn);
    runs
}

/// What a web page says: its name for the browser, one line of who, what and when, in which the
/// handling mark stands as a stamp without a label, and then the same.
pub fn web_page(document: &Document) -> Vec<Run> {
    let running = &document.running;
    let mut runs = vec![Run::flow(format!("{} – {}", document.title, running.service))];
    let line = head(document).filter(|(_, value)| !value.is_empty());
    runs.extend(line.map(|(label, value)| Run::flow(format!("{label}: {value}"))));
    runs.push(Run::flow(&*running.confidentiality));
    runs.push(Run::flow(&*document.title));
    runs.push(Run::flow(&*document.purpose));
    facts(&mut runs, document);
    body(&mut runs, document, Picture::Told);
    runs
}

/// What a text document says: a page's text with a list of the headings in front, when there are ten
/// or more (of the chapters alone beyond forty) and the document has no list of its own; without pictures.
pub fn text_document(document: &Document) -> Vec<Run> {
    let mut runs = cover(document);
    let headings: Vec<(u8, &str)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { text, level } => Some((*level, text.as_str())),
            Block::Drawing(drawing) => Some((3, drawing.name.as_str())),
            _ => None,
        })
        .collect();
    let title = match document.language {
        Language::Japanese => "目次",
        Language::English => "Contents",
    };
    let deepest = if headings.len() > 40 { 1 } else { 3 };
    if headings.len() >= 10 && !headings.iter().any(|(_, text)| *text == title) {
        runs.push(Run::flow(title));
        let listed = headings.iter().filter(|(level, _)| *level <= deepest);
        runs.extend(listed.map(|(_, text)| Run::flow(*text)));
    }
    body(&mut runs, document, Picture::Summed);
    runs
}

/// What the first sheet of a workbook says: everything that is no table.
pub fn first_sheet(document: &Document) -> Vec<Run> {
    let mut runs = cover(document);
    let blocks = document.blocks.iter();
    blocks
        .filter(|block| !matches!(block, Block::Table(_)))
        .for_each(|block| push(&mut runs, block, Picture::Summed));
    runs
}

/// The cells of a table row by row, as a sheet of a workbook says them.
pub fn sheet(table: &Table) -> Vec<Run> {
    let mut runs = Vec::new();
    cells(&mut runs, &table.head);
    cells(&mut runs, &table.rows);
    runs
}

fn push(runs: &mut Vec<Run>, block: &Block, pictures: Picture) {
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
                Picture::Drawn => runs.extend(labels_of(drawing)),
                Picture::Told => runs.extend(picture(drawing)),
                Picture::Summed => runs.push(Run::flow(&*drawing.summary)),
            }
        }
    }
}

/// What a picture says: its name and summary, then its labels.
pub fn picture(drawing: &Drawing) -> Vec<Run> {
    let mut runs = vec![Run::flow(&*drawing.name), Run::flow(&*drawing.summary)];
    runs.extend(labels_of(drawing));
    runs
}

/// The labels of a drawing, the lowest first.
fn labels_of(drawing: &Drawing) -> Vec<Run> {
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
