//! Prints document trees as DOCX, for papers that somebody goes on writing.
//!
//! The parts of the package are written by us: styles, numbering and settings are constant files,
//! the text is escaped by maud. A library would have brought a second reader of archives and a
//! switch in the XML reader that workbooks of strangers are read with. Headings are real headings,
//! so that the contents list, the navigation pane and screen readers find them. Nothing depends on
//! the clock: the same document gives the same bytes.

mod body;
mod frame;
mod package;
mod runs;
mod table;

use mamori_press::{Day, PressFault};
use mamori_tree::Document;

/// The document as the bytes of a DOCX file.
///
/// # Errors
/// [`PressFault`] when a table's cells do not fill its grid or the document's day cannot be read.
pub fn docx(document: &Document) -> Result<Vec<u8>, PressFault> {
    let day = Day::read(&document.running.as_of)?;
    package::bind(&[
        (
            "[Content_Types].xml",
            include_str!("parts/content_types.xml").to_owned(),
        ),
        ("_rels/.rels", include_str!("parts/package_rels.xml").to_owned()),
        ("docProps/core.xml", frame::properties(document, day)),
        ("word/document.xml", body::body(document)?),
        (
            "word/_rels/document.xml.rels",
            include_str!("parts/document_rels.xml").to_owned(),
        ),
        ("word/styles.xml", frame::styles(document.language)),
        ("word/numbering.xml", frame::numbering(document.language)),
        ("word/settings.xml", include_str!("parts/settings.xml").to_owned()),
        ("word/fontTable.xml", include_str!("parts/fonts.xml").to_owned()),
        ("word/header1.xml", frame::header(document)),
        ("word/footer1.xml", frame::footer(document)),
    ])
}
