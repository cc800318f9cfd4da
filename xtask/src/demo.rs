//! Does the main job once on the shipped example and says where the result lies.

use crate::{cargo, root, setup};
use anyhow::Result;
use std::process::Command;

/// The command.
pub(crate) fn run() -> Result<()> {
    setup::run()?;
    let mamori = cargo::build()?.join("mamori");
    let out = root().join("out/clinic-emr");
    let example = "examples/clinic-emr";
    println!("\n── 点検 / check ──");
    cargo::run(Command::new(&mamori).current_dir(root()).args(["check", example]))?;
    println!("\n── 文書 / documents ──");
    cargo::run(
        Command::new(&mamori)
            .current_dir(root())
            .args(["build", example, "--out"])
            .arg(&out),
    )?;
    println!(
        "\n文書は {0} にあります。{0}/manifest.json が一覧です\nThe documents lie in {0}; {0}/manifest.json lists them",
        out.display()
    );
    Ok(())
}
