//! Cuts tables at row borders. A cell that reaches over a border is divided in two, and its text is
//! repeated below with the mark （続き）: nobody should have to leaf back to learn what a row is
//! about.

use mamori_press::{CONTINUED, PressFault};
use mamori_tree::{Cell, Language, Row, Table};

/// A cell over more rows than this is divided on paper.
pub(crate) const LONGEST_SPAN: usize = 12;

/// A cell with the place it begins at.
#[derive(Debug, Clone)]
struct Placed {
    row: usize,
    column: usize,
    cell: Cell,
}

/// The cells of a part of a table with their places.
pub(crate) struct Grid {
    rows: usize,
    cells: Vec<Placed>,
}

impl Grid {
    /// Lays out the rows of a table.
    ///
    /// # Errors
    /// [`PressFault::Grid`] when they do not fill the grid.
    pub(crate) fn of(table: &str, rows: &[Row], columns: usize) -> Result<Grid, PressFault> {
        let fault = |message| PressFault::Grid {
            table: table.to_owned(),
            message,
        };
        let placed = Table::place(rows, columns).map_err(fault)?;
        let cells = placed.into_iter().enumerate().flat_map(|(row, line)| {
            line.into_iter().map(move |(column, cell)| Placed {
                row,
                column,
                cell: cell.clone(),
            })
        });
        Ok(Grid {
            rows: rows.len(),
            cells: cells.collect(),
        })
    }

    /// For each border (the border `n` lies above row `n`) whether a cell of at most `longest` rows
    /// reaches over it.
    fn crossed(&self, longest: usize) -> Vec<bool> {
        let mut crossed = vec![false; self.rows + 1];
        for placed in &self.cells {
            let rows = usize::from(placed.cell.rows);
            if rows <= longest {
                crossed[placed.row + 1..placed.row + rows].fill(true);
            }
        }
        crossed
    }

    /// The best border for a cut that leaves at most `most` rows above: the lowest one in the lower
    /// half that no cell reaches over; else one that only long cells reach over; else exactly
    /// `most`.
    pub(crate) fn border(&self, most: usize) -> usize {
        let most = most.max(1).min(self.rows);
        let lowest_free = |longest| {
            let crossed = self.crossed(longest);
            (most.div_ceil(2)..=most).rev().find(|border| !crossed[*border])
        };
        lowest_free(usize::MAX)
            .or_else(|| lowest_free(LONGEST_SPAN))
            .unwrap_or(most)
    }

    /// Divides the cells that reach over the borders.
    fn divide(&mut self, language: Language, borders: impl Fn(&Placed) -> Vec<usize>) {
        let mut divided = Vec::with_capacity(self.cells.len());
        for placed in self.cells.drain(..) {
            let end = placed.row + usize::from(placed.cell.rows);
            let mut from = placed.row;
            for to in borders(&placed).into_iter().chain([end]) {
                let mut cell = placed.cell.clone();
                cell.rows = u16::try_from(to - from).expect("a part is no longer than the cell");
                if from > placed.row && !cell.text.is_empty() {
                    cell.text += CONTINUED.say(language);
                }
                divided.push(Placed {
                    row: from,
                    column: placed.column,
                    cell,
                });
                from = to;
            }
        }
        divided.sort_by_key(|placed| (placed.row, placed.column));
        self.cells = divided;
    }

    /// Divides cells over more than [`LONGEST_SPAN`] rows, at borders no shorter cell reaches over
    /// where there are such.
    pub(crate) fn divide_long(&mut self, language: Language) {
        let crossed = self.crossed(LONGEST_SPAN);
        self.divide(language, |placed| {
            let end = placed.row + usize::from(placed.cell.rows);
            let mut borders = Vec::new();
            let mut from = placed.row;
            while end - from > LONGEST_SPAN {
                // Parts of about the same length read better than a last part of one row.
                let aim = (end - from).div_ceil((end - from).div_ceil(LONGEST_SPAN));
                let free = |border: &usize| !crossed[from + border];
                let part = (aim..=LONGEST_SPAN)
                    .find(free)
                    .or_else(|| (aim / 2 + 1..aim).rev().find(free))
                    .unwrap_or(aim);
                from += part;
                borders.push(from);
            }
            borders
        });
    }

