//! The files of an edition in memory, so that a test can change one of them.

use mamori_catalogue::{Catalogue, CatalogueProblems};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Files by the name the catalogue asks for.
#[derive(Debug, Clone)]
pub(crate) struct EditionFiles(pub(crate) BTreeMap<String, String>);

impl EditionFiles {
    fn folder(path: &[&str]) -> EditionFiles {
        let mut folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        folder.extend(path);
        let read = |entry: std::io::Result<std::fs::DirEntry>| {
            let path = entry.expect("an entry").path();
            let name = path.file_name()?.to_str()?.to_owned();
            path.is_file()
                .then(|| (name, std::fs::read_to_string(&path).expect("UTF-8")))
        };
        EditionFiles(
            std::fs::read_dir(&folder)
                .expect("the folder")
                .filter_map(read)
                .collect(),
        )
    }

    /// The made-up edition of the tests.
    pub(crate) fn made_up() -> EditionFiles {
        EditionFiles::folder(&["tests", "edition-test"])
    }

    /// The edition of August 2020.
    pub(crate) fn august_2020() -> EditionFiles {
        EditionFiles::folder(&["..", "..", "data", "catalogue", "2020-08"])
    }

    /// Reads them.
    pub(crate) fn load(&self) -> Result<Catalogue, CatalogueProblems> {
        Catalogue::from_files(&|name: &str| self.0.get(name).cloned())
    }

    /// The same files with the first occurrence of a text in one of them replaced. The text must be
    /// there: a fault that is not planted would prove nothing.
    pub(crate) fn with(&self, file: &str, from: &str, to: &str) -> EditionFiles {
        let mut files = self.clone();
        let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is there"));
        assert!(text.contains(from), "{file} holds {from:?}");
        *text = text.replacen(from, to, 1);
        files
    }

    /// The line of the first occurrence of a text, counted from 1.
    pub(crate) fn line_of(&self, file: &str, text: &str) -> usize {
        let place = self.0[file]
            .find(text)
            .unwrap_or_else(|| panic!("{file} holds {text:?}"));
        self.0[file][..place].matches('\n').count() + 1
    }
}
