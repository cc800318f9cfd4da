//! Tests: a text of the user is set as text, wherever it stands and whatever it looks like.

use mamori_press::{PressFault, printable};
use mamori_tree::{Block, Cell, Column, Document, Language, Orientation, Row, Table};
use typst::layout::{Frame, FrameItem, Point};

use crate::glyphs::settable;
use crate::{Fonts, data, pdf, set, volumes};

#[path = "../../press/tests/hostile_document/mod.rs"]
pub(crate) mod hostile_document;
use hostile_document::{TEXTS, document};

fn fonts() -> Fonts {
    Fonts::find().expect("the tests need the Debian package fonts-morisawa-bizud-gothic")
}

/// All text of the pages without spaces and places for breaks, as lines may break anywhere.
fn text_of(document: &Document, fonts: &Fonts) -> String {
    fn collect(frame: &Frame, text: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Text(item) => text.push_str(&item.text),
                FrameItem::Group(group) => collect(&group.frame, text),
                _ => {}
            }
        }
    }
    let pages = set(data::data(document, fonts).expect("data"), fonts).expect("pages");
    let mut text = String::new();
    pages
        .pages()
        .iter()
        .for_each(|page| collect(&page.frame, &mut text));
    squeezed(&text)
}

fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && *character != '\u{200b}')
        .collect()
}

#[test]
fn every_text_is_set_as_it_is() {
    let fonts = fonts();
    for text in TEXTS {
        let set = text_of(&document(text), &fonts);
        let wanted = squeezed(&settable(text, fonts.family(Language::Japanese), usize::MAX));
        let count = set.matches(&wanted).count();
        assert!(count >= 57, "{text:?} is set {count} times in {set}");
    }
}

#[test]
fn the_count_finds_a_text_that_was_evaluated() {
    // As a careless template would have it: in one place the text's value instead of the text.
    let mut evaluated = document("=1+1");
    evaluated.purpose = "2".to_owned();
    let count = |document: &Document| text_of(document, &fonts()).matches("=1+1").count();
    assert_eq!(count(&evaluated) + 1, count(&document("=1+1")));
}

#[test]
fn every_text_gives_a_valid_file() {
    let fonts = fonts();
    for text in TEXTS {
        let printed = pdf(&document(text), &fonts).unwrap_or_else(|fault| panic!("{text:?}: {fault}"));
        assert!(printed.bytes.starts_with(b"%PDF-1.7"), "{text:?}");
        assert!(printed.pages >= 1);
    }
}

#[test]
fn empty_texts_give_a_valid_file() {
    pdf(&document("\u{3000}\u{200b} \n"), &fonts()).expect("a file");
    let mut empty = document("");
    pdf(&empty, &fonts()).expect("a file");
    empty.blocks.clear();
    empty.facts.clear();
    assert_eq!(pdf(&empty, &fonts()).expect("a page").pages, 1);
}

#[test]
fn a_very_long_word_is_broken_over_pages() {
    let fonts = fonts();
    let mut long = document("x");
    let word = "y".repeat(40_000);
    let cell = Row::new(vec![Cell::new(word.clone()), Cell::new("x")]);
    let Some(Block::Table(table)) = long.blocks.last_mut() else {
        panic!("a table is last")
    };
    table.rows.push(cell);
    long.blocks.push(Block::Paragraph(word.clone()));
    let set = text_of(&long, &fonts);
    assert_eq!(set.matches('y').count(), 80_000, "no letter is lost");
    assert!(pdf(&long, &fonts).expect("a file").pages > 10);
}

#[test]
fn a_very_long_word_in_every_place_gives_a_file() {
    assert!(pdf(&document(&"z".repeat(4_000)), &fonts()).is_ok());
}

#[test]
fn a_file_is_the_same_every_time() {
    let fonts = fonts();
    let first = pdf(&document("x"), &fonts).expect("a file");
    assert_eq!(first, pdf(&document("x"), &fonts).expect("a file"));
    assert_ne!(first.bytes, pdf(&document("y"), &fonts).expect("a file").bytes);
    let again = Fonts::find().expect("a font");
    assert_eq!(
        first,
        pdf(&document("x"), &again).expect("a file"),
        "with a font loaded anew"
    );
}