    /// The part above a border and the part below it.
    pub(crate) fn cut(mut self, border: usize, language: Language) -> (Grid, Grid) {
        self.divide(language, |placed| {
            let end = placed.row + usize::from(placed.cell.rows);
            if placed.row < border && border < end {
                vec![border]
            } else {
                Vec::new()
            }
        });
        let (above, mut below): (Vec<Placed>, Vec<Placed>) =
            self.cells.into_iter().partition(|placed| placed.row < border);
        below.iter_mut().for_each(|placed| placed.row -= border);
        (
            Grid {
                rows: border,
                cells: above,
            },
            Grid {
                rows: self.rows - border,
                cells: below,
            },
        )
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows
    }

    /// The rows with the column each cell begins at.
    pub(crate) fn lines(&self) -> Vec<Vec<(usize, &Cell)>> {
        let mut lines = vec![Vec::new(); self.rows];
        for placed in &self.cells {
            lines[placed.row].push((placed.column, &placed.cell));
        }
        lines
    }

    /// The rows as a table holds them.
    pub(crate) fn into_rows(self) -> Vec<Row> {
        let mut rows = vec![Row::default(); self.rows];
        for placed in self.cells {
            rows[placed.row].cells.push(placed.cell);
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two columns: cells over `tall` rows at the left, single cells at the right.
    fn grid(tall: &[u16]) -> Grid {
        let mut rows = Vec::new();
        for &over in tall {
            rows.push(Row::new(vec![Cell::new("左").spanning(over, 1), Cell::new("右")]));
            rows.extend((1..over).map(|_| Row::new(vec![Cell::new("右")])));
        }
        Grid::of("表", &rows, 2).unwrap()
    }

    fn left(grid: &Grid) -> Vec<(usize, u16, String)> {
        let left = grid.cells.iter().filter(|placed| placed.column == 0);
        left.map(|placed| (placed.row, placed.cell.rows, placed.cell.text.clone()))
            .collect()
    }

    #[test]
    fn a_cut_prefers_a_border_that_no_cell_reaches_over() {
        assert_eq!(grid(&[4, 4, 4]).border(10), 8);
        assert_eq!(grid(&[4, 4, 4]).border(100), 12);
        assert_eq!(grid(&[30]).border(10), 10, "a long cell is cut where it must be");
    }

    #[test]
    fn a_cut_repeats_the_text_of_a_cell_it_divides() {
        let (above, below) = grid(&[6]).cut(4, Language::Japanese);
        assert_eq!(left(&above), [(0, 4, "左".to_owned())]);
        assert_eq!(left(&below), [(0, 2, "左（続き）".to_owned())]);
        for part in [above, below] {
            let count = part.len();
            let rows = part.into_rows();
            assert_eq!(rows.len(), count);
            assert!(Table::place(&rows, 2).is_ok(), "both parts fill their grids");
        }
    }

    #[test]
    fn long_cells_are_divided_into_parts_of_like_length() {
        let mut grid = grid(&[3, 25, 12]);
        grid.divide_long(Language::English);
        let texts = ["左", "左", "左 (cont.)", "左 (cont.)", "左"];
        let parts: Vec<u16> = left(&grid).iter().map(|part| part.1).collect();
        assert_eq!(parts, [3, 9, 8, 8, 12]);
        assert_eq!(
            left(&grid).into_iter().map(|part| part.2).collect::<Vec<_>>(),
            texts
        );
        assert!(Table::place(&grid.into_rows(), 2).is_ok());
    }

    #[test]
    fn rows_that_do_not_fill_the_grid_are_refused() {
        let rows = [Row::new(vec![Cell::new("x")])];
        assert!(matches!(Grid::of("表", &rows, 2), Err(PressFault::Grid { .. })));
    }
}
