//! What `mamori duties` takes.

use super::day;
use clap::{Args, ValueEnum};
use mamori_domain::Date;
use std::path::PathBuf;

/// Arguments of `duties`.
#[derive(Args)]
pub struct Duties {
    /// フォルダ・.xlsx・.json / Folder, .xlsx or .json
    pub workspace: PathBuf,
    /// この日までのもの。なければ基準日から12か月 / Up to this day; 12 months from the day of the check when absent
    #[arg(long, value_parser = day)]
    pub until: Option<Date>,
    /// 出力の形 / Output format
    #[arg(long, value_enum, default_value = "text")]
    pub format: DutiesFormat,
    /// 基準日 / The day to tell for
    #[arg(long, value_parser = day)]
    pub as_of: Option<Date>,
}

/// How duties are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DutiesFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// カレンダー（iCalendar） / For calendars: iCalendar
    Ics,
}
