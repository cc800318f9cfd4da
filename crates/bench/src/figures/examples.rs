//! The full set of documents of every shipped example, by command.

use crate::goals::held;
use crate::pairs::{Work, in_turn, milliseconds};
use crate::session::Session;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Measures the figure.
pub fn measure(session: &Session) -> Result<Value, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut examples: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    examples.sort();
    let mut page = Map::new();
    for example in examples {
        let name = example
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let (from, out) = (example.display().to_string(), session.folder.join("documents"));
        let shown = out.display().to_string();
        let build: Work<'_> = Box::new(|| {
            if out.exists() {
                std::fs::remove_dir_all(&out).map_err(|error| error.to_string())?;
            }
            Ok(session.product(&["build", &from, "--out", &shown])?.cost)
        });
        let ([costs], load) = in_turn([build])?;
        let files = files(&out);
        if !files.iter().any(|name| name.ends_with(".pdf")) {
            return Err(format!("{name}: no PDF among {files:?}"));
        }
        page.insert(
            name,
            json!({
                "files": files.len(),
                "cost": costs.shown(),
                "load": load,
                "goals": { "cpu": held("examples/cpu", milliseconds(costs.cpu())) },
            }),
        );
    }
    Ok(Value::Object(page))
}

/// The names of all files in a folder and the folders in it.
fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path.display().to_string()],
        })
        .collect()
}
