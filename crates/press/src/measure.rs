//! How many lines a text takes, counted in half-width characters.
//!
//! An estimate: fonts used for Japanese give kana, kanji and most symbols the width of two digits.
//! A press that cannot ask a font (a workbook is shown by a program we do not know) sets row
//! heights by it, so it errs on the wide side.

pub use mamori_tree::width;

/// Number of lines a text takes in a column of `columns` half-width characters, at least 1. Words
/// of Latin letters move to the next line whole when they fit there; longer ones are broken.
pub fn lines(text: &str, columns: usize) -> usize {
    let columns = columns.max(2);
    // In UTF-8 no character takes fewer bytes than it is wide, except tab and a few signs of
    // Latin-1 that take as many; so short texts need no counting.
    if text.len() <= columns && !text.contains(['\n', '\t']) {
        return 1;
    }
    text.split('\n').map(|line| wrapped(line, columns)).sum()
}

fn wrapped(line: &str, columns: usize) -> usize {
    let (mut lines, mut used, mut word) = (1, 0, 0);
    for character in line.chars() {
        let wide = width(character);
        let breaks = wide >= 2 || character == ' ';
        if used + wide > columns {
            if character == ' ' {
                // A space at the end of a line hangs over it.
                word = 0;
                continue;
            }
            lines += 1;
            used = if !breaks && word > 0 && word < used {
                word
            } else {
                0
            };
            if used == 0 {
                word = 0;
            }
        }
        used += wide;
        word = if breaks { 0 } else { word + wide };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_they_wrap() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("あいうえお", 10), 1);
        assert_eq!(lines("あいうえおか", 10), 2);
        assert_eq!(lines("a\nb\n", 10), 3);
        assert_eq!(lines("abcdef ghijkl", 10), 2, "a word moves whole");
        assert_eq!(
            lines("ab abcdefghijkl", 10),
            3,
            "a word longer than a line moves, then is broken"
        );
        assert_eq!(lines(&"x".repeat(40), 10), 4);
        assert_eq!(lines("0123456789 ", 10), 1, "a space hangs");
        assert_eq!(lines("漢字", 0), 2, "a column is never narrower than a kanji");
    }
}
