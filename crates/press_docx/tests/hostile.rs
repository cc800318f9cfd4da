//! A text of the user is text in the file, wherever it stands and whatever it looks like.

use std::io::{Cursor, Read};

use hostile_document::TEXTS;
use mamori_press::{PressFault, printable, single_line};
use mamori_press_docx::docx;
use mamori_tree::{Block, Cell, Column, Document, Row, Table};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use zip::ZipArchive;

#[path = "../../press/tests/hostile_document/mod.rs"]
mod hostile_document;

/// The hostile document with so many headings that it has a contents list.
fn document(text: &str) -> Document {
    let mut document = hostile_document::document(text);
    document.blocks.extend((0..10).map(|_| Block::Heading {
        level: 2,
        text: text.to_owned(),
    }));
    document
}

#[test]
fn a_paper_seen_at_a_glance_has_no_contents_list() {
    let listed = |document: &Document| {
        let paragraphs = paragraphs(&docx(document).expect("a file"));
        paragraphs.contains(&"目次".to_owned())
    };
    assert!(listed(&document("x")));
    assert!(!listed(&hostile_document::document("x")));
}

#[test]
fn a_long_list_names_the_chapters_and_a_list_of_the_documents_own_stands_alone() {
    let heading = |level, text: &str| Block::Heading {
        level,
        text: text.to_owned(),
    };
    let times = |document: &Document, text: &str| {
        let paragraphs = paragraphs(&docx(document).expect("a file"));
        paragraphs.iter().filter(|paragraph| *paragraph == text).count()
    };
    let mut long = hostile_document::document("x");
    for _ in 0..21 {
        long.blocks.extend([heading(1, "章"), heading(2, "節")]);
    }
    assert_eq!((times(&long, "章"), times(&long, "節")), (42, 21));
    long.blocks.truncate(long.blocks.len() - 10);
    assert_eq!(
        (times(&long, "章"), times(&long, "節")),
        (32, 32),
        "a short list names all"
    );
    long.blocks.push(heading(1, "目次"));
    assert_eq!((times(&long, "章"), times(&long, "目次")), (16, 1));
}

/// One part of the file.
fn part(file: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    let mut part = archive.by_name(name).expect("the part");
    part.read_to_string(&mut text).expect("UTF-8");
    text
}

/// What a part is made of: its elements, and the text of each paragraph with its breaks.
fn read(part: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(part);
    let (mut elements, mut paragraphs, mut inside) = (Vec::new(), Vec::new(), false);
    let mut text = String::new();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => {
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                inside = name == "w:t";
                match name.as_str() {
                    "w:br" => text.push('\n'),
                    "w:tab" => text.push('\t'),
                    _ => {}
                }
                elements.push(name);
            }
            Event::End(tag) => {
                inside = false;
                if tag.name().as_ref() == b"w:p" {
                    paragraphs.push(std::mem::take(&mut text));
                }
            }
            Event::Text(words) if inside => text += &words.decode().expect("UTF-8"),
            Event::GeneralRef(name) if inside => {
                let name = name.decode().expect("UTF-8");
                text += &unescape(&format!("&{name};")).expect("a known reference");
            }
            Event::Eof => return (elements, paragraphs),
            _ => {}
        }
    }
}

/// The paragraphs a document must give, without those that hold nothing.
fn wanted(document: &Document) -> Vec<String> {
    let shown = |text: &str| printable(text).into_owned();
    let running = &document.running;
    let mut all = vec![shown(&document.title), shown(&document.purpose)];
    for (label, value) in [
        ("事業者", &running.provider),
        ("サービス", &running.service),
        ("基準日", &running.as_of),
        ("識別番号", &running.revision),
        ("取扱い", &running.confidentiality),
    ] {
        all.extend([label.to_owned(), shown(value)]);
    }
    for (label, value) in &document.facts {
        all.extend([shown(label), shown(value)]);
    }
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } => Some(single_line(text)),
        Block::Drawing(drawing) => Some(single_line(&drawing.name)),
        _ => None,
    });
    all.push("目次".to_owned());
    all.extend(headings);
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note(text) => all.push(shown(text)),
            Block::List(items) => all.extend(items.iter().map(|item| shown(item))),
            Block::Table(table) => {
                let rows = table.head.iter().chain(&table.rows);
                all.extend(rows.flat_map(|row| row.cells.iter().map(|cell| shown(&cell.text))));
            }
            Block::Drawing(drawing) => all.extend([shown(&drawing.name), shown(&drawing.summary)]),
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

fn paragraphs(file: &[u8]) -> Vec<String> {
    let (_, mut paragraphs) = read(&part(file, "word/document.xml"));
    paragraphs.retain(|text| !text.is_empty());
    paragraphs
}

