//! The proof of the documents.

use crate::agree;
use crate::faults;
use crate::markup;
use crate::office::Desk;
use crate::pdf;
use crate::planted;
use crate::runs;
use crate::sets::{self, Printed};
use anyhow::{Context, Result, anyhow, ensure};
use mamori_domain::Language;
use mamori_tree::Document;
use serde_json::{Value, json};
use std::path::Path;

/// The examples.
const EXAMPLES: [&str; 2] = ["clinic-emr", "imaging-cloud"];

/// Papers of so many pages have the order of their tags compared as well; longer ones would take
/// poppler hours. One template sets them all.
const FEW_PAGES: usize = 1;

/// Proves every document of every set and writes what was found. With names of sets only those are
/// proved and nothing is written: the evidence is of all.
pub fn documents(programs: &Path, evidence: &Path, work: &Path, only: &[String]) -> Result<()> {
    let mamori = programs.join("mamori");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut found = Vec::new();
    for example in EXAMPLES {
        let own = examples.join(example);
        let hostile = planted::plant(&own, &work.join(example))?;
        for language in Language::ALL {
            for (name, workspace) in [("", &own), ("-planted", &hostile)] {
                let name = format!("{example}{name}/{}", language.code());
                if !only.is_empty() && !only.contains(&name) {
                    continue;
                }
                println!("{name} …");
                let printed = sets::print(&mamori, workspace, language, &work.join(&name), &name)?;
                if found.is_empty() {
                    faults::all(&printed, &work.join("faults"))?;
                }
                found.extend(set(&printed, &work.join(format!("{name}.office")))?);
            }
        }
    }
    ensure!(!found.is_empty(), "nothing was proved");
    if !only.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = found.iter().map(|facts| format!("  {facts}")).collect();
    let text = format!("[\n{}\n]\n", lines.join(",\n"));
    std::fs::write(evidence, text).context("cannot write the evidence")
}

/// Proves the files of one set.
pub fn set(printed: &[Printed], desk: &Path) -> Result<Vec<Value>> {
    let desk = Desk::clear(desk)?;
    for file in printed {
        if matches!(&*file.format, "docx" | "xlsx") {
            desk.lay(&laid(file), &file.format, &std::fs::read(&file.path)?)?;
        }
    }
    desk.convert()?;
    let mut found = Vec::new();
    let mut failed = 0;
    for file in printed {
        let Some(document) = &file.document else { continue };
        let facts = match &*file.format {
            "pdf" => paper(file, document),
            "docx" => text_document(&desk, file, document),
            "xlsx" => workbook(&desk, file, document),
            "html" => page(file, document),
            "svg" => picture(file, document),
            _ => continue,
        };
        match facts {
            Ok(mut facts) => {
                facts["path"] = json!(file.shown);
                found.push(facts);
            }
            Err(fault) => {
                failed += 1;
                eprintln!("{}: {fault:#}", file.shown);
            }
        }
    }
    ensure!(failed == 0, "{failed} files do not say what their trees say");
    Ok(found)
}

/// A name without folders.
pub fn laid(file: &Printed) -> String {
    let stem = file.shown.rsplit_once('.').map_or(&*file.shown, |(stem, _)| stem);
    format!("{}.{}", stem.replace('/', "_"), file.format)
}

fn fault(what: &'static str) -> impl Fn(String) -> anyhow::Error {
    move |why| anyhow!("{what}: {why}")
}

/// A PDF: sound, tagged, fonts embedded, its text in the tree's order for those who hear it and for
/// those who copy it.
pub fn paper(file: &Printed, document: &Document) -> Result<Value> {
    pdf::sound(&file.path)?;
    let read = pdf::read(&file.path)?;
    ensure!(read.tagged, "it is not tagged");
    ensure!(read.embedded, "a font is missing");
    let runs = runs::paper(document);
    let letters = agree::in_order(&runs, &read.text).map_err(fault("order on the page"))?;
    let tags = read.pages <= FEW_PAGES;
    if tags {
        agree::exactly(&runs, &pdf::tagged_text(&file.path)?).map_err(fault("order of the tags"))?;
    }
    Ok(json!({ "pages": read.pages, "runs": runs.len(), "letters": letters, "tags": tags }))
}

/// A text document: its text as LibreOffice reads it is the tree's.
pub fn text_document(desk: &Desk, file: &Printed, document: &Document) -> Result<Value> {
    let name = laid(file);
    let runs = runs::text_document(document);
    let letters = agree::exactly(&runs, &desk.text(&name)?).map_err(fault("text in LibreOffice"))?;
    let pages = pdf::read(&desk.pages(&name))?.pages;
    Ok(json!({ "pages": pages, "runs": runs.len(), "letters": letters }))
}

/// A workbook: every sheet as LibreOffice reads it says what its table says.
pub fn workbook(desk: &Desk, file: &Printed, document: &Document) -> Result<Value> {
    let name = laid(file);
    let sheets = desk.sheets(&name)?;
    let count = document.tables().count();
    ensure!(
        sheets.len() == count + 1,
        "{} sheets instead of {}",
        sheets.len(),
        count + 1
    );
    let cover = runs::first_sheet(document);
    let says = |(_, text): &(String, String)| agree::in_order(&cover, std::slice::from_ref(text)).ok();
    let said = sheets.iter().find_map(says).context("no sheet is the cover")?;
    let (mut cells, mut letters) = (cover.len(), said);
    for table in document.tables() {
        let runs = runs::sheet(table);
        let agrees = |(_, text): &(String, String)| agree::exactly(&runs, text).ok();
        let Some(same) = sheets.iter().find_map(agrees) else {
            let nearest = sheets.iter().find(|(sheet, _)| *sheet == table.name);
            let why = nearest.map(|(_, text)| agree::exactly(&runs, text).unwrap_err());
            return Err(anyhow!("sheet {}: {}", table.name, why.unwrap_or_default()));
        };
        cells += runs.len();
        letters += same;
    }
    let pages = pdf::read(&desk.pages(&name))?.pages;
    Ok(json!({ "pages": pages, "runs": cells, "letters": letters }))
}

/// A page, alone or of the site: what it shows is the tree's text in its order, and it runs no script
/// but the site's own.
fn page(file: &Printed, document: &Document) -> Result<Value> {
    let shown = markup::text(&std::fs::read_to_string(&file.path)?).map_err(fault("markup"))?;
    let runs = runs::web_page(document);
    let letters = agree::in_order(&runs, &[shown]).map_err(fault("order on the page"))?;
    Ok(json!({ "runs": runs.len(), "letters": letters }))
}

/// A picture: it shows every label of its drawing.
fn picture(file: &Printed, document: &Document) -> Result<Value> {
    let shown = markup::text(&std::fs::read_to_string(&file.path)?).map_err(fault("markup"))?;
    let number = file
        .shown
        .rsplit('.')
        .nth(1)
        .and_then(|number| number.parse::<usize>().ok());
    let drawing = document
        .drawings()
        .nth(number.context("a picture has a number")? - 1);
    let runs = runs::drawing_labels(drawing.context("there is such a drawing")?);
    let letters = agree::in_order(&runs, &[shown]).map_err(fault("labels"))?;
    Ok(json!({ "runs": runs.len(), "letters": letters }))
}
