//! Readers of files of events: each format hands its rows to one intake, which judges them.

mod fleet;
mod suggestion;
mod table;

pub use fleet::{CONTRACT_MAX, FleetAccount, FleetTable, NAMED_MAX, ROWS_MAX, Shards, read_fleet};

use mamori_service_levels::Intake;
use mamori_words::Said;

/// Longest file that is read, in bytes.
pub const BYTES_MAX: usize = 256 << 20;

/// A format of files of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values with a row of headings.
    Csv,
}

impl Format {
    /// The format of a file by its name; nothing if it is none of ours.
    pub fn of_name(name: &str) -> Option<Format> {
        let lower = name.to_ascii_lowercase();
        lower.ends_with(".csv").then_some(Format::Csv)
    }
}

/// Reads a file of events as the next source of an intake.
///
/// # Errors
/// Why the file as a whole cannot be read; a row that cannot be used is refused in the intake.
pub fn read(format: Format, bytes: &[u8], intake: &mut Intake) -> Result<(), Said> {
    if bytes.len() > BYTES_MAX {
        return Err(Said::new(
            "ファイルが大きすぎます（上限256MiB）",
            "The file is too large (256 MiB at most)",
        ));
    }
    intake.begin_source();
    match format {
        Format::Csv => table::read(bytes, intake),
    }
}
