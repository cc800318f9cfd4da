//! `mamori diff`: what changed between two workspaces, in sentences.

use crate::cli::{Cli, Diff, ListFormat};
use crate::outcome::Outcome;
use mamori_domain::Language;
use mamori_formats::{difference, workspace_file};
use serde_json::json;

pub fn run(cli: &Cli, arguments: &Diff) -> Result<Outcome, Outcome> {
    let before = workspace_file::load(&arguments.before).map_err(Outcome::Unreadable)?;
    let after = workspace_file::load(&arguments.after).map_err(Outcome::Unreadable)?;
    let changes = difference::diff(&before.raw, &after.raw);
    let sentences = difference::sentences(&changes, &before.raw, &after.raw, cli.lang);
    let text = match arguments.format {
        ListFormat::Json => {
            let entries: Vec<_> = sentences
                .iter()
                .map(|sentence| json!({ "text": sentence.text, "material": sentence.material }))
                .collect();
            format!("{:#}\n", json!(entries))
        }
        ListFormat::Text => sentences
            .iter()
            .map(|sentence| {
                let kind = match (cli.lang, sentence.material) {
                    (Language::Japanese, true) => "［内容］",
                    (Language::Japanese, false) => "［表記］",
                    (Language::English, true) => "[material] ",
                    (Language::English, false) => "[presentational] ",
                };
                format!("{kind}{}\n", sentence.text)
            })
            .collect(),
    };
    Ok(if sentences.is_empty() {
        Outcome::Done(text)
    } else {
        Outcome::Found(text)
    })
}
