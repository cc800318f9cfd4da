//! The proof of the documents.

use crate::agree;
use crate::coverage::Coverage;
use crate::faults;
use crate::leaks;
use crate::markup;
use crate::office::Desk;
use crate::pdf;
use crate::planted::{self, HIDING};
use crate::reports::{self, Years};
use crate::runs::{self, Run};
use crate::sets::{self, Printed};
use crate::tags::Parts;
use anyhow::{Context, Result, anyhow, ensure};
use mamori_domain::Language;
use mamori_tree::{Document, Drawing};
use serde_json::{Value, json};
use std::path::Path;

/// An example and the text fields left empty in its planted copy: kind, field, reason.
type Example = (
    &'static str,
    &'static [(&'static str, &'static str, &'static str)],
);

/// The examples.
const EXAMPLES: [Example; 2] = [("clinic-emr", &[]), ("imaging-cloud", &HIDING)];

/// On papers of so many pages poppler reads the tags as well and must agree with our own reader of
/// them; longer ones would take it hours. One template sets them all.
const FEW_PAGES: usize = 1;

/// Proves every document of every set and writes what was found. With names of sets only those are
/// proved and nothing is written: the evidence is of all.
pub fn documents(programs: &Path, evidence: &Path, work: &Path, only: &[String]) -> Result<()> {
    let mamori = programs.join("mamori");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut found = Vec::new();
    let mut all = Coverage::default();
    for (example, spared) in EXAMPLES {
        let own = examples.join(example);
        let planted = planted::plant(&own, &work.join(example), spared)?;
        let years = reports::events(&own)?;
        let hostile = planted::hostile("note");
        let planted_years = reports::with_notes(&years, &hostile, &work.join(example).join("events"))?;
        for language in Language::ALL {
            for (name, workspace, events) in [("", &own, &years), ("-planted", &planted.path, &planted_years)]
            {
                let name = format!("{example}{name}/{}", language.code());
                if !only.is_empty() && !only.contains(&name) {
                    continue;
                }
                println!("{name} …");
                let mut printed = sets::print(&mamori, workspace, language, &work.join(&name), &name)?;
                let reports = work.join(format!("{name}.reports"));
                let years = Years { workspace, events };
                printed.extend(reports::print(&mamori, &years, language, &reports, &name)?);
                if found.is_empty() {
                    faults::all(&printed, &work.join("faults"))?;
                }
                found.extend(set(&printed, &work.join(format!("{name}.office")))?);
                if *workspace == planted.path {
                    let coverage = Coverage::of(&planted, &printed);
                    found.push(json!({ "set": name, "fields": coverage.told() }));
                    println!("{name}: {}", coverage.told());
                    all.add(coverage);
                }
            }
        }
    }
    ensure!(!found.is_empty(), "nothing was proved");
    found.push(json!({ "set": "all planted", "fields": all.told() }));
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
        let facts = leaks::none(file).and_then(|()| match &file.document {
            Some(document) => says(&desk, file, document),
            None => Ok(Value::Null),
        });
        match facts {
            Ok(Value::Null) => {}
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

/// What a file says, as another program reads it, is what its tree says; nothing of formats that are
/// no prints.
pub fn says(desk: &Desk, file: &Printed, document: &Document) -> Result<Value> {
    match &*file.format {
        "pdf" => paper(file, document),
        "docx" => text_document(desk, file, document),
        "xlsx" => workbook(desk, file, document),
        "html" => page(file, document),
        "svg" => picture(file, document),
        _ => Ok(Value::Null),
    }
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
    let parts = Parts::of(&file.path)?;
    ensure!(parts.marked(), "its tags are not vouched for");
    let actions = parts.actions();
    ensure!(actions.is_empty(), "it acts or leads out: {actions:?}");
    let tagged = parts.read()?;
    let letters = agree::exactly(&runs, &tagged.text).map_err(fault("order of the tags"))?;
    ensure!(tagged.pages.len() == read.pages, "pages are missing");
    for (number, (shown, copied)) in tagged.pages.iter().zip(&read.text).enumerate() {
        let shown = [Run::flow(&**shown)];
        agree::exactly(&shown, copied).map_err(|why| anyhow!("text of page {}: {why}", number + 1))?;
    }
    if read.pages <= FEW_PAGES {
        let text = pdf::tagged_text(&file.path)?;
        agree::exactly(&runs, &text).map_err(fault("order of the tags by poppler"))?;
    }
    Ok(json!({ "pages": read.pages, "runs": runs.len(), "letters": letters, "tags": tagged.tags }))
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

/// A page: what it shows is the tree's text in its order, of the site with the way through the site
/// around it, and it runs no script but the site's own.
pub fn page(file: &Printed, document: &Document) -> Result<Value> {
    let shown = markup::text(&std::fs::read_to_string(&file.path)?).map_err(fault("markup"))?;
    let runs = runs::web_page(document);
    let letters = match file.shown.contains("/site.") {
        true => agree::in_order(&runs, &[shown]),
        false => agree::exactly(&runs, &shown),
    };
    let letters = letters.map_err(fault("order on the page"))?;
    Ok(json!({ "runs": runs.len(), "letters": letters }))
}

/// A picture: it says its name, its summary and every label of its drawing.
fn picture(file: &Printed, document: &Document) -> Result<Value> {
    let shown = markup::text(&std::fs::read_to_string(&file.path)?).map_err(fault("markup"))?;
    let runs = runs::picture(drawn(file, document).context("there is such a drawing")?);
    let letters = agree::exactly(&runs, &shown).map_err(fault("labels"))?;
    Ok(json!({ "runs": runs.len(), "letters": letters }))
}

/// The drawing a picture shows: of `configuration.ja.2.svg` the second.
pub fn drawn<'a>(file: &Printed, document: &'a Document) -> Option<&'a Drawing> {
    let number: usize = file.shown.rsplit('.').nth(1)?.parse().ok()?;
    document.drawings().nth(number.checked_sub(1)?)
}
