//! Whether a text that another program took out of a print says what the tree says, in its order.

use crate::runs::{Place, Run, packed, squeezed};

/// Signs that presses set before an item of a list.
const SIGNS: [char; 2] = ['・', '•'];

/// Holds a text against the runs: the same letters in the same order, none missing and none more.
///
/// # Errors
/// The run at which the text differs first.
pub fn exactly(runs: &[Run], found: &str) -> Result<usize, String> {
    let found = packed(found);
    let mut rest = found.as_str();
    let mut letters = 0;
    for run in runs {
        let wanted = squeezed(&run.text);
        if run.place == Place::Item {
            rest = rest.strip_prefix(SIGNS).unwrap_or(rest);
        }
        rest = rest.strip_prefix(wanted.as_str()).ok_or_else(|| {
            let have: String = rest.chars().take(wanted.chars().count() + 20).collect();
            format!("after {letters} letters “{wanted}” should follow, yet there is “{have}”")
        })?;
        letters += wanted.chars().count();
    }
    match rest.is_empty() {
        true => Ok(letters),
        false => Err(format!("more text than the tree has: “{}”", start(rest))),
    }
}

fn start(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Holds the text of pages against the runs. Heads and feet stand between, heads of tables are
/// repeated, and a run may be cut by the end of a page; so the beginnings of the runs must follow one
/// another, and every run must be there whole or in pieces cut by pages. Cells that cover several
/// rows may be set after their neighbours, and labels of drawings in any order.
///
/// # Errors
/// The first run that is missing or stands before the one it should follow.
pub fn in_order(runs: &[Run], pages: &[String]) -> Result<usize, String> {
    let text: String = pages.iter().map(|page| packed(page)).collect();
    let mut from = 0;
    let mut letters = 0;
    for run in runs {
        let wanted = squeezed(&run.text);
        letters += wanted.chars().count();
        if wanted.is_empty() {
            continue;
        }
        match run.place {
            Place::Flow | Place::Item | Place::Cell => {
                let (at, length) = beginning(&wanted, &text[from..]).ok_or_else(|| {
                    format!("“{}” does not follow “{}”", start(&wanted), before(&text, from))
                })?;
                if length < wanted.len() {
                    pieces(&wanted, &text[from + at..])?;
                }
                from += at + length;
            }
            Place::Spanning | Place::Drawing => pieces(&wanted, &text)?,
        }
    }
    Ok(letters)
}

fn before(text: &str, at: usize) -> String {
    let tail: Vec<char> = text[..at].chars().rev().take(30).collect();
    tail.into_iter().rev().collect()
}

/// Where a text or, if a page cuts it, its first letters stand, with how many bytes were found.
fn beginning(wanted: &str, text: &str) -> Option<(usize, usize)> {
    let first = |count: usize| {
        let end = wanted
            .char_indices()
            .nth(count)
            .map_or(wanted.len(), |(at, _)| at);
        text.find(&wanted[..end]).map(|at| (at, end))
    };
    [usize::MAX, 40, 20, 10, 5].into_iter().find_map(first)
}

/// Whether a text is there, whole or cut by pages into no more pieces than its length explains.
fn pieces(wanted: &str, text: &str) -> Result<(), String> {
    if text.contains(wanted) {
        return Ok(());
    }
    let mut rest = wanted;
    for _ in 0..PIECES + wanted.chars().count() / LETTERS_A_PAGE {
        // The longest beginning that is there.
        let ends: Vec<usize> = rest
            .char_indices()
            .map(|(at, _)| at)
            .skip(1)
            .chain([rest.len()])
            .collect();
        let there = ends.partition_point(|end| text.contains(&rest[..*end]));
        match there {
            0 => break,
            count => rest = &rest[ends[count - 1]..],
        }
        if rest.is_empty() {
            return Ok(());
        }
    }
    Err(format!(
        "“{}” is not there: missing from “{}”",
        start(wanted),
        start(rest)
    ))
}

/// How many pieces pages may make of a short run. Chance finds short pieces anywhere, so few are allowed.
const PIECES: usize = 3;

/// The letters of one narrow column of a page: a longer run may be cut once more for each so many.
const LETTERS_A_PAGE: usize = 300;

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(texts: &[&str]) -> Vec<Run> {
        texts.iter().map(|text| Run::flow(*text)).collect()
    }

    #[test]
    fn the_same_text_is_found_and_every_other_told() {
        let wanted = runs(&["表題", "第一 段落", "=1+1\u{202e}"]);
        assert_eq!(exactly(&wanted, "表題\n第一段\n落 =1+1[U+202E]"), Ok(18));
        let fault = |found: &str| exactly(&wanted, found).unwrap_err();
        assert!(fault("表題 =1+1[U+202E] 第一段落").contains("“第一段落” should follow"));
        assert!(fault("表題 第一落 =1+1[U+202E]").contains("第一段落"));
        assert!(
            fault("表題 第一段落 =1+1\u{202e}").contains("=1+1"),
            "a mark that turns text around"
        );
        assert!(fault("表題 第一段落 2").contains("=1+1"));
        assert!(fault("表題 第一段落 =1+1[U+202E] 余り").contains("more text"));
    }

    #[test]
    fn only_an_item_of_a_list_has_a_sign_before_it() {
        let item = Run {
            place: Place::Item,
            ..Run::flow("一つ")
        };
        assert!(exactly(std::slice::from_ref(&item), "• 一つ").is_ok());
        assert!(exactly(&runs(&["一つ"]), "• 一つ").is_err());
    }

    #[test]
    fn pages_may_cut_runs_but_not_reorder_or_lose_them() {
        let wanted = runs(&[
            "はじめの段落です。",
            "二つめの段落は頁をまたぎます。",
            "おわりの段落です。",
        ]);
        let pages = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let good = [
            "はじめの段落です。二つめの段落は頁を 1/2",
            "頭 またぎます。おわりの段落です。 2/2",
        ];
        assert!(in_order(&wanted, &pages(&good)).is_ok());
        let swapped = ["二つめの段落は頁をまたぎます。はじめの段落です。おわりの段落です。"];
        assert!(
            in_order(&wanted, &pages(&swapped))
                .unwrap_err()
                .contains("does not follow")
        );
        let lost = ["はじめの段落です。二つめの段落は頁をまた", "おわりの段落です。"];
        assert!(
            in_order(&wanted, &pages(&lost))
                .unwrap_err()
                .contains("missing from")
        );
    }

    #[test]
    fn a_cell_over_several_rows_may_come_later_but_not_be_lost() {
        let cell = |text: &str, place| Run {
            text: text.to_owned(),
            place,
        };
        let wanted = [cell("高い欄の文", Place::Spanning), cell("低い欄", Place::Cell)];
        assert!(in_order(&wanted, &["低い欄 高い欄の文".to_owned()]).is_ok());
        assert!(in_order(&wanted, &["低い欄".to_owned()]).is_err());
    }
}
