//! Measures what the quality figures ask for and writes the figures, each beside its goal, as JSON.
//!
//! Every work runs in a process of its own, product and reference in turn; what they make is compared
//! before a time counts. A reference that is not installed is skipped with a note.

mod cost;
mod figures;
mod goals;
mod pairs;
mod process;
mod register;
mod register_paper;
mod session;
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

/// Measures all figures, or those named by `--only`, and writes them into the folder of `--out`. A
/// partial session is printed only: the evidence is of one session.
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
    let session = Session::open()?;
    let mut page = Map::new();
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
    if only.is_some() {
        return Ok(());
    }
    let folder = Path::new(&out);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(folder.join("bench.json"), text))
        .map_err(|error| format!("{out}: {error}"))
}
