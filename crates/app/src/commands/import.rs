//! `mamori import table`: flows, risks, treatments and answers from an existing spreadsheet.

use crate::cli::{Cli, Import, ImportTable, ImportWhat};
use crate::outcome::{Outcome, refused};
use mamori_domain::{Language, Problem};
use mamori_formats::{tables, workspace_file, xlsx_reader};
use std::io::Read;
use std::path::Path;

pub fn run(cli: &Cli, arguments: &Import) -> Result<Outcome, Outcome> {
    let ImportWhat::Table(ImportTable {
        file,
        map,
        into,
        dry_run,
    }) = &arguments.what;
    let in_table = |problems: Vec<Problem>| {
        let name = file.display().to_string();
        Outcome::Unreadable(
            problems
                .into_iter()
                .map(|problem| problem.in_file(&name))
                .collect(),
        )
    };
    let bytes = read(file, workspace_file::MOST_BYTES)?;
    let sheets = xlsx_reader::read_sheets(&bytes).map_err(in_table)?;
    // One byte beyond what the reader takes is enough for it to refuse the file by its size.
    let bytes = read(map, tables::MOST_MAP_BYTES as u64)?;
    let map = tables::read_map(&map.display().to_string(), &bytes).map_err(Outcome::Unreadable)?;
    let loaded = workspace_file::load(into).map_err(Outcome::Unreadable)?;
    let imported = tables::import(&sheets, &map, &loaded.raw).map_err(in_table)?;
    mamori_domain::build::read(&imported.raw).map_err(in_table)?;
    let mut text: String = imported
        .report
        .iter()
        .map(|said| format!("{}\n", said.say(cli.lang)))
        .collect();
    if *dry_run {
        text.push_str(match cli.lang {
            Language::Japanese => "試し読みです。何も書き込んでいません\n",
            Language::English => "Dry run: nothing was written\n",
        });
    } else {
        workspace_file::store(&imported.raw, into, cli.lang).map_err(Outcome::Undone)?;
    }
    Ok(Outcome::Done(text))
}

/// Reads a file, at most one byte beyond a number of them.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, Outcome> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(|error| {
            refused(
                format!("{} を読めません：{error}", path.display()),
                format!("Cannot read {}: {error}", path.display()),
            )
        })?;
    Ok(bytes)
}
