//! Raw values to files and back: text folder, JSON, workbook, tables.
//!
//! Every encoding reads into [`mamori_domain::raw::RawWorkspace`] and writes from it; the model's
//! own fields are described once, in `mamori_domain`. Readers collect every problem with its place
//! and never panic, whatever the bytes are.

pub mod generate;
pub mod normal;
pub mod text;
pub mod xlsx_reader;
