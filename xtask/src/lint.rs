//! Formatting, clippy and the licences of dependencies. Not part of the tests: clippy compiles every
//! dependency a second time.

use crate::cargo::{cargo, run};
use anyhow::Result;

/// The command.
pub(crate) fn run_all() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run(&mut cargo(&[
        "clippy",
        "--workspace",
        "--release",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ]))?;
    run(&mut cargo(&[
        "install",
        "cargo-deny",
        "--locked",
        "--version",
        "0.20.2",
    ]))?;
    run(&mut cargo(&[
        "deny",
        "--offline",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}
