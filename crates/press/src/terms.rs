//! Finds the words of a glossary in texts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, Render, html as markup};

/// A way a term is written, and the term's number.
struct Spelling {
    letters: Vec<char>,
    term: usize,
}

/// All spellings of all terms, by their first letter, the longest first.
pub(crate) struct Terms {
    by_first: BTreeMap<char, Vec<Spelling>>,
    meanings: Vec<String>,
}

/// A text with the terms that were found in it.
pub(crate) struct Marked<'t> {
    text: Cow<'t, str>,
    /// Begin and end in bytes, and what stands there: the term's number and its meaning.
    found: Vec<(usize, usize, usize, String)>,
}

impl Terms {
    /// The terms, each with its spellings and its meaning.
    pub(crate) fn new<'g>(terms: impl Iterator<Item = (Vec<&'g str>, &'g str)>) -> Self {
        let mut by_first: BTreeMap<char, Vec<Spelling>> = BTreeMap::new();
        let mut meanings = Vec::new();
        for (term, (spellings, meaning)) in terms.enumerate() {
            for spelling in spellings {
                let letters: Vec<char> = spelling.chars().collect();
                // A single letter is found everywhere and explains nothing.
                if letters.len() > 1 {
                    let first = letters[0].to_ascii_lowercase();
                    by_first
                        .entry(first)
                        .or_default()
                        .push(Spelling { letters, term });
                }
            }
            meanings.push(meaning.to_owned());
        }
        for spellings in by_first.values_mut() {
            spellings.sort_by_key(|spelling| (std::cmp::Reverse(spelling.letters.len()), spelling.term));
        }
        Terms { by_first, meanings }
    }

    /// Marks each term where the text first uses it, unless it is among those explained already.
    pub(crate) fn mark<'t>(&self, text: Cow<'t, str>, explained: &mut BTreeSet<usize>) -> Marked<'t> {
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let end_of = |at: usize| letters.get(at).map_or(text.len(), |(place, _)| *place);
        let mut found = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let Some((term, length)) = self.spelled(&letters, at) else {
                at += 1;
                continue;
            };
            if explained.insert(term) {
                found.push((
                    letters[at].0,
                    end_of(at + length),
                    term,
                    self.meanings[term].clone(),
                ));
            }
            at += length;
        }
        Marked { text, found }
    }

    /// The longest term that is spelled at a place as a word of its own, and its length.
    fn spelled(&self, text: &[(usize, char)], at: usize) -> Option<(usize, usize)> {
        let before = at.checked_sub(1).map(|before| text[before].1);
        let spellings = self.by_first.get(&text[at].1.to_ascii_lowercase())?;
        let fits = |spelling: &&Spelling| {
            let end = at + spelling.letters.len();
            let same = text.get(at..end).is_some_and(|part| {
                // Abbreviations are short and in capitals; words may begin with one.
                let strict = spelling.letters.len() < 5;
                part.iter().zip(&spelling.letters).all(|((_, letter), wanted)| {
                    letter == wanted || (!strict && letter.eq_ignore_ascii_case(wanted))
                })
            });
            same && !joined(before, spelling.letters.first().copied())
                && !joined(
                    spelling.letters.last().copied(),
                    text.get(end).map(|(_, letter)| *letter),
                )
        };
        let spelling = spellings.iter().find(fits)?;
        Some((spelling.term, spelling.letters.len()))
    }
}

/// Whether two letters side by side belong to one word: two Latin letters, or two of katakana.
fn joined(left: Option<char>, right: Option<char>) -> bool {
    let katakana = |letter: char| matches!(letter, 'ァ'..='ヺ' | 'ー');
    match (left, right) {
        (Some(left), Some(right)) => {
            (left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric())
                || (katakana(left) && katakana(right))
        }
        _ => false,
    }
}

impl<'t> Marked<'t> {
    /// A text without terms.
    pub(crate) fn plain(text: Cow<'t, str>) -> Self {
        Marked {
            text,
            found: Vec::new(),
        }
    }
}

impl Render for Marked<'_> {
    fn render_to(&self, buffer: &mut String) {
        let mut from = 0;
        for (start, end, term, meaning) in &self.found {
            self.text[from..*start].render_to(buffer);
            let link: Markup = markup! {
                a.term href={ "glossary.html#" (anchor(*term)) } data-means=(meaning) { (self.text[*start..*end]) }
            };
            buffer.push_str(&link.0);
            from = *end;
        }
        self.text[from..].render_to(buffer);
    }
}

/// The place of a term in the glossary.
pub(crate) fn anchor(term: usize) -> String {
    format!("t{}", term + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        let terms = [
            (vec!["リスク"], "損害の見込み"),
            (vec!["リスク対応"], "\"どうするか\""),
            (vec!["ログ", "log"], "記録"),
            (vec!["IoT"], "物"),
        ];
        Terms::new(terms.into_iter())
    }

    fn found(text: &str) -> Vec<String> {
        let marked = terms().mark(Cow::Borrowed(text), &mut BTreeSet::new());
        let part = |(start, end, ..): &(usize, usize, usize, String)| marked.text[*start..*end].to_owned();
        marked.found.iter().map(part).collect()
    }

    #[test]
    fn the_longest_term_that_is_a_word_is_found_once() {
        assert_eq!(found("リスク対応とリスク、またリスク"), ["リスク対応", "リスク"]);
        assert!(found("カタログ blog PIoT iot").is_empty());
        assert_eq!(found("アクセスのログ。IoT機器"), ["ログ", "IoT"]);
    }

    #[test]
    fn a_text_with_terms_is_escaped_like_any_other() {
        let marked = terms().mark(Cow::Borrowed("<b>リスク対応</b>"), &mut BTreeSet::new());
        assert_eq!(
            marked.render().0,
            "&lt;b&gt;<a class=\"term\" href=\"glossary.html#t2\" data-means=\"&quot;どうするか&quot;\">リスク対応</a>&lt;/b&gt;"
        );
    }
}
