//! Characters that could reorder, hide or break the text around them are shown by their code.
//!
//! A name typed by someone else stands in documents that others sign. An override such as U+202E
//! would let `exe.pdf` read as something else and turn the rest of the line around; a control
//! character would break the file. Such characters are neither dropped (the reader should see that
//! they are there) nor passed on: they are written as `[U+202E]`. What is left:
//!
//! * line breaks of every kind (CR LF, CR, NEL, VT, FF, U+2028, U+2029) become one line feed;
//! * tab stays;
//! * right-to-left letters stay, because names may contain them; each press isolates every cell and
//!   paragraph, so that they cannot reach beyond it;
//! * zero-width characters without an effect on order (joiners, U+200B, U+FEFF, variation selectors)
//!   stay, because names and emoji need them.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with every character that could reorder, hide or break the text around it replaced by
/// its code in square brackets, and every kind of line break replaced by a line feed.
pub fn printable(text: &str) -> Cow<'_, str> {
    let Some(first) = text.char_indices().find(|(_, character)| touched(*character)) else {
        return Cow::Borrowed(text);
    };
    let mut shown = String::with_capacity(text.len() + 16);
    shown.push_str(&text[..first.0]);
    let mut rest = text[first.0..].chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\r' => {
                rest.next_if_eq(&'\n');
                shown.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
            character if touched(character) => push_code(&mut shown, character),
            character => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// [`printable`] text on one line: line breaks and tabs become spaces. For titles of files and
/// running heads.
pub fn single_line(text: &str) -> String {
    printable(text).replace(['\n', '\t'], " ")
}

/// Adds a character's code in square brackets, for example `[U+202E]`. Presses use it for characters
/// they cannot print as well.
pub fn push_code(shown: &mut String, character: char) {
    write!(shown, "[U+{:04X}]", u32::from(character)).expect("writing to a string cannot fail");
}

/// Whether the character is replaced.
fn touched(character: char) -> bool {
    match character {
        '\t' | '\n' | ' '..='~' => false,
        // C0, DEL and C1: invisible, and forbidden or mangled by XML.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        // Line and paragraph separators.
        '\u{2028}' | '\u{2029}' => true,
        // Deprecated formatting and interlinear annotation.
        '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' => true,
        // Tags: invisible letters.
        '\u{e0000}'..='\u{e007f}' => true,
        // Characters that are none, forbidden by XML: U+FFFE, U+FFFF and their like in each plane.
        '\u{fdd0}'..='\u{fdef}' => true,
        character => u32::from(character) & 0xfffe == 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_left_alone_without_copying() {
        for text in [
            "診療情報\n\t閲覧",
            "葛\u{e0100}飾区",
            "👩\u{200d}⚕️",
            "שלום",
            "a\u{200b}b",
        ] {
            assert!(matches!(printable(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn characters_that_reorder_or_break_are_shown() {
        assert_eq!(printable("a\u{202e}b\u{2066}c"), "a[U+202E]b[U+2066]c");
        assert_eq!(
            printable("\0\u{1b}[31m\u{7f}\u{9b}"),
            "[U+0000][U+001B][31m[U+007F][U+009B]"
        );
        assert_eq!(
            printable("\u{fffe}\u{1ffff}\u{e0041}"),
            "[U+FFFE][U+1FFFF][U+E0041]"
        );
    }

    #[test]
    fn every_kind_of_line_break_becomes_a_line_feed() {
        assert_eq!(printable("a\r\nb\rc\u{2028}d\u{b}e\u{85}f"), "a\nb\nc\nd\ne\nf");
        assert_eq!(single_line("a\r\nb\tc"), "a b c");
    }
}
