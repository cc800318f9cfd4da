//! `mamori import table`: flows, risks, treatments and answers from an existing spreadsheet.

use crate::cli::{Cli, Import, ImportTable, ImportWhat};
use crate::outcome::{Outcome, refused};
use mamori_domain::Language;
use mamori_formats::{tables, workspace_file, xlsx_reader};
use std::path::Path;

pub fn run(cli: &Cli, arguments: &Import) -> Result<Outcome, Outcome> {
    let ImportWhat::Table(ImportTable {
        file,
        map,
        into,
        dry_run,
    }) = &arguments.what;
    let sheets = xlsx_reader::read_sheets(&read(file)?).map_err(Outcome::Unreadable)?;
    let map = tables::read_map(&map.display().to_string(), &String::from_utf8_lossy(&read(map)?))
        .map_err(Outcome::Unreadable)?;
    let loaded = workspace_file::load(into).map_err(Outcome::Unreadable)?;
    let imported = tables::import(&sheets, &map, &loaded.raw).map_err(Outcome::Unreadable)?;
    mamori_domain::build::read(&imported.raw).map_err(Outcome::Unreadable)?;
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
        workspace_file::store(&imported.raw, into).map_err(Outcome::Undone)?;
    }
    Ok(Outcome::Done(text))
}

fn read(path: &Path) -> Result<Vec<u8>, Outcome> {
    std::fs::read(path).map_err(|error| {
        refused(
            format!("{} を読めません：{error}", path.display()),
            format!("Cannot read {}: {error}", path.display()),
        )
    })
}
