//! Writes documents into a folder, each in the formats of its form, and lists them.

use crate::cli::Build;
use crate::outcome::{Outcome, refused};
use mamori_documents::Form;
use mamori_domain::Language;
use mamori_press::PressFault;
use mamori_press_pdf::Fonts;
use mamori_tree::Document;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::IsTerminal;
use std::path::{Component, Path};

/// For whom papers are, and where they lie.
pub(super) struct Edition<'a> {
    /// The service.
    pub(super) service: &'a str,
    /// The institution they were made for; none for papers that are the same for all.
    pub(super) institution: Option<&'a str>,
    /// The folder, seen from the output folder.
    pub(super) folder: String,
}

/// Where files go, and the list of them.
pub(super) struct Output<'a> {
    out: &'a Path,
    language: Language,
    /// Without fonts the PDFs are left out.
    fonts: Option<&'a Fonts>,
    /// Whether each document is told on standard error.
    progress: bool,
    manifest: Vec<Value>,
}

/// A file to be listed.
pub(super) struct File<'a> {
    /// The document's id.
    pub(super) document: &'a str,
    /// The format's name, which ends the file's.
    pub(super) format: &'a str,
    /// Its place, seen from the output folder.
    pub(super) path: &'a str,
    /// Number of pages, in PDFs.
    pub(super) pages: Option<usize>,
}

impl<'a> Output<'a> {
    pub(super) fn new(arguments: &'a Build, language: Language, fonts: Option<&'a Fonts>) -> Self {
        Output {
            out: &arguments.out,
            language,
            fonts,
            progress: arguments.progress || std::io::stderr().is_terminal(),
            manifest: Vec::new(),
        }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// The name of a document's files up to the ending.
    fn stem(&self, edition: &Edition<'_>, document: &str) -> String {
        format!("{}/{document}.{}", edition.folder, self.language.code())
    }

    /// Tells that a document is being made.
    pub(super) fn tell(&self, edition: &Edition<'_>, document: &str) {
        if self.progress {
            eprintln!("{}", self.stem(edition, document));
        }
    }

    /// Prints a document in every format of its form.
    pub(super) fn print(
        &mut self,
        edition: &Edition<'_>,
        form: Form,
        document: &Document,
    ) -> Result<(), Outcome> {
        self.tell(edition, document.id);
        let stem = self.stem(edition, document.id);
        let page = mamori_press::html(document);
        self.add(
            edition,
            document.id,
            "html",
            &format!("{stem}.html"),
            page.as_bytes(),
        )?;
        match form {
            Form::Lists => {
                let workbook = mamori_press::xlsx(document).map_err(fault)?;
                self.add(edition, document.id, "xlsx", &format!("{stem}.xlsx"), &workbook)?;
            }
            Form::Prose => {
                let text = mamori_press_docx::docx(document).map_err(fault)?;
                self.add(edition, document.id, "docx", &format!("{stem}.docx"), &text)?;
            }
            Form::Drawings => {
                for (at, drawing) in document.drawings().enumerate() {
                    let path = format!("{stem}.{}.svg", at + 1);
                    let picture = mamori_press::svg(drawing);
                    self.add(edition, document.id, "svg", &path, picture.as_bytes())?;
                }
            }
        }
        self.pdf(edition, document, &stem)
    }

    fn pdf(&mut self, edition: &Edition<'_>, document: &Document, stem: &str) -> Result<(), Outcome> {
        let Some(fonts) = self.fonts else { return Ok(()) };
        let volumes = mamori_press_pdf::volumes(document, fonts).map_err(fault)?;
        let several = volumes.len() > 1;
        for (at, volume) in volumes.iter().enumerate() {
            let path = if several {
                format!("{stem}.{}.pdf", at + 1)
            } else {
                format!("{stem}.pdf")
            };
            let file = File {
                document: document.id,
                format: "pdf",
                path: &path,
                pages: Some(volume.pages),
            };
            self.write(edition, &file, &volume.bytes)?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        edition: &Edition<'_>,
        document: &str,
        format: &str,
        path: &str,
        bytes: &[u8],
    ) -> Result<(), Outcome> {
        let file = File {
            document,
            format,
            path,
            pages: None,
        };
        self.write(edition, &file, bytes)
    }

    /// Writes a file and lists it.
    pub(super) fn write(
        &mut self,
        edition: &Edition<'_>,
        file: &File<'_>,
        bytes: &[u8],
    ) -> Result<(), Outcome> {
        store(&self.out.join(file.path), bytes)?;
        self.manifest.push(json!({
            "document": file.document,
            "format": file.format,
            "language": self.language.code(),
            "service": edition.service,
            "institution": edition.institution,
            "path": file.path,
            "sha256": hexadecimal(bytes),
            "pages": file.pages,
        }));
        Ok(())
    }

    /// The files of a document that have been written, as format and path.
    pub(super) fn written(&self, edition: &Edition<'_>, document: &str) -> Vec<(String, String)> {
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        self.manifest
            .iter()
            .filter(|entry| {
                entry["document"] == document
                    && entry["service"] == edition.service
                    && entry["institution"] == json!(edition.institution)
            })
            .map(|entry| (text(entry, "format"), text(entry, "path")))
            .collect()
    }

    /// Writes the list last, so that it never names a file that is not there, and says how many files
    /// there are. Papers that an earlier list names and this one does not are out of date and go,
    /// unless somebody changed them since.
    pub(super) fn finish(self) -> Result<usize, Outcome> {
        let earlier = std::fs::read(self.out.join("manifest.json")).unwrap_or_default();
        let earlier: Vec<Value> = serde_json::from_slice(&earlier).unwrap_or_default();
        for entry in earlier {
            let (Some(path), Some(digest)) = (entry["path"].as_str(), entry["sha256"].as_str()) else {
                continue;
            };
            let inside = Path::new(path)
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            let listed = self.manifest.iter().any(|entry| entry["path"] == path);
            let file = self.out.join(path);
            let unchanged = std::fs::read(&file).is_ok_and(|bytes| hexadecimal(&bytes) == digest);
            if inside && !listed && unchanged {
                let _ = std::fs::remove_file(file);
            }
        }
        let count = self.manifest.len();
        store(
            &self.out.join("manifest.json"),
            format!("{:#}\n", Value::Array(self.manifest)).as_bytes(),
        )?;
        Ok(count)
    }
}

/// A press's refusal for the person who asked.
pub(in crate::commands) fn fault(fault: PressFault) -> Outcome {
    refused(fault.say(Language::Japanese), fault.say(Language::English))
}

pub(in crate::commands) fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Writes a file beside its place and moves it there whole: a reader never finds half of it, and
/// what stood there before stays until the new one is complete.
pub(in crate::commands) fn store(path: &Path, bytes: &[u8]) -> Result<(), Outcome> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&part, bytes))
        .and_then(|()| std::fs::rename(&part, path))
        .map_err(|error| {
            // What is left of a file that could not be finished helps nobody.
            let _ = std::fs::remove_file(&part);
            refused(
                format!("{} を書けません：{error}", path.display()),
                format!("Cannot write {}: {error}", path.display()),
            )
        })
}
