//! Writes the generated reference anew; a test compares it with what is committed.

use crate::{cargo, root, setup};
use anyhow::Result;
use std::process::Command;

/// The command.
pub(crate) fn run() -> Result<()> {
    setup::run()?;
    let mamori = cargo::build()?.join("mamori");
    cargo::run(
        Command::new(mamori)
            .current_dir(root())
            .args(["reference", "docs/reference"]),
    )
}
