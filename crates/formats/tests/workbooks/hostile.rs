//! Files that mean harm or came to harm: each is refused in words or read correctly, in bounded time
//! and memory.

use crate::corpus::{Expected, contents, crowds, packages, relations, stored};
use crate::make::{Book, table_content};
use crate::measured::measure;
use mamori_domain::Language;
use mamori_formats::generate::{self, Random};
use mamori_formats::workbook;
use mamori_formats::xlsx_reader::{Sheet, fuzz_xlsx, read_sheets};
use std::time::Duration;

/// Checks a file in a process of its own: what comes of it, its time, its memory.
fn check(name: &str, bytes: &[u8], expected: &Expected) {
    let measured = measure(bytes);
    println!("{name}\t{:?}\t{} KiB", measured.cpu, measured.peak_kib);
    match expected {
        Expected::Cells(count) => assert_eq!(measured.outcome, format!("{count} cells"), "{name}"),
        Expected::Refused(words) => {
            assert!(
                measured.outcome.starts_with("refused: ") && measured.outcome.contains(words),
                "{name}: {}",
                measured.outcome
            );
        }
    }
    assert!(
        measured.cpu < Duration::from_secs(1),
        "{name}: {:?}",
        measured.cpu
    );
    assert!(measured.peak_kib <= 64 << 10, "{name}: {} KiB", measured.peak_kib);
}

#[test]
fn hostile_packages_are_refused() {
    packages()
        .iter()
        .for_each(|(name, bytes, expected)| check(name, bytes, expected));
}

#[test]
fn hostile_contents_are_refused() {
    contents()
        .iter()
        .for_each(|(name, bytes, expected)| check(name, bytes, expected));
}

#[test]
fn crowds_are_counted() {
    crowds()
        .iter()
        .for_each(|(name, bytes, expected)| check(name, bytes, expected));
}

#[test]
fn parts_that_point_wrong_are_refused() {
    relations()
        .iter()
        .for_each(|(name, bytes, expected)| check(name, bytes, expected));
}

#[test]
fn the_measure_sees_what_is_too_much() {
    let measured = measure(b"planted: 128 MiB and much work");
    assert!(measured.peak_kib > 100 << 10, "{} KiB", measured.peak_kib);
    assert!(measured.cpu > Duration::from_millis(60), "{:?}", measured.cpu);
}

/// A small file of our own writing.
fn good() -> Vec<u8> {
    let lines: &[&[&str]] = &[
        &["of_service", "id", "name"],
        &["chart", "reception", "受付/窓口"],
        &["chart", "ward", "病棟"],
    ];
    let services: &[&[&str]] = &[&["of_service", "name"], &["chart", "電子カルテ"]];
    Book::new(&[
        ("サービス", &table_content(services, &[])),
        ("場所", &table_content(lines, &["A2:A3"])),
    ])
    .bytes()
}

fn cells(sheets: &[Sheet]) -> Vec<(String, u32, u16, String)> {
    let of = |sheet: &Sheet| -> Vec<_> {
        let rows = sheet.rows().flat_map(|row| {
            let number = row.number();
            row.cells()
                .map(move |(column, text)| (number, column, text.to_owned()))
                .collect::<Vec<_>>()
        });
        rows.map(|(row, column, text)| (sheet.name().to_string(), row, column, text))
            .collect()
    };
    sheets.iter().flat_map(of).collect()
}

#[test]
fn a_file_cut_short_is_refused() {
    for bytes in [
        good(),
        workbook::write(&generate::workspace(5), Language::Japanese).unwrap(),
    ] {
        assert!(read_sheets(&bytes).is_ok());
        for part in 0..64 {
            let cut = &bytes[..bytes.len() * part / 64];
            assert!(!read_sheets(cut).unwrap_err().is_empty(), "{part}/64");
            assert!(workbook::read(cut).is_err());
        }
    }
}

#[test]
fn flipped_bits_never_change_a_value() {
    let bytes = good();
    let whole = cells(&read_sheets(&bytes).unwrap());
    let (mut refused, mut read) = (0, 0);
    let mut random = Random::new(2020);
    for _ in 0..3_000 {
        let mut flipped = bytes.clone();
        let at = random.below(flipped.len());
        flipped[at] ^= 1 << random.below(8);
        match read_sheets(&flipped) {
            Ok(sheets) => {
                assert_eq!(cells(&sheets), whole, "byte {at}");
                read += 1;
            }
            Err(problems) => {
                assert!(!problems.is_empty());
                refused += 1;
            }
        }
    }
    assert!(refused > 500 && read > 100, "{refused} refused, {read} read");
}

#[test]
fn fuzzing_finds_no_panic() {
    let seeds = [
        good(),
        Book::rows(r#"<row r="1"><c r="A1" s="1"><v>46113</v></c><c t="s"><v>0</v></c></row>"#)
            .strings("<si><r><t>a</t></r><rPh><t>b</t></rPh></si>")
            .styles(r#"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#)
            .bytes(),
    ];
    let mut random = Random::new(5_12);
    for run in 0..1_500 {
        fuzz_xlsx(&mutated(&seeds[run % 2], &mut random));
        fuzz_xlsx(&mutated_parts(&mut random));
    }
}

/// Changes bytes of a package: mostly caught by its checksums.
fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + random.below(8) {
        let at = random.below(bytes.len());
        match random.below(4) {
            0 => bytes[at] = random.number() as u8,
            1 => drop(bytes.drain(at..(at + random.below(20)).min(bytes.len()))),
            2 => bytes.insert(at, random.number() as u8),
            _ => bytes[at] ^= 1 << random.below(8),
        }
        if bytes.is_empty() {
            bytes.push(0);
        }
    }
    bytes
}

/// Changes the XML and packs it anew, so that the change is read.
fn mutated_parts(random: &mut Random) -> Vec<u8> {
    const WORDS: [&str; 24] = [
        "<c>",
        "</c>",
        "<row r=\"",
        "\"",
        ">",
        "<v>",
        "</v>",
        "t=\"s\"",
        "<is><t>",
        "&#x",
        "&amp;",
        "_x0041_",
        "<rPh>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "99999999999",
        "XFD1048576",
        "-1",
        "<mergeCell ref=\"A1:A9\"/>",
        "\u{0}",
    ];
    let mut book =
        Book::rows(r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>4.5E4</v></c></row>"#)
            .strings("<si><t>x</t></si>")
            .styles(r#"<cellXfs><xf/><xf numFmtId="22"/></cellXfs>"#);
    let part = random.below(book.parts.len());
    let mut text = book.parts[part].1.clone();
    for _ in 0..1 + random.below(4) {
        let at = random.below(text.len());
        match random.below(3) {
            0 => text[at] = random.number() as u8,
            1 => drop(text.drain(at..(at + random.below(12)).min(text.len()))),
            _ => drop(text.splice(at..at, random.pick(&WORDS).bytes())),
        }
        if text.is_empty() {
            text.push(b'<');
        }
    }
    book.parts[part].1 = text;
    stored(&book.parts)
}
