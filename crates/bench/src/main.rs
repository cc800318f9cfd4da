//! Measures what the quality figures ask for — load, derive, check, each document — on a generated
//! service of 1,000 devices and on the shipped example, and writes the figures as JSON.

mod measure;
mod workload;

use mamori_catalogue::Catalogue;
use mamori_documents::{DOCUMENTS, Paper};
use mamori_domain::{Date, Language, Workspace, build};
use mamori_formats::{json, text, workspace_file};
use mamori_press_pdf::Fonts;
use mamori_rules::check::{self, Whole};
use mamori_rules::{Assessment, Subject};
use measure::{Cost, measure};
use serde_json::{Map, Value, json};
use std::path::Path;

const RUNS: usize = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let out = value("--out").unwrap_or_else(|| "evidence".to_owned());
    let devices = value("--devices")
        .and_then(|number| number.parse().ok())
        .unwrap_or(1_000);
    let catalogue = Catalogue::embedded("2020-08").expect("the shipped catalogue is sound");
    let mut page = Map::new();
    page.insert("version".to_owned(), json!(env!("CARGO_PKG_VERSION")));
    page.insert("load_average_at_start".to_owned(), json!(measure::load()));
    for count in [devices, devices * 10] {
        let whole = count == devices;
        page.insert(format!("devices_{count}"), generated(&catalogue, count, whole));
    }
    page.insert("example_clinic_emr".to_owned(), example(&catalogue));
    let text = format!("{:#}\n", Value::Object(page));
    print!("{text}");
    std::fs::create_dir_all(&out).expect("the folder for evidence can be made");
    std::fs::write(Path::new(&out).join("bench.json"), text).expect("the evidence can be written");
}

fn cost(cost: Cost) -> Value {
    json!({ "cpu_ms": cost.cpu_microseconds as f64 / 1_000.0, "peak_mib": cost.peak_kib / 1_024 })
}

fn assess<'a>(workspace: &'a Workspace, catalogue: &'a Catalogue, as_of: Date) -> Vec<Assessment<'a>> {
    let subjects = Subject::all(workspace, catalogue, as_of);
    subjects
        .into_iter()
        .map(|subject| Assessment::of(subject, "0".repeat(64)))
        .collect()
}

fn generated(catalogue: &Catalogue, devices: usize, documents: bool) -> Value {
    let as_of: Date = "2026-11-01".parse().expect("a date");
    let files = text::write(&build::write(&workload::workspace(devices)));
    let (load, workspace) = measure(RUNS, || {
        let raw = text::read_files(&files).expect("the generated folder reads");
        build::read(&raw).expect("the generated workspace builds")
    });
    let (canonical, _) = measure(RUNS, || json::canonical_hash(&build::write(&workspace), None));
    let subject = Subject::all(&workspace, catalogue, as_of)[0];
    let (derive, derived) = measure(RUNS, || mamori_rules::derive::derive(&subject));
    let assessments = assess(&workspace, catalogue, as_of);
    let whole = Whole {
        workspace: &workspace,
        catalogue,
        as_of,
    };
    let (checked, diagnostics) = measure(RUNS, || check::check(&whole, &assessments));
    let mut page = json!({
        "counts": {
            "devices": devices,
            "flows": derived.flows.len(),
            "cells": derived.grid.len(),
            "risks": derived.risks.len(),
            "diagnostics": diagnostics.len(),
        },
        "load": cost(load),
        "canonical_hash": cost(canonical),
        "derive": cost(derive),
        "check": cost(checked),
    });
    if documents {
        page["documents"] = printed(&Paper::of(&assessments[0], &diagnostics, Language::Japanese), 1);
    }
    page
}

/// Each document: its tree, and each press.
fn printed(paper: &Paper<'_>, runs: usize) -> Value {
    let fonts = Fonts::find();
    let mut page = Map::new();
    for kind in DOCUMENTS {
        let (tree, document) = measure(runs, || (kind.build)(paper));
        let (html, _) = measure(runs, || mamori_press::html(&document));
        let (xlsx, workbook) = measure(runs, || mamori_press::xlsx(&document));
        let rows: usize = document.tables().map(|table| table.rows.len()).sum();
        let mut entry = json!({ "rows": rows, "tree": cost(tree), "html": cost(html), "xlsx": cost(xlsx) });
        entry["xlsx"]["bytes"] = json!(workbook.map(|bytes| bytes.len()).unwrap_or(0));
        if let Ok(fonts) = &fonts {
            let (pdf, volumes) = measure(runs, || mamori_press_pdf::volumes(&document, fonts));
            entry["pdf"] = cost(pdf);
            entry["pdf"]["pages"] = json!(
                volumes
                    .map(|all| all.iter().map(|volume| volume.pages).sum::<usize>())
                    .unwrap_or(0)
            );
        }
        page.insert(kind.id.to_owned(), entry);
    }
    Value::Object(page)
}

fn example(catalogue: &Catalogue) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/clinic-emr");
    let (load, loaded) = measure(RUNS, || workspace_file::load(&folder).expect("the example reads"));
    let workspace = loaded.workspace;
    let as_of = workspace.settings.as_of.expect("the example pins its day");
    let (derive, assessments) = measure(RUNS, || assess(&workspace, catalogue, as_of));
    let whole = Whole {
        workspace: &workspace,
        catalogue,
        as_of,
    };
    let (checked, diagnostics) = measure(RUNS, || check::check(&whole, &assessments));
    let documents = printed(&Paper::of(&assessments[0], &diagnostics, Language::Japanese), 3);
    json!({ "load": cost(load), "assess": cost(derive), "check": cost(checked), "documents": documents })
}
