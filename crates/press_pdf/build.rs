//! Finds the Japanese fonts and embeds them, so that the program needs no font on the machine it runs
//! on. A build without the font works as well; the program then looks for one when it starts.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Where Debian's package `fonts-morisawa-bizud-gothic` puts the files.
const DEBIAN: &str = "/usr/share/fonts/truetype/bizud-gothic";

/// File, name in the generated source, and SHA-256 of the file in version 1.05-2 of the package.
/// Only these bytes are embedded: another file would change the bytes of every document.
const FILES: [(&str, &str, &str); 4] = [
    (
        "BIZUDGothic-Regular.ttf",
        "REGULAR",
        "1e190f86ee44b54e999a02c3cd34c4fd4805aa1e9b08849332c3b573c8c869fc",
    ),
    (
        "BIZUDGothic-Bold.ttf",
        "BOLD",
        "d4ac5302ab946ef8b81c6a11afc6ed553b4b4d4964ead16460fb53168e4724ae",
    ),
    (
        "BIZUDPGothic-Regular.ttf",
        "PROPORTIONAL_REGULAR",
        "8d4fd9568ad662d9eb1bc8ca8663dcd76a6336373e3e3f32d634978db4c7388e",
    ),
    (
        "BIZUDPGothic-Bold.ttf",
        "PROPORTIONAL_BOLD",
        "4148bfdc5da1f32b9e20b2ca25c26da409f4594b8c31da8d3f0d04628793adc4",
    ),
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=MAMORI_FONT_DIR");
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let named = env::var_os("MAMORI_FONT_DIR").map(PathBuf::from);
    let folders: Vec<PathBuf> = named.into_iter().chain([PathBuf::from(DEBIAN)]).collect();
    let source = match folders.iter().find_map(|folder| known(folder)) {
        Some(files) => embedded(&files, &target),
        None => {
            println!(
                "cargo::warning=BIZ UDGothic is not embedded: install the Debian package fonts-morisawa-bizud-gothic or set MAMORI_FONT_DIR, then build again"
            );
            FILES
                .iter()
                .map(|(_, name, _)| format!("pub(crate) static {name}: Option<&[u8]> = None;\n"))
                .collect()
        }
    };
    fs::write(target.join("embedded.rs"), source).expect("OUT_DIR is writable");
}

/// The bytes of the files of a folder, when all are the known ones.
fn known(folder: &Path) -> Option<Vec<Vec<u8>>> {
    watch(folder);
    FILES
        .iter()
        .map(|(file, _, sum)| {
            let path = folder.join(file);
            let bytes = fs::read(&path).ok()?;
            let found: String = Sha256::digest(&bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            if found != *sum {
                println!(
                    "cargo::warning={} is not the known version (SHA-256 {found}) and is not embedded",
                    path.display()
                );
                return None;
            }
            Some(bytes)
        })
        .collect()
}

/// Builds again when the folder changes. Cargo takes a path that does not exist for one that has
/// changed, so the nearest folder above that exists is watched instead, within the fonts' home.
fn watch(folder: &Path) {
    let nearest = folder.ancestors().find(|path| path.exists());
    if let Some(path) = nearest.filter(|path| *path == folder || path.starts_with("/usr/share/fonts")) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

/// Copies the files beside the generated source and embeds the copies: what was checked is what is
/// embedded.
fn embedded(files: &[Vec<u8>], target: &Path) -> String {
    let mut source = String::new();
    for ((file, name, _), bytes) in FILES.iter().zip(files) {
        fs::write(target.join(file), bytes).expect("OUT_DIR is writable");
        source += &format!(
            "pub(crate) static {name}: Option<&[u8]> = Some(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\")));\n"
        );
    }
    source
}
