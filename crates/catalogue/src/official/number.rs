//! Item numbers (`①-1`) and group numbers (`1.1.`) as they stand in a copy.

use unicode_normalization::UnicodeNormalization;

/// A circled figure as printed before a measure.
pub(super) fn is_mark(c: char) -> bool {
    ('①'..='⑳').contains(&c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | 'ー' | '－' | '―')
}

/// A cell that starts with an item number: the number as we write it, and the text behind it.
pub(super) fn item_number(cell: &str) -> Option<(String, &str)> {
    let cell = cell.trim();
    let mut chars = cell.char_indices().peekable();
    let (_, mark) = chars.next().filter(|(_, c)| is_mark(*c))?;
    chars.next().filter(|(_, c)| is_hyphen(*c))?;
    let mut figures = String::new();
    let mut end = cell.len();
    while let Some((place, c)) = chars.peek().copied() {
        let Some(figure) = std::iter::once(c).nfkc().next().filter(char::is_ascii_digit) else {
            end = place;
            break;
        };
        figures.push(figure);
        chars.next();
    }
    let rest = cell.get(end..)?;
    // 「①-1における」 is a sentence that refers to an item, no number of its own row.
    let separated = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (!figures.is_empty() && figures.len() <= 3 && separated)
        .then(|| (format!("{mark}-{figures}"), rest.trim()))
}

/// A cell that is the heading of a group, `1.1. …`: the group's number.
pub(super) fn group_number(cell: &str) -> Option<String> {
    let cell: String = cell.trim().chars().take(12).collect::<String>().nfkc().collect();
    let (viewpoint, rest) = cell.split_once('.')?;
    let (group, rest) = rest.split_once('.')?;
    let figures =
        |text: &str| !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    // The dot behind the second figure tells 「1.1. 規程…」 from a section number 「6.3 組織…」.
    let heading = rest
        .trim_start()
        .chars()
        .next()
        .is_some_and(|c| !c.is_ascii_digit());
    (figures(viewpoint) && figures(group) && heading).then(|| format!("{viewpoint}.{group}"))
}

/// An item's identifier as people type it in a table: `1.1.①-1`, `1.1 ①－1`, `１．１．①-1`.
pub(super) fn typed_id(text: &str) -> Option<String> {
    let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mark = squeezed.char_indices().find(|(_, c)| is_mark(*c))?.0;
    let (group, number) = squeezed.split_at(mark);
    let group: String = group.nfkc().collect();
    let group = group.trim_end_matches('.');
    let (first, second) = group.split_once('.')?;
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (number, rest) = item_number(number)?;
    (figures(first) && figures(second) && rest.is_empty()).then(|| format!("{group}.{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_in_their_spellings() {
        assert_eq!(item_number(" ①-1 "), Some(("①-1".to_owned(), "")));
        assert_eq!(item_number("③－１２"), Some(("③-12".to_owned(), "")));
        assert_eq!(item_number("②-3 端末を"), Some(("②-3".to_owned(), "端末を")));
        assert_eq!(item_number("①-1における"), None);
        assert_eq!(item_number("①アクセス"), None);
        assert_eq!(item_number("①-"), None);
        assert_eq!(item_number("1-1"), None);
    }

    #[test]
    fn tells_groups_from_sections() {
        assert_eq!(group_number("1.10. 非常時"), Some("1.10".to_owned()));
        assert_eq!(group_number("6.3 組織的"), None);
        assert_eq!(group_number("1.人的"), None);
        assert_eq!(group_number("3.1.2 説明"), None);
        assert_eq!(group_number("3.1.2. 説明"), None);
    }

    #[test]
    fn reads_ids_as_typed() {
        for typed in ["1.1.①-1", "1.1①-1", " 1.1. ①－1 ", "１．１．①-１"] {
            assert_eq!(typed_id(typed).as_deref(), Some("1.1.①-1"), "{typed}");
        }
        for no in ["", "No.", "1.1", "①-1", "1.1.①-1の"] {
            assert_eq!(typed_id(no), None, "{no}");
        }
    }
}
