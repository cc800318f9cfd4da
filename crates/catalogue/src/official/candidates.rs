//! Readings of a found text that the fingerprint may prove right.

use super::wording::{FoundText, single_blanks};

/// Letters that text recognition takes for one another in this guideline: misread, meant.
const MISREAD: [(&str, &str); 2] = [("經", "経"), ("バッチ", "パッチ")];

/// Cells joined at most: a wording is not spread over more.
const CELLS_MAX: usize = 6;

/// All readings of a found text, the plain one first. Each is a possible wording; which one is the
/// official one only its fingerprint tells.
pub(super) fn candidates(found: &FoundText) -> Vec<String> {
    let mut readings = Vec::new();
    for count in 1..=found.cells.len().min(CELLS_MAX) {
        let joined = found.cells[..count].concat();
        readings.push(joined.clone());
        // A sentence cut at the end of a page goes on in one cell of the next rows.
        readings.extend(found.following.iter().map(|rest| format!("{joined}{rest}")));
    }
    let mut all: Vec<String> = Vec::new();
    for reading in readings {
        for version in [
            reading.clone(),
            without_markup(&reading, "・"),
            without_markup(&reading, ""),
        ] {
            let repaired = MISREAD
                .iter()
                .fold(version.clone(), |text, (from, to)| text.replace(from, to));
            for text in [version, repaired] {
                let text = single_blanks(&text);
                if !text.is_empty() && !all.contains(&text) {
                    all.push(text);
                }
            }
        }
    }
    all
}

/// The text without tags. Within a list the blanks between the points are all that is left of their
/// bullets, so each point gets `bullet` back.
fn without_markup(text: &str, bullet: &str) -> String {
    let mut out = String::new();
    let mut in_list = false;
    let mut rest = text;
    loop {
        let (before, tag, after) = match rest.find('<').and_then(|open| {
            let close = rest[open..].find('>')? + open;
            Some((&rest[..open], &rest[open + 1..close], &rest[close + 1..]))
        }) {
            Some(found) => found,
            None => (rest, "", ""),
        };
        if in_list {
            for point in before.split_whitespace() {
                out.push(' ');
                out.push_str(bullet);
                out.push_str(point);
            }
        } else {
            out.push_str(before);
        }
        if tag.is_empty() && after.is_empty() {
            return out;
        }
        match tag.split_whitespace().next().unwrap_or_default() {
            "ul" | "ol" => in_list = true,
            "/ul" | "/ol" => in_list = false,
            _ => {}
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(cells: &[&str], following: &[&str]) -> FoundText {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        FoundText {
            cells: texts(cells),
            following: texts(following),
            line: 1,
        }
    }

    #[test]
    fn the_plain_reading_comes_first() {
        assert_eq!(
            candidates(&found(&["端末を 閉じる。", "◎"], &[]))[0],
            "端末を 閉じる。"
        );
    }

    #[test]
    fn lists_get_their_bullets_back() {
        let text = "次を行う。 <ul style=\"x\"> 甲を見る 乙を見る ";
        assert!(candidates(&found(&[text], &[])).contains(&"次を行う。 ・甲を見る ・乙を見る".to_owned()));
        let closed = "次を行う。<ul><li>甲</li><li>乙</li></ul>以上。";
        assert!(candidates(&found(&[closed], &[])).contains(&"次を行う。 ・甲 ・乙以上。".to_owned()));
    }

    #[test]
    fn an_open_tag_without_an_end_is_text() {
        assert_eq!(without_markup("甲 < 乙", "・"), "甲 < 乙");
        assert_eq!(without_markup("<p>甲</p>", "・"), "甲");
    }

    #[test]
    fn cut_sentences_are_joined() {
        let all = candidates(&found(&["端末を", "◎"], &["6.3 組織", "閉じる。"]));
        assert!(all.contains(&"端末を閉じる。".to_owned()));
    }
}
