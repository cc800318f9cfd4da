//! Which catalogue a command works with: a folder when one is named, else a built-in edition.

use crate::outcome::{Outcome, refused};
use mamori_catalogue::Catalogue;
use mamori_domain::Language;
use std::path::Path;

/// The edition a workspace that names none is held against: the one that is complete.
pub const DEFAULT_EDITION: &str = "2020-08";

/// The catalogue of a folder or of a built-in edition.
pub fn catalogue(folder: Option<&Path>, edition: &str, language: Language) -> Result<Catalogue, Outcome> {
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        return Err(refused(
            format!("カタログのフォルダ {} がありません", folder.display()),
            format!("There is no catalogue folder {}", folder.display()),
        ));
    }
    let read = match folder {
        Some(folder) => Catalogue::from_files(&|name| std::fs::read_to_string(folder.join(name)).ok()),
        None => Catalogue::embedded(edition),
    };
    read.map_err(|problems| {
        let told = problems.say(language);
        refused(told.clone(), told)
    })
}