#[test]
fn the_text_stands_in_order_and_complete() {
    for text in TEXTS {
        let document = document(text);
        assert_eq!(
            paragraphs(&docx(&document).expect("a file")),
            wanted(&document),
            "{text:?}"
        );
    }
}

#[test]
fn no_text_adds_an_element_or_a_field() {
    let plain = |text: &str| docx(&document(text)).expect("a file");
    let elements = |file: &[u8], name: &str| {
        let (mut elements, _) = read(&part(file, name));
        // Lines and tabs of a text are elements of their own.
        elements.retain(|name| !matches!(name.as_str(), "w:br" | "w:tab" | "w:t"));
        elements
    };
    let harmless = plain("x");
    for text in TEXTS {
        let file = plain(text);
        for name in [
            "word/document.xml",
            "word/header1.xml",
            "word/footer1.xml",
            "docProps/core.xml",
        ] {
            assert_eq!(
                elements(&file, name),
                elements(&harmless, name),
                "{text:?} in {name}"
            );
        }
        for name in ["word/_rels/document.xml.rels", "_rels/.rels"] {
            assert_eq!(part(&file, name), part(&harmless, name), "{text:?} reaches out");
        }
    }
    let planted = part(&harmless, "word/document.xml").replacen("<w:t", "<w:object/><w:t", 1);
    assert_eq!(
        read(&planted.replace("<w:object/>", "<w:object></w:object>"))
            .0
            .len(),
        read(&part(&harmless, "word/document.xml")).0.len() + 1
    );
}

#[test]
fn merged_cells_and_repeated_heads_are_real() {
    let mut merged = document("x");
    merged.blocks = vec![Block::Table(Table {
        name: "表".to_owned(),
        columns: vec![Column::start(10), Column::end(20), Column::end(20)],
        head: vec![Row::new(vec![Cell::head("甲").spanning(1, 3)])],
        rows: vec![
            Row::new(vec![Cell::new("乙").spanning(2, 2), Cell::new("丙")]),
            Row::new(vec![Cell::new("丁")]),
        ],
    })];
    let text = part(&docx(&merged).expect("a file"), "word/document.xml");
    let count = |wanted: &str| text.matches(wanted).count();
    assert_eq!(count("<w:tblHeader>"), 1);
    assert_eq!(count("<w:vMerge w:val=\"restart\">"), 1);
    assert_eq!(count("<w:vMerge>"), 1);
    assert_eq!(
        count("<w:gridSpan w:val=\"2\">"),
        2,
        "the part below spans as well"
    );
    let Block::Table(table) = &mut merged.blocks[0] else {
        panic!("a table")
    };
    table.rows[1].cells.clear();
    assert!(matches!(docx(&merged), Err(PressFault::Grid { .. })));
}

#[test]
fn a_file_is_the_same_every_time_and_says_what_it_is() {
    let file = docx(&document("診療")).expect("a file");
    assert_eq!(file, docx(&document("診療")).expect("a file"));
    let core = part(&file, "docProps/core.xml");
    assert!(core.contains("<dc:title>診療</dc:title>") && core.contains("2026-04-01T00:00:00Z"));
    for style in ["Heading1", "Heading2", "Heading3", "ListBullet", "Note", "TOC1"] {
        assert!(part(&file, "word/styles.xml").contains(&format!("w:styleId=\"{style}\"")));
        assert!(part(&file, "word/document.xml").contains(&format!("w:pStyle w:val=\"{style}\"")));
    }
    let mut wrong = document("x");
    wrong.running.as_of = "2026-02-30".to_owned();
    assert!(matches!(docx(&wrong), Err(PressFault::Day { .. })));
}

#[test]
fn what_leads_to_a_table_stays_with_it() {
    let kept = |introduction: &str, follows: bool| {
        let mut document = document("x");
        document.blocks = vec![Block::Paragraph(introduction.to_owned())];
        if follows {
            document.blocks.push(Block::Table(Table {
                name: "表".to_owned(),
                columns: vec![Column::start(10)],
                head: vec![Row::new(vec![Cell::head("甲")])],
                rows: vec![Row::new(vec![Cell::new("乙")])],
            }));
        }
        let text = part(&docx(&document).expect("a file"), "word/document.xml");
        text.matches("<w:keepNext>").count()
    };
    assert_eq!(kept("導入", false), 0);
    assert_eq!(
        kept("導入", true),
        2,
        "the introduction and the head, not the row"
    );
    assert_eq!(kept(&"導入".repeat(400), true), 1, "a long text may be broken");
}
