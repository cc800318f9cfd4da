//! Makes a text fit the font and its column: what the font lacks is shown by its code, and words
//! wider than their column may be broken.

use mamori_press::{printable, push_code, width};
use unicode_normalization::char::compose;

use crate::family::Family;

/// A place where a line may end, without a width of its own.
const BREAK: char = '\u{200b}';

/// The text as it will be set in a column of `room` thousandths of its size, half of which is a half-width
/// character.
///
/// * Characters that could reorder or break the page are shown by their code, see
///   [`mamori_press::printable`].
/// * Characters the font lacks, and those of the private use areas, are shown by their code too: an
///   archival PDF admits no empty boxes and nothing without a meaning.
/// * Kana with a separate voicing mark (as file names of macOS have them) are joined.
/// * Characters without width are left out.
pub(crate) fn settable(text: &str, family: &Family, room: usize) -> String {
    let mut shown = String::with_capacity(text.len() + 8);
    for character in printable(text).chars() {
        match character {
            '\n' | ' '..='~' => shown.push(character),
            '\t' => shown.push_str("    "),
            '\u{3099}' | '\u{309a}' => voice(&mut shown, character),
            character if weightless(character) => {}
            character if !private(character) && family.covers(character) => shown.push(character),
            character if character.is_whitespace() => shown.push(' '),
            character => push_code(&mut shown, character),
        }
    }
    if shown.len() * family.widest() <= room {
        shown
    } else {
        breakable(shown, family, room)
    }
}

/// Joins a voicing mark with the kana before it; one that stands alone is written as a sign of its
/// own.
fn voice(shown: &mut String, mark: char) {
    match shown.chars().next_back().and_then(|last| compose(last, mark)) {
        Some(joined) => {
            shown.pop();
            shown.push(joined);
        }
        None => shown.push(if mark == '\u{3099}' { '゛' } else { '゜' }),
    }
}

/// Characters that have no width and no glyph.
fn weightless(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// Characters whose meaning two parties have to agree on.
fn private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Allows words that are wider than the column, in thousandths of the text's size, to break: behind a
/// sign within them where the pieces fit, else at every character. Words that fit are left alone: they
/// move to the next line whole.
fn breakable(text: String, family: &Family, room: usize) -> String {
    let wide = |word: &str| {
        word.chars()
            .map(|character| family.width(character))
            .sum::<usize>()
            > room
    };
    let mut broken = String::new();
    let mut word = String::new();
    let flush = |word: &mut String, broken: &mut String| {
        match wide(word) {
            false => broken.push_str(word),
            true => {
                for (at, piece) in word.split_inclusive(['-', '/', '_', '.', ',', ':']).enumerate() {
                    if at > 0 {
                        broken.push(BREAK);
                    }
                    match wide(piece) {
                        false => broken.push_str(piece),
                        true => letters(piece, broken),
                    }
                }
            }
        }
        word.clear();
    };
    for character in text.chars() {
        if width(character) >= 2 || character == ' ' || character == '\n' {
            flush(&mut word, &mut broken);
            broken.push(character);
        } else {
            word.push(character);
        }
    }
    flush(&mut word, &mut broken);
    broken
}

/// A piece that may break at every letter.
fn letters(piece: &str, broken: &mut String) {
    for (at, character) in piece.chars().enumerate() {
        if at > 0 {
            broken.push(BREAK);
        }
        broken.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fonts;
    use mamori_tree::Language;

    fn set(text: &str, room: usize) -> String {
        let fonts = Fonts::find().expect("the tests need the package fonts-morisawa-bizud-gothic");
        settable(text, fonts.family(Language::Japanese), room * 500)
    }

    #[test]
    fn what_the_font_lacks_is_shown_by_its_code() {
        assert_eq!(set("甲😀乙", 80), "甲[U+1F600]乙");
        assert_eq!(set("外字\u{e001}", 80), "外字[U+E001]");
        assert_eq!(set("か\u{3099}は\u{309a}", 80), "がぱ");
        assert_eq!(set("葛\u{e0100}飾\u{200b}\u{feff}", 80), "葛飾");
        assert_eq!(set("a\u{202e}b", 80), "a[U+202E]b");
    }

    #[test]
    fn only_words_wider_than_their_column_are_broken() {
        assert_eq!(set("abc defgh", 5), "abc defgh");
        assert_eq!(
            set("漢字abcdef漢字", 5),
            "漢字a\u{200b}b\u{200b}c\u{200b}d\u{200b}e\u{200b}f漢字"
        );
        assert_eq!(set("漢字漢字漢字", 5), "漢字漢字漢字");
        assert_eq!(set("ab-cd/efg", 5), "ab-\u{200b}cd/\u{200b}efg");
    }

    #[test]
    fn a_word_of_wide_letters_is_broken_where_narrow_ones_fit() {
        let fonts = Fonts::find().expect("the tests need the package fonts-morisawa-bizud-gothic");
        let set = |text| settable(text, fonts.family(Language::English), 3_000);
        assert_eq!(set("little"), "little");
        assert_eq!(set("WWWW"), "W\u{200b}W\u{200b}W\u{200b}W");
    }
}
