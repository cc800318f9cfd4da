//! What LibreOffice makes of text documents and workbooks: their text, and their pages.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// All sheets, each as a file of its own: comma, quotes, UTF-8, and texts as they are stored.
const SHEETS: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

/// The text of a text document.
const TEXT: &str = "txt:Text (encoded):UTF8";

/// Files that LibreOffice converts in one go, under names of their own.
pub struct Desk {
    folder: PathBuf,
}

impl Desk {
    /// An empty desk.
    ///
    /// # Errors
    /// When the folder cannot be cleared or made.
    pub fn clear(folder: &Path) -> Result<Desk> {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        std::fs::create_dir_all(folder)?;
        Ok(Desk {
            folder: folder.to_owned(),
        })
    }

    /// Lays a file on the desk under a name without an ending.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn lay(&self, name: &str, format: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(format!("{name}.{format}"));
        std::fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Converts everything that lies there, to PDF and to text.
    ///
    /// # Errors
    /// When LibreOffice refuses.
    pub fn convert(&self) -> Result<()> {
        let of = |ending: &str| -> Result<Vec<PathBuf>> {
            let mut found = Vec::new();
            for entry in std::fs::read_dir(&self.folder)? {
                let path = entry?.path();
                if path.extension().is_some_and(|own| own == ending) {
                    found.push(path);
                }
            }
            found.sort();
            Ok(found)
        };
        let (texts, books) = (of("docx")?, of("xlsx")?);
        self.soffice(TEXT, &texts)?;
        self.soffice(SHEETS, &books)?;
        self.soffice("pdf", &texts)?;
        self.soffice("pdf", &books)
    }

    fn soffice(&self, format: &str, files: &[PathBuf]) -> Result<()> {
        if files.is_empty() {
            return Ok(());
        }
        let profile = self.folder.with_extension("profile");
        let mut command = Command::new("soffice");
        command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
        command.args(["--headless", "--convert-to", format, "--outdir"]);
        let output = command.arg(&self.folder).args(files).output();
        let output = output.context("cannot start soffice")?;
        ensure!(output.status.success(), "soffice cannot convert to {format}");
        Ok(())
    }

    /// The PDF LibreOffice made of a file.
    pub fn pages(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.pdf"))
    }

    /// The text LibreOffice read from a text document.
    ///
    /// # Errors
    /// When it read none.
    pub fn text(&self, name: &str) -> Result<String> {
        let path = self.folder.join(format!("{name}.txt"));
        std::fs::read_to_string(&path).with_context(|| format!("LibreOffice did not read {name}.docx"))
    }

    /// The sheets LibreOffice read from a workbook: name, and the cells that are not empty, row by row.
    ///
    /// # Errors
    /// When it read none.
    pub fn sheets(&self, name: &str) -> Result<Vec<(String, String)>> {
        let mut sheets = Vec::new();
        let mut entries: Vec<PathBuf> = std::fs::read_dir(&self.folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        entries.sort();
        for path in entries {
            let file = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let sheet = file
                .strip_prefix(&format!("{name}-"))
                .and_then(|rest| rest.strip_suffix(".csv"));
            let Some(sheet) = sheet else { continue };
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_path(&path)?;
            let mut text = String::new();
            for record in reader.records() {
                record?.iter().for_each(|cell| text.push_str(cell));
            }
            sheets.push((sheet.to_owned(), text));
        }
        ensure!(!sheets.is_empty(), "LibreOffice did not read {name}.xlsx");
        Ok(sheets)
    }
}
