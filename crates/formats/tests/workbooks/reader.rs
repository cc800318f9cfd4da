//! What cells say, in all the ways a spreadsheet program writes them.

use crate::make::{Book, table};
use mamori_formats::xlsx_reader::{Area, read_sheets, two_columns};

fn texts(book: &Book) -> Vec<(String, String)> {
    let sheets = read_sheets(&book.bytes()).unwrap();
    let cells = sheets[0].rows().flat_map(|row| {
        let number = row.number();
        row.cells().map(move |(column, text)| {
            (
                mamori_formats::xlsx_reader::cell_name(number, column),
                text.to_owned(),
            )
        })
    });
    cells.collect()
}

fn whats(book: &Book) -> Vec<String> {
    let problems = read_sheets(&book.bytes()).unwrap_err();
    problems
        .iter()
        .map(|problem| format!("{}: {}", problem.place, problem.what.en))
        .collect()
}

#[test]
fn every_way_of_writing_a_value_is_read() {
    let book = Book::rows(
        r#"<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>3.0</v></c><c r="C1" t="b"><v>1</v></c>
           <c r="D1" t="str"><f>1+1</f><v>two</v></c><c r="E1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c></row>
           <row r="3"><c t="s"><v>0</v></c><c><f>NOW()</f><v>46113</v></c><c s="1"><v>46113</v></c><c s="2"><v>46113</v></c><c t="d"><v>2026-04-01T00:00:00</v></c></row>
           <row><c t="s"><v>2</v></c><c s="1"/><c t="inlineStr"><is><t></t></is></c></row>"#,
    )
    .strings(
        r#"<si><r><t>受</t></r><r><rPr><b/></rPr><t>付</t></r><rPh sb="0" eb="2"><t>ウケツケ</t></rPh><phoneticPr fontId="1"/></si>
           <si><t>A&amp;B &lt;&#x3042;&gt;</t></si><si><t xml:space="preserve"> _x005F_x0041__x000D_
</t></si>"#,
    )
    .styles(
        r#"<numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
           <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>"#,
    );
    let found = texts(&book);
    let wanted = [
        ("A1", "A&B <あ>"),
        ("B1", "3"),
        ("C1", "TRUE"),
        ("D1", "two"),
        ("E1", "a b"),
        ("A3", "受付"),
        ("B3", "46113"),
        ("C3", "2026-04-01"),
        ("D3", "2026-04-01"),
        ("E3", "2026-04-01"),
        ("A4", " _x0041_\n\n"),
    ];
    let wanted: Vec<_> = wanted
        .iter()
        .map(|(cell, text)| ((*cell).to_owned(), (*text).to_owned()))
        .collect();
    // CR as an escape followed by a line break as it stands is one line break.
    let wanted: Vec<_> = wanted
        .into_iter()
        .map(|(cell, text)| {
            if cell == "A4" {
                (cell, " _x0041_\n".to_owned())
            } else {
                (cell, text)
            }
        })
        .collect();
    assert_eq!(found, wanted);
}

#[test]
fn dates_count_from_1904_when_the_book_says_so() {
    let book = Book::rows(r#"<row><c s="0"><v>44651</v></c></row>"#)
        .styles(r#"<cellXfs><xf numFmtId="14"/></cellXfs>"#);
    assert_eq!(texts(&book), [("A1".to_owned(), "2022-03-31".to_owned())]);
    let listed = String::from_utf8(
        book.parts
            .iter()
            .find(|(name, _)| name == "xl/workbook.xml")
            .unwrap()
            .1
            .clone(),
    )
    .unwrap();
    let book = book.with(
        "xl/workbook.xml",
        listed.replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#),
    );
    assert_eq!(texts(&book), [("A1".to_owned(), "2026-04-01".to_owned())]);
}

#[test]
fn problems_of_cells_are_all_told_with_their_places() {
    let book = Book::rows(
        r##"<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>A1</f></c><c r="D2" t="s"><v>7</v></c>
           <c r="E2" t="s"><v>-1</v></c></row>"##,
    );
    let found = whats(&book);
    assert_eq!(found.len(), 4, "{found:?}");
    for (problem, start) in found.iter().zip([
        "Sheet1!B2: The cell holds an error",
        "Sheet1!C2: The result",
        "Sheet1!D2",
        "Sheet1!E2",
    ]) {
        assert!(problem.starts_with(start), "{problem}");
    }
}

#[test]
fn other_kinds_of_files_are_told_apart() {
    let said = |bytes: &[u8]| read_sheets(bytes).unwrap_err()[0].what.en.clone();
    assert_eq!(said(b"id,name\n"), "It is not an XLSX file");
    assert_eq!(said(b""), "It is not an XLSX file");
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend([0; 600]);
    assert_eq!(said(&old), "It is a workbook of the old format (.xls)");
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(said(&old), "It is protected by a password and cannot be read");
    let open = crate::make::package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"<a/>"),
    ]);
    assert_eq!(said(&open), "It is an OpenDocument file (.ods)");
    let text = Book::rows("").with("xl/workbook.xml", "<document/>");
    assert_eq!(said(&text.bytes()), "It is not a workbook of tables");
}

#[test]
fn hidden_sheets_and_merged_areas_are_read() {
    let mut book = Book::new(&[
        ("表", ""),
        (
            "隠し",
            r#"<sheetData><row><c t="inlineStr"><is><t>x</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells>"#,
        ),
    ]);
    for (name, bytes) in &mut book.parts {
        if name == "xl/workbook.xml" {
            *bytes = String::from_utf8(bytes.clone())
                .unwrap()
                .replace(r#"sheetId="2""#, r#"sheetId="2" state="veryHidden""#)
                .into_bytes();
        }
    }
    let sheets = read_sheets(&book.bytes()).unwrap();
    assert_eq!(
        sheets
            .iter()
            .map(|sheet| (&**sheet.name(), sheet.hidden()))
            .collect::<Vec<_>>(),
        [("表", false), ("隠し", true)]
    );
    assert_eq!(
        sheets[1].merged(),
        [Area {
            top: 1,
            left: 1,
            bottom: 3,
            right: 2
        }]
    );
    assert!(sheets[0].is_empty() && sheets[1].len() == 1);
}

#[test]
fn prefixes_of_names_do_not_matter() {
    let book = Book::rows("").with(
        "xl/worksheets/sheet1.xml",
        r#"<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"#,
    );
    assert_eq!(texts(&book), [("A1".to_owned(), "5".to_owned())]);
}

#[test]
fn pairs_of_id_and_wording_are_read() {
    let lines: &[&[&str]] = &[
        &["id", "文言"],
        &["1.1.①-1", "文 言\n二行"],
        &[],
        &["1.1.①-2", "別"],
        &["", ""],
    ];
    let pairs = two_columns(&table("文言", lines, &[]).bytes()).unwrap();
    assert_eq!(
        pairs,
        [
            ("1.1.①-1".to_owned(), "文 言\n二行".to_owned()),
            ("1.1.①-2".to_owned(), "別".to_owned())
        ]
    );
    let faulty: &[&[&str]] = &[&["a", "一"], &["", "迷子"], &["a", "二"]];
    let problems = two_columns(&table("文言", faulty, &[]).bytes()).unwrap_err();
    assert_eq!(
        problems
            .iter()
            .map(|problem| problem.place.to_string())
            .collect::<Vec<_>>(),
        ["文言!B2", "文言!A3"]
    );
}