#[test]
fn the_file_names_its_language_title_and_standards() {
    let bytes = pdf(&document("診療"), &fonts()).expect("a file").bytes;
    let has = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    for wanted in [
        &b"/Lang(ja"[..],
        b"pdfuaid:part",
        b"pdfaid:part",
        b"/StructTreeRoot",
        b"/Outlines",
        b"2026-04-01",
    ] {
        assert!(has(wanted), "{}", String::from_utf8_lossy(wanted));
    }
    assert!(!has(b"/JavaScript") && !has(b"/EmbeddedFile") && !has(b"/URI"));
}

/// A frame's texts with the place each begins at, in points.
fn places(frame: &Frame, from: Point, found: &mut Vec<(String, Point, f64)>) {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Text(item) => found.push((item.text.to_string(), from + *at, item.width().to_pt())),
            FrameItem::Group(group) => places(&group.frame, from + *at, found),
            _ => {}
        }
    }
}

#[test]
fn a_label_stands_unbroken_where_its_anchor_says() {
    let fonts = fonts();
    let document = document("受付端末");
    let pages = set(data::data(&document, &fonts).expect("data"), &fonts).expect("pages");
    let mut found = Vec::new();
    for page in pages.pages() {
        let (wide, high) = (page.frame.width().to_mm(), page.frame.height().to_mm());
        if (wide - 420.0).abs() < 0.1 && (high - 297.0).abs() < 0.1 {
            places(&page.frame, Point::zero(), &mut found);
        }
    }
    // Four letters of 3 mm, anchored 50 mm into a drawing that begins 15 mm from the edge.
    let labels: Vec<_> = found
        .iter()
        .filter(|(_, _, width)| (width / 72.0 * 25.4 - 12.0).abs() < 0.1)
        .collect();
    let starts: Vec<i64> = labels
        .iter()
        .map(|(_, at, _)| (at.x.to_mm() * 10.0).round() as i64)
        .collect();
    assert_eq!(starts, [650, 590, 530], "{found:?}");
    let lines: Vec<f64> = labels.iter().map(|(_, at, _)| at.y.to_mm()).collect();
    assert!(
        (lines[1] - lines[0] - 10.0).abs() < 0.01,
        "labels stand 10 mm apart: {lines:?}"
    );
}

/// A table whose first column is one cell over all rows.
fn tall(rows: u16) -> Document {
    let mut document = document("x");
    let mut lines = vec![Row::new(vec![
        Cell::new("長い流れ").spanning(rows, 1),
        Cell::new("一"),
    ])];
    lines.extend((1..rows).map(|row| Row::new(vec![Cell::new(format!("行{row}"))])));
    document.blocks = vec![Block::Table(Table {
        name: "表".to_owned(),
        columns: vec![Column::start(10), Column::start(30)],
        head: vec![Row::new(vec![Cell::head("流れ"), Cell::head("行")])],
        rows: lines,
    })];
    document.orientation = Orientation::Landscape;
    document
}

#[test]
fn a_cell_over_several_pages_is_repeated_on_each() {
    let fonts = fonts();
    let tall = tall(120);
    let pages = pdf(&tall, &fonts).expect("a file").pages;
    assert!(pages >= 4);
    let set = text_of(&tall, &fonts);
    assert_eq!(set.matches("長い流れ（続き）").count(), pages - 1);
    assert_eq!(set.matches("長い流れ").count(), pages);
}

#[test]
fn volumes_hold_all_rows_and_count_their_own_pages() {
    let fonts = fonts();
    let tall = tall(1_500);
    let printed = volumes(&tall, &fonts).expect("files");
    assert_eq!(printed.len(), 2);
    let divided = crate::volumes::divide(&tall, crate::volumes::ROWS).expect("volumes");
    let second = text_of(&divided[1], &fonts);
    assert!(second.contains("x2/2") && second.contains("長い流れ（続き）"));
    assert!(second.contains(&format!("1/{}", printed[1].pages)));
    let both = text_of(&divided[0], &fonts) + &second;
    assert!((1..1_500).all(|row| both.contains(&format!("行{row}"))));
    assert_eq!(volumes(&document("x"), &fonts).expect("files").len(), 1);
}

#[test]
fn a_broken_table_and_a_broken_day_are_refused() {
    let fonts = fonts();
    let mut broken = document("x");
    broken.running.as_of = printable("2026-02-30").into_owned();
    assert!(matches!(pdf(&broken, &fonts), Err(PressFault::Day { .. })));
    let mut broken = document("x");
    let Some(Block::Table(table)) = broken.blocks.last_mut() else {
        panic!("a table is last")
    };
    table.rows[0].cells.pop();
    assert!(matches!(pdf(&broken, &fonts), Err(PressFault::Grid { .. })));
}
