//! Turns a document into the values that the template sets. User text stays a value: it is never
//! part of the template's code.

use mamori_press::{PressFault, labels, single_line, width};
use mamori_tree::{Block, Document, Orientation};
use serde_json::{Value, json};

use crate::Fonts;
use crate::drawings;
use crate::family::Family;
use crate::glyphs::settable;
use crate::sizes::body_room;
use crate::tables::Tables;

/// The longest heading that becomes a bookmark, in characters.
const LONGEST_BOOKMARK: usize = 200;

/// The document as the bytes of `data.json`.
///
/// # Errors
/// [`PressFault::Grid`] when a table's cells do not fill its grid.
pub(crate) fn data(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, PressFault> {
    let room = body_room(document.orientation);
    let family = fonts.family(document.language);
    let say = |text: &str| settable(text, family, room * 500);
    // Larger text: fewer characters to the line.
    let large = |text: &str| settable(text, family, room * 250);
    let running = &document.running;
    let short = |text: &str, columns| shortened(&settable(&single_line(text), family, usize::MAX), columns);
    let facts: Vec<(String, &str)> = facts(document)
        .into_iter()
        .map(|(label, value)| (settable(label, family, usize::MAX), value))
        .collect();
    let labels = labels_width(&facts, family, document.orientation);
    // The running head is set at 8pt, so a half-width character takes 4pt of the line.
    let head_columns = match document.orientation {
        Orientation::Portrait => 118,
        Orientation::Landscape => 180,
    };
    let handling = short(&running.confidentiality, 40);
    let mut levels = Levels::default();
    let mut tables = Tables::of(document, fonts);
    let blocks = document
        .blocks
        .iter()
        // An empty heading has nothing to say and no place among the bookmarks.
        .filter(|block| !matches!(block, Block::Heading { text, .. } if blank(&say(text))))
        .map(|block| match block {
            Block::Heading { level, text } => Ok(json!({
                "kind": "heading", "level": levels.next(*level), "text": large(text),
                "bookmark": text.chars().count() <= LONGEST_BOOKMARK,
            })),
            Block::Paragraph(text) => Ok(json!({ "kind": "paragraph", "text": say(text) })),
            Block::Note(text) => {
                Ok(json!({ "kind": "note", "text": settable(text, family, (room - 6) * 500) }))
            }
            Block::List(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| settable(item, family, (room - 6) * 500))
                    .collect();
                Ok(json!({ "kind": "list", "items": items }))
            }
            Block::Table(table) => tables.table(table),
            Block::Drawing(drawing) => Ok(drawings::values(drawing, fonts, levels.0, document.language)),
        })
        .collect::<Result<Vec<Value>, PressFault>>()?;
    let value = json!({
        "font": family.name(),
        "figures": fonts.figures().name(),
        "lang": document.language.code(),
        "landscape": document.orientation == Orientation::Landscape,
        // A file has to have a title.
        "name": if blank(&say(&document.title)) { document.id.to_owned() } else { short(&document.title, 200) },
        "author": short(&running.provider, 200),
        "title": large(&document.title),
        "purpose": say(&document.purpose),
        "labels": labels,
        "facts": facts.iter().map(|(label, value)| {
            [settable(label, family, (labels - LABEL_SPACE) * 1_000 / LABEL), settable(value, family, room * 1_000 / 3)]
        }).collect::<Vec<_>>(),
        "running": {
            "owner": short(&joined(&running.provider, &running.service), head_columns - width_of(&handling)),
            "handling": handling,
            "made": format!(
                "{}: {}   {}: {}",
                labels::AS_OF.say(document.language), short(&running.as_of, 20),
                labels::REVISION.say(document.language), short(&running.revision, 40),
            ),
        },
        "blocks": blocks,
        "spans": tables.spans,
    });
    Ok(value.to_string().into_bytes())
}

/// Width of a half-width character in a label: bold text of 9 points.
const LABEL: usize = 9_200;

/// Space around a label, and a little more.
const LABEL_SPACE: usize = 13_000;

/// Width of the column of labels: the longest one, but no more than a third of the page.
fn labels_width(facts: &[(String, &str)], family: &Family, orientation: Orientation) -> usize {
    let letter = |character| match width(character) {
        0 | 1 => family.width(character),
        _ => 1_000,
    };
    let width = |text: &str| (text.chars().map(letter).sum::<usize>() * LABEL).div_ceil(1_000) + LABEL_SPACE;
    let longest = facts.iter().map(|(label, _)| width(label)).max();
    longest
        .unwrap_or(LABEL_SPACE)
        .min(body_room(orientation) * 5_000 / 3)
}

/// What stands in the title block: the running head in full, then the document's own facts.
fn facts(document: &Document) -> Vec<(&str, &str)> {
    let running = &document.running;
    let head = [
        (labels::PROVIDER, &running.provider),
        (labels::SERVICE, &running.service),
        (labels::AS_OF, &running.as_of),
        (labels::REVISION, &running.revision),
        (labels::HANDLING, &running.confidentiality),
    ];
    let head = head
        .into_iter()
        .map(|(label, value)| (label.say(document.language), value.as_str()));
    let own = document
        .facts
        .iter()
        .map(|(label, value)| (label.as_str(), value.as_str()));
    head.filter(|(_, value)| !value.is_empty()).chain(own).collect()
}

/// Whether nothing of a text would be seen.
pub(crate) fn blank(set: &str) -> bool {
    set.chars().all(char::is_whitespace)
}

fn joined(provider: &str, service: &str) -> String {
    let between = if provider.is_empty() || service.is_empty() {
        ""
    } else {
        " / "
    };
    format!("{provider}{between}{service}")
}

/// How many half-width characters a text is wide.
fn width_of(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// The first characters of a text that fit into `columns` half-width characters.
fn shortened(text: &str, columns: usize) -> String {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += width(character);
        if used > columns {
            return format!("{}…", text[..at].trim_end());
        }
    }
    text.to_owned()
}

/// Levels of headings without gaps, as PDF/UA asks: the first is 1, and none is more than one below
/// the heading before it.
#[derive(Default)]
struct Levels(u8);

impl Levels {
    fn next(&mut self, level: u8) -> u8 {
        self.0 = level.clamp(1, self.0 + 1).min(3);
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_headings_have_no_gaps() {
        let mut levels = Levels::default();
        let levels: Vec<u8> = [3, 3, 9, 0, 2, 3]
            .into_iter()
            .map(|level| levels.next(level))
            .collect();
        assert_eq!(levels, [1, 2, 3, 1, 2, 3]);
    }

    #[test]
    fn a_running_head_is_cut_to_its_place() {
        assert_eq!(shortened("あいうえお", 6), "あいう…");
        assert_eq!(shortened("あいう", 6), "あいう");
        assert_eq!(joined("甲社", ""), "甲社");
    }
}
