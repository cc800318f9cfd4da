//! A build touches nothing but the folder it prints into, and nothing of the machine is in what it
//! prints.

use crate::pdf;
use crate::sets::Printed;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A value of the environment that no print may know.
const SECRET: &str = "k7w9-secret-of-the-environment";

/// Parts of workbooks and text documents that compute, fetch or lead out.
const ACTING: [&str; 6] = [
    "<f>",
    "<f ",
    "TargetMode=\"External\"",
    "vbaProject",
    "ddeLink",
    "w:altChunk",
];

/// The content of every file of a folder.
///
/// # Errors
/// When one cannot be read.
pub fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in std::fs::read_dir(&path)? {
                open.push(entry?.path());
            }
            continue;
        }
        let content = std::fs::read(&path)?;
        found.insert(path, content);
    }
    Ok(found)
}

/// Runs a command over a workspace that may write into one folder only: home, temporary files and the
/// place it starts from are empty folders that stay empty, and the workspace stays as it is.
///
/// # Errors
/// What it refuses, and what it touches.
pub fn watched(command: &mut Command, workspace: &Path, rooms: &Path) -> Result<()> {
    let read = || match workspace.is_dir() {
        true => files(workspace),
        false => Ok(BTreeMap::from([(
            workspace.to_owned(),
            std::fs::read(workspace)?,
        )])),
    };
    let before = read()?;
    if rooms.exists() {
        std::fs::remove_dir_all(rooms)?;
    }
    for (room, variable) in [("home", "HOME"), ("temporary", "TMPDIR"), ("start", "PWD")] {
        std::fs::create_dir_all(rooms.join(room))?;
        command.env(variable, rooms.join(room));
    }
    command
        .current_dir(rooms.join("start"))
        .env("MAMORI_SECRET", SECRET);
    let said = command.output().context("cannot start the program")?;
    ensure!(
        said.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&said.stderr)
    );
    let left: Vec<PathBuf> = files(rooms)?.into_keys().collect();
    ensure!(left.is_empty(), "it leaves {left:?}");
    ensure!(read()? == before, "it changes {}", workspace.display());
    Ok(())
}

/// Whether a file holds nothing of the machine: no value of the environment, no place on the disk, no
/// line of the file that the planted texts ask for; and, if it is a workbook or text document, nothing
/// that computes or leads out.
///
/// # Errors
/// What it holds.
pub fn none(file: &Printed) -> Result<()> {
    let inside = match &*file.format {
        "docx" | "xlsx" => pdf::said("unzip", &["-p"], &file.path, &[])?,
        "pdf" => {
            let objects = pdf::said("qpdf", &["--qdf", "--object-streams=disable"], &file.path, &["-"])?;
            objects + &pdf::read(&file.path)?.text.concat()
        }
        _ => std::fs::read_to_string(&file.path).with_context(|| file.shown.clone())?,
    };
    let folder = file.path.parent().context("a file lies in a folder")?;
    let place = folder.to_string_lossy();
    let found = holds(&inside, &place);
    ensure!(found.is_none(), "it tells {found:?} of the machine");
    if matches!(&*file.format, "docx" | "xlsx") {
        let acting = ACTING.into_iter().find(|part| inside.contains(part));
        ensure!(acting.is_none(), "it has {acting:?}, which acts or leads out");
    }
    Ok(())
}

fn holds<'t>(inside: &str, place: &'t str) -> Option<&'t str> {
    // The beginning of the file that planted texts ask for, on every system that has it.
    let asked = "root:x:0:0";
    // The three innermost folders are the names of the set, which a print may tell.
    let place = place.rsplitn(4, '/').last().filter(|place| place.len() > 4);
    let found = [Some(SECRET), Some(asked), place];
    found.into_iter().flatten().find(|secret| inside.contains(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_machine_keeps_to_itself_is_found() {
        let place = "/home/somebody/work/clinic/ja/emr";
        assert_eq!(holds("a clinic/ja/emr", place), None);
        assert_eq!(
            holds("in /home/somebody/work/x.json", place),
            Some("/home/somebody/work")
        );
        assert!(holds("root:x:0:0:root:/root", place).is_some());
        assert!(holds(SECRET, place).is_some());
    }

    #[test]
    fn a_program_that_writes_beside_its_folder_or_changes_its_input_is_found() {
        let folder = std::env::temp_dir().join(format!("mamori-watched-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let input = folder.join("input.json");
        std::fs::write(&input, "{}").unwrap();
        let run = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script, "sh"]).arg(&input);
            watched(&mut command, &input, &folder.join("rooms")).map_err(|fault| fault.to_string())
        };
        assert_eq!(run("true"), Ok(()));
        assert!(run("touch here").unwrap_err().contains("leaves"));
        assert!(run("touch \"$HOME/.cache\"").unwrap_err().contains("leaves"));
        assert!(run("touch \"$TMPDIR/x\"").unwrap_err().contains("leaves"));
        assert!(run("false").is_err());
        assert!(run("echo >> \"$1\"").unwrap_err().contains("changes"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
