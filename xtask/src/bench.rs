//! Measures speed and memory and writes the figures to `evidence/`.

use crate::{cargo, root, setup};
use anyhow::{Context, Result};
use std::process::Command;
use std::time::Instant;

/// The figures of the product, each beside its goal. References that python3 can import are measured
/// too; others are skipped with a note. A figure's name alone, such as `sla`, measures that one.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let only = |name: &String| vec!["--only".to_owned(), name.clone()];
    let arguments = match arguments {
        [name] if !name.starts_with('-') => only(name),
        all => all.to_vec(),
    };
    setup::run()?;
    let bench = cargo::build()?.join("mamori-bench");
    cargo::run(
        Command::new(bench)
            .current_dir(root())
            .args(["--out", "evidence"])
            .args(arguments),
    )
}

/// A build of everything from nothing, in a target folder of its own, which is left for use.
pub(crate) fn cold() -> Result<()> {
    setup::run()?;
    let target = root().join("target/cold");
    if target.exists() {
        std::fs::remove_dir_all(&target).context("cannot clear the folder of an earlier cold build")?;
    }
    let begun = Instant::now();
    let mut build = cargo::cargo(&["build", "--workspace", "--release"]);
    cargo::run(build.env("CARGO_TARGET_DIR", &target))?;
    let seconds = begun.elapsed().as_secs();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let line = format!("{{\"cold_build_seconds\":{seconds},\"cores\":{cores}}}\n");
    std::fs::create_dir_all(root().join("evidence"))?;
    std::fs::write(root().join("evidence/cold-build.json"), &line)?;
    print!("{line}");
    Ok(())
}
