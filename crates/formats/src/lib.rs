//! Raw values to files and back: text folder, JSON, workbook, tables.
//!
//! Every encoding reads into [`mamori_domain::raw::RawWorkspace`] and writes from it; the model's
//! own fields are described once, in `mamori_domain`. Readers collect every problem with its place
//! and never panic, whatever the bytes are.

pub mod difference;
pub mod fuzz;
pub mod generate;
pub mod json;
pub mod layout;
pub mod normal;
pub mod rename;
pub mod schema;
pub mod tables;
pub mod text;
pub mod upgrade;
pub mod workbook;
pub mod workspace_file;
pub mod xlsx_reader;
