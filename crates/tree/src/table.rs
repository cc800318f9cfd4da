//! Tables: columns, rows, cells that may span several of either.

/// A table with a repeated head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet in a workbook; at most 31 characters, unique in the document.
    pub name: String,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// Rows repeated at the top of every page. Their cells may span columns and rows.
    pub head: Vec<Row>,
    /// The rows. A cell that spans rows stands only in the first of them; the following rows leave
    /// it out, as in HTML.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Width in half-width characters (a Japanese character counts two). Paper presses scale the
    /// widths so that the columns fill the page.
    pub width: u16,
    /// How cells of the column are aligned.
    pub alignment: Alignment,
}

/// Horizontal alignment of a cell's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// At the start of the line.
    Start,
    /// Centred.
    Centre,
    /// At the end, for figures.
    End,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The cells that begin in this row.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text; line breaks are kept.
    pub text: String,
    /// How many rows the cell covers, at least 1.
    pub rows: u16,
    /// How many columns the cell covers, at least 1.
    pub columns: u16,
    /// What the cell means, which a press turns into a look.
    pub style: CellStyle,
}

/// What a cell means. A press gives it a look that is legible without colour as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellStyle {
    /// Ordinary content.
    Plain,
    /// A head cell.
    Head,
    /// A heading inside the table that groups the rows under it.
    Group,
    /// A proposal nobody has reviewed yet (提案).
    Proposed,
    /// Something that needs attention: an error, a risk of the highest rank.
    Severe,
    /// Something to look at: a warning, a risk that must be treated.
    Raised,
    /// Of little weight: not applicable, a low risk.
    Muted,
}

impl Cell {
    /// An ordinary cell.
    pub fn new(text: impl Into<String>) -> Self {
        Cell {
            text: text.into(),
            rows: 1,
            columns: 1,
            style: CellStyle::Plain,
        }
    }

    /// A head cell.
    pub fn head(text: impl Into<String>) -> Self {
        Cell::new(text).styled(CellStyle::Head)
    }

    /// The cell with a meaning.
    pub fn styled(mut self, style: CellStyle) -> Self {
        self.style = style;
        self
    }

    /// The cell covering `rows` rows and `columns` columns.
    pub fn spanning(mut self, rows: u16, columns: u16) -> Self {
        self.rows = rows.max(1);
        self.columns = columns.max(1);
        self
    }
}

impl Column {
    /// A column whose cells start at the left.
    pub const fn start(width: u16) -> Self {
        Column {
            width,
            alignment: Alignment::Start,
        }
    }

    /// A column whose cells are centred.
    pub const fn centre(width: u16) -> Self {
        Column {
            width,
            alignment: Alignment::Centre,
        }
    }

    /// A column of figures.
    pub const fn end(width: u16) -> Self {
        Column {
            width,
            alignment: Alignment::End,
        }
    }
}

impl Row {
    /// A row of cells.
    pub fn new(cells: Vec<Cell>) -> Self {
        Row { cells }
    }
}

impl Table {
    /// Lays the cells on a grid: for each row of `rows`, the cells that begin in it with the column
    /// they begin at. The one place that knows how spans push later cells to the right.
    ///
    /// # Errors
    /// The first place where the rows do not fill the grid exactly: a message for the author of a
    /// document, found by tests.
    pub fn place(rows: &[Row], columns: usize) -> Result<Vec<Vec<(usize, &Cell)>>, String> {
        let mut covered = vec![0usize; columns];
        let mut placed = Vec::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            let mut line = Vec::with_capacity(row.cells.len());
            let mut cells = row.cells.iter();
            let mut column = 0;
            while column < columns {
                if covered[column] > 0 {
                    covered[column] -= 1;
                    column += 1;
                    continue;
                }
                let cell = cells
                    .next()
                    .ok_or(format!("row {at} leaves column {column} empty"))?;
                if cell.rows == 0 || cell.columns == 0 {
                    return Err(format!("row {at}: the cell at column {column} covers nothing"));
                }
                let end = column + usize::from(cell.columns);
                if end > columns || covered[column..end].iter().any(|&rows| rows > 0) {
                    return Err(format!("row {at}: the cell at column {column} does not fit"));
                }
                line.push((column, cell));
                covered[column..end].fill(usize::from(cell.rows) - 1);
                column = end;
            }
            if cells.next().is_some() {
                return Err(format!("row {at} has more cells than columns"));
            }
            placed.push(line);
        }
        match covered.iter().position(|&rows| rows > 0) {
            Some(column) => Err(format!("a cell in column {column} reaches below the last row")),
            None => Ok(placed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(u16, u16)]) -> Row {
        Row::new(
            cells
                .iter()
                .map(|&(rows, columns)| Cell::new("x").spanning(rows, columns))
                .collect(),
        )
    }

    #[test]
    fn spans_push_later_cells_to_the_right() {
        let rows = [row(&[(2, 1), (1, 2)]), row(&[(1, 1), (1, 1)])];
        let placed = Table::place(&rows, 3).unwrap();
        let starts: Vec<Vec<usize>> = placed
            .iter()
            .map(|line| line.iter().map(|(column, _)| *column).collect())
            .collect();
        assert_eq!(starts, [vec![0, 1], vec![1, 2]]);
    }

    #[test]
    fn a_row_that_does_not_fill_the_grid_is_named() {
        assert!(Table::place(&[row(&[(1, 1)])], 2).unwrap_err().contains("row 0"));
        assert!(Table::place(&[row(&[(1, 3)])], 2).is_err());
        assert!(
            Table::place(&[row(&[(2, 1)])], 1)
                .unwrap_err()
                .contains("below the last row")
        );
        let nothing = Cell {
            rows: 0,
            ..Cell::new("x")
        };
        assert!(
            Table::place(&[Row::new(vec![nothing])], 1)
                .unwrap_err()
                .contains("covers nothing")
        );
        assert!(
            Table::place(&[row(&[(1, 1), (1, 1), (1, 1)])], 2)
                .unwrap_err()
                .contains("more cells")
        );
    }
}
