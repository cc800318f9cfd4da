//! Reading the text of the published PDF: a table with tabs, page heads and slipped cells.

use super::number::{group_number, is_mark, item_number};
use super::refusal::NotTheGuideline;
use super::wording::{FoundText, Wording};
use crate::ItemId;

/// How much broken text makes a file unreadable: one broken letter in this many.
const BROKEN_SHARE: usize = 200;

/// Reads 別紙2 from the text of the guideline as extracted from its PDF.
///
/// # Errors
/// [`NotTheGuideline`] if the file is not text or has no table of control items.
pub fn read_text(text: &str) -> Result<Wording, NotTheGuideline> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    refuse_what_is_no_text(text)?;
    let mut table = Table::default();
    let mut inside = false;
    for (place, line) in text.lines().enumerate() {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if is_head(&cells) {
            inside = true;
        } else if inside && !is_page_furniture(&cells) {
            table.row(place + 1, &cells);
        }
    }
    table.close();
    if !inside {
        Err(NotTheGuideline::NoTable)
    } else if table.wording.texts.is_empty() {
        Err(NotTheGuideline::NoItems)
    } else {
        Ok(table.wording)
    }
}

fn refuse_what_is_no_text(text: &str) -> Result<(), NotTheGuideline> {
    if text.trim().is_empty() {
        return Err(NotTheGuideline::Empty);
    }
    // %PDF is a PDF, PK a Word or Excel file; both also hold zero bytes.
    if text.starts_with("%PDF") || text.starts_with("PK\u{3}\u{4}") || text.contains('\0') {
        return Err(NotTheGuideline::NoText);
    }
    let broken = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    if broken * BROKEN_SHARE > text.chars().count() {
        return Err(NotTheGuideline::Garbled);
    }
    Ok(())
}

/// The second row of a page's head: it names the columns. Columns get lost in it, these three do not.
fn is_head(cells: &[&str]) -> bool {
    ["大項目", "小項目", "No."]
        .iter()
        .all(|name| cells.contains(name))
}

/// The title that every page repeats, and the first row of its head.
fn is_page_furniture(cells: &[&str]) -> bool {
    let first = cells
        .iter()
        .find(|cell| !cell.is_empty())
        .copied()
        .unwrap_or_default();
    first.is_empty() || first.starts_with("別紙") || first == "対策項目"
}

/// The table while it is read.
#[derive(Default)]
struct Table {
    wording: Wording,
    /// The group whose rows are being read; none while it is unknown.
    group: Option<String>,
    /// The last number seen in this group, to notice that a new group began without a heading.
    last: Option<(char, u32)>,
    /// The row being read: following rows without a number may belong to it.
    open: Option<(ItemId, FoundText)>,
}

impl Table {
    fn row(&mut self, line: usize, cells: &[&str]) {
        let numbered = cells
            .iter()
            .enumerate()
            .find_map(|(place, cell)| Some((place, item_number(cell)?)));
        let before = numbered.as_ref().map_or(cells.len(), |(place, _)| *place);
        let heading = cells[..before].iter().find_map(|cell| group_number(cell));
        if let Some(group) = heading {
            self.close();
            self.group = Some(group);
            self.last = None;
        }
        match numbered {
            Some((place, (number, rest))) => self.item(line, &number, rest, &cells[place + 1..]),
            None => self.follow(cells),
        }
    }

    /// A row with a number of its own.
    fn item(&mut self, line: usize, number: &str, rest: &str, behind: &[&str]) {
        self.close();
        let order = order_of(number);
        if order.is_some() && order <= self.last {
            // Numbers never go back within a group: its successor began and its heading is lost.
            self.group = None;
        }
        self.last = order;
        let id = self
            .group
            .as_ref()
            .and_then(|group| format!("{group}.{number}").parse::<ItemId>().ok());
        let Some(id) = id.filter(|id| !self.wording.texts.contains_key(id)) else {
            self.wording.unplaced.push(line);
            return;
        };
        let same_number = |cell: &str| item_number(cell).is_some_and(|(other, _)| other == number);
        let cells = std::iter::once(rest)
            .chain(behind.iter().copied())
            .filter(|cell| !cell.is_empty() && !same_number(cell))
            .map(str::to_owned)
            .collect();
        self.open = Some((
            id,
            FoundText {
                cells,
                following: Vec::new(),
                line,
            },
        ));
    }

    /// A row without a number: requirements of another guideline, or the rest of a cut sentence.
    fn follow(&mut self, cells: &[&str]) {
        if let Some((_, found)) = &mut self.open {
            let texts = cells
                .iter()
                .filter(|cell| !cell.is_empty() && !starts_with_mark(cell));
            found.following.extend(texts.map(|cell| (*cell).to_owned()));
        }
    }

    fn close(&mut self) {
        if let Some((id, found)) = self.open.take() {
            self.wording.texts.insert(id, found);
        }
    }
}

fn starts_with_mark(cell: &str) -> bool {
    cell.chars().next().is_some_and(is_mark)
}

/// The order of a number within its group.
fn order_of(number: &str) -> Option<(char, u32)> {
    let (mark, figures) = number.split_once('-')?;
    Some((mark.chars().next()?, figures.parse().ok()?))
}
