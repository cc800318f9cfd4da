//! From a folder of text files to flows, grid, risks and the register as JSON, by command; against
//! pytm on as many devices and links.

use crate::cost::Cost;
use crate::goals::{held, skipped};
use crate::pairs::{Costs, Work, in_turn, milliseconds, ratio};
use crate::session::{Found, Session};
use crate::work::AS_OF;
use crate::workload;
use mamori_catalogue::Catalogue;
use mamori_domain::build;
use mamori_formats::workspace_file;
use serde_json::{Value, json};

const PYTM: &str = include_str!("../../references/pytm_model.py");

/// Measures the figure.
pub fn measure(session: &Session) -> Result<Value, String> {
    let links = store(session, 1_000)?;
    store(session, 10_000)?;
    let found = Found::default();
    let ours = |devices: usize, look: bool| -> Work<'_> {
        let (folder, found) = (session.path(&devices.to_string()), &found);
        Box::new(move || {
            let run = session.product(&["derive", &folder, "--format", "json", "--as-of", AS_OF])?;
            match look {
                true => found.take("mamori derive", (run.cost, counted(&run.said)?)),
                false => Ok(run.cost),
            }
        })
    };
    let python = session.python("pytm", PYTM);
    let theirs = Found::default();
    let (ours_small, load, reference) = match &python {
        Ok(python) => {
            let pytm: Work<'_> = Box::new(|| theirs.take("pytm", pytm(python.whole(&["1000"])?)?));
            let ([small, pytm], load) = in_turn([ours(1_000, true), pytm])?;
            agree(links, &theirs.value())?;
            (small, load, Some(pytm))
        }
        Err(_) => {
            let ([small], load) = in_turn([ours(1_000, true)])?;
            (small, load, None)
        }
    };
    let ([small, large], load_of_growth) = in_turn([ours(1_000, true), ours(10_000, false)])?;
    let mut page = json!({
        "work": "mamori derive FOLDER --format json: files read, flows, grid and risks derived, register printed",
        "links": links,
        "found": found.value(),
        "product": ours_small.shown(),
        "load": load,
        "growth": { "devices_1000": small.shown(), "devices_10000": large.shown(), "load": load_of_growth },
        "goals": {
            "cpu": held("risks/cpu", milliseconds(ours_small.cpu())),
            "growth": held("risks/growth", ratio(large.cpu(), small.cpu())),
            "faster_than_pytm": match (&python, &reference) {
                (Ok(_), Some(pytm)) => held("risks/faster-than-pytm", ratio(pytm.cpu(), ours_small.cpu())),
                (Err(why), _) => skipped("risks/faster-than-pytm", why),
                (Ok(_), None) => skipped("risks/faster-than-pytm", "not run"),
            },
        },
    });
    if let (Ok(python), Some(pytm)) = (&python, &reference) {
        page["pytm"] = json!({ "version": python.version, "found": theirs.value(), "cost": pytm.shown() });
        page["per_second"] = json!({
            "risks": rate(&found.value()["risks"], &ours_small),
            "pytm_findings": rate(&theirs.value()["findings"], pytm),
        });
    }
    Ok(page)
}

/// Writes a generated workspace as a folder and gives the number of its links.
fn store(session: &Session, devices: usize) -> Result<usize, String> {
    let catalogue = Catalogue::embedded("2020-08").map_err(|problems| format!("{problems:?}"))?;
    let workspace = workload::workspace(&catalogue, devices);
    let folder = session.folder.join(devices.to_string());
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    workspace_file::store(
        &build::write(&workspace),
        &folder,
        mamori_domain::Language::Japanese,
    )
    .map_err(|problems| format!("{problems:?}"))?;
    let lines = workspace
        .services
        .iter()
        .flat_map(|(_, service)| &service.connections);
    Ok(lines.map(|line| line.to.len()).sum())
}

/// What the printed register holds.
fn counted(said: &[u8]) -> Result<Value, String> {
    let printed: Value = serde_json::from_slice(said).map_err(|error| error.to_string())?;
    let count = |name: &str| printed[name].as_array().map_or(0, Vec::len);
    Ok(json!({
        "flows": count("flows"), "cells": count("grid"), "risks": count("risks"), "bytes": said.len(),
    }))
}

fn pytm(run: crate::process::Run) -> Result<(Cost, Value), String> {
    let found = serde_json::from_slice(&run.said).map_err(|error| format!("pytm: {error}"))?;
    Ok((run.cost, found))
}

/// Both must have read the same model, since what they find in it differs by nature.
fn agree(links: usize, theirs: &Value) -> Result<(), String> {
    let same = theirs["devices"] == json!(1_000) && theirs["links"] == json!(links);
    same.then_some(())
        .ok_or_else(|| format!("pytm read {theirs}, we {links} links"))
}

fn rate(count: &Value, costs: &Costs) -> u64 {
    let count = count.as_u64().unwrap_or(0);
    count.saturating_mul(1_000_000_000) / costs.cpu().max(1)
}
