//! The text of a document: title, facts, contents, then the blocks in reading order.

use mamori_press::{PressFault, labels, single_line};
use mamori_tree::{Block, Document, Drawing, Orientation, Words};
use maud::{Markup, html as markup};

use crate::frame::{R, W, part};
use crate::runs::{Letters, kept, paragraph, run};
use crate::table;

/// Above the contents list.
const CONTENTS: Words = Words::new("目次", "Contents");

/// A list of more headings than this would fill more than a page.
const MOST_HEADINGS: usize = 40;

/// A document with fewer headings than this needs no contents list: it is seen at a glance, and the
/// list would push a one-page paper onto a second page.
const FEWEST_HEADINGS: usize = 10;

/// The longest text, in bytes, that stays with the table it introduces: a longer one fills a good part
/// of a page.
const INTRODUCTION: usize = 600;

/// Short and long side of A4, in twentieths of a point.
const A4: (usize, usize) = (11_906, 16_838);

/// Margin at each side: 20 mm.
const MARGIN: usize = 1_134;

/// Width of the text in twentieths of a point.
pub(crate) fn room(orientation: Orientation) -> usize {
    match orientation {
        Orientation::Portrait => A4.0 - 2 * MARGIN,
        Orientation::Landscape => A4.1 - 2 * MARGIN,
    }
}

/// The main part.
///
/// # Errors
/// [`PressFault::Grid`] when a table's cells do not fill its grid.
pub(crate) fn body(document: &Document) -> Result<String, PressFault> {
    let mut headings = 0;
    let blocks = document
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| {
            let introduces = matches!(document.blocks.get(at + 1), Some(Block::Table(_)));
            self::block(block, introduces, document, &mut headings)
        })
        .collect::<Result<Vec<Markup>, PressFault>>()?;
    Ok(part(markup! {
        w:document xmlns:w=(W) xmlns:r=(R) {
            w:body {
                (paragraph("Title", &document.title))
                @if !document.purpose.is_empty() { (paragraph("Subtitle", &document.purpose)) }
                (table::facts(&facts(document), room(document.orientation)))
                (contents(document))
                @for block in &blocks { (block) }
                (section(document.orientation))
            }
        }
    }))
}

/// What stands in the title block: the running head in full, then the document's own facts.
fn facts(document: &Document) -> Vec<(&str, &str)> {
    let running = &document.running;
    let head = [
        (labels::PROVIDER, &running.provider),
        (labels::SERVICE, &running.service),
        (labels::AS_OF, &running.as_of),
        (labels::REVISION, &running.revision),
        (labels::HANDLING, &running.confidentiality),
    ];
    let head = head
        .into_iter()
        .map(|(label, value)| (label.say(document.language), value.as_str()))
        .filter(|(_, value)| !value.is_empty());
    let own = document
        .facts
        .iter()
        .map(|(label, value)| (label.as_str(), value.as_str()));
    head.chain(own).collect()
}

/// A block; `introduces` tells that a table follows it.
fn block(
    block: &Block,
    introduces: bool,
    document: &Document,
    headings: &mut usize,
) -> Result<Markup, PressFault> {
    let keep = |text: &str| introduces && text.len() < INTRODUCTION;
    Ok(match block {
        Block::Heading { level, text } => heading(*level, text, headings),
        Block::Paragraph(text) => kept("BodyText", text, keep(text)),
        Block::Note(text) => kept("Note", text, keep(text)),
        Block::List(items) => markup! { @for item in items { (paragraph("ListBullet", item)) } },
        Block::Table(table) => table::table(table, room(document.orientation))?,
        Block::Drawing(drawing) => self::drawing(drawing, headings),
    })
}

/// A heading with the bookmark the contents list leads to.
fn heading(level: u8, text: &str, headings: &mut usize) -> Markup {
    *headings += 1;
    markup! {
        w:p {
            w:pPr { w:pStyle w:val={ "Heading" (level.clamp(1, 3)) } {} }
            w:bookmarkStart w:id=(headings) w:name=(bookmark(*headings)) {}
            (run(text, Letters::default()))
            w:bookmarkEnd w:id=(headings) {}
        }
    }
}

/// A drawing's name and what it shows: the picture itself is a file of its own.
fn drawing(drawing: &Drawing, headings: &mut usize) -> Markup {
    markup! {
        (heading(3, &drawing.name, headings))
        (paragraph("BodyText", &drawing.summary))
    }
}

fn bookmark(number: usize) -> String {
    format!("_Toc{number:08}")
}

/// The headings as links. They are the result of a field, so that a program can renew the list and
/// add page numbers; no program has to do so to show it. Where all of them would fill more than a page only the
/// chapters are listed; a document that holds a list of its own gets none.
fn contents(document: &Document) -> Markup {
    let title = CONTENTS.say(document.language);
    let own = |block: &Block| matches!(block, Block::Heading { text, .. } if text == title);
    if document.blocks.iter().any(own) {
        return Markup::default();
    }
    let entries: Vec<(u8, &str)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, text } => Some(((*level).clamp(1, 3), text.as_str())),
            Block::Drawing(drawing) => Some((3, drawing.name.as_str())),
            _ => None,
        })
        .collect();
    if entries.len() < FEWEST_HEADINGS {
        return Markup::default();
    }
    let levels = match entries.len() {
        0..=MOST_HEADINGS => "1-3",
        _ => "1-1",
    };
    let mut entries: Vec<(usize, (u8, &str))> = entries.into_iter().enumerate().collect();
    if levels == "1-1" {
        entries.retain(|(_, (level, _))| *level == 1);
    }
    let last = entries.len() - 1;
    markup! {
        (paragraph("ContentsHeading", title))
        @for (place, (heading, (level, text))) in entries.iter().enumerate() {
            w:p {
                w:pPr { w:pStyle w:val={ "TOC" (level) } {} }
                @if place == 0 {
                    w:r { w:fldChar w:fldCharType="begin" {} }
                    w:r { w:instrText xml:space="preserve" { " TOC \\o \"" (levels) "\" \\h \\z \\u " } }
                    w:r { w:fldChar w:fldCharType="separate" {} }
                }
                w:hyperlink w:anchor=(bookmark(heading + 1)) w:history="1" {
                    (run(&single_line(text), Letters::default()))
                }
                @if place == last { w:r { w:fldChar w:fldCharType="end" {} } }
            }
        }
    }
}

/// The page: its size, margins, head and foot.
fn section(orientation: Orientation) -> Markup {
    let (wide, high, side) = match orientation {
        Orientation::Portrait => (A4.0, A4.1, None),
        Orientation::Landscape => (A4.1, A4.0, Some("landscape")),
    };
    markup! {
        w:sectPr {
            w:headerReference w:type="default" r:id="rHeader" {}
            w:footerReference w:type="default" r:id="rFooter" {}
            w:pgSz w:w=(wide) w:h=(high) w:orient=[side] {}
            w:pgMar w:top="1361" w:right=(MARGIN) w:bottom="1134" w:left=(MARGIN)
                w:header="680" w:footer="567" w:gutter="0" {}
        }
    }
}
