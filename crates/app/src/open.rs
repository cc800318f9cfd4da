//! Opens a workspace with its catalogue and day, and assesses its services.

use crate::cli::Cli;
use crate::editions::{self, DEFAULT_EDITION};
use crate::outcome::{Outcome, refused};
use crate::today;
use mamori_catalogue::Catalogue;
use mamori_domain::raw::RawWorkspace;
use mamori_domain::{Date, Workspace};
use mamori_formats::{json, workspace_file};
use mamori_rules::check::Whole;
use mamori_rules::derive::{self, Derived};
use mamori_rules::{Assessment, Subject, conditions};
use std::path::Path;

/// A workspace that was read, with everything a verdict needs.
pub struct Opened {
    /// The workbook or JSON file it was read from; nothing for a folder, whose places name files.
    pub file: Option<String>,
    /// What the folder or file is called.
    pub name: String,
    /// The typed workspace.
    pub workspace: Workspace,
    /// The raw values with their places.
    pub raw: RawWorkspace,
    /// The catalogue of its edition.
    pub catalogue: Catalogue,
    /// The day: the flag, else the settings, else today in Japan.
    pub as_of: Date,
}

/// A service with flows, grid and risks laid over it, and nothing else worked out.
pub struct Laid<'a> {
    /// The service.
    pub subject: Subject<'a>,
    /// What follows from it.
    pub derived: Derived,
}

impl Opened {
    /// Reads a workspace.
    pub fn read(cli: &Cli, path: &Path, as_of: Option<Date>) -> Result<Opened, Outcome> {
        let loaded = workspace_file::load(path).map_err(Outcome::Unreadable)?;
        let edition = loaded
            .workspace
            .settings
            .edition
            .as_deref()
            .unwrap_or(DEFAULT_EDITION);
        let catalogue = editions::catalogue(cli.catalogue.as_deref(), edition, cli.lang)?;
        let held = &catalogue.edition().name.edition;
        if loaded
            .workspace
            .settings
            .edition
            .as_deref()
            .is_some_and(|named| named != held)
        {
            let named = loaded.workspace.settings.edition.as_deref().unwrap_or_default();
            return Err(refused(
                format!("mamori.toml の版は「{named}」ですが、指定されたカタログは「{held}」です"),
                format!("mamori.toml names edition \"{named}\", but the catalogue given is \"{held}\""),
            ));
        }
        let as_of = as_of
            .or(loaded.workspace.settings.as_of)
            .unwrap_or_else(today::in_japan);
        Ok(Opened {
            name: name_of(path),
            file: (!path.is_dir()).then(|| path.display().to_string()),
            workspace: loaded.workspace,
            raw: loaded.raw,
            catalogue,
            as_of,
        })
    }

    /// Derives every service, for commands that look at nothing beyond flows, grid and risks.
    pub fn derive(&self) -> Vec<Laid<'_>> {
        Subject::all(&self.workspace, &self.catalogue, self.as_of)
            .into_iter()
            .map(|subject| {
                let derived = derive::derive(&subject, &conditions::conditions(&subject));
                Laid { subject, derived }
            })
            .collect()
    }

    /// Assesses every service.
    pub fn assess(&self) -> Vec<Assessment<'_>> {
        Subject::all(&self.workspace, &self.catalogue, self.as_of)
            .into_iter()
            .map(|subject| {
                let revision = json::canonical_hash(&self.raw, Some(subject.id));
                Assessment::of(subject, revision)
            })
            .collect()
    }

    /// What workspace-wide rules look at.
    pub fn whole(&self) -> Whole<'_> {
        Whole {
            workspace: &self.workspace,
            catalogue: &self.catalogue,
            as_of: self.as_of,
        }
    }
}

/// The last part of a path; of `.` and the like that of the folder it means.
fn name_of(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let last = path.file_name().or(whole.file_name());
    last.map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}
