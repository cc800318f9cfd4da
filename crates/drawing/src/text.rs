//! Widths of labels, and names broken into lines without cutting words badly.

use mamori_tree::width;

/// How wide a label is at a size of letters.
pub(crate) fn measure(text: &str, size: i32) -> i32 {
    let halves: usize = text.chars().map(width).sum();
    // Rounded up: an odd size must not make a label wider than it was reckoned.
    (i32::try_from(halves).unwrap_or(i32::MAX / 1_000) * size + 1) / 2
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Digit,
    Hiragana,
    Katakana,
    Kanji,
    Other,
}

fn script(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Script::Latin,
        '0'..='9' | '.' | '０'..='９' => Script::Digit,
        'ぁ'..='ん' => Script::Hiragana,
        'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ' => Script::Katakana,
        '一'..='鿿' | '々' | '〆' => Script::Kanji,
        _ => Script::Other,
    }
}

const NEVER_FIRST: &str =
    "、。，．・：；？！）」』】〕］｝〉》ゝゞーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]},.:;?!%％々/／";
const NEVER_LAST: &str = "（「『【〔［｛〈《([{";

/// What it costs the eye to break between two characters; none where no line may break.
fn cost(before: char, rest: &[char]) -> Option<i32> {
    let after = rest[0];
    if NEVER_FIRST.contains(after) || NEVER_LAST.contains(before) || width(after) == 0 {
        return None;
    }
    if before == ' ' || before == '　' || after == '（' || after == '(' {
        return Some(0);
    }
    // The legal form of a company goes to its name or to the next line, never in two.
    if rest.starts_with(&['株', '式', '会', '社']) || rest.starts_with(&['有', '限', '会', '社']) {
        return Some(1);
    }
    if "、。，・／/）)」』】:：＋+-".contains(before) {
        return Some(2);
    }
    Some(match (script(before), script(after)) {
        (Script::Latin | Script::Digit, Script::Latin | Script::Digit) => 400,
        (Script::Hiragana, Script::Kanji | Script::Katakana | Script::Latin) => 6,
        (Script::Katakana, Script::Katakana) => 120,
        (Script::Hiragana, Script::Hiragana) => 60,
        (Script::Kanji, Script::Kanji) => 40,
        (_, Script::Hiragana) => 70,
        _ => 15,
    })
}

/// From this cost on, a break cuts a word of katakana or Latin letters.
pub(crate) const CUTS_A_WORD: i32 = 100;
/// From this cost on, a break may cut a word of kanji.
pub(crate) const MAY_CUT: i32 = 40;

/// What the worst break costs when a text is broken for this room; 0 when it need not be broken.
pub(crate) fn worst(text: &str, size: i32, room: i32) -> i32 {
    let lines = text.lines().map(|line| wrap_line(line.trim(), size, room).1);
    lines.max().unwrap_or(0)
}

/// Breaks a text into lines no wider than `room`, choosing the places that hurt least and lines of
/// like length. Nothing is left out; spaces at the ends of lines go. A single character wider than
/// the room stands alone.
pub(crate) fn wrap(text: &str, size: i32, room: i32) -> Vec<String> {
    text.lines()
        .flat_map(|line| wrap_line(line.trim(), size, room).0)
        .filter(|line| !line.is_empty())
        .collect()
}

/// The lines, and the cost of the worst break between them.
fn wrap_line(text: &str, size: i32, room: i32) -> (Vec<String>, i32) {
    let total = measure(text, size);
    if total <= room {
        return (vec![text.to_owned()], 0);
    }
    let chars: Vec<char> = text.chars().collect();
    let mut ends = vec![0];
    for c in &chars {
        ends.push(ends[ends.len() - 1] + width(*c));
    }
    let wide = |from: usize, to: usize| {
        let halves = i32::try_from(ends[to] - ends[from]).unwrap_or(i32::MAX / 1_000);
        (halves * size + 1) / 2
    };
    // best[i]: least cost of lines that end before character i, and where the last of them begins.
    let mut best: Vec<Option<(i64, usize)>> = vec![None; chars.len() + 1];
    best[0] = Some((0, 0));
    for to in 1..=chars.len() {
        let price = match to == chars.len() {
            true => Some(0),
            false => cost(chars[to - 1], &chars[to..]),
        };
        for from in (0..to).rev() {
            let taken = wide(from, to);
            if taken > room && from + 1 < to {
                break;
            }
            let Some((so_far, _)) = best[from] else { continue };
            // A forbidden break is dearer than any other, and yet there is always a way.
            let price = i64::from(price.unwrap_or(5_000));
            let slack = i64::from((room - taken).max(0)) * 100 / i64::from(room.max(1));
            let sum = so_far + 300 + price + slack * slack / 60;
            if best[to].is_none_or(|(least, _)| sum < least) {
                best[to] = Some((sum, from));
            }
        }
    }
    let (mut lines, mut worst) = (Vec::new(), 0);
    let mut to = chars.len();
    while to > 0 {
        let from = best[to].map_or(to - 1, |(_, from)| from);
        if to < chars.len() {
            worst = worst.max(cost(chars[to - 1], &chars[to..]).unwrap_or(5_000));
        }
        let line: String = chars[from..to].iter().collect();
        lines.push(line.trim().to_owned());
        to = from;
    }
    lines.reverse();
    (lines, worst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_where_words_end() {
        let broken = |text: &str| wrap(text, 200, 1_800).join("|");
        assert_eq!(
            broken("電子カルテサーバ（本番環境）"),
            "電子カルテサーバ|（本番環境）"
        );
        assert_eq!(broken("ファイアウォール・VPN装置"), "ファイアウォール・|VPN装置");
        assert_eq!(broken("医事端末"), "医事端末");
        assert_eq!(
            broken("電子カルテシステムと連携する他社の検査システム"),
            "電子カルテシステム|と連携する他社の|検査システム"
        );
        assert_eq!(broken("Remote maintenance gateway"), "Remote maintenance|gateway");
    }

    #[test]
    fn nothing_is_lost_and_nothing_is_wider_than_the_room() {
        for text in [
            "あ".repeat(50),
            "x".repeat(50),
            "（（（（（".repeat(9),
            "ーーー".repeat(20),
        ] {
            let lines = wrap(&text, 210, 1_000);
            assert_eq!(lines.concat(), text);
            assert!(lines.iter().all(|line| measure(line, 210) <= 1_000), "{lines:?}");
        }
        assert_eq!(worst("バックアップテープ", 200, 1_700), 120);
        assert!(worst("Remote maintenance gateway", 200, 1_800) < MAY_CUT);
        assert_eq!(wrap("あ", 200, 10), ["あ"]);
        assert!(wrap("  ", 200, 1_000).is_empty());
    }
}
