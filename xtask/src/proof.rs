//! Proofs too long for every push: other programs read what the examples print.
//!
//! `documents` has every print of both examples in both languages, and of examples full of hostile
//! text, read by qpdf, poppler and LibreOffice and compared with the trees (room `proof`); what was
//! found is written to `evidence/documents.json`. Names of sets, such as `clinic-emr/ja`, prove only
//! those.

use crate::{cargo, root, setup};
use anyhow::{Result, bail};
use std::process::Command;

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((what, sets)) if what == "documents" => documents(sets),
        _ => bail!("証明するもの：documents / what to prove: documents"),
    }
}

fn documents(sets: &[String]) -> Result<()> {
    setup::run()?;
    setup::readers()?;
    setup::office()?;
    let proof = cargo::build()?.join("mamori-proof");
    let (evidence, work) = (root().join("evidence/documents.json"), root().join("out/proof"));
    cargo::run(Command::new(proof).arg(evidence).arg(work).args(sets))
}
