//! Which planted fields the prints show, in which formats.

use crate::planted::{self, EXCUSED, Planted};
use crate::proof;
use crate::runs::{self, Run, squeezed};
use crate::sets::Printed;
use mamori_tree::Document;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What prints of a planted example show of its fields. The prints were compared with their trees
/// before, so what a tree says is what other programs read.
pub fn of(planted: &Planted, printed: &[Printed]) -> Value {
    let mut formats: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for file in printed {
        if let Some(document) = &file.document {
            let text: String = said(file, document)
                .iter()
                .map(|run| squeezed(&run.text))
                .collect();
            let shown = formats.entry(&file.format).or_default();
            shown.extend(planted::shown(&text));
        }
    }
    let anywhere: BTreeSet<&String> = formats.values().flatten().collect();
    let nowhere: Vec<&String> = planted
        .fields
        .iter()
        .filter(|field| !anywhere.contains(field))
        .collect();
    let counts: BTreeMap<&str, usize> = formats
        .iter()
        .map(|(format, fields)| (*format, fields.len()))
        .collect();
    let excused: BTreeMap<String, &str> = EXCUSED
        .iter()
        .map(|(kind, field, why)| (format!("{kind}.{field}"), *why))
        .collect();
    json!({
        "planted": planted.fields.len(),
        "values": planted.values,
        "control_characters_refused": planted.refused,
        "excused": excused,
        "printed": anywhere.len(),
        "printed_by_format": counts,
        "printed_nowhere": nowhere,
    })
}

/// What a file says, format by format.
fn said(file: &Printed, document: &Document) -> Vec<Run> {
    match &*file.format {
        "pdf" => runs::paper(document),
        "html" => runs::web_page(document),
        "docx" => runs::text_document(document),
        "xlsx" => {
            let tables = document.tables().flat_map(runs::sheet);
            runs::first_sheet(document).into_iter().chain(tables).collect()
        }
        "svg" => proof::drawn(file, document).map_or_else(Vec::new, runs::picture),
        _ => Vec::new(),
    }
}
