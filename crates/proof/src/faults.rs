//! Faults planted into real files: a proof that could not find them would prove nothing.

use crate::office::Desk;
use crate::proof;
use crate::sets::Printed;
use anyhow::{Context, Result, anyhow, ensure};
use mamori_press_pdf::Fonts;
use mamori_tree::{Block, Document};
use std::path::{Path, PathBuf};

/// A PDF as small as can be, with a font that is not embedded and no tags.
const STRANGE: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
4 0 obj<</Length 26>>stream\nBT /F 9 Tf (text) Tj ET   \nendstream endobj\n\
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n";

/// Plants each fault beside the check that must find it.
///
/// # Errors
/// The first fault that was not found.
pub fn all(printed: &[Printed], folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    strange(folder)?;
    for (name, change) in [("swapped", swap as Change), ("lost", lose as Change)] {
        changed(printed, &folder.join(name), name, change)?;
    }
    Ok(())
}

type Change = fn(&mut Document) -> bool;

/// Two neighbouring texts of a table change places; of paragraphs when there is no table.
fn swap(document: &mut Document) -> bool {
    for block in &mut document.blocks {
        if let Block::Table(table) = block {
            for row in &mut table.rows {
                if let [first, second, ..] = &mut row.cells[..]
                    && first.text != second.text
                {
                    std::mem::swap(&mut first.text, &mut second.text);
                    return true;
                }
            }
        }
    }
    false
}

/// The last cell of a table loses its last letter.
fn lose(document: &mut Document) -> bool {
    let cells = document.blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) => table.rows.last_mut()?.cells.last_mut(),
        _ => None,
    });
    cells.into_iter().any(|cell| cell.text.pop().is_some())
}

/// Prints documents with a fault and holds them against the trees without it.
fn changed(printed: &[Printed], folder: &Path, name: &str, change: Change) -> Result<()> {
    let fonts = Fonts::find().map_err(|missing| anyhow!("{missing}"))?;
    let desk = Desk::clear(folder)?;
    let mut files = Vec::new();
    for (document, format) in [
        ("legal", "docx"),
        ("legal", "pdf"),
        ("check", "pdf"),
        ("check", "xlsx"),
        ("mhlw", "xlsx"),
    ] {
        let original = printed
            .iter()
            .find(|file| {
                file.format == format && file.document.as_ref().is_some_and(|tree| tree.id == document)
            })
            .and_then(|file| file.document.clone())
            .with_context(|| format!("{document} was printed"))?;
        let mut other = original.clone();
        if !change(&mut other) {
            continue;
        }
        let bytes = match format {
            "docx" => mamori_press_docx::docx(&other),
            "xlsx" => mamori_press::xlsx(&other),
            _ => mamori_press_pdf::pdf(&other, &fonts).map(|printed| printed.bytes),
        };
        let bytes = bytes.map_err(|fault| anyhow!("{fault}"))?;
        // Beside the desk, where LibreOffice puts files of the same name.
        let path = folder.with_extension(format!("{document}.{format}"));
        std::fs::write(&path, &bytes)?;
        let file = Printed {
            path,
            shown: format!("{name}-{document}.{format}"),
            format: format.to_owned(),
            document: Some(original.clone()),
        };
        if format != "pdf" {
            desk.lay(&proof::laid(&file), format, &bytes)?;
        }
        files.push((file, original));
    }
    desk.convert()?;
    ensure!(files.len() >= 3, "{name}: too few files have the fault");
    for (file, original) in &files {
        let found = match &*file.format {
            "pdf" => proof::paper(file, original),
            "docx" => proof::text_document(&desk, file, original),
            _ => proof::workbook(&desk, file, original),
        };
        let fault = found
            .err()
            .with_context(|| format!("{}: the fault was not found", file.shown))?;
        let said = fault.to_string();
        ensure!(
            // A lost letter of a cell over several rows, whose place is not fixed, is told as missing.
            said.contains("follow") || (name == "lost" && said.contains("is not there")),
            "{}: another fault was found: {said}",
            file.shown
        );
        println!("planted and found in {}: {said}", file.shown);
    }
    Ok(())
}

/// A PDF that is broken, and one that is neither tagged nor brings its font.
fn strange(folder: &Path) -> Result<()> {
    let write = |name: &str, text: &str| -> Result<PathBuf> {
        let path = folder.join(name);
        std::fs::write(&path, text)?;
        Ok(path)
    };
    let broken = write("broken.pdf", STRANGE)?;
    ensure!(
        crate::pdf::sound(&broken).is_err(),
        "qpdf accepts a PDF without its table of objects"
    );
    let path = write("strange.pdf", &with_table(STRANGE))?;
    let read = crate::pdf::read(&path)?;
    ensure!(
        !read.tagged && !read.embedded,
        "a PDF without tags and fonts passes"
    );
    println!("planted and found: a broken PDF, one without tags and fonts");
    Ok(())
}

/// The PDF with the table of its objects, which makes it whole.
fn with_table(objects: &str) -> String {
    let mut table = "xref\n0 6\n0000000000 65535 f \n".to_owned();
    for number in 1..=5 {
        let at = objects.find(&format!("\n{number} 0 obj")).map_or(0, |at| at + 1);
        table += &format!("{at:010} 00000 n \n");
    }
    let at = objects.len();
    format!("{objects}{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n")
}
