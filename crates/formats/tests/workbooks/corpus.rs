//! Files that mean harm, made when they are needed: packages, contents, crowds, relations.

use crate::make::{Book, package};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What must come of a file.
pub enum Expected {
    /// Read, with so many cells.
    Cells(usize),
    /// Refused with words that hold this.
    Refused(&'static str),
}

pub use Expected::{Cells, Refused};

/// A package whose parts are stored without packing.
pub fn stored(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Puts bytes in the place of others of the same length, everywhere.
fn patched(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut patched = bytes.to_vec();
    let mut found = 0;
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if &bytes[at..at + from.len()] == from {
            patched[at..at + to.len()].copy_from_slice(to);
            found += 1;
        }
    }
    assert!(found > 0, "nothing to patch");
    patched
}

fn named(name: &str) -> Vec<u8> {
    let mut parts = Book::rows("").parts;
    parts.push(("NAMENAME".to_owned(), b"x".to_vec()));
    let padded = format!("{name:x<8}");
    patched(&stored(&parts), b"NAMENAME", padded.as_bytes())
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A sheet whose XML is large but packs well: exactly so many bytes.
fn swollen(megabytes: usize) -> Book {
    let mut sheet = b"<worksheet>".to_vec();
    let padding = (megabytes << 20) - sheet.len();
    let tag = format!(r#"<a b="{}"/>"#, " ".repeat(1_000));
    sheet.extend(tag.bytes().cycle().take(padding));
    Book::rows("").with(SHEET, sheet)
}

fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

/// The files made by form: packages.
pub fn packages() -> Vec<(&'static str, Vec<u8>, Expected)> {
    let good = Book::rows(r#"<row><c><v>1</v></c></row>"#);
    let bomb = swollen(60).bytes();
    let size = (60_u32 << 20).to_le_bytes();
    let lying = patched(&bomb, &size, &1_000_u32.to_le_bytes());
    let mut twice = good.parts.clone();
    twice.push(("xl/worksheets/sheet2.xml".to_owned(), b"<worksheet/>".to_vec()));
    let mut cased = good.parts.clone();
    cased.push(("XL/worksheets/SHEET1.xml".to_owned(), b"<worksheet/>".to_vec()));
    let mut crowded = good.parts.clone();
    crowded.extend((0..1_000).map(|number| (format!("extra/{number}"), Vec::new())));
    let mut swarm = good.parts.clone();
    swarm.extend((0..60_000).map(|number| (format!("extra/{number}"), Vec::new())));
    let ends = [stored(&good.parts), b"PK\x05\x06".repeat(16_000)].concat();
    vec![
        ("good", good.bytes(), Cells(1)),
        ("bomb", bomb, Refused("50 MB")),
        ("lying bomb", lying, Refused("")),
        ("ratio", swollen(40).bytes(), Refused("100 times")),
        (
            "same name twice",
            patched(&stored(&twice), b"sheet2.xml", b"sheet1.xml"),
            Refused("same name"),
        ),
        ("same name in another case", stored(&cased), Refused("same name")),
        ("leaves by ..", named("../a/b"), Refused("name")),
        ("leaves inside", named("a/../../"), Refused("name")),
        ("absolute", named("/etc/pas"), Refused("name")),
        ("backslash", named("a\\..\\b"), Refused("name")),
        ("drive", named("C:/win"), Refused("name")),
        ("NUL", named("a\0b"), Refused("name")),
        ("201 entries", stored(&crowded), Refused("too many entries")),
        ("60,000 entries", stored(&swarm), Refused("too many entries")),
        ("many ends", ends, Cells(1)),
        ("empty package", package(&[]), Refused("")),
        ("only the beginning", b"PK\x03\x04".to_vec(), Refused("damaged")),
        (
            "ends in ends",
            [b"PK\x03\x04".to_vec(), b"PK\x05\x06".repeat(16_000)].concat(),
            Refused(""),
        ),
    ]
}

/// The files made by content: XML.
pub fn contents() -> Vec<(&'static str, Vec<u8>, Expected)> {
    let rows = |rows: &str| Book::rows(rows).bytes();
    let sheet = |text: &str| Book::rows("").with(SHEET, text).bytes();
    let deep = |depth: usize| {
        let nested = format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        Book::rows("").with(SHEET, format!("<worksheet>{nested}</worksheet>"))
    };
    let laughs = r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"#;
    let outside = r#"<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>"#;
    let unknown = r#"<worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>"#;
    let text = |count: usize| {
        rows(&format!(
            r#"<row><c t="str"><v>{}</v></c></row>"#,
            "あ".repeat(count)
        ))
    };
    let attributes = |count| many(count, |number| format!(r#" a{number}="1""#));
    let attributed = |count| {
        sheet(&format!(
            "<worksheet{}><sheetData/></worksheet>",
            attributes(count)
        ))
    };
    let wide: Vec<u8> = r#"<?xml version="1.0" encoding="UTF-16"?><worksheet/>"#.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        (
            "far cell",
            rows(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#),
            Cells(1),
        ),
        (
            "beyond the sheet",
            rows(r#"<row r="1048577"><c><v>1</v></c></row>"#),
            Refused("damaged"),
        ),
        (
            "column beyond",
            rows(r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#),
            Refused("damaged"),
        ),
        (
            "dimension",
            sheet(r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData/></worksheet>"#),
            Cells(0),
        ),
        (
            "uniqueCount",
            Book::rows(r#"<row><c t="s"><v>0</v></c></row>"#)
                .with(
                    "xl/sharedStrings.xml",
                    r#"<sst count="4294967295" uniqueCount="4294967295"><si><t>a</t></si></sst>"#,
                )
                .bytes(),
            Cells(1),
        ),
        ("nested 63", deep(63).bytes(), Cells(0)),
        ("nested 64", deep(64).bytes(), Refused("nested too deeply")),
        (
            "nested a million",
            deep(1_000_000).bytes(),
            Refused("nested too deeply"),
        ),
        ("entity bomb", sheet(laughs), Refused("document type")),
        ("entity from outside", sheet(outside), Refused("document type")),
        ("unknown entity", sheet(unknown), Refused("unknown entity")),
        ("32,767 characters", text(32_767), Cells(1)),
        ("32,768 characters", text(32_768), Refused("more than 32,767")),
        ("endless text", text(3_000_000), Refused("too long")),
        ("many attributes", attributed(20_000), Cells(0)),
        ("more attributes", attributed(60_000), Refused("too long")),
        ("UTF-16", Book::rows("").with(SHEET, wide).bytes(), Refused("")),
        (
            "Latin-1",
            sheet(r#"<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>"#),
            Refused("UTF-8"),
        ),
        (
            "broken UTF-8",
            Book::rows("")
                .with(SHEET, b"<worksheet>\xFF</worksheet>".to_vec())
                .bytes(),
            Refused("damaged"),
        ),
        ("unclosed", sheet("<worksheet><sheetData>"), Refused("damaged")),
        (
            "crossed",
            sheet("<worksheet><sheetData></worksheet></sheetData>"),
            Refused("damaged"),
        ),
        (
            "strange numbers",
            rows(
                r#"<row><c><v>1e999999999</v></c><c><v>NaN</v></c><c><v>-</v></c><c><v>1e-30</v></c></row>"#,
            ),
            Cells(4),
        ),
        (
            "cell twice",
            rows(r#"<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#),
            Refused("given twice"),
        ),
    ]
}

/// Files that are merely many.
pub fn crowds() -> Vec<(&'static str, Vec<u8>, Expected)> {
    let cells = |count: usize| {
        let row = |row: usize| {
            format!(
                "<row>{}</row>",
                "<c><v>123456</v></c>".repeat((count - row * 1_000).min(1_000))
            )
        };
        stored(&Book::rows(&many(count.div_ceil(1_000), row)).parts)
    };
    let shared = |count: usize| stored(&Book::rows("").strings(&"<si><t>a</t></si>".repeat(count)).parts);
    let sheets = |count: usize| {
        let names: Vec<String> = (0..count).map(|number| format!("s{number}")).collect();
        Book::new(&names.iter().map(|name| (name.as_str(), "")).collect::<Vec<_>>()).bytes()
    };
    let merged = |count: usize| {
        let areas = format!(
            "<mergeCells>{}</mergeCells>",
            r#"<mergeCell ref="A1:B2"/>"#.repeat(count)
        );
        stored(&Book::new(&[("s", &areas)]).parts)
    };
    let repeated = Book::rows(&r#"<row><c t="s"><v>0</v></c></row>"#.repeat(500_000))
        .strings(&format!("<si><t>{}</t></si>", "あ".repeat(32_767)));
    let texts = many(300, |_| format!("<si><t>{}</t></si>", "い".repeat(32_000)));
    let tags = Book::rows("").with(
        SHEET,
        format!("<worksheet>{}</worksheet>", "<a/>".repeat(11_000_000)),
    );
    vec![
        ("a million cells", cells(1_000_000), Cells(1_000_000)),
        ("a million and one", cells(1_000_001), Refused("too many cells")),
        ("a million strings", shared(1_000_000), Cells(0)),
        (
            "a million and one strings",
            shared(1_000_001),
            Refused("too many strings"),
        ),
        ("100 sheets", sheets(100), Cells(0)),
        ("101 sheets", sheets(101), Refused("too many sheets")),
        ("100,000 merged areas", merged(100_000), Cells(0)),
        (
            "100,001 merged areas",
            merged(100_001),
            Refused("too many merged"),
        ),
        (
            "one text in 500,000 cells",
            stored(&repeated.parts),
            Cells(500_000),
        ),
        (
            "much text",
            stored(&Book::rows("").strings(&texts).parts),
            Refused("too much text"),
        ),
        ("empty tags", stored(&tags.parts), Refused("too many elements")),
        (
            "errors everywhere",
            stored(&Book::rows(&"<row><c t=\"e\"><v>#N/A</v></c></row>".repeat(800_000)).parts),
            Refused("error value"),
        ),
    ]
}

/// Files whose parts point the wrong way.
pub fn relations() -> Vec<(&'static str, Vec<u8>, Expected)> {
    let good = || Book::new(&[("a", ""), ("b", "")]);
    let aimed = |from: &str, to: &str| {
        let mut book = good();
        for (name, bytes) in &mut book.parts {
            if name.ends_with("workbook.xml.rels") {
                let text = String::from_utf8(bytes.clone()).unwrap();
                assert!(text.contains(from));
                *bytes = text.replace(from, to).into_bytes();
            }
        }
        book.bytes()
    };
    let without = |name: &str| good().without(name).bytes();
    vec![
        ("two sheets share a part", aimed("sheet2.xml", "sheet1.xml"), Refused("same part")),
        ("a sheet is the workbook", aimed("worksheets/sheet2.xml", "workbook.xml"), Refused("damaged")),
        ("a sheet is its relations", aimed("worksheets/sheet2.xml", "_rels/workbook.xml.rels"), Refused("damaged")),
        ("strings are a sheet", aimed("sharedStrings.xml", "worksheets/sheet1.xml"), Cells(0)),
        ("a sheet outside", aimed("worksheets/sheet2.xml", "../../../etc/passwd"), Refused("missing")),
        (
            "a sheet on the net",
            aimed(r#"Target="worksheets/sheet2.xml""#, r#"Target="http://x/y" TargetMode="External""#),
            Refused("missing"),
        ),
        ("unknown relation", aimed(r#"Id="rId2""#, r#"Id="rId9""#), Refused("missing")),
        ("no relations of the package", without("_rels/.rels"), Cells(0)),
        ("no workbook", without("xl/workbook.xml"), Refused("missing")),
        ("no relations of the workbook", without("xl/_rels/workbook.xml.rels"), Refused("missing")),
        ("no sheet", without("xl/worksheets/sheet2.xml"), Refused("missing")),
        ("no strings", without("xl/sharedStrings.xml"), Refused("missing")),
        ("no styles", without("xl/styles.xml"), Cells(0)),
        ("a package that is its own workbook", good().with("_rels/.rels", r#"<Relationships><Relationship Type="officeDocument" Target="_rels/.rels"/></Relationships>"#).bytes(), Refused("not a workbook")),
    ]
}
