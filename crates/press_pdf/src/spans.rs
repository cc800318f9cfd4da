//! Cuts tables at row borders. A cell that reaches over a border is divided in two, and its text is
//! repeated below with the mark （続き）: nobody should have to leaf back to learn what a row is
//! about.

use mamori_press::{CONTINUED, PressFault};
use mamori_tree::{Cell, Language, Row, Table};

/// A cell over more rows than this is divided before shorter ones are.
const SHORT_SPAN: usize = 12;

/// Letters of a row that fill about as much of a page as a row of a register, fourteen cells of words
/// and figures, does.
pub(crate) const LETTERS: usize = 250;

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
            .or_else(|| lowest_free(SHORT_SPAN))
            .unwrap_or(most)
    }

    /// The part above a border and the part below it.
    pub(crate) fn cut(self, border: usize, language: Language) -> (Grid, Grid) {
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for mut placed in self.cells {
            let end = placed.row + usize::from(placed.cell.rows);
            if placed.row >= border {
                placed.row -= border;
                below.push(placed);
                continue;
            }
            if end > border {
                let mut rest = Placed {
                    row: 0,
                    ..placed.clone()
                };
                rest.cell.rows = part(end - border);
                if !rest.cell.text.is_empty() {
                    rest.cell.text += CONTINUED.say(language);
                }
                placed.cell.rows = part(border - placed.row);
                below.push(rest);
            }
            above.push(placed);
        }
        // What is left of divided cells has to stand among the cells of the first row.
        below.sort_by_key(|placed| (placed.row, placed.column));
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

    /// How many plain rows each row counts for, by the letters in it; those of a cell over several
    /// rows are shared among them.
    pub(crate) fn loads(&self) -> Vec<usize> {
        let mut letters = vec![0; self.rows];
        for placed in &self.cells {
            let rows = usize::from(placed.cell.rows);
            let share = placed.cell.text.chars().count().div_ceil(rows.max(1));
            for row in &mut letters[placed.row..placed.row + rows] {
                *row += share;
            }
        }
        let load = |letters: usize| letters.div_ceil(LETTERS).max(1);
        letters.into_iter().map(load).collect()
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows
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

fn part(rows: usize) -> u16 {
    u16::try_from(rows).expect("a part is no longer than its cell")
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
    fn rows_that_do_not_fill_the_grid_are_refused() {
        let rows = [Row::new(vec![Cell::new("x")])];
        assert!(matches!(Grid::of("表", &rows, 2), Err(PressFault::Grid { .. })));
    }
}
