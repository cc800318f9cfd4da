//! Faults planted into real files: a proof that could not find them would prove nothing.

use crate::office::Desk;
use crate::sets::Printed;
use crate::tags::Parts;
use crate::{pdf, proof};
use anyhow::{Context, Result, anyhow, bail, ensure};
use mamori_press_pdf::Fonts;
use mamori_tree::{Block, Document};
use std::path::{Path, PathBuf};

/// A PDF as small as can be, with a font that is not embedded and no tags.
const STRANGE: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
4 0 obj<</Length 26>>stream\nBT /F 9 Tf (text) Tj ET   \nendstream endobj\n\
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n";

/// Plants each fault beside the check that must find it, and which finds nothing without the fault.
///
/// # Errors
/// The first fault that was not found.
pub fn all(printed: &[Printed], folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    strange(folder)?;
    for (name, change) in [
        ("sound", keep as Change),
        ("swapped", swap as Change),
        ("lost", lose as Change),
    ] {
        changed(printed, &folder.join(name), name, change)?;
    }
    tags(printed, folder)
}

type Change = fn(&mut Document) -> bool;

/// Nothing changes.
fn keep(_: &mut Document) -> bool {
    true
}

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
        ("check", "html"),
        ("check", "xlsx"),
        ("mhlw", "pdf"),
        ("mhlw", "xlsx"),
    ] {
        let (_, original) = chosen(printed, document, format)?;
        let mut other = original.clone();
        if !change(&mut other) {
            continue;
        }
        let bytes = match format {
            "docx" => mamori_press_docx::docx(&other),
            "xlsx" => mamori_press::xlsx(&other),
            "html" => Ok(mamori_press::html(&other).into_bytes()),
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
            document: None,
        };
        if matches!(format, "docx" | "xlsx") {
            desk.lay(&proof::laid(&file), format, &bytes)?;
        }
        files.push((file, original.clone()));
    }
    desk.convert()?;
    ensure!(files.len() >= 3, "{name}: too few files have the fault");
    for (file, original) in &files {
        let found = proof::says(&desk, file, original);
        match (found, name) {
            (Ok(_), "sound") => println!("sound: {}", file.shown),
            (Ok(_), _) => bail!("{}: the fault was not found", file.shown),
            (Err(fault), "sound") => return Err(fault.context(format!("{} has no fault", file.shown))),
            (Err(fault), _) => println!("planted and found in {}: {fault}", file.shown),
        }
    }
    Ok(())
}

/// The first file of a document in a format, and its tree.
fn chosen<'a>(printed: &'a [Printed], document: &str, format: &str) -> Result<(&'a Path, &'a Document)> {
    let mut found = printed.iter().filter(|file| file.format == format);
    let found = found.find_map(|file| {
        let tree = file.document.as_ref().filter(|tree| tree.id == document);
        tree.map(|tree| (file.path.as_path(), tree))
    });
    found.with_context(|| format!("{document} was printed"))
}

/// Real papers of several pages whose tags alone are in disorder: everything is on the page as before.
fn tags(printed: &[Printed], folder: &Path) -> Result<()> {
    for document in ["mhlw", "legal"] {
        let (path, tree) = chosen(printed, document, "pdf")?;
        let parts = Parts::of(path)?;
        for (name, lost) in [("disordered", false), ("untagged", true)] {
            let file = Printed {
                path: folder.join(format!("{name}.{document}.pdf")),
                shown: format!("{name}-{document}.pdf"),
                format: "pdf".to_owned(),
                document: None,
            };
            let objects = parts.disordered(lost).context("two tags follow each other")?;
            pdf::made(&objects, &file.path)?;
            let read = pdf::read(&file.path)?;
            ensure!(read.pages > 1, "{document} has one page only");
            ensure!(read.text == pdf::read(path)?.text, "the pages changed");
            let Err(fault) = proof::paper(&file, tree) else {
                bail!("{}: the fault was not found", file.shown);
            };
            println!("planted and found in {}: {fault}", file.shown);
        }
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
        pdf::sound(&broken).is_err(),
        "qpdf accepts a PDF without its table of objects"
    );
    let path = write("strange.pdf", &with_table(STRANGE))?;
    let read = pdf::read(&path)?;
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
