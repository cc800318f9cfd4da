//! Readers of files of events: each format hands its rows to one intake, which judges them. Series of
//! samples, from probes and from tools that watch a service, become stops first.

mod fleet;
pub mod fuzz;
mod records;
mod series;
mod shapes;
mod suggestion;
mod table;
mod workbook;

pub use fleet::{CONTRACT_MAX, FleetAccount, FleetTable, NAMED_MAX, ROWS_MAX, Shards, read_fleet};
pub use series::{GAP_INTERVALS, Gap, Sampling};
pub use shapes::Shape;

use mamori_service_levels::Intake;
use mamori_words::Said;

/// Longest file that is read, in bytes.
pub const BYTES_MAX: usize = 256 << 20;

/// A format of files of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values with a row of headings.
    Csv,
    /// Comma-separated samples of a probe: `time,up`.
    Samples,
    /// A workbook whose first sheet with values is a table of events.
    Workbook,
    /// JSON, a document or a record a line; nothing if the keys of the first record tell its shape.
    Json(Option<Shape>),
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 7] = [
        Format::Csv,
        Format::Samples,
        Format::Workbook,
        Format::Json(None),
        Format::Json(Some(Shape::Events)),
        Format::Json(Some(Shape::Heartbeats)),
        Format::Json(Some(Shape::Webhook)),
    ];

    /// The format of a file by its name and its first bytes; nothing if the name is none of ours.
    pub fn of(name: &str, bytes: &[u8]) -> Option<Format> {
        let lower = name.to_ascii_lowercase();
        let extension = lower.rsplit_once('.')?.1;
        if !["csv", "json", "jsonl", "ndjson", "xlsx"].contains(&extension) {
            return None;
        }
        let bytes = table::without_mark(bytes).trim_ascii_start();
        let headings = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let heading = |wanted: &[u8]| {
            let mut cells = headings.split(|byte| *byte == b',');
            cells.any(|cell| cell.trim_ascii() == wanted)
        };
        Some(match bytes.first() {
            Some(b'{' | b'[') => Format::Json(None),
            _ if bytes.starts_with(b"PK") => Format::Workbook,
            _ if heading(b"up") && !heading(b"kind") => Format::Samples,
            _ => Format::Csv,
        })
    }
}

/// Reads a file of events as the next source of an intake.
///
/// # Errors
/// Why the file as a whole cannot be read; a row that cannot be used is refused in the intake.
pub fn read(format: Format, bytes: &[u8], sampling: Sampling, intake: &mut Intake) -> Result<(), Said> {
    if bytes.len() > BYTES_MAX {
        return Err(Said::new(
            "ファイルが大きすぎます（上限256MiB）",
            "The file is too large (256 MiB at most)",
        ));
    }
    intake.begin_source();
    match format {
        Format::Csv => table::read(bytes, intake),
        Format::Samples => series::read(bytes, sampling, intake),
        Format::Workbook => workbook::read(bytes, intake),
        Format::Json(shape) => shapes::read(bytes, shape, sampling, intake),
    }
}
