//! The first sheet: title, purpose, facts and everything that is no table, in reading order.

use mamori_tree::{Block, Document, Language, Orientation, Words};
use rust_xlsxwriter::{Url, Worksheet};

use super::looks::{LINE, Looks, Pair};
use super::names::SheetNames;
use super::text::{CellText, Place, write as write_text};
use super::{page, refused};
use crate::{PressFault, labels, lines};

/// Widths of the two columns in half-width characters.
const WIDTHS: [usize; 2] = [24, 72];

/// The link to a table's sheet; `{}` stands for the sheet's name.
const TABLE: Words = Words::new("→ 表はシート「{}」", "→ Table on sheet \"{}\"");

/// Writes the cover.
pub(crate) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    names: &SheetNames,
    looks: &Looks,
) -> Result<(), PressFault> {
    sheet.set_name(&names.cover).map_err(refused)?;
    page::set(sheet, document, Orientation::Portrait);
    sheet.set_screen_gridlines(false);
    sheet.set_column_width(0, f64_of(WIDTHS[0])).map_err(refused)?;
    sheet.set_column_width(1, f64_of(WIDTHS[1])).map_err(refused)?;
    let mut cover = Cover {
        sheet,
        name: &names.cover,
        language: document.language,
        row: 0,
    };
    cover.wide(&document.title, &looks.title, 18)?;
    cover.wide(&document.purpose, &looks.purpose, 11)?;
    cover.row += 1;
    for (label, value) in running(document) {
        cover.fact(label, value, looks)?;
    }
    for (label, value) in &document.facts {
        cover.fact(label, value, looks)?;
    }
    cover.row += 1;
    let mut tables = names.tables.iter();
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } => {
                let at = usize::from(level.saturating_sub(1)).min(2);
                cover.wide(text, &looks.headings[at], [14, 12, 10][at])?;
            }
            Block::Paragraph(text) => cover.wide(text, &looks.paragraph, 10)?,
            Block::Note(text) => cover.wide(text, &looks.note, 10)?,
            Block::List(items) => {
                for item in items {
                    cover.wide(&format!("・{item}"), &looks.paragraph, 10)?;
                }
            }
            Block::Table(_) => {
                let name = tables.next().expect("every table has been named");
                cover.link(name, TABLE.say(document.language), looks)?;
            }
            Block::Drawing(drawing) => {
                cover.wide(&drawing.name, &looks.headings[2], 10)?;
                cover.wide(&drawing.summary, &looks.paragraph, 10)?;
            }
        }
    }
    Ok(())
}

/// What stands at the head of every page on paper, as facts.
fn running(document: &Document) -> Vec<(&'static str, &str)> {
    let running = &document.running;
    [
        (labels::PROVIDER, &running.provider),
        (labels::SERVICE, &running.service),
        (labels::AS_OF, &running.as_of),
        (labels::REVISION, &running.revision),
        (labels::HANDLING, &running.confidentiality),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(label, value)| (label.say(document.language), value.as_str()))
    .collect()
}

fn f64_of(width: usize) -> f64 {
    f64::from(u16::try_from(width).expect("a constant width")) + 1.0
}

struct Cover<'a> {
    sheet: &'a mut Worksheet,
    name: &'a str,
    language: Language,
    row: u32,
}

impl Cover<'_> {
    /// A text over both columns, in a font of `size` points. Empty texts take no row.
    fn wide(&mut self, text: &str, look: &Pair, size: usize) -> Result<(), PressFault> {
        if text.is_empty() {
            return Ok(());
        }
        let text = CellText::new(text);
        let room = self.room(WIDTHS[0] + WIDTHS[1]) * 10 / size;
        let place = Place {
            last_column: 1,
            ..Place::at(self.row, 0)
        };
        write_text(self.sheet, self.name, place, &text, look.of(text.marked))?;
        self.finish(lines(&text.shown, room), size)
    }

    /// Half-width characters that surely fit into a width: English letters are not all of one width.
    fn room(&self, width: usize) -> usize {
        match self.language {
            Language::Japanese => width,
            Language::English => width * 7 / 8,
        }
    }

    /// A label and a value side by side.
    fn fact(&mut self, label: &str, value: &str, looks: &Looks) -> Result<(), PressFault> {
        let (label, value) = (CellText::new(label), CellText::new(value));
        write_text(
            self.sheet,
            self.name,
            Place::at(self.row, 0),
            &label,
            looks.label.of(label.marked),
        )?;
        write_text(
            self.sheet,
            self.name,
            Place::at(self.row, 1),
            &value,
            looks.value.of(value.marked),
        )?;
        let (left, right) = (self.room(WIDTHS[0] - 1), self.room(WIDTHS[1]));
        let needed = lines(&label.shown, left).max(lines(&value.shown, right));
        self.finish(needed, 10)
    }

    /// A link to a table's sheet. The name has been made acceptable, so the link cannot lead
    /// anywhere else.
    fn link(&mut self, name: &str, words: &str, looks: &Looks) -> Result<(), PressFault> {
        let target = Url::new(format!("internal:'{}'!A1", name.replace('\'', "''")))
            .set_text(words.replace("{}", name));
        self.sheet
            .write_url_with_format(self.row, 0, target, &looks.link)
            .map_err(refused)?;
        self.finish(1, 10)
    }

    /// Sets the height of the row that was written and moves on.
    fn finish(&mut self, lines: usize, size: usize) -> Result<(), PressFault> {
        let points = (lines * (LINE * size).div_ceil(10) + 6).min(409);
        let points = u32::try_from(points).expect("at most 409");
        self.sheet.set_row_height(self.row, points).map_err(refused)?;
        self.row += 1;
        Ok(())
    }
}
