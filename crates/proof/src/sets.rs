//! A workspace printed by the product as a person prints it, and beside each file the tree it must say.

use crate::leaks;
use anyhow::{Context, Result, anyhow, bail, ensure};
use mamori_catalogue::Catalogue;
use mamori_documents::{DOCUMENTS, Paper};
use mamori_domain::Language;
use mamori_domain::raw::Place;
use mamori_formats::{json, workspace_file};
use mamori_rules::check::{self, Whole};
use mamori_rules::{Assessment, Subject, answers};
use mamori_tree::Document;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file with the tree it was printed from.
pub struct Printed {
    /// Where it lies.
    pub path: PathBuf,
    /// Its place in the list of files, with the name of the set in front.
    pub shown: String,
    /// The format as the list of files calls it.
    pub format: String,
    /// The tree; none for files of a site that are no document.
    pub document: Option<Document>,
}

/// Service, institution if any, document.
type Key = (String, Option<String>, String);

/// The tree of a file: of `risks.ja.2.pdf` that of the second volume.
fn volume(tree: &Document, path: &str) -> Result<Document> {
    let number = path.strip_suffix(".pdf").and_then(|stem| stem.rsplit_once('.'));
    let Some(number) = number.and_then(|(_, last)| last.parse::<usize>().ok()) else {
        return Ok(tree.clone());
    };
    let mut volumes = mamori_press_pdf::divided(tree).map_err(|fault| anyhow!("{fault}"))?;
    ensure!(
        (1..=volumes.len()).contains(&number),
        "{path} is no volume of its document"
    );
    Ok(volumes.swap_remove(number - 1))
}

/// Prints a workspace into a folder and pairs every file with its tree.
///
/// # Errors
/// What the product refuses, and a document that its list of files leaves out.
pub fn print(
    mamori: &Path,
    workspace: &Path,
    language: Language,
    out: &Path,
    name: &str,
) -> Result<Vec<Printed>> {
    if out.exists() {
        std::fs::remove_dir_all(out)?;
    }
    let mut command = Command::new(mamori);
    command.args(["build", "--lang", language.code()]);
    command.arg(workspace).arg("--out").arg(out);
    leaks::watched(&mut command, workspace, &out.with_extension("rooms"))?;
    let places = places(mamori, workspace)?;
    let mut trees = trees(workspace, language, &places)?;
    let manifest: Vec<Value> = serde_json::from_slice(&std::fs::read(out.join("manifest.json"))?)?;
    let mut printed = Vec::new();
    let text = |entry: &Value, field: &str| entry[field].as_str().map(str::to_owned);
    let listed = manifest.iter().filter_map(|entry| text(entry, "path"));
    let listed: BTreeSet<PathBuf> = listed
        .chain(["manifest.json".to_owned()])
        .map(|path| out.join(path))
        .collect();
    let lying: BTreeSet<PathBuf> = leaks::files(out)?.into_keys().collect();
    ensure!(
        lying == listed,
        "{name}: the list of files is not what was printed"
    );
    for entry in &manifest {
        let path = text(entry, "path").context("a file has a path")?;
        let key = |document: String| {
            let service = text(entry, "service").unwrap_or_default();
            (service, text(entry, "institution"), document)
        };
        let document = text(entry, "document").unwrap_or_default();
        // A page of the site has the name of the document it shows.
        let document = match document == "site" {
            true => path.rsplit('/').next().unwrap_or_default().replace(".html", ""),
            false => document,
        };
        printed.push(Printed {
            path: out.join(&path),
            shown: format!("{name}/{path}"),
            document: match trees.get(&key(document)) {
                Some(tree) => Some(volume(tree, &path)?),
                None => None,
            },
            format: text(entry, "format").unwrap_or_default(),
        });
    }
    for entry in &manifest {
        let document = text(entry, "document").unwrap_or_default();
        let key = (
            text(entry, "service").unwrap_or_default(),
            text(entry, "institution"),
            document,
        );
        trees.remove(&key);
    }
    if let Some(missing) = trees.keys().next() {
        bail!("{name}: {missing:?} was not printed");
    }
    Ok(printed)
}

/// Where each finding of the check stands, file and line, as the product tells it to other programs.
fn places(mamori: &Path, workspace: &Path) -> Result<Vec<String>> {
    let said = Command::new(mamori)
        .arg("check")
        .arg(workspace)
        .args(["--format", "json"])
        .output()?;
    let found: Value = serde_json::from_slice(&said.stdout).context("the check is JSON")?;
    let found = found["diagnostics"]
        .as_array()
        .context("the check lists what it found")?;
    let text = |place: &Value, field: &str| place[field].as_str().map(str::to_owned);
    let place = |place: &Value| {
        let place = if let (Some(file), Some(line)) = (text(place, "file"), place["line"].as_u64()) {
            let line = u32::try_from(line).ok()?;
            let file = file.into();
            Place::File {
                file,
                line,
                column: 0,
            }
        } else if let (Some(sheet), Some(cell)) = (text(place, "sheet"), text(place, "cell")) {
            let sheet = sheet.into();
            Place::Sheet { sheet, cell }
        } else {
            Place::Pointer(text(place, "pointer")?)
        };
        Some(place.to_string())
    };
    let places = found.iter().map(|one| place(&one["location"]));
    places.collect::<Option<_>>().context("every finding has a place")
}

/// Every document the product makes of a workspace.
fn trees(workspace: &Path, language: Language, places: &[String]) -> Result<BTreeMap<Key, Document>> {
    let loaded = workspace_file::load(workspace).map_err(|problems| anyhow::anyhow!("{problems:?}"))?;
    let catalogue = Catalogue::embedded("2020-08").context("the shipped catalogue is sound")?;
    let workspace = &loaded.workspace;
    let as_of = workspace.settings.as_of.context("the workspace names its day")?;
    let revision = |subject: &Subject<'_>| json::canonical_hash(&loaded.raw, Some(subject.id));
    let assessments: Vec<Assessment<'_>> = Subject::all(workspace, &catalogue, as_of)
        .into_iter()
        .map(|subject| Assessment::of(subject, revision(&subject)))
        .collect();
    let whole = Whole {
        workspace,
        catalogue: &catalogue,
        as_of,
    };
    let diagnostics = check::check(&whole, &assessments);
    let mut trees = BTreeMap::new();
    for assessment in &assessments {
        let service = assessment.subject.id.as_str();
        let everybody = std::iter::once(None);
        let institutions = assessment.subject.institutions().map(|(id, _)| Some(id));
        for institution in everybody.chain(institutions) {
            let answers = answers::effective(&assessment.subject, &assessment.conditions, institution);
            let paper = Paper {
                institution,
                answers: &answers,
                places,
                ..Paper::of(assessment, &diagnostics, language)
            };
            let kinds = DOCUMENTS.iter();
            for kind in kinds.filter(|kind| institution.is_none() || kind.per_institution()) {
                let institution = institution.map(|id| id.as_str().to_owned());
                let key = (service.to_owned(), institution, kind.id.to_owned());
                trees.insert(key, (kind.build)(&paper));
            }
        }
    }
    Ok(trees)
}
