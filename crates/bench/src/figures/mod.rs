//! The figures: each measures works in turn and holds what it finds against its goals.

mod docx;
mod examples;
mod growth;
mod lists;
mod pdf;
mod risks;
mod sla;
mod xlsx;

use crate::session::Session;
use serde_json::Value;

/// Measures one figure.
pub type Figure = fn(&Session) -> Result<Value, String>;

/// All figures by their ids.
pub const ALL: &[(&str, Figure)] = &[
    ("risks", risks::measure),
    ("derive", growth::derive),
    ("check", growth::check),
    ("xlsx", xlsx::measure),
    ("pdf", pdf::measure),
    ("lists", lists::measure),
    ("docx", docx::measure),
    ("sla", sla::measure),
    ("examples", examples::measure),
];
