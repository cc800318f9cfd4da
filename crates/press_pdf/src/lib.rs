//! Prints document trees as PDF: the only room that knows Typst.
//!
//! One constant template sets every document; the document reaches it as values. The PDF is tagged
//! and meets PDF/A-3a and PDF/UA-1 as far as Typst's own validator checks them. Nothing depends on
//! the clock or the machine except the font, so the same document and font give the same bytes.

#[cfg(test)]
mod breaks;
mod data;
mod drawings;
mod family;
mod fonts;
mod glyphs;
#[cfg(test)]
mod hostile;
mod sizes;
mod spans;
mod tables;
mod volumes;
mod world;

pub use fonts::{FontMissing, Fonts};
pub use mamori_press::PressFault;

use mamori_press::Day;
use mamori_tree::Document;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::world::Paper;

/// A printed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of its pages.
    pub pages: usize,
}

/// Prints a document as one PDF. For documents of at most some thousand rows; longer ones take a lot
/// of memory, see [`volumes`].
///
/// # Errors
/// [`PressFault`] when a table's cells do not fill its grid, when the document's day cannot be read,
/// or when Typst refuses.
pub fn pdf(document: &Document, fonts: &Fonts) -> Result<Pdf, PressFault> {
    let day = Day::read(&document.running.as_of)?;
    let data = data::data(document, fonts)?;
    let printed = set(data, fonts).and_then(|pages| export(document, day, &pages));
    // What Typst remembers for a second run of the same document would grow with every document.
    comemo::evict(0);
    printed
}

/// Prints a document as volumes of at most 1,000 rows of tables each (a row full of text counts as
/// several), one after the other, so that only one volume is held in memory while it is set. A shorter document is one volume.
///
/// # Errors
/// As [`pdf`].
pub fn volumes(document: &Document, fonts: &Fonts) -> Result<Vec<Pdf>, PressFault> {
    divided(document)?
        .iter()
        .map(|volume| pdf(volume, fonts))
        .collect()
}

/// The volumes a document is printed as, for those who read the print beside it.
///
/// # Errors
/// [`PressFault::Grid`] when a table's cells do not fill its grid.
pub fn divided(document: &Document) -> Result<Vec<Document>, PressFault> {
    volumes::divide(document, volumes::ROWS)
}

/// Lays the pages out.
fn set(data: Vec<u8>, fonts: &Fonts) -> Result<PagedDocument, PressFault> {
    typst::compile(&Paper::new(fonts, data))
        .output
        .map_err(|errors| refused(&errors))
}

/// Writes laid-out pages as a file.
fn export(document: &Document, day: Day, pages: &PagedDocument) -> Result<Pdf, PressFault> {
    let standards =
        PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).map_err(|error| PressFault::Paper {
            message: error.message().to_string(),
        })?;
    let made = Datetime::from_ymd_hms(i32::from(day.year), day.month, day.day, 0, 0, 0);
    let running = &document.running;
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "{}\n{}\n{}",
            document.id, running.revision, document.title
        )),
        creator: Smart::Custom(Some("Mamori".to_owned())),
        timestamp: made.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(pages, &options).map_err(|errors| refused(&errors))?;
    Ok(Pdf {
        bytes,
        pages: pages.pages().len(),
    })
}

/// Typst's messages as one fault.
fn refused(errors: &[SourceDiagnostic]) -> PressFault {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PressFault::Paper {
        message: messages.join("; "),
    }
}
