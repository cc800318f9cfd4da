//! How wide a character is, counted in half-width characters.
//!
//! An estimate that the fonts of the papers keep: kana, kanji and most symbols are as wide as two
//! digits. Drawings are laid out by it, and a press that cannot ask a font sets row heights by it.

/// Width of a character in half-width characters: 0, 1 or 2.
pub fn width(character: char) -> usize {
    match character {
        '\t' => 4,
        '\0'..='\u{2ff}' => match character {
            // In Japanese fonts these Latin-1 signs are as wide as a kanji.
            '§' | '¨' | '°' | '±' | '´' | '¶' | '×' | '÷' => 2,
            _ => 1,
        },
        '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' => 0,
        '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => 0,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => 0,
        '\u{ff61}'..='\u{ff9f}' => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kanji_count_two_and_half_width_kana_one() {
        let total = |text: &str| text.chars().map(width).sum::<usize>();
        assert_eq!(total("情報流"), 6);
        assert_eq!(total("ｶﾞ"), 2);
        assert_eq!(total("か\u{3099}"), 2);
        assert_eq!(total("A①"), 3);
    }
}
