//! Proofs too long for every push: other programs read what the example prints.
//!
//! `documents` opens every PDF with qpdf and poppler and every workbook and text document with
//! LibreOffice, and writes what they found to `evidence/documents.json`.

use crate::{cargo, root, setup};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The command.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    match arguments.first().map(String::as_str) {
        Some("documents") => documents(),
        _ => bail!("証明するもの：documents / what to prove: documents"),
    }
}

fn documents() -> Result<()> {
    setup::run()?;
    setup::readers()?;
    setup::office()?;
    let mamori = cargo::build()?.join("mamori");
    let out = root().join("out/proof");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let example = root().join("examples/clinic-emr");
    cargo::run(
        Command::new(mamori)
            .arg("build")
            .arg(example)
            .arg("--out")
            .arg(&out),
    )?;
    let mut lines = Vec::new();
    for path in files(&out)? {
        let name = path.strip_prefix(&out)?.display().to_string();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let facts = match &*ending {
            "pdf" => pdf(&path, true)?,
            "docx" | "xlsx" => office(&path)?,
            _ => continue,
        };
        println!("{name}: {facts}");
        lines.push(format!("  {{\"path\": \"{name}\", {facts}}}"));
    }
    ensure!(!lines.is_empty(), "nothing was printed");
    let text = format!("[\n{}\n]\n", lines.join(",\n"));
    fs::write(root().join("evidence/documents.json"), text).context("cannot write the evidence")
}

/// All files under a folder, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// What a program says about a file; its refusal is an error.
fn said(program: &str, arguments: &[&str], path: &Path) -> Result<String> {
    let mut command = Command::new(program);
    let output = command.args(arguments).arg(path).output();
    let output = output.with_context(|| format!("cannot start {program}"))?;
    ensure!(output.status.success(), "{program} refuses {}", path.display());
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Facts of a PDF as members of a JSON object. Ours must be tagged and sound; one that LibreOffice
/// made only tells about the file it was made from.
fn pdf(path: &Path, ours: bool) -> Result<String> {
    let info = said("pdfinfo", &[], path)?;
    let fact = |name: &str| {
        let line = info.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_default().trim().to_owned()
    };
    let fonts = said("pdffonts", &[], path)?;
    let embedded = fonts.lines().skip(2).all(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.len() >= 7 && words[words.len() - 5] == "yes"
    });
    let text = Command::new("pdftotext").arg(path).arg("-").output()?.stdout;
    let letters = String::from_utf8_lossy(&text)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .count();
    let tagged = fact("Tagged:") == "yes";
    if ours {
        said("qpdf", &["--check"], path)?;
        ensure!(
            tagged && embedded,
            "{}: not tagged, or a font is missing",
            path.display()
        );
    }
    ensure!(letters > 0, "{}: no text can be taken out", path.display());
    let pages: usize = fact("Pages:").parse().context("pdfinfo counts no pages")?;
    Ok(format!(
        "\"pages\": {pages}, \"letters\": {letters}, \"tagged\": {tagged}, \"fonts_embedded\": {embedded}"
    ))
}

/// Facts of a workbook or text document, as LibreOffice prints it.
fn office(path: &Path) -> Result<String> {
    let folder = root().join("out/proof-office");
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let place = folder.display().to_string();
    said(
        "soffice",
        &[&profile, "--headless", "--convert-to", "pdf", "--outdir", &place],
        path,
    )?;
    let name = path.with_extension("pdf");
    pdf(
        &folder.join(name.file_name().context("a file has a name")?),
        false,
    )
}
