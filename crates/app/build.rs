//! Embeds the example workspaces as templates, so that the binary needs no files beside it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn main() {
    // Asked when it runs: what was compiled in another folder would look for the examples there.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let examples = Path::new(&own).join("../../examples");
    assert!(
        examples.is_dir(),
        "the examples are not at {}",
        examples.display()
    );
    println!("cargo::rerun-if-changed={}", examples.display());
    let mut source = String::from(
        "/// A template: its name, then paths inside the workspace and contents.\n\
         type Template = (&'static str, &'static [(&'static str, &'static [u8])]);\n\n\
         /// Templates by name.\n",
    );
    source.push_str("const TEMPLATES: &[Template] = &[\n");
    for template in sorted(&examples).iter().filter(|path| path.is_dir()) {
        let name = template.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(source, "    ({name:?}, &[");
        embed(template, template, &mut source);
        source.push_str("    ]),\n");
    }
    source.push_str("];\n");
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("templates.rs"), source).expect("OUT_DIR can be written");
}

/// Only what a workspace consists of: its README and the measurements of its institutions are not part
/// of it.
fn embed(root: &Path, folder: &Path, source: &mut String) {
    for path in sorted(folder) {
        if path.is_dir() && path.ends_with("events") {
            continue;
        }
        if path.is_dir() {
            embed(root, &path, source);
            continue;
        }
        if !path
            .extension()
            .is_some_and(|extension| extension == "csv" || extension == "toml")
        {
            continue;
        }
        println!("cargo::rerun-if-changed={}", path.display());
        let inside = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        let _ = writeln!(
            source,
            "        ({inside:?}, include_bytes!({:?})),",
            path.display().to_string()
        );
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
