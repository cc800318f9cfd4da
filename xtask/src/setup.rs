//! Takes what is needed from Debian's packages, or names the packages.

use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// The package with the one font the PDFs embed, and a file it must bring.
const FONT: (&str, &str) = (
    "fonts-morisawa-bizud-gothic",
    "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf",
);

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
