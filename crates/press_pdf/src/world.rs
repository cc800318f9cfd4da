//! The outside world as Typst sees it: one template, one data file, one font family. Nothing else
//! exists there, so that no text can make it read a file, a package or a clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::Fonts;

/// The constant template. It is code of ours; documents reach it only as values of `data.json`.
static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(id("/template.typ"), include_str!("template.typ").to_owned()));

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static DATA: LazyLock<FileId> = LazyLock::new(|| id("/data.json"));

fn id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("a constant path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// A world that holds one document's data.
pub(crate) struct Paper<'a> {
    fonts: &'a Fonts,
    data: Bytes,
}

impl<'a> Paper<'a> {
    /// The world for one print.
    pub(crate) fn new(fonts: &'a Fonts, data: Vec<u8>) -> Self {
        Paper {
            fonts,
            data: Bytes::new(data),
        }
    }
}

impl World for Paper<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() {
            Ok(TEMPLATE.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_template_and_the_data_can_be_read() {
        let fonts = Fonts::find().expect("the tests need the package fonts-morisawa-bizud-gothic");
        let paper = Paper::new(&fonts, b"{}".to_vec());
        assert!(paper.source(paper.main()).is_ok());
        assert!(paper.file(*DATA).is_ok());
        for path in ["/etc/passwd", "/Cargo.toml", "/template.typ"] {
            assert!(paper.file(id(path)).is_err(), "{path}");
        }
        assert!(paper.today(None).is_none());
    }
}
