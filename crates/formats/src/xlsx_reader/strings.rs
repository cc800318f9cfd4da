//! Texts of a book: one store of bytes with spans into it, the shared strings, and what the format
//! writes differently from what it means.

use super::package::Package;
use super::refusal;
use super::xml::Piece;
use super::{CHARACTERS_MAX, STRINGS_MAX, TEXT_BYTES_MAX};
use mamori_domain::Problem;
use std::borrow::Cow;

/// All texts of a book, one behind the other, so that a million short ones cost no allocation each.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) bytes: String,
}

/// Where a text stands in [`Texts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) length: u32,
}

impl Texts {
    /// Keeps a text.
    ///
    /// # Errors
    /// When all texts together go over the cap.
    pub(super) fn keep(&mut self, text: &str, part: &str) -> Result<Span, Problem> {
        let start = self.bytes.len();
        if start + text.len() > TEXT_BYTES_MAX {
            return Err(refusal::refused(
                part,
                "文字が多すぎます（16 MBまで）",
                "it holds too much text (at most 16 MB)",
            ));
        }
        self.bytes.push_str(text);
        let number = |size: usize| u32::try_from(size).unwrap_or(0);
        Ok(Span {
            start: number(start),
            length: number(text.len()),
        })
    }
}

/// A text while its pieces come in. It stops growing where no cell's text can reach.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    text: String,
    over: bool,
}

impl Gathered {
    /// Begins a new text.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.over = false;
    }

    /// Adds a piece.
    pub(super) fn push(&mut self, piece: &str) {
        // A character may be written as seven, so this stays above any text that is allowed.
        self.over |= self.text.len() + piece.len() > CHARACTERS_MAX * 8;
        if !self.over {
            self.text.push_str(piece);
        }
    }

    /// The text as it was written.
    pub(super) fn raw(&self) -> &str {
        &self.text
    }

    /// The text as it is meant; nothing when it is longer than a cell's may be.
    pub(super) fn meant(&self) -> Option<Cow<'_, str>> {
        let text = meant(&self.text);
        // A text has at most as many characters as bytes, so most need no counting.
        let fits = text.len() <= CHARACTERS_MAX || text.chars().count() <= CHARACTERS_MAX;
        (!self.over && fits).then_some(text)
    }
}

/// Reads the shared strings, in order. The count the part declares is not looked at.
///
/// # Errors
/// When the part is damaged or goes over a cap.
pub(super) fn read_shared(
    package: &mut Package<'_>,
    part: &str,
    texts: &mut Texts,
) -> Result<Vec<Span>, Problem> {
    let Some(mut pull) = package.part(part)? else {
        return Err(refusal::missing(part));
    };
    let mut spans = Vec::new();
    let mut gathered = Gathered::default();
    // `rPh` holds the reading of a text (furigana), which Japanese input methods store beside it.
    let (mut in_text, mut readings) = (false, 0_usize);
    loop {
        match pull.next()? {
            Piece::Start(tag) => match tag.name().as_bytes() {
                b"si" => gathered.clear(),
                b"rPh" => readings += 1,
                b"t" => in_text = readings == 0,
                _ => {}
            },
            Piece::Text(text) if in_text => gathered.push(&text),
            Piece::End(name) => match name.as_bytes() {
                b"t" => in_text = false,
                b"rPh" => readings = readings.saturating_sub(1),
                b"si" => {
                    if spans.len() == STRINGS_MAX {
                        return Err(refusal::refused(
                            part,
                            "文字列が多すぎます",
                            "it holds too many strings",
                        ));
                    }
                    let text = gathered
                        .meant()
                        .ok_or_else(|| refusal::long_text(&refusal::file()))?;
                    spans.push(texts.keep(&text, part)?);
                }
                _ => {}
            },
            Piece::Finish => return Ok(spans),
            _ => {}
        }
    }
}

/// What a written text means: `_xHHHH_` is a UTF-16 unit, and every line break is `\n`.
fn meant(written: &str) -> Cow<'_, str> {
    let text = match written.contains("_x") {
        true => Cow::Owned(unescape(written)),
        false => Cow::Borrowed(written),
    };
    match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => text,
    }
}

fn unescape(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find("_x") {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let pair = unit(rest).zip(rest.get(7..).and_then(unit));
        let pair = pair.and_then(|(high, low)| {
            char::decode_utf16([high, low])
                .next()?
                .ok()
                .filter(|c| *c > '\u{FFFF}')
        });
        let single = unit(rest).and_then(|unit| char::from_u32(u32::from(unit)));
        let (character, length) = match (pair, single) {
            (Some(character), _) => (character, 14),
            (None, Some(character)) => (character, 7),
            (None, None) => ('_', 1),
        };
        text.push(character);
        rest = &rest[length..];
    }
    text.push_str(rest);
    text
}

/// The UTF-16 unit a text begins with in the form `_xHHHH_`.
fn unit(text: &str) -> Option<u16> {
    let hexadecimal = text.strip_prefix("_x")?.get(..4)?;
    let plain = hexadecimal.bytes().all(|byte| byte.is_ascii_hexdigit());
    (plain && text.as_bytes().get(6) == Some(&b'_')).then(|| u16::from_str_radix(hexadecimal, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_mean_characters() {
        for (written, text) in [
            ("a_x000D__x000A_b", "a\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x3042_い", "あい"),
            ("_xD83D__xDE00_", "😀"),
            ("_xD83D_", "_xD83D_"),
            ("_x12_", "_x12_"),
            ("_x００４１_", "_x００４１_"),
            ("_x", "_x"),
            ("snake_xerox_", "snake_xerox_"),
        ] {
            assert_eq!(meant(written), text, "{written}");
        }
    }

    #[test]
    fn a_long_text_is_told() {
        let mut gathered = Gathered::default();
        gathered.push(&"あ".repeat(CHARACTERS_MAX));
        assert!(gathered.meant().is_some());
        gathered.push("い");
        assert!(gathered.meant().is_none());
    }
}
