//! The reference that is generated, never written by hand: rules, levels and duties, fields, commands, catalogue.
//!
//! `cargo xtask docs` writes it to `docs/reference/`; a test compares it with what is committed.

mod catalogue;
mod commands;
mod fields;
mod levels_and_duties;
mod rules;

/// The pages: file name and content.
pub fn pages() -> Vec<(&'static str, String)> {
    vec![
        ("rules.md", rules::page()),
        ("levels-and-duties.md", levels_and_duties::page()),
        ("fields.md", fields::page()),
        ("commands.md", commands::page()),
        ("catalogue.md", catalogue::page()),
    ]
}

/// Text inside a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('\n', " ")
}
