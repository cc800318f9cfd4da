//! The statement of 400 control items as a text document: our press against python-docx.

use crate::goals::{held, skipped};
use crate::pairs::{Work, in_turn, ratio};
use crate::session::Session;
use crate::statement::{self, CONTROLS};
use serde_json::{Value, json};
use std::fs::File;
use std::io::Read;

const REFERENCE: &str = include_str!("../../references/python_docx_statement.py");
const GOAL: &str = "docx/faster-than-python-docx";

/// Measures the figure.
pub fn measure(session: &Session) -> Result<Value, String> {
    let out = session.path("ours.docx");
    let ours = || -> Work<'_> { Box::new(|| Ok(session.work(&["docx", &out])?.0)) };
    let python = match session.python_module("docx", "python-docx", REFERENCE) {
        Ok(python) => python,
        Err(why) => {
            let ([press], load) = in_turn([ours()])?;
            agree(&out)?;
            return Ok(json!({
                "press": press.shown(), "load": load,
                "goals": { "faster_than_python_docx": skipped(GOAL, &why) },
            }));
        }
    };
    let (lines, other) = (session.path("statement.jsonl"), session.path("theirs.docx"));
    std::fs::write(&lines, statement::json_lines()).map_err(|error| error.to_string())?;
    let theirs: Work<'_> = Box::new(|| Ok(python.work(&[&lines, &other])?.0));
    let ([press, library], load) = in_turn([ours(), theirs])?;
    let letters = agree(&out)?;
    agree(&other)?;
    Ok(json!({
        "work": format!("{CONTROLS} control items, each a heading, a paragraph and a table of 4 × 2 cells"),
        "press": press.shown(),
        "python_docx": { "version": python.version, "cost": library.shown() },
        "letters_compared": letters,
        "load": load,
        "goals": { "faster_than_python_docx": held(GOAL, ratio(library.cpu(), press.cpu())) },
    }))
}

/// Whether a text document says the whole statement in its order; what it says in front, such as its
/// cover, is its own affair.
fn agree(path: &str) -> Result<usize, String> {
    let said = said(path).map_err(|error| format!("{path}: {error}"))?;
    let wanted: String = statement::texts().concat();
    match said.ends_with(&wanted) {
        true => Ok(wanted.chars().count()),
        false => Err(format!("{path} does not say the statement")),
    }
}

/// The letters of a text document, without its markup.
fn said(path: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut archive = zip::ZipArchive::new(File::open(path)?)?;
    let mut markup = String::new();
    archive
        .by_name("word/document.xml")?
        .read_to_string(&mut markup)?;
    let mut said = String::new();
    // Both write every text into elements of this name, and no sign of the statement needs escaping.
    for part in markup
        .split("<w:t")
        .skip(1)
        .filter(|part| part.starts_with(['>', ' ']))
    {
        let text = part.split_once('>').map_or("", |(_, text)| text);
        said.push_str(text.split_once('<').map_or(text, |(text, _)| text));
    }
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_tree::Block;

    #[test]
    fn another_text_is_no_agreement() {
        let folder = std::env::temp_dir().join(format!("mamori-bench-docx-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("x.docx").display().to_string();
        let mut document = statement::document();
        std::fs::write(&path, mamori_press_docx::docx(&document).unwrap()).unwrap();
        assert!(agree(&path).unwrap() > 20_000);
        let last = document.blocks.iter_mut().rev().find_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            _ => None,
        });
        last.unwrap().pop();
        std::fs::write(&path, mamori_press_docx::docx(&document).unwrap()).unwrap();
        assert!(agree(&path).is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
