//! `mamori new`: a new workspace from a template.

use crate::cli::{Cli, New};
use crate::outcome::{Outcome, refused};
use mamori_domain::{FORMAT, Language};
use std::path::Path;

include!(concat!(env!("OUT_DIR"), "/templates.rs"));

pub fn run(cli: &Cli, arguments: &New) -> Result<Outcome, Outcome> {
    let dir = &arguments.dir;
    let files: Vec<(&str, Vec<u8>)> = match arguments.template.as_str() {
        "empty" => empty(cli.lang),
        name => match TEMPLATES.iter().find(|(template, _)| *template == name) {
            Some((_, files)) => files
                .iter()
                .map(|(path, bytes)| (*path, bytes.to_vec()))
                .collect(),
            None => return Err(unknown(name)),
        },
    };
    let occupied = std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if occupied || dir.is_file() {
        return Err(refused(
            format!(
                "{} は空ではありません。新しい名前を指定してください",
                dir.display()
            ),
            format!("{} is not empty: name a new folder", dir.display()),
        ));
    }
    for (path, bytes) in files {
        write(&dir.join(path), &bytes)?;
    }
    Ok(Outcome::Done(match cli.lang {
        Language::Japanese => {
            format!(
                "{0} を作りました。次は「mamori check {0}」で、何から書けばよいかが分かります\n",
                dir.display()
            )
        }
        Language::English => {
            format!(
                "Made {0}. Next, \"mamori check {0}\" tells what to write first\n",
                dir.display()
            )
        }
    }))
}

/// The smallest workspace: settings, and a service to be described.
fn empty(language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let comment = match language {
        Language::Japanese => {
            "# このサービスの名称や概要を書きます。使える欄は mamori schema で分かります。\n"
        }
        Language::English => "# Name and purpose of the service. mamori schema tells the fields.\n",
    };
    vec![
        (
            "mamori.toml",
            format!("format = {FORMAT}\nedition = \"2020-08\"\n").into_bytes(),
        ),
        ("services/service/service.toml", comment.as_bytes().to_vec()),
    ]
}

fn unknown(name: &str) -> Outcome {
    let names: Vec<&str> = TEMPLATES
        .iter()
        .map(|(template, _)| *template)
        .chain(["empty"])
        .collect();
    refused(
        format!(
            "「{name}」というひな形はありません。使えるもの：{}",
            names.join("、")
        ),
        format!("There is no template \"{name}\". There are: {}", names.join(", ")),
    )
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Outcome> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|error| {
            refused(
                format!("{} を書けません：{error}", path.display()),
                format!("Cannot write {}: {error}", path.display()),
            )
        })
}
