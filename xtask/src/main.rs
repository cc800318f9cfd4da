//! Commands of the house: `cargo xtask <command>`.

mod bench;
mod cargo;
mod demo;
mod docs;
mod lint;
mod proof;
mod setup;
mod test;
#[cfg(test)]
mod tidy;

use anyhow::{Result, bail};
use std::path::PathBuf;

const USAGE: &str = "\
cargo xtask demo     準備・ビルドをして、見本で主な仕事をひととおり行う / set up, build, do the main job on the example
cargo xtask test     準備をして、すべてのテストを行う / set up and run every test
cargo xtask docs     規則やコマンドの一覧を作り直す / write the generated reference anew
cargo xtask bench    速さとメモリを測り evidence/ に書く / measure speed and memory into evidence/
cargo xtask proof documents  ほかのプログラムで文書を開いて確かめる / open the documents with other programs
cargo xtask lint     書式・clippy・依存の許諾を調べる / formatting, clippy, licences of dependencies
cargo xtask cold     何もない所からのビルド時間を測る / measure a cold build";

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let command = arguments.first().map(String::as_str);
    match command {
        Some("demo") => demo::run(),
        Some("test") => test::run(),
        Some("docs") => docs::run(),
        Some("bench") => bench::run(&arguments[1..]),
        Some("proof") => proof::run(&arguments[1..]),
        Some("lint") => lint::run_all(),
        Some("cold") => bench::cold(),
        Some(other) => bail!("「{other}」というコマンドはありません / no command \"{other}\"\n{USAGE}"),
        None => {
            println!("{USAGE}");
            Ok(())
        }
    }
}

/// The project's root, wherever the command was called.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}
