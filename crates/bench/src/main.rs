//! Measures what the quality figures ask for and writes the figures, each beside its goal, as JSON.
//!
//! Every work runs in a process of its own, product and reference in turn; what they make is compared
//! before a time counts. A reference that is not installed is skipped with a note.

mod cost;
mod figures;
mod fleet;
mod fleet_floor;
mod goals;
mod long_list;
mod pairs;
mod process;
mod register;
mod register_paper;
mod session;
mod statement;
mod work;
mod workload;

use serde_json::{Map, Value, json};
use session::Session;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ended = match arguments.split_first() {
        Some((first, rest)) if first == "work" => work::run(rest),
        _ => measure(&arguments),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("mamori-bench: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Measures all figures, or the one named by `--only`, and writes them into the folder of `--out`. A
/// single figure takes its place among those measured before, with the day's load beside it.
fn measure(arguments: &[String]) -> Result<(), String> {
    let (mut out, mut only) = ("evidence".to_owned(), None);
    for pair in arguments.chunks(2) {
        match pair {
            [name, value] if name == "--out" => out.clone_from(value),
            [name, value] if name == "--only" => only = Some(value.clone()),
            _ => {
                return Err(format!(
                    "unknown argument {pair:?}; known: --out FOLDER, --only FIGURE"
                ));
            }
        }
    }
    if let Some(only) = &only
        && !figures::ALL.iter().any(|(id, _)| id == only)
    {
        return Err(format!("no figure is called {only}"));
    }
    let session = Session::open()?;
    let mut page = match only {
        Some(_) => measured_before(Path::new(&out)),
        None => Map::new(),
    };
    for (id, figure) in figures::ALL {
        if only.as_deref().is_none_or(|only| only == *id) {
            eprintln!("{id} …");
            page.insert((*id).to_owned(), figure(&session)?);
        }
    }
    let text = format!(
        "{:#}\n",
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "cores": std::thread::available_parallelism().map_or(0, usize::from),
            "figures": Value::Object(page),
        })
    );
    print!("{text}");
    let folder = Path::new(&out);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(folder.join("bench.json"), text))
        .map_err(|error| format!("{out}: {error}"))
}

/// The figures of an earlier session, if there are any.
fn measured_before(folder: &Path) -> Map<String, Value> {
    let text = std::fs::read(folder.join("bench.json")).unwrap_or_default();
    let page: Value = serde_json::from_slice(&text).unwrap_or_default();
    page["figures"].as_object().cloned().unwrap_or_default()
}
