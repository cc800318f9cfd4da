//! Which planted fields the prints show, in which formats.

use crate::planted::{self, EXCUSED, Planted};
use crate::proof;
use crate::runs::{self, Run, squeezed};
use crate::sets::Printed;
use mamori_tree::Document;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What prints of planted examples show of their fields.
#[derive(Default)]
pub struct Coverage {
    planted: BTreeSet<String>,
    values: usize,
    refused: usize,
    /// The fields that prints show, by their format.
    shown: BTreeMap<String, BTreeSet<String>>,
}

impl Coverage {
    /// Of one planted example. The prints were compared with their trees before, so what a tree says is
    /// what other programs read.
    pub fn of(planted: &Planted, printed: &[Printed]) -> Coverage {
        let mut shown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for file in printed {
            if let Some(document) = &file.document {
                let runs = said(file, document);
                let text: String = runs.iter().map(|run| squeezed(&run.text)).collect();
                let fields = shown.entry(file.format.clone()).or_default();
                fields.extend(planted::shown(&text));
            }
        }
        Coverage {
            planted: planted.fields.iter().cloned().collect(),
            values: planted.values,
            refused: planted.refused,
            shown,
        }
    }

    /// Adds that of another one.
    pub fn add(&mut self, other: Coverage) {
        self.planted.extend(other.planted);
        self.values += other.values;
        self.refused += other.refused;
        for (format, fields) in other.shown {
            self.shown.entry(format).or_default().extend(fields);
        }
    }

    /// The counts, and the fields that no print shows.
    pub fn told(&self) -> Value {
        let printed: BTreeSet<&String> = self.shown.values().flatten().collect();
        let nowhere: Vec<&String> = self
            .planted
            .iter()
            .filter(|field| !printed.contains(field))
            .collect();
        let counts = self.shown.iter();
        let counts: BTreeMap<&String, usize> =
            counts.map(|(format, fields)| (format, fields.len())).collect();
        let excused = EXCUSED.iter();
        let excused: BTreeMap<String, &str> = excused
            .map(|(kind, field, why)| (format!("{kind}.{field}"), *why))
            .collect();
        json!({
            "planted": self.planted.len(),
            "values": self.values,
            "control_characters_refused": self.refused,
            "excused": excused,
            "printed": printed.len(),
            "printed_by_format": counts,
            "printed_nowhere": nowhere,
        })
    }
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
