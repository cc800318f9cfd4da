//! `clauses/<document>.toml`: the clause library. Editions share it; a clause may name those it is for.

use super::record::{Placed, Record};
use super::{Reading, entries};
use crate::problem::{CatalogueProblems, ProblemKind};
use crate::{
    Circumstance, ClauseBlock, ClauseDocument, ClausePart, ClausePiece, ClauseText, ClauseTextId, ModelFact,
};
use mamori_words::Language;

/// What was read of the library, before its references are known to resolve.
#[derive(Default)]
pub(crate) struct ClauseDraft {
    pub(crate) texts: Vec<Placed<ClauseText>>,
    pub(crate) parts: Vec<Placed<ClausePart>>,
}

impl Reading<'_> {
    /// Reads the files of all documents; a document without a file has no clauses. Clauses of other
    /// editions than `edition` are left out.
    pub(crate) fn clauses(&mut self, edition: &str) -> ClauseDraft {
        let mut draft = ClauseDraft::default();
        for document in ClauseDocument::ALL {
            let file = format!("clauses/{}.toml", document.code());
            let Some(mut record) = self.document(&file) else {
                continue;
            };
            let parts = entries(record.list("part"), &mut self.problems, |record, problems| {
                let id = record.text("id", problems);
                let title = record.bilingual("title", problems);
                let name = id.clone();
                Some((name, ClausePart { document, id, title }))
            });
            let texts = entries(record.list("clause"), &mut self.problems, |record, problems| {
                let id = record.id::<ClauseTextId>("id", problems)?;
                let editions = record.texts("edition");
                let text = clause(record, document, id, problems);
                Some((text.id.to_string(), (text, editions)))
            });
            record.finish(&mut self.problems);
            draft.parts.extend(parts);
            let wanted = |editions: &[String]| {
                editions.is_empty() || editions.iter().any(|name| name == edition || name == "all")
            };
            for Placed { file, line, entry } in texts {
                let (entry, editions) = entry;
                if !wanted(&editions) {
                    continue;
                }
                if draft.texts.iter().any(|other| other.entry.id == entry.id) {
                    let id = entry.id.to_string();
                    self.problems
                        .add(&file, Some(line), ProblemKind::DuplicateId { id });
                    continue;
                }
                draft.texts.push(Placed { file, line, entry });
            }
        }
        draft
    }
}

fn clause(
    record: &mut Record,
    document: ClauseDocument,
    id: ClauseTextId,
    problems: &mut CatalogueProblems,
) -> ClauseText {
    let (file, line) = (record.file.clone(), record.line);
    let text = record.bilingual("text", problems);
    let mut blocks = |field: &str, text: &str, joint: &str| {
        blocks(text, joint).unwrap_or_else(|text| {
            let field = field.to_owned();
            problems.add(&file, Some(line), ProblemKind::BadSlot { field, text });
            Vec::new()
        })
    };
    let ja = blocks("text_ja", &text.ja, "");
    let en = blocks("text_en", &text.en, " ");
    let clause = ClauseText {
        id,
        document,
        part: record.text("part", problems),
        title: record.bilingual_optional("title", problems),
        condition: circumstance(record, "condition", problems),
        unless: circumstance(record, "unless", problems),
        ja,
        en,
    };
    let (in_ja, in_en) = (clause.slots(Language::Japanese), clause.slots(Language::English));
    let differ: Vec<&str> = in_ja.symmetric_difference(&in_en).copied().collect();
    // A language that is missing or unreadable has been told of already.
    if !differ.is_empty() && !clause.ja.is_empty() && !clause.en.is_empty() {
        let slots = differ.join(" ");
        problems.add(&file, Some(line), ProblemKind::SlotsDiffer { slots });
    }
    clause
}

fn circumstance(
    record: &mut Record,
    field: &'static str,
    problems: &mut CatalogueProblems,
) -> Option<Circumstance> {
    let fact = record
        .values
        .get(field)
        .and_then(|value| ModelFact::from_code(&value.texts.concat()));
    match fact {
        Some(fact) => {
            record.values.remove(field);
            Some(Circumstance::Fact(fact))
        }
        None => record.id_optional(field, problems).map(Circumstance::Condition),
    }
}

/// The paragraphs and lists of a text: blank lines part paragraphs, `- ` begins an entry of a list, and
/// any other line goes on with the one before, joined by `joint`.
///
/// # Errors
/// The place at which a slot is not written as one.
fn blocks(text: &str, joint: &str) -> Result<Vec<ClauseBlock>, String> {
    let mut parts: Vec<(bool, String)> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            open = false;
        } else if let Some(entry) = line.strip_prefix("- ") {
            parts.push((true, entry.to_owned()));
            open = true;
        } else if let Some((_, last)) = parts.last_mut().filter(|_| open) {
            last.push_str(joint);
            last.push_str(line);
        } else {
            parts.push((false, line.to_owned()));
            open = true;
        }
    }
    let mut found: Vec<ClauseBlock> = Vec::new();
    for (listed, text) in parts {
        let pieces = pieces(&text)?;
        match found.last_mut() {
            Some(ClauseBlock::List(list)) if listed => list.push(pieces),
            _ if listed => found.push(ClauseBlock::List(vec![pieces])),
            _ => found.push(ClauseBlock::Paragraph(pieces)),
        }
    }
    Ok(found)
}

/// A text cut at its slots. A brace that is no slot has no meaning in a clause.
fn pieces(text: &str) -> Result<Vec<ClausePiece>, String> {
    let mut pieces = Vec::new();
    let words = |text: &str, pieces: &mut Vec<ClausePiece>| match (text.is_empty(), text.contains('}')) {
        (true, _) => Ok(()),
        (_, true) => Err(text.to_owned()),
        (false, false) => {
            pieces.push(ClausePiece::Words(text.to_owned()));
            Ok(())
        }
    };
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        words(before, &mut pieces)?;
        let (name, after) = after.split_once('}').ok_or_else(|| format!("{{{after}"))?;
        if !is_slot_name(name) {
            return Err(format!("{{{name}}}"));
        }
        pieces.push(ClausePiece::Slot(name.to_owned()));
        rest = after;
    }
    words(rest, &mut pieces)?;
    Ok(pieces)
}

/// Words of small letters, digits and `_`, joined by dots: `officer.system_manager`.
fn is_slot_name(name: &str) -> bool {
    let word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    name.split('.').all(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_paragraphs_and_lists() {
        let text = "一行目\n続き\n\n二つ目の{a.b}段落\n- 一\n- 二の\n続き\n\n終わり";
        let words = |text: &str| ClausePiece::Words(text.to_owned());
        let expected = [
            ClauseBlock::Paragraph(vec![words("一行目続き")]),
            ClauseBlock::Paragraph(vec![
                words("二つ目の"),
                ClausePiece::Slot("a.b".into()),
                words("段落"),
            ]),
            ClauseBlock::List(vec![vec![words("一")], vec![words("二の続き")]]),
            ClauseBlock::Paragraph(vec![words("終わり")]),
        ];
        assert_eq!(blocks(text, "").unwrap(), expected);
        assert_eq!(
            blocks("a\nb", " ").unwrap(),
            [ClauseBlock::Paragraph(vec![words("a b")])]
        );
    }

    #[test]
    fn a_brace_that_is_no_slot_is_refused() {
        for text in ["a {", "a {}", "{A}", "{a b}", "a } b", "{a..b}", "{1}"] {
            assert!(blocks(text, "").is_err(), "{text}");
        }
    }
}
