//! A text of the user stands in a workbook as a string and as nothing else.

mod hostile_document;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use hostile_document::{TEXTS, document};
use mamori_press::{PressFault, printable, xlsx};
use mamori_tree::{Block, Cell, Column, Row, Table};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use rust_xlsxwriter::{Url, Workbook};
use zip::ZipArchive;

/// The parts of a workbook by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).expect("a readable part");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("UTF-8");
            (file.name().expect("a UTF-8 name").into_owned(), text)
        })
        .collect()
}

/// The elements of a part with their attributes, and the texts of its `t` elements.
fn read(part: &str) -> (Vec<(String, Vec<String>)>, Vec<String>) {
    let mut reader = Reader::from_str(part);
    let (mut elements, mut texts, mut depth) = (Vec::new(), Vec::new(), 0);
    let element = |tag: &BytesStart| {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.expect("a well-formed attribute");
            let value = String::from_utf8_lossy(&attribute.value).into_owned();
            format!("{}={value}", String::from_utf8_lossy(attribute.key.as_ref()))
        });
        (
            String::from_utf8_lossy(tag.name().as_ref()).into_owned(),
            attributes.collect(),
        )
    };
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => {
                if tag.name().as_ref() == b"si" {
                    texts.push(String::new());
                }
                depth += usize::from(tag.name().as_ref() == b"t");
                elements.push(element(&tag));
            }
            Event::Empty(tag) => elements.push(element(&tag)),
            Event::End(tag) => depth -= usize::from(tag.name().as_ref() == b"t"),
            Event::Text(part) if depth > 0 => {
                texts
                    .last_mut()
                    .expect("within si")
                    .push_str(&part.decode().expect("UTF-8"));
            }
            Event::GeneralRef(name) if depth > 0 => {
                let name = name.decode().expect("UTF-8");
                let sign = unescape(&format!("&{name};"))
                    .expect("a known reference")
                    .into_owned();
                texts.last_mut().expect("within si").push_str(&sign);
            }
            Event::Eof => return (elements, texts),
            _ => {}
        }
    }
}

/// Undoes `_x005F_`, the only escape of Office that may stand in our strings.
fn decoded(text: &str) -> String {
    text.replace("_x005F_", "_")
}

/// What is wrong with a workbook in which everything has to be a string.
fn faults(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, part) in parts(bytes) {
        for (element, attributes) in read(&part).0 {
            let has = |wanted: &str| attributes.iter().any(|attribute| attribute == wanted);
            let typed = attributes.iter().any(|attribute| attribute.starts_with("t="));
            match element.as_str() {
                "f" => faults.push(format!("{name}: a formula")),
                "c" if typed && !has("t=s") => faults.push(format!("{name}: a cell that is no string")),
                "Relationship" if has("TargetMode=External") => {
                    faults.push(format!("{name}: a link outside"))
                }
                _ => {}
            }
        }
        // A cell without a type is a number, unless it is empty.
        if name.starts_with("xl/worksheets/") {
            let cells = part.matches("<v>").count();
            let strings = part.matches(" t=\"s\"").count();
            if cells != strings {
                faults.push(format!("{name}: {cells} values and {strings} strings"));
            }
        }
    }
    faults
}

#[test]
fn every_text_is_a_string_and_shows_unchanged() {
    for text in TEXTS {
        let bytes = xlsx(&document(text)).expect("a workbook");
        assert_eq!(faults(&bytes), [""; 0], "{text:?}");
        let strings = parts(&bytes).remove("xl/sharedStrings.xml").expect("strings");
        assert!(
            !text.starts_with("<r>") || !strings.contains(text),
            "{text:?} became markup"
        );
        let texts: Vec<String> = read(&strings).1.iter().map(|text| decoded(text)).collect();
        assert!(
            texts.contains(&printable(text).into_owned()),
            "{text:?} is not among {texts:?}"
        );
        let own = ["→ 表はシート", "・"];
        let labels = ["事業者", "サービス", "基準日", "識別番号", "取扱い", "2026-04-01"];
        for found in &texts {
            let ours = own.iter().any(|own| found.starts_with(own)) || labels.contains(&found.as_str());
            assert!(ours || *found == printable(text), "{text:?} gave {found:?}");
        }
    }
}

#[test]
fn texts_that_look_like_formulas_carry_the_mark_of_text() {
    let marked = |text: &str| {
        let parts = parts(&xlsx(&document(text)).expect("a workbook"));
        let styles = read(&parts["xl/styles.xml"]).0;
        styles
            .iter()
            .filter(|(_, attributes)| attributes.iter().any(|one| one == "quotePrefix=1"))
            .count()
    };
    assert!(marked("=1+1") > 0);
    assert!(marked("＠SUM") > 0);
    assert_eq!(marked("診療"), 0);
}

