//! Reads XLSX files from strangers: pulls them piece by piece and refuses what goes over a cap.
//!
//! Nothing is allocated from a number the file declares (counts, sizes, positions of cells), so a
//! few kilobytes cannot claim gigabytes: a cell at `XFD1048576` costs one entry. Formulas are never
//! evaluated; the result stored beside them is read. What the file cannot be trusted with — a second
//! entry of the same name, a path that leaves the package, a document type — stops the reading.

#![expect(
    clippy::result_large_err,
    reason = "a problem ends the reading, so its size costs nothing"
)]

mod book;
mod number;
mod package;
mod position;
mod refusal;
mod sheet;
mod strings;
mod styles;
mod xml;

pub use position::{Area, cell_name, column_name, column_number, parse_cell};

use mamori_domain::Problem;
use mamori_domain::raw::Place;
use std::sync::Arc;

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 50 << 20;
/// Most bytes unpacked from all parts together.
pub const UNPACKED_BYTES_MAX: u64 = 50 << 20;
/// Most entries in the package: a program that saves a workbook anew may give each sheet parts of its own for
/// links, drawings, notes and printing.
pub const ENTRIES_MAX: usize = 1_000;
/// How many times larger than packed an entry may become.
pub const RATIO_MAX: u64 = 100;
/// Bytes an entry may unpack to before [`RATIO_MAX`] counts: small parts of repeated tags pack
/// better than that without any harm.
pub const RATIO_FLOOR: u64 = 1 << 20;
/// Most sheets.
pub const SHEETS_MAX: usize = 100;
/// Most cells with a value, in all sheets together.
pub const CELLS_MAX: usize = 1_000_000;
/// Deepest nesting of elements.
pub const DEPTH_MAX: usize = 64;
/// Most tags and texts in all parts together: seven for each of a million cells, and some.
pub const PIECES_MAX: usize = 8_000_000;
/// Most characters in one cell: Excel's own limit.
pub const CHARACTERS_MAX: usize = 32_767;
/// Most shared strings.
pub const STRINGS_MAX: usize = 1_000_000;
/// Most bytes of different texts together.
pub const TEXT_BYTES_MAX: usize = 16 << 20;
/// Most merged areas in a sheet.
pub const MERGED_MAX: usize = 100_000;
/// Most problems collected before reading stops.
pub const PROBLEMS_MAX: usize = 100;
/// Last row of a sheet.
pub const ROW_MAX: u32 = 1_048_576;
/// Last column of a sheet: `XFD`.
pub const COLUMN_MAX: u16 = 16_384;

/// A sheet: its cells that have a value, in order of rows and columns.
#[derive(Debug, Clone)]
pub struct Sheet {
    name: Arc<str>,
    hidden: bool,
    text: Arc<String>,
    cells: Vec<Cell>,
    merged: Vec<Area>,
}

/// A cell's position and the span of its text in the book's texts: 16 bytes, because there may be
/// a million of them.
#[derive(Debug, Clone, Copy)]
struct Cell {
    row: u32,
    column: u16,
    start: u32,
    length: u32,
}

/// A row that has values.
#[derive(Debug, Clone, Copy)]
pub struct Row<'s> {
    sheet: &'s Sheet,
    cells: &'s [Cell],
}

impl Sheet {
    /// Its name.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Whether it is hidden; hidden sheets are read like others.
    pub fn hidden(&self) -> bool {
        self.hidden
    }

    /// The rows that have values, from the top.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.cells
            .chunk_by(|a, b| a.row == b.row)
            .map(|cells| Row { sheet: self, cells })
    }

    /// The text of a cell; empty when it has none. Row and column count from 1.
    pub fn text(&self, row: u32, column: u16) -> &str {
        self.cells
            .binary_search_by_key(&(row, column), |cell| (cell.row, cell.column))
            .map_or("", |at| self.text_of(&self.cells[at]))
    }

    /// The merged areas in the order of the file.
    pub fn merged(&self) -> &[Area] {
        &self.merged
    }

    /// The number of cells with a value.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether no cell has a value.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The place of a cell.
    pub fn place(&self, row: u32, column: u16) -> Place {
        Place::Sheet {
            sheet: self.name.clone(),
            cell: cell_name(row, column),
        }
    }

    /// The place of the whole sheet.
    pub fn whole(&self) -> Place {
        Place::Sheet {
            sheet: self.name.clone(),
            cell: String::new(),
        }
    }

    fn text_of(&self, cell: &Cell) -> &str {
        &self.text[cell.start as usize..(cell.start + cell.length) as usize]
    }
}

impl<'s> Row<'s> {
    /// Its number, from 1.
    pub fn number(&self) -> u32 {
        self.cells[0].row
    }

    /// Its cells that have a value: column from 1 and text.
    pub fn cells(&self) -> impl Iterator<Item = (u16, &'s str)> + use<'s> {
        let sheet = self.sheet;
        self.cells
            .iter()
            .map(move |cell| (cell.column, sheet.text_of(cell)))
    }

    /// The text in a column; empty when it has none.
    pub fn text(&self, column: u16) -> &'s str {
        self.cells
            .binary_search_by_key(&column, |cell| cell.column)
            .map_or("", |at| self.sheet.text_of(&self.cells[at]))
    }
}

/// Reads all worksheets of an XLSX file, hidden ones included, in their order.
///
/// Whole numbers come as their plain digits, days as `YYYY-MM-DD` (with a time, when there is one,
/// as `YYYY-MM-DD HH:MM`), line breaks as `\n`. Runs of rich text are joined; readings (furigana)
/// are left out.
///
/// # Errors
/// Every problem found, at most [`PROBLEMS_MAX`]; one when the file as a whole is refused.
pub fn read_sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Vec<Problem>> {
    book::read(bytes)
}

/// Reads pairs of an id and its wording from the first sheet that has values: ids in column A,
/// wording in column B. A first row whose id cell is a heading (`id`, `番号`, `No.`) is left out.
///
/// # Errors
/// Problems of [`read_sheets`], wordings without an id and ids that stand twice.
pub fn two_columns(bytes: &[u8]) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let sheets = read_sheets(bytes)?;
    let Some(sheet) = sheets.iter().find(|sheet| !sheet.is_empty()) else {
        return Ok(Vec::new());
    };
    let mut problems = Vec::new();
    let mut seen = std::collections::BTreeMap::new();
    let mut pairs = Vec::new();
    for (at, row) in sheet.rows().enumerate() {
        let (id, wording) = (row.text(1).trim(), row.text(2));
        if at == 0 && ["id", "番号", "no.", "no"].contains(&id.to_lowercase().as_str()) {
            continue;
        }
        if id.is_empty() && !wording.trim().is_empty() {
            problems.push(refusal::wording_without_id(&sheet.place(row.number(), 2)));
        } else if let Some(first) = seen.insert(id, row.number()).filter(|_| !id.is_empty()) {
            problems.push(refusal::id_twice(&sheet.place(row.number(), 1), id, first));
        } else if !id.is_empty() && !wording.trim().is_empty() {
            pairs.push((id.to_owned(), wording.to_owned()));
        }
    }
    match problems.is_empty() {
        true => Ok(pairs),
        false => Err(problems),
    }
}

/// Reads bytes as a workbook and forgets the outcome: the target of fuzzing. It only has to return.
pub fn fuzz_xlsx(bytes: &[u8]) {
    if let Ok(sheets) = read_sheets(bytes) {
        for sheet in &sheets {
            for row in sheet.rows() {
                assert!(row.cells().all(|(column, text)| row.text(column) == text));
            }
        }
    }
    drop(two_columns(bytes));
}
