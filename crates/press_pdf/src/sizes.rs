//! Sizes on paper, in thousandths of a point: whole numbers, so that they are the same everywhere.

use mamori_tree::{Column, Orientation};

/// Space at the left and right of a cell's text.
pub(crate) const INSET: usize = 3_000;

/// Space above and below a cell's text.
const PADDING: usize = 3_500;

/// Width and height of the text area of an A4 page. Keep in step with `template.typ`: margins are
/// 15 mm at the sides, 22 mm above and 18 mm below.
const fn area(orientation: Orientation) -> (usize, usize) {
    match orientation {
        Orientation::Portrait => (millimetres(210 - 30), millimetres(297 - 40)),
        Orientation::Landscape => (millimetres(297 - 30), millimetres(210 - 40)),
    }
}

const fn millimetres(length: usize) -> usize {
    length * 72_000 * 10 / 254
}

/// Half-width characters of body text (10 pt) that fit on a line.
pub(crate) fn body_room(orientation: Orientation) -> usize {
    area(orientation).0 / 5_000
}

/// How a table fits a page.
pub(crate) struct Sizes {
    /// Size of the text.
    pub(crate) text: usize,
    /// Widths of the columns; their sum is the width of the text area.
    pub(crate) columns: Vec<usize>,
    /// Height of the text area.
    pub(crate) page: usize,
}

impl Sizes {
    /// Fits columns to a page: the text is as large as the columns' widths allow, between 6.5 and 9
    /// points, and the columns share the page by their widths.
    pub(crate) fn fit(columns: &[Column], orientation: Orientation) -> Sizes {
        let (width, page) = area(orientation);
        let count = columns.len().max(1);
        let free = width.saturating_sub(2 * INSET * count).max(count * 1_000);
        let wanted: usize = columns
            .iter()
            .map(|column| usize::from(column.width.max(2)))
            .sum();
        let text = (free * 2 / wanted.max(1)).clamp(6_500, 9_000);
        let columns = columns
            .iter()
            .map(|column| 2 * INSET + free * usize::from(column.width.max(2)) / wanted.max(1))
            .collect();
        Sizes { text, columns, page }
    }

    /// Takes room from the widest column for each whose longest word, given in thousandths of the text's
    /// size, would have to be broken.
    pub(crate) fn widened(mut self, words: &[usize]) -> Sizes {
        for (at, word) in words.iter().enumerate() {
            let needed = (word * self.text).div_ceil(1_000) + 2 * INSET;
            let missing = needed.saturating_sub(self.columns[at]);
            let widest = (0..self.columns.len()).max_by_key(|other| self.columns[*other]);
            // A word so long that it would cost a third of the widest column may be broken.
            if let Some(widest) = widest.filter(|other| *other != at && self.columns[*other] >= 3 * missing) {
                self.columns[widest] -= missing;
                self.columns[at] += missing;
            }
        }
        self
    }

    /// Half-width characters that fit side by side in a cell.
    pub(crate) fn room(&self, column: usize, columns: usize) -> usize {
        let width: usize = self.columns[column..column + columns].iter().sum();
        width.saturating_sub(2 * INSET) * 2 / self.text
    }

    /// Width of a cell's text, in thousandths of its size.
    pub(crate) fn width(&self, column: usize, columns: usize) -> usize {
        let width: usize = self.columns[column..column + columns].iter().sum();
        width.saturating_sub(2 * INSET) * 1_000 / self.text
    }

    /// About the height of a row with so many lines of text.
    pub(crate) fn height(&self, lines: usize) -> usize {
        lines * self.text * 13 / 10 + 2 * PADDING
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_page_and_text_shrinks_to_fit() {
        let few = Sizes::fit(&[Column::start(10), Column::start(30)], Orientation::Portrait);
        assert_eq!(few.text, 9_000);
        assert!(few.columns.iter().sum::<usize>().abs_diff(510_236) < 10);
        let many = Sizes::fit(&[Column::start(20); 14], Orientation::Landscape);
        assert_eq!(many.text, 6_500);
        assert!(many.columns.iter().sum::<usize>().abs_diff(756_850) < 20);
        assert_eq!(Sizes::fit(&[], Orientation::Portrait).columns.len(), 0);
    }

    #[test]
    fn a_word_takes_the_room_it_needs_from_the_widest_column() {
        let sizes = || Sizes::fit(&[Column::start(6), Column::start(60)], Orientation::Portrait);
        let before = sizes();
        let after = sizes().widened(&[1_000, 0]);
        assert_eq!(after.columns, before.columns, "one that fits takes nothing");
        let word = 6_000;
        let after = sizes().widened(&[word, 0]);
        assert!(after.columns[0] >= word * after.text / 1_000 + 2 * INSET);
        assert_eq!(
            after.columns.iter().sum::<usize>(),
            before.columns.iter().sum::<usize>()
        );
        assert_eq!(
            sizes().widened(&[90_000, 0]).columns,
            before.columns,
            "too long a word is broken"
        );
    }
}
