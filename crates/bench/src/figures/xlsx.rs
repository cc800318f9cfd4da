//! The register of 10,000 rows as a workbook: our press, the library below it alone, and the two
//! libraries of Python.

use crate::goals::{held, skipped};
use crate::pairs::{Work, in_turn, ratio};
use crate::register::{self, HEAD, Row};
use crate::register_paper::SHEET;
use crate::session::{Found, Python, Session};
use calamine::{Reader, Xlsx, open_workbook};
use serde_json::{Value, json};

const ROWS: usize = 10_000;
const XLSXWRITER: &str = include_str!("../../references/xlsxwriter_register.py");
const OPENPYXL: &str = include_str!("../../references/openpyxl_register.py");

/// Measures the figure.
pub fn measure(session: &Session) -> Result<Value, String> {
    let rows = register::rows(ROWS);
    let lines = session.path("register.jsonl");
    std::fs::write(&lines, register::json_lines(&rows)).map_err(|error| error.to_string())?;
    let ours = |work: &'static str| -> Work<'_> {
        let out = session.path(&format!("{work}.xlsx"));
        Box::new(move || Ok(session.work(&[work, "10000", &out])?.0))
    };
    let ([press, library], load) = in_turn([ours("xlsx"), ours("xlsx-reference")])?;
    for work in ["xlsx", "xlsx-reference"] {
        agree(&rows, &session.path(&format!("{work}.xlsx")))?;
    }
    let mut page = json!({
        "work": format!("{ROWS} rows of {} styled cells, all as text", HEAD.len()),
        "press": press.shown(),
        "rust_xlsxwriter": library.shown(),
        "load": load,
        "cells_compared": (ROWS + 1) * HEAD.len(),
        "goals": { "over_rust_xlsxwriter": held("xlsx/over-rust-xlsxwriter", ratio(press.cpu(), library.cpu())) },
    });
    for (name, package, script) in [
        ("xlsxwriter", "xlsxwriter", XLSXWRITER),
        ("openpyxl", "openpyxl", OPENPYXL),
    ] {
        let versus = match session.python(package, script) {
            Ok(python) => against(session, &rows, &python, ours("xlsx"), name)?,
            Err(why) => json!({ "skipped": why }),
        };
        if name == "xlsxwriter" {
            let goal = "xlsx/faster-than-xlsxwriter";
            page["goals"]["faster_than_xlsxwriter"] =
                match (versus["ratio"].as_f64(), versus["skipped"].as_str()) {
                    (Some(ratio), _) => held(goal, ratio),
                    (None, why) => skipped(goal, why.unwrap_or("not run")),
                };
        }
        page[name] = versus;
    }
    Ok(page)
}

/// The press and a library of Python in turn.
fn against(
    session: &Session,
    rows: &[Row],
    python: &Python<'_>,
    ours: Work<'_>,
    name: &str,
) -> Result<Value, String> {
    let (lines, out) = (
        session.path("register.jsonl"),
        session.path(&format!("{name}.xlsx")),
    );
    let found = Found::default();
    let theirs: Work<'_> = Box::new(|| found.take(name, python.work(&[&lines, &out])?));
    let ([press, theirs], load) = in_turn([ours, theirs])?;
    agree(rows, &out)?;
    Ok(json!({
        "version": python.version,
        "press": press.shown(),
        "cost": theirs.shown(),
        "ratio": ratio(theirs.cpu(), press.cpu()),
        "load": load,
    }))
}

/// Whether a workbook, read by a reader that is not ours, holds the register cell by cell.
fn agree(rows: &[Row], path: &str) -> Result<(), String> {
    let mut book: Xlsx<_> = open_workbook(path).map_err(|error| format!("{path}: {error}"))?;
    let sheet = book
        .worksheet_range(SHEET)
        .map_err(|error| format!("{path}: {error}"))?;
    let head = HEAD.map(str::to_owned);
    let wanted: Vec<&Row> = std::iter::once(&head).chain(rows).collect();
    if sheet.height() != wanted.len() {
        return Err(format!(
            "{path}: {} rows instead of {}",
            sheet.height(),
            wanted.len()
        ));
    }
    for (number, (have, want)) in sheet.rows().zip(wanted).enumerate() {
        let same = have.len() == want.len()
            && have
                .iter()
                .zip(want)
                .all(|(have, want)| have.to_string() == *want);
        if !same {
            return Err(format!("{path}: row {number} holds {have:?} instead of {want:?}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register_paper;

    #[test]
    fn another_cell_is_no_agreement() {
        let folder = std::env::temp_dir().join(format!("mamori-bench-test-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("register.xlsx").display().to_string();
        let mut rows = register::rows(20);
        let press = mamori_press::xlsx(&register_paper::document(&rows)).unwrap();
        let library = register_paper::plain_workbook(&rows).unwrap();
        for bytes in [press, library] {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(agree(&rows, &path), Ok(()));
        }
        rows[7][3].push('。');
        assert!(agree(&rows, &path).unwrap_err().contains("row 8"));
        assert!(
            agree(&rows[..19], &path)
                .unwrap_err()
                .contains("21 rows instead of 20")
        );
        std::fs::remove_dir_all(folder).unwrap();
    }
}
