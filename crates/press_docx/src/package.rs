//! Binds the parts of a document into one compressed file.

use std::io::{Cursor, Write};

use mamori_press::PressFault;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

/// The parts as one archive. Their time is the earliest an archive knows, whatever the clock says.
///
/// # Errors
/// [`PressFault::TextDocument`] when the library refuses, which a document of any size we print does not
/// make it do.
pub(crate) fn bind(parts: &[(&str, String)]) -> Result<Vec<u8>, PressFault> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, options).map_err(refused)?;
        archive.write_all(text.as_bytes()).map_err(refused)?;
    }
    Ok(archive.finish().map_err(refused)?.into_inner())
}

fn refused(error: impl ToString) -> PressFault {
    PressFault::TextDocument {
        message: error.to_string(),
    }
}
