//! `mamori check`: every gap and contradiction, with place, section and help.

use crate::cli::{Check, CheckFormat, Cli, Denied};
use crate::open::Opened;
use crate::outcome::Outcome;
use crate::report;
use mamori_rules::check::{self, Severity};

pub fn run(cli: &Cli, arguments: &Check) -> Result<Outcome, Outcome> {
    let opened = Opened::read(cli, &arguments.workspace, arguments.as_of)?;
    let diagnostics = check::check(&opened.whole(), &opened.assess());
    let text = match arguments.format {
        CheckFormat::Text => report::text(&opened, &diagnostics, cli.lang),
        CheckFormat::Json => report::json(&opened, &diagnostics, cli.lang),
        CheckFormat::Sarif => report::sarif(&opened, &diagnostics, cli.lang),
    };
    let mildest_denied = match arguments.deny {
        Denied::Errors => Severity::Error,
        Denied::Warnings => Severity::Warning,
        Denied::Notes => Severity::Note,
    };
    // Severities are ordered from the gravest, so "at the denied level" means up to it.
    let denied = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity <= mildest_denied);
    Ok(if denied {
        Outcome::Found(text)
    } else {
        Outcome::Done(text)
    })
}
