//! The command line of Mamori: a composition root and one file per command.
//!
//! Commands are thin: open what is named, call the pure rooms, print. Exit codes: 0 done, 1 findings
//! at the denied level or a difference, 2 unreadable input or wrong usage.

mod cli;
mod commands;
mod editions;
pub mod fuzz;
mod locate;
mod open;
mod outcome;
pub mod reference;
mod report;
mod today;
mod usage;

pub use cli::command_line;

use clap::FromArgMatches;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs one command line, printing to the standard streams.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = match cli::command_line().try_get_matches_from(arguments) {
        Ok(matches) => cli::Cli::from_arg_matches(&matches),
        Err(error) => Err(error),
    };
    match parsed {
        Ok(cli) => commands::run(&cli).end(cli.lang),
        Err(error) => {
            // Help and version were asked for; everything else is a mistake.
            if error.use_stderr() {
                eprint!("{}", usage::told(&error));
                return ExitCode::from(2);
            }
            let _ = error.print();
            ExitCode::SUCCESS
        }
    }
}
