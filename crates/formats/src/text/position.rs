//! Lines and columns of a text file, both counted from 1, columns in characters.

use mamori_domain::raw::Place;
use mamori_domain::{Problem, Said};
use std::sync::Arc;

/// The text of a file: UTF-8 without a byte-order mark and with LF as line end.
pub(super) fn decode(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(with_plain_line_ends(text)),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
            let place = Place::File {
                file: path.into(),
                line: line as u32,
                column: 0,
            };
            problems.push(Problem::new(
                &place,
                Said::new("文字コードがUTF-8ではありません", "The text is not UTF-8"),
                Said::new(
                    "UTF-8で保存し直してください。Excelでは「CSV UTF-8（コンマ区切り）」を選びます",
                    "Save it as UTF-8; in Excel choose \"CSV UTF-8 (comma delimited)\"",
                ),
            ));
            None
        }
    }
}

/// All carriage returns before a line feed belong to the line end, so that reading what was written
/// changes nothing any more.
fn with_plain_line_ends(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(line) => {
                plain.push_str(line.trim_end_matches('\r'));
                plain.push('\n');
            }
            None => plain.push_str(line),
        }
    }
    plain
}

/// Turns byte offsets of a text into places.
pub(super) struct Positions<'a> {
    file: Arc<str>,
    text: &'a str,
    line_starts: Vec<usize>,
}

impl<'a> Positions<'a> {
    pub(super) fn new(file: &str, text: &'a str) -> Self {
        let after_breaks = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at + 1);
        Positions {
            file: file.into(),
            text,
            line_starts: std::iter::once(0).chain(after_breaks).collect(),
        }
    }

    /// The place of a byte offset.
    pub(super) fn at(&self, offset: usize) -> Place {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let before = self.text.get(self.line_starts[line - 1]..offset).unwrap_or("");
        Place::File {
            file: self.file.clone(),
            line: line as u32,
            column: 1 + before.chars().count() as u32,
        }
    }
}
