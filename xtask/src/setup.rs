//! Takes what is needed from Debian's packages, or names the packages.

use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// The package with the one font the PDFs embed, and a file it must bring.
const FONT: (&str, &str) = (
    "fonts-morisawa-bizud-gothic",
    "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf",
);

/// Packages whose programs read our PDFs in tests, each with one of them.
const READERS: [(&str, &str); 2] = [("poppler-utils", "pdftotext"), ("qpdf", "qpdf")];

/// Makes sure the programs are there with which the tests read what we print.
pub(crate) fn readers() -> Result<()> {
    programs(&READERS)
}

/// Makes sure the office programs are there with which a long proof opens what we print.
pub(crate) fn office() -> Result<()> {
    const LIBRARIES: &str = "/usr/lib/libreoffice/program";
    // Both packages bring the same program; each brings a library of its own.
    let missing = [
        ("libreoffice-writer-nogui", "libswlo.so"),
        ("libreoffice-calc-nogui", "libsclo.so"),
    ]
    .into_iter()
    .filter(|(_, file)| !Path::new(LIBRARIES).join(file).exists())
    .map(|(package, _)| package)
    .collect();
    install(missing)
}

fn programs(wanted: &[(&'static str, &str)]) -> Result<()> {
    let there = |program: &str| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join(program).exists())
    };
    let missing = wanted
        .iter()
        .filter(|(_, program)| !there(program))
        .map(|(package, _)| *package)
        .collect();
    install(missing)
}

fn install(missing: Vec<&str>) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_root() {
        bail!(
            "文書を読んで確かめるプログラムがありません。次を実行してから、もう一度お試しください：sudo apt-get install {list}\n\
             Programs that read the documents are missing. Run: sudo apt-get install {list}"
        );
    }
    println!("文書を確かめるプログラムを入れます / installing programs that read documents: {list}");
    apt(&["update"])?;
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(missing);
    apt(&install)
}

/// Makes sure the font is there. The build embeds it, so it comes before the build.
pub(crate) fn run() -> Result<()> {
    let (package, file) = FONT;
    if std::env::var_os("MAMORI_FONT_DIR").is_some() || Path::new(file).exists() {
        return Ok(());
    }
    if !is_root() {
        bail!(
            "PDFに使う書体がありません。次を実行してから、もう一度お試しください：sudo apt-get install {package}\n\
             The font for PDFs is missing. Run: sudo apt-get install {package}"
        );
    }
    println!("書体を入れます / installing the font: {package}");
    apt(&["update"])?;
    apt(&["install", "--yes", "--no-install-recommends", package])?;
    if !Path::new(file).exists() {
        bail!(
            "{package} を入れましたが {file} がありません / {package} was installed, yet {file} is missing"
        );
    }
    Ok(())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .arg("--quiet")
        .args(arguments);
    crate::cargo::run(&mut command)
}
