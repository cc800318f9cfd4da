//! What the search looks through, as data for the script.

use std::fmt::Write;

use mamori_tree::{Block, Document, Shape};

use super::{Site, headings, name};
use crate::blocks::row_place;
use crate::{printable, single_line};

/// The texts of the site, one entry for each section and row: title of the page, heading, address, text.
pub(super) fn index(site: &Site<'_>) -> String {
    let mut script = "window.mamoriIndex = [".to_owned();
    for page in &site.pages {
        for (heading, place, text) in sections(page.document) {
            let address = name(page.document) + &place;
            let title = single_line(&page.document.title);
            script.push('\n');
            script.push('[');
            for value in [&title, &heading, &address, &text] {
                quote(&mut script, value);
                script.push(',');
            }
            script.push_str("],");
        }
    }
    for (at, entry) in site.glossary.iter().enumerate() {
        script.push_str("\n[");
        let address = format!("glossary.html#{}", crate::terms::anchor(at));
        for value in [
            super::GLOSSARY.say(site.language),
            &entry.term,
            &address,
            &format!("{} {}", entry.aliases.join(" "), entry.meaning),
        ] {
            quote(&mut script, value);
            script.push(',');
        }
        script.push_str("],");
    }
    script.push_str("\n];\n");
    script
}

/// What can be found in a document: heading, place and text of each section, and of each row of a
/// table, as a list of hundreds of rows is no answer.
fn sections(document: &Document) -> Vec<(String, String, String)> {
    let mut places = headings(document).into_iter();
    let mut sections = vec![(String::new(), String::new(), document.purpose.clone())];
    let (mut heading, mut section, mut row) = (String::new(), 0, 0);
    for block in &document.blocks {
        if matches!(block, Block::Heading { .. } | Block::Drawing(_))
            && let Some((_, text, place)) = places.next()
        {
            heading = single_line(text);
            (section, row) = (section + 1, 0);
            sections.push((heading.clone(), format!("#{place}"), String::new()));
        }
        let Block::Table(table) = block else {
            // A section's rows may stand between it and its later text.
            let own = sections
                .iter_mut()
                .rev()
                .find(|(_, place, _)| !place.contains('-'));
            if let Some((_, _, text)) = own {
                add(text, block);
            }
            continue;
        };
        for cells in &table.rows {
            row += 1;
            let texts: Vec<String> = cells
                .cells
                .iter()
                .map(|cell| printable(&cell.text).into_owned())
                .collect();
            let place = format!("#{}", row_place(section, row));
            sections.push((heading.clone(), place, texts.join(" ")));
        }
    }
    sections
}

fn add(all: &mut String, block: &Block) {
    let mut add = |text: &str| {
        if !text.is_empty() {
            all.push(' ');
            all.push_str(&printable(text));
        }
    };
    match block {
        Block::Heading { .. } | Block::Table(_) => {}
        Block::Paragraph(text) | Block::Note(text) => add(text),
        Block::List(items) => items.iter().for_each(|item| add(item)),
        Block::Drawing(drawing) => {
            add(&drawing.summary);
            for shape in &drawing.shapes {
                if let Shape::Label { text, .. } = shape {
                    add(text);
                }
            }
        }
    }
}

/// A text as a string of the script. Signs that could end the script or the string are written by
/// their code, even where the script is read from a file of its own.
fn quote(script: &mut String, text: &str) {
    script.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' | '<' | '>' | '&' | '\'' | '`' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                write!(script, "\\u{:04x}", u32::from(character)).expect("writing to a string cannot fail");
            }
            character => script.push(character),
        }
    }
    script.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_string() {
        let mut script = String::new();
        quote(&mut script, "\"];</script>\\\u{2028}\n診療");
        assert_eq!(
            script,
            "\"\\u0022];\\u003c/script\\u003e\\u005c\\u2028\\u000a診療\""
        );
    }
}
