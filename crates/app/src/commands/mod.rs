//! The commands, one file each.

mod build;
mod catalog;
mod check;
mod convert;
mod derive;
mod diff;
mod duties;
mod explain;
mod import;
mod new;
mod reference;
mod rename;
mod schema;
pub(crate) mod sla;

use crate::cli::{Cli, Command};
use crate::outcome::Outcome;

/// Runs the command; refusals and successes end alike as an [`Outcome`].
pub fn run(cli: &Cli) -> Outcome {
    let ended = match &cli.command {
        Command::New(arguments) => new::run(cli, arguments),
        Command::Check(arguments) => check::run(cli, arguments),
        Command::Build(arguments) => build::run(cli, arguments),
        Command::Derive(arguments) => derive::run(cli, arguments),
        Command::Convert(arguments) => convert::run(cli, arguments),
        Command::Diff(arguments) => diff::run(cli, arguments),
        Command::Rename(arguments) => rename::run(cli, arguments),
        Command::Import(arguments) => import::run(cli, arguments),
        Command::Schema => schema::run(cli),
        Command::Catalog(arguments) => catalog::run(cli, arguments),
        Command::Sla(arguments) => sla::run(cli, arguments),
        Command::Duties(arguments) => duties::run(cli, arguments),
        Command::Explain(arguments) => explain::run(cli, arguments),
        Command::Reference(arguments) => reference::run(arguments),
    };
    ended.unwrap_or_else(|outcome| outcome)
}
