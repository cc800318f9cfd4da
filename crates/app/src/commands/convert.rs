//! `mamori convert`: the same content as folder, workbook or JSON.

use crate::cli::{Cli, Convert};
use crate::outcome::{Outcome, refused};
use mamori_formats::workspace_file;

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
    workspace_file::store(&loaded.raw, out, cli.lang).map_err(Outcome::Undone)?;
    Ok(Outcome::Done(match cli.lang {
        mamori_domain::Language::Japanese => format!("{} に書き出しました\n", out.display()),
        mamori_domain::Language::English => format!("Written to {}\n", out.display()),
    }))
}
