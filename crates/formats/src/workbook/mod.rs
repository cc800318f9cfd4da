//! The workbook: a whole workspace in one XLSX file, for people who would rather fill in sheets.
//!
//! A sheet for each kind of thing, empty ones included. Row 1 (hidden) says which kind the sheet
//! holds, row 2 has the labels, row 3 the names of the fields in small grey type; values begin in
//! row 4. Things of services and institutions stand together, with the service or institution in
//! the first column. Every value is a cell of text, so `007` and `=1+1` stay as they were typed.
//! Reading goes by the hidden row and the names of the fields, so columns may be moved and sheets
//! renamed.

mod codes;
mod fields;
mod guide;
mod layout;
mod looks;
mod read;
mod rows;
mod single;
mod write;

pub(crate) use read::read_what_can_be;
pub use read::{read, read_along};
pub use write::write;
