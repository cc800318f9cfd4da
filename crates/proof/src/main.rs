//! Proves that other programs read from our prints what the tree says: every document of both
//! examples in both languages, and of an example full of hostile text.
//!
//! `mamori-proof EVIDENCE WORK [SET …]` prints into the folder WORK and writes what was found to the
//! file EVIDENCE; the checks first have to find faults planted for them.

mod agree;
mod coverage;
mod faults;
mod leaks;
mod marked;
mod markup;
mod office;
mod pdf;
mod planted;
mod proof;
mod reports;
mod rows;
mod runs;
mod sets;
mod tags;

use anyhow::{Context, Result, bail};
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [evidence, work, only @ ..] = &arguments[..] else {
        bail!("mamori-proof EVIDENCE WORK [SET …]");
    };
    let own = std::env::current_exe()?;
    let programs = own.parent().context("this program lies nowhere")?;
    let work = std::path::absolute(work)?;
    proof::documents(programs, Path::new(evidence), &work, only)
}
