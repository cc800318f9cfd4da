//! The works: each runs once in a process of its own and tells what it cost and found.

use crate::cost::{self, timed};
use crate::{fleet_floor, long_list, register, register_paper, statement, workload};
use mamori_catalogue::Catalogue;
use mamori_domain::{Date, Workspace};
use mamori_press_pdf::Fonts;
use mamori_rules::check::{self, Whole};
use mamori_rules::{Assessment, Subject};
use serde_json::{Value, json};

/// The day all verdicts are made for.
pub const AS_OF: &str = "2026-11-01";

/// Runs a work named on the command line and prints what it cost and found as one line of JSON.
///
/// # Errors
/// A sentence when there is no such work, or when it fails.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (cpu, mut found) = match arguments[..] {
        ["derive", devices] => derive(number(devices)?),
        ["check", devices] => check(number(devices)?),
        ["xlsx", rows, out] => xlsx(number(rows)?, out, false)?,
        ["xlsx-reference", rows, out] => xlsx(number(rows)?, out, true)?,
        ["docx", out] => docx(out)?,
        ["list", id, rows] => list(id, number(rows)?)?,
        ["pdf", rows] => pdf(number(rows)?, false)?,
        ["pdf-reference", rows] => pdf(number(rows)?, true)?,
        ["sla-floor", stops, exclusions, out] => sla_floor(stops, exclusions, out)?,
        _ => return Err(format!("no work is called {arguments:?}")),
    };
    found["cpu_ns"] = json!(cpu);
    found["peak_kib"] = json!(cost::peak("self"));
    println!("{found}");
    Ok(())
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|error| format!("{text:?}: {error}"))
}

fn generated(devices: usize) -> (Catalogue, Workspace, Date) {
    let catalogue = Catalogue::embedded("2020-08").expect("the shipped catalogue is sound");
    let workspace = workload::workspace(&catalogue, devices);
    (catalogue, workspace, AS_OF.parse().expect("a date"))
}

/// Flows, grid and risks of a service.
fn derive(devices: usize) -> (u64, Value) {
    let (catalogue, workspace, as_of) = generated(devices);
    let subject = Subject::all(&workspace, &catalogue, as_of)[0];
    let conditions = mamori_rules::conditions::conditions(&subject);
    let (cpu, derived) = timed(|| mamori_rules::derive::derive(&subject, &conditions));
    let links: usize = subject.service.connections.iter().map(|line| line.to.len()).sum();
    let found = json!({
        "devices": devices,
        "links": links,
        "flows": derived.flows.len(),
        "cells": derived.grid.len(),
        "risks": derived.risks.len(),
    });
    (cpu, found)
}

/// A full check of a workspace in memory: services assessed, then every rule over them.
fn check(devices: usize) -> (u64, Value) {
    let (catalogue, workspace, as_of) = generated(devices);
    let assess = |subject| Assessment::of(subject, "0".repeat(64));
    let (assessing, assessments) = timed(|| {
        let subjects = Subject::all(&workspace, &catalogue, as_of).into_iter();
        subjects.map(assess).collect::<Vec<Assessment<'_>>>()
    });
    let whole = Whole {
        workspace: &workspace,
        catalogue: &catalogue,
        as_of,
    };
    let (ruling, diagnostics) = timed(|| check::check(&whole, &assessments));
    let answers = &assessments[0].answers;
    let answered = answers.values().filter(|answer| answer.status.is_some()).count();
    let derived = &assessments[0].derived;
    let found = json!({
        "devices": devices,
        "flows": derived.flows.len(),
        "cells": derived.grid.len(),
        "risks": derived.risks.len(),
        "items": answers.len(),
        "items_answered": answered,
        "diagnostics": diagnostics.len(),
    });
    (assessing + ruling, found)
}

/// The register as a workbook: by our press, or by its library alone.
fn xlsx(rows: usize, out: &str, reference: bool) -> Result<(u64, Value), String> {
    let rows = register::rows(rows);
    let (cpu, bytes) = match reference {
        true => timed(|| register_paper::plain_workbook(&rows).map_err(|error| error.to_string())),
        false => {
            timed(|| mamori_press::xlsx(&register_paper::document(&rows)).map_err(|error| error.to_string()))
        }
    };
    let bytes = bytes?;
    std::fs::write(out, &bytes).map_err(|error| format!("{out}: {error}"))?;
    Ok((cpu, json!({ "bytes": bytes.len() })))
}

/// A list made long, in volumes.
fn list(id: &str, rows: usize) -> Result<(u64, Value), String> {
    let fonts = Fonts::find().map_err(|error| error.to_string())?;
    let document = long_list::document(id, rows)?;
    let rows: usize = document.tables().map(|table| table.rows.len()).sum();
    let (cpu, printed) = timed(|| mamori_press_pdf::volumes(&document, &fonts));
    let printed = printed.map_err(|error| error.to_string())?;
    let pages: usize = printed.iter().map(|volume| volume.pages).sum();
    Ok((
        cpu,
        json!({ "rows": rows, "volumes": printed.len(), "pages": pages }),
    ))
}

/// The statement as a text document.
fn docx(out: &str) -> Result<(u64, Value), String> {
    let document = statement::document();
    let (cpu, bytes) = timed(|| mamori_press_docx::docx(&document));
    let bytes = bytes.map_err(|error| error.to_string())?;
    std::fs::write(out, &bytes).map_err(|error| format!("{out}: {error}"))?;
    Ok((cpu, json!({ "bytes": bytes.len() })))
}

/// Availabilities of a fleet, as plainly as one thread can compute them.
fn sla_floor(stops: &str, exclusions: &str, out: &str) -> Result<(u64, Value), String> {
    let (cpu, made) = timed(|| fleet_floor::run(stops, exclusions, out));
    Ok((cpu, json!({ "availabilities": made? })))
}

/// The register as PDF: in volumes, or as one document.
fn pdf(rows: usize, reference: bool) -> Result<(u64, Value), String> {
    let fonts = Fonts::find().map_err(|error| error.to_string())?;
    let document = register_paper::document(&register::rows(rows));
    let (cpu, printed) = timed(|| match reference {
        true => mamori_press_pdf::pdf(&document, &fonts).map(|whole| vec![whole]),
        false => mamori_press_pdf::volumes(&document, &fonts),
    });
    let printed = printed.map_err(|error| error.to_string())?;
    let pages: usize = printed.iter().map(|volume| volume.pages).sum();
    let bytes: usize = printed.iter().map(|volume| volume.bytes.len()).sum();
    Ok((
        cpu,
        json!({ "volumes": printed.len(), "pages": pages, "bytes": bytes }),
    ))
}