#[test]
fn the_checks_find_what_a_careless_press_would_write() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_formula(0, 0, "=1+1").expect("written");
    sheet.write_number(1, 0, 5.0).expect("written");
    sheet
        .write_url(2, 0, Url::new("https://example.invalid"))
        .expect("written");
    let found = faults(&workbook.save_to_buffer().expect("a workbook")).join("\n");
    for wanted in ["a formula", "values and", "a link outside"] {
        assert!(found.contains(wanted), "{wanted} is not in {found}");
    }
}

#[test]
fn the_library_still_takes_some_strings_for_markup() {
    // The reason for the detour in `xlsx/text.rs`. When this fails, the detour can go.
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .write_string(0, 0, "<r><t>x</t></r>")
        .expect("written");
    let parts = parts(&workbook.save_to_buffer().expect("a workbook"));
    assert!(parts["xl/sharedStrings.xml"].contains("<si><r><t>x</t></r></si>"));
}

#[test]
fn a_text_too_long_for_a_cell_is_named() {
    let mut document = document("x");
    document.title = "y".repeat(32_767);
    assert!(xlsx(&document).is_ok());
    document.title.push('y');
    let fault = xlsx(&document).expect_err("too long");
    assert_eq!(
        fault,
        PressFault::TextTooLong {
            sheet: "表紙".to_owned(),
            cell: "A1".to_owned(),
            length: 32_768
        }
    );
    let fault = xlsx(&self::document(&"x".repeat(40_000))).expect_err("too long");
    assert!(matches!(fault, PressFault::TextTooLong { length: 40_000, .. }));
}

#[test]
fn a_workbook_is_the_same_every_time() {
    assert_eq!(xlsx(&document("x")).unwrap(), xlsx(&document("x")).unwrap());
    assert_ne!(xlsx(&document("x")).unwrap(), xlsx(&document("y")).unwrap());
}

#[test]
fn a_broken_table_and_a_broken_day_are_refused() {
    let mut broken = document("x");
    broken.running.as_of = "令和8年".to_owned();
    assert!(matches!(xlsx(&broken), Err(PressFault::Day { .. })));
    let mut broken = document("x");
    let Some(mamori_tree::Block::Table(table)) = broken.blocks.last_mut() else {
        panic!("a table is last")
    };
    table.rows[0].cells.pop();
    assert!(matches!(xlsx(&broken), Err(PressFault::Grid { .. })));
}

#[test]
fn sheets_freeze_their_heads_and_print_on_a4() {
    let parts = parts(&xlsx(&document("x")).expect("a workbook"));
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    for wanted in [
        "ySplit=\"1\"",
        "<autoFilter ref=\"A1:B12\"/>",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "customHeight=\"1\"",
        "<mergeCell ref=\"A9:A11\"/>",
    ] {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    assert!(parts["xl/workbook.xml"].contains("_xlnm.Print_Titles"));
    assert!(parts["docProps/core.xml"].contains("2026-04-01T00:00:00Z"));
}

#[test]
fn texts_of_a_tall_row_begin_at_its_top() {
    let aligned = |left: &str| {
        let mut document = document("x");
        let cells = |left: &str, right: &str| Row::new(vec![Cell::new(left), Cell::new(right)]);
        document.blocks = vec![Block::Table(Table {
            name: "表".to_owned(),
            columns: vec![Column::start(10), Column::start(10)],
            head: vec![cells("甲", "乙")],
            rows: vec![cells(left, "短い")],
        })];
        let parts = parts(&xlsx(&document).expect("a workbook"));
        let (cells, _) = read(&parts["xl/worksheets/sheet2.xml"]);
        let style = cells
            .iter()
            .filter(|(name, attributes)| name == "c" && attributes.contains(&"r=B2".to_owned()))
            .flat_map(|(_, attributes)| attributes)
            .find_map(|attribute| attribute.strip_prefix("s=")?.parse::<usize>().ok())
            .expect("the cell's style");
        let looks = parts["xl/styles.xml"].split("<cellXfs").nth(1).expect("looks");
        let look = looks.split("<xf ").nth(style + 1).expect("the look").to_owned();
        look.contains("vertical=\"top\"")
    };
    assert!(aligned("一\n二\n三\n四"));
    assert!(!aligned("一"));
}
