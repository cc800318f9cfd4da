//! `mamori convert`: the same content as folder, workbook or JSON.

use crate::cli::{Cli, Convert};
use crate::outcome::{Outcome, refused};
use mamori_domain::build;
use mamori_formats::workspace_file;
use std::path::Path;

pub fn run(cli: &Cli, arguments: &Convert) -> Result<Outcome, Outcome> {
    let loaded = workspace_file::load(&arguments.workspace).map_err(Outcome::Unreadable)?;
    let out = &arguments.out;
    if out.exists() {
        return Err(refused(
            format!(
                "{} はすでにあります。別の名前にするか、先に動かしてください",
                out.display()
            ),
            format!(
                "{} exists already: choose another name or move it away first",
                out.display()
            ),
        ));
    }
    refuse_other_formats(out)?;
    workspace_file::store(&loaded.raw, out, cli.lang).map_err(Outcome::Undone)?;
    Ok(Outcome::Done(match cli.lang {
        mamori_domain::Language::Japanese => format!("{} に書き出しました\n", out.display()),
        mamori_domain::Language::English => format!("Written to {}\n", out.display()),
    }))
}

/// Endings of files that people mean as files, not as folders.
const FILES: &[&str] = &[
    "csv", "doc", "docx", "htm", "html", "ods", "pdf", "toml", "txt", "xls", "xlsb", "xlsm", "xml", "yaml",
    "yml", "zip",
];

/// A name that looks like a file of another format, or like a slip of ours, is no name of a folder.
fn refuse_other_formats(out: &Path) -> Result<(), Outcome> {
    let Some(ending) = out
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
    else {
        return Ok(());
    };
    let ours = ["xlsx", "json"];
    let meant = build::nearest(&ending, ours.into_iter());
    if ours.contains(&&*ending) || (meant.is_none() && !FILES.contains(&&*ending)) {
        return Ok(());
    }
    let name = out.with_extension(meant.unwrap_or("xlsx")).display().to_string();
    Err(refused(
        format!(
            "「.{ending}」には書き出せません。書けるのは .xlsx、.json、フォルダ（拡張子のない名前）です。「{name}」のことですか"
        ),
        format!(
            "Nothing can be written as \".{ending}\": only .xlsx, .json or a folder (a name without an ending). Did you mean \"{name}\"?"
        ),
    ))
}
