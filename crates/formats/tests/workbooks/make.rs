//! Makes XLSX files by hand, honest and otherwise.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Beginning of a main-namespace element, such as `worksheet`.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A package of parts, deflated.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a book.
#[derive(Clone)]
pub struct Book {
    pub parts: Vec<(String, Vec<u8>)>,
}

impl Book {
    /// A book whose sheets have the given names and content (what stands in `worksheet`).
    pub fn new(sheets: &[(&str, &str)]) -> Book {
        let mut listed = String::new();
        let mut relations = String::new();
        let mut parts = Vec::new();
        for (number, (name, content)) in (1..).zip(sheets) {
            listed.push_str(&format!(
                r#"<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>"#
            ));
            let target = format!("worksheets/sheet{number}.xml");
            relations.push_str(&format!(
                r#"<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="{target}"/>"#
            ));
            parts.push((
                format!("xl/{target}"),
                format!(r#"<worksheet xmlns="{MAIN}">{content}</worksheet>"#),
            ));
        }
        for (id, kind, target) in [
            ("s1", "sharedStrings", "sharedStrings.xml"),
            ("s2", "styles", "styles.xml"),
        ] {
            relations.push_str(&format!(
                r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#
            ));
        }
        let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
        parts.extend([
            (
                "_rels/.rels".to_owned(),
                format!(
                    r#"{head}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/workbook.xml".to_owned(),
                format!(r#"{head}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>"#),
            ),
            (
                "xl/_rels/workbook.xml.rels".to_owned(),
                format!(r#"{head}<Relationships xmlns="{PACKAGE}">{relations}</Relationships>"#),
            ),
            ("xl/sharedStrings.xml".to_owned(), format!(r#"{head}<sst xmlns="{MAIN}"></sst>"#)),
            ("xl/styles.xml".to_owned(), format!(r#"{head}<styleSheet xmlns="{MAIN}"></styleSheet>"#)),
        ]);
        Book {
            parts: parts
                .into_iter()
                .map(|(name, text)| (name, text.into_bytes()))
                .collect(),
        }
    }

    /// A book of one sheet with some rows.
    pub fn rows(rows: &str) -> Book {
        Book::new(&[("Sheet1", &format!("<sheetData>{rows}</sheetData>"))])
    }

    /// Puts another part in the place of one.
    pub fn with(mut self, name: &str, content: impl Into<Vec<u8>>) -> Book {
        let content = content.into();
        match self.parts.iter_mut().find(|(found, _)| found == name) {
            Some((_, old)) => *old = content,
            None => self.parts.push((name.to_owned(), content)),
        }
        self
    }

    /// Sets the shared strings: what stands in `sst`.
    pub fn strings(self, items: &str) -> Book {
        self.with(
            "xl/sharedStrings.xml",
            format!(r#"<sst xmlns="{MAIN}">{items}</sst>"#),
        )
    }

    /// Sets the styles: what stands in `styleSheet`.
    pub fn styles(self, items: &str) -> Book {
        self.with(
            "xl/styles.xml",
            format!(r#"<styleSheet xmlns="{MAIN}">{items}</styleSheet>"#),
        )
    }

    /// Leaves a part out.
    pub fn without(mut self, name: &str) -> Book {
        self.parts.retain(|(found, _)| found != name);
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let parts: Vec<(&str, &[u8])> = self
            .parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        package(&parts)
    }
}

/// A book of one sheet made from lines of inline texts; empty texts make no cell.
pub fn table(name: &str, lines: &[&[&str]], merged: &[&str]) -> Book {
    Book::new(&[(name, &table_content(lines, merged))])
}

/// What stands in a worksheet of inline texts.
pub fn table_content(lines: &[&[&str]], merged: &[&str]) -> String {
    let mut rows = String::new();
    for (row, line) in (1_u32..).zip(lines) {
        rows.push_str(&format!(r#"<row r="{row}">"#));
        for (column, text) in (1_u16..).zip(*line).filter(|(_, text)| !text.is_empty()) {
            let cell = mamori_formats::xlsx_reader::cell_name(row, column);
            rows.push_str(&format!(
                r#"<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#
            ));
        }
        rows.push_str("</row>");
    }
    let areas: String = merged
        .iter()
        .map(|area| format!(r#"<mergeCell ref="{area}"/>"#))
        .collect();
    format!("<sheetData>{rows}</sheetData><mergeCells>{areas}</mergeCells>")
}
