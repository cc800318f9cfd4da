//! Calls cargo, and the program it built.

use crate::root;
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::process::Command;

/// A cargo command in the project's root, with the one profile of the house.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root()).args(arguments);
    command
}

/// Runs a command to its end; a failure names it.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = format!("{command:?}");
    let status = command
        .status()
        .with_context(|| format!("cannot start {shown}"))?;
    ensure!(status.success(), "failed ({status}): {shown}");
    Ok(())
}

/// Builds everything and gives the folder the programs lie in.
pub(crate) fn build() -> Result<PathBuf> {
    run(&mut cargo(&["build", "--workspace", "--release"]))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(target.join("release"))
}
