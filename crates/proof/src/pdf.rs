//! What qpdf and poppler say about a PDF.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// What was read from a PDF.
pub struct Read {
    /// Number of its pages.
    pub pages: usize,
    /// Whether it is tagged.
    pub tagged: bool,
    /// Whether it has fonts, and all are embedded.
    pub embedded: bool,
    /// The text of each page in the order it was set, without what is repeated at head and foot.
    pub text: Vec<String>,
}

/// What a program says about a file; its refusal is an error.
///
/// # Errors
/// When it cannot start or refuses the file.
pub fn said(program: &str, arguments: &[&str], path: &Path, last: &[&str]) -> Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .arg(path)
        .args(last)
        .output();
    let output = output.with_context(|| format!("cannot start {program}"))?;
    ensure!(output.status.success(), "{program} refuses {}", path.display());
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Makes a PDF of objects as qpdf lists them.
///
/// # Errors
/// When qpdf cannot.
pub fn made(objects: &Value, path: &Path) -> Result<()> {
    let head = json!({ "jsonversion": 2, "pdfversion": "1.7", "pushedinheritedpageresources": false,
        "calledgetallpages": false, "maxobjectid": 1_000_000 });
    let whole =
        json!({ "version": 2, "parameters": { "decodelevel": "generalized" }, "qpdf": [head, objects] });
    let list = path.with_extension("json");
    std::fs::write(&list, whole.to_string())?;
    let made = path.to_string_lossy();
    said("qpdf", &["--json-input"], &list, &[&*made]).map(drop)
}

/// Whether qpdf finds the file's structure sound.
///
/// # Errors
/// When it does not.
pub fn sound(path: &Path) -> Result<()> {
    let checked = said("qpdf", &["--check"], path, &[])?;
    let clean = checked.contains("No syntax or stream encoding errors");
    ensure!(clean, "qpdf on {}: {checked}", path.display());
    Ok(())
}

/// Reads a PDF.
///
/// # Errors
/// When a program refuses it.
pub fn read(path: &Path) -> Result<Read> {
    let info = said("pdfinfo", &[], path, &[])?;
    let fact = |name: &str| {
        let line = info.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().trim().to_owned()
    };
    let fonts = said("pdffonts", &[], path, &[])?;
    let text = said("pdftotext", &["-raw"], path, &["-"])?;
    Ok(Read {
        pages: fact("Pages:").parse().context("pdfinfo counts no pages")?,
        tagged: fact("Tagged:") == "yes",
        embedded: embedded(&fonts),
        text: text.split('\u{c}').map(str::to_owned).collect(),
    })
}

/// The text as poppler reads it by the tags. It sets the whole page anew for every tag, so this is for
/// short papers; `tags` reads the others.
///
/// # Errors
/// When poppler refuses the file.
pub fn tagged_text(path: &Path) -> Result<String> {
    Ok(tags(&said("pdfinfo", &["-struct-text"], path, &[])?))
}

/// Whether a list of fonts by pdffonts holds one at least and embedded ones only.
fn embedded(fonts: &str) -> bool {
    let mut lines = fonts.lines().skip(2).peekable();
    lines.peek().is_some()
        && lines.all(|line| {
            // name, type …, encoding, emb, sub, uni, object ID of two numbers
            let words: Vec<&str> = line.split_whitespace().collect();
            words.len() >= 7 && words[words.len() - 5] == "yes"
        })
}

/// The quoted lines of a structure tree; what else it says are tags and their attributes.
fn tags(structure: &str) -> String {
    let quoted = |line: &'_ str| -> Option<String> {
        let line = line.trim_start().strip_prefix('"')?;
        line.strip_suffix('"').map(str::to_owned)
    };
    structure.lines().filter_map(quoted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_that_is_not_embedded_is_seen() {
        let head = "name type encoding emb sub uni object ID\n-----\n";
        let good = format!("{head}ABCDEF+BIZUDGothic CID TrueType Identity-H yes yes yes 7 0\n");
        assert!(embedded(&good));
        assert!(!embedded(&format!(
            "{good}Helvetica Type 1 WinAnsi no no no 8 0\n"
        )));
        assert!(!embedded(head), "a PDF without fonts has no text");
    }

    #[test]
    fn texts_are_told_from_attributes() {
        let tree = "Document\n  P (block)\n     /Alt (x)\n    \"a \\\"b\"\n    \"c\"\n";
        assert_eq!(tags(tree), "a \\\"bc");
    }
}
