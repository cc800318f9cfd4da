//! Prints a document as a workbook: a cover sheet, then one sheet for each table.
//!
//! Every cell is written as a string, never as a formula or a number: a text of the user that looks
//! like one is shown and nothing else. Row heights are set by us, because programs differ in
//! whether they widen rows of wrapped text when a file is opened.

mod cover;
mod looks;
mod names;
mod page;
mod sheet;
mod text;

use mamori_tree::Document;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::{Day, PressFault, single_line};

/// The document as the bytes of an XLSX file.
///
/// # Errors
/// [`PressFault`] when a text or a table does not fit a workbook, when a table's cells do not fill
/// its grid, or when the document's day cannot be read.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, PressFault> {
    let day = Day::read(&document.running.as_of)?;
    let mut workbook = Workbook::new();
    // Widths of columns count digits of this font; 7 pixels each as the font of our cells has them.
    // The height is that of rows without text, in pixels.
    workbook
        .set_default_format(&looks::base(document.language), 20, 64)
        .map_err(refused)?;
    let created = ExcelDateTime::from_ymd(day.year, day.month, day.day).map_err(refused)?;
    let short = |text: &str| single_line(text).chars().take(255).collect::<String>();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(short(&document.title))
            .set_author(short(&document.running.provider))
            .set_subject(short(&document.running.service))
            .set_creation_datetime(&created),
    );
    let looks = looks::Looks::new(document.language);
    let names = names::sheet_names(document);
    cover::write(workbook.add_worksheet(), document, &names, &looks)?;
    for (table, name) in document.tables().zip(&names.tables) {
        sheet::write(workbook.add_worksheet(), document, table, name, &looks)?;
    }
    workbook.save_to_buffer().map_err(refused)
}

/// Carries the library's refusal over to our fault.
fn refused(error: XlsxError) -> PressFault {
    PressFault::Workbook {
        message: error.to_string(),
    }
}
