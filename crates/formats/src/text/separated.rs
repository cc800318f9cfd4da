//! Comma-separated values (RFC 4180) cut into cells with their places.
//!
//! Our own cutter, because the place of every cell's first character is wanted, also behind quoted
//! cells with line breaks. Stricter than most: a quote inside an unquoted cell is refused, for it is
//! nearly always a cell whose quoting slipped, and reading on would shift all cells behind it.

use std::iter::Peekable;
use std::str::Chars;

/// A cell and where its first character stands (the quote, when it is quoted).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) line: u32,
    pub(super) column: u32,
}

/// A row of cells.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) line: u32,
    pub(super) cells: Vec<Cell>,
}

/// Why a text cannot be cut, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) sort: FaultSort,
    pub(super) line: u32,
    pub(super) column: u32,
}

/// What is wrong with the quoting.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FaultSort {
    /// A quoted cell never ends; the place is its opening quote.
    NeverClosed,
    /// A quote inside a cell that does not begin with one.
    StrayQuote,
    /// Something other than a comma or a line end behind a closing quote.
    AfterQuote,
    /// More cells than a workspace may have.
    TooMany,
}

/// Cuts a text into records; rows whose cells are all empty are left out. `room` is how many cells
/// may still be read: a file of commas alone would otherwise fill the memory.
pub(super) fn cut(text: &str, room: &mut usize) -> Result<Vec<Record>, Fault> {
    let mut cutter = Cutter {
        rest: text.chars().peekable(),
        line: 1,
        column: 1,
    };
    let mut records = Vec::new();
    while cutter.rest.peek().is_some() {
        let record = cutter.record(room)?;
        if record.cells.iter().any(|cell| !cell.text.is_empty()) {
            records.push(record);
        }
    }
    Ok(records)
}

struct Cutter<'a> {
    rest: Peekable<Chars<'a>>,
    line: u32,
    column: u32,
}

impl Cutter<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        match c {
            '\n' => (self.line, self.column) = (self.line + 1, 1),
            _ => self.column += 1,
        }
        Some(c)
    }

    fn fault(&self, sort: FaultSort) -> Fault {
        Fault {
            sort,
            line: self.line,
            column: self.column,
        }
    }

    fn record(&mut self, room: &mut usize) -> Result<Record, Fault> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let (line, column) = (self.line, self.column);
            *room = room
                .checked_sub(1)
                .ok_or_else(|| self.fault(FaultSort::TooMany))?;
            let text = match self.rest.peek() {
                Some('"') => self.quoted()?,
                _ => self.plain()?,
            };
            cells.push(Cell { text, line, column });
            match self.next() {
                Some(',') => {}
                _ => break,
            }
        }
        Ok(Record { line, cells })
    }

    fn plain(&mut self) -> Result<String, Fault> {
        let mut text = String::new();
        loop {
            match self.rest.peek() {
                None | Some(',' | '\n') => return Ok(text),
                Some('"') => return Err(self.fault(FaultSort::StrayQuote)),
                Some(_) => text.extend(self.next()),
            }
        }
    }

    fn quoted(&mut self) -> Result<String, Fault> {
        let opening = self.fault(FaultSort::NeverClosed);
        self.next();
        let mut text = String::new();
        loop {
            match self.next() {
                None => return Err(opening),
                Some('"') => match self.rest.peek() {
                    Some('"') => {
                        self.next();
                        text.push('"');
                    }
                    None | Some(',' | '\n') => return Ok(text),
                    Some(_) => return Err(self.fault(FaultSort::AfterQuote)),
                },
                Some(c) => text.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<(String, u32, u32)>> {
        let cell = |cell: Cell| (cell.text, cell.line, cell.column);
        cut(text, &mut 99)
            .unwrap()
            .into_iter()
            .map(|record| record.cells.into_iter().map(cell).collect())
            .collect()
    }

    #[test]
    fn every_cell_knows_its_line_and_column_also_behind_line_breaks() {
        let found = cells("a,b,c\n1,\"x\ny, \"\"z\"\"\",3\n\n,,\n受付,ふた,end");
        let owned = |list: &[(&str, u32, u32)]| -> Vec<(String, u32, u32)> {
            list.iter()
                .map(|(text, line, column)| ((*text).to_owned(), *line, *column))
                .collect()
        };
        assert_eq!(
            found,
            vec![
                owned(&[("a", 1, 1), ("b", 1, 3), ("c", 1, 5)]),
                owned(&[("1", 2, 1), ("x\ny, \"z\"", 2, 3), ("3", 3, 11)]),
                owned(&[("受付", 6, 1), ("ふた", 6, 4), ("end", 6, 7)]),
            ]
        );
    }

    #[test]
    fn a_last_empty_cell_counts() {
        assert_eq!(cells("a,\n")[0].len(), 2);
        assert_eq!(cells("a,")[0].len(), 2);
        assert_eq!(cells("").len(), 0);
    }

    #[test]
    fn slipped_quoting_is_refused_at_its_place() {
        let fault = |text: &str| {
            cut(text, &mut 9)
                .map_err(|fault| (fault.sort, fault.line, fault.column))
                .unwrap_err()
        };
        assert_eq!(fault("a\nb,\"c"), (FaultSort::NeverClosed, 2, 3));
        assert_eq!(fault("a\nb, \"c\""), (FaultSort::StrayQuote, 2, 4));
        assert_eq!(fault("\"a\" ,b"), (FaultSort::AfterQuote, 1, 4));
        assert_eq!(fault(",,,,,,,,,,,,"), (FaultSort::TooMany, 1, 10));
    }
}
