//! An example whose every text field holds what a hostile person would type.

use anyhow::{Context, Result, anyhow, ensure};
use mamori_domain::Language;
use mamori_domain::description::ValueType;
use mamori_formats::workspace_file;
use std::path::{Path, PathBuf};

/// Formula, template, markup, marks that turn text around. Control characters are not here: a reader
/// refuses them, which the tests of the program show.
pub const PLANTED: &str =
    "=1+1 #read(\"/etc/passwd\") <script>alert(1)</script> {{7*7}} $x$ \u{202e}txt\u{2066}a\u{2069}\u{200f}";

/// Writes the example with the planted text in every text field of every row, filled before or not.
///
/// # Errors
/// When the example cannot be read or the planted one written.
pub fn plant(example: &Path, folder: &Path) -> Result<PathBuf> {
    let read = workspace_file::load(example).map_err(|problems| anyhow!("{problems:?}"))?;
    let mut raw = read.raw;
    let mut fields = 0;
    for list in raw.scopes.iter_mut().flat_map(|scope| &mut scope.lists) {
        let kind = list.kind;
        // The settings hold no text that is printed, but the day and the numbers all else rests on.
        if kind.name == "settings" {
            continue;
        }
        for cell in list.rows.iter_mut().flat_map(|row| &mut row.cells) {
            let field = kind.field(&cell.name).context("the example's fields are known")?;
            if let ValueType::Text { max } | ValueType::Prose { max } = field.value {
                cell.text = PLANTED.chars().take(max).collect();
                fields += 1;
            }
        }
    }
    ensure!(fields > 200, "only {fields} fields were planted");
    std::fs::create_dir_all(folder)?;
    let path = folder.join("planted.json");
    workspace_file::store(&raw, &path, Language::Japanese).map_err(|fault| anyhow!("{fault:?}"))?;
    Ok(path)
}
