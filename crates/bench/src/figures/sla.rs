//! Five million stops of 10,000 contracts, by command, into 240,000 availabilities: against a plain
//! floor, and against pandas, Polars and DuckDB. The tables of results must be the same bytes.

use crate::fleet;
use crate::goals::{held, skipped};
use crate::pairs::{Costs, Work, in_turn, ratio};
use crate::session::{Found, Session};
use serde_json::{Value, json};
use std::fs::File;
use std::io::BufWriter;

const CONTRACTS: i64 = 10_000;
const ROWS: u64 = 5_000_000;
const TERMS: &str = include_str!("../../references/sla.toml");

/// The references: their packages and programs; each begins with the same calendar.
const REFERENCES: [(&str, &str); 3] = [
    (
        "pandas",
        concat!(
            include_str!("../../references/sla_calendar.py"),
            include_str!("../../references/sla_pandas.py")
        ),
    ),
    (
        "polars",
        concat!(
            include_str!("../../references/sla_calendar.py"),
            include_str!("../../references/sla_polars.py")
        ),
    ),
    (
        "duckdb",
        concat!(
            include_str!("../../references/sla_calendar.py"),
            include_str!("../../references/sla_duckdb.py")
        ),
    ),
];

/// Measures the figure.
pub fn measure(session: &Session) -> Result<Value, String> {
    let [terms, stops, agreed, results] =
        ["sla.toml", "stops.csv", "exclusions.csv", "results.csv"].map(|name| session.path(name));
    generate(&terms, &stops, &agreed)?;
    let found = Found::default();
    let ours = || -> Work<'_> {
        let arguments = [
            "sla",
            "fleet",
            "--terms",
            &terms,
            "--stops",
            &stops,
            "--exclusions",
            &agreed,
        ];
        let rest = ["--to", "2026-04-01", "--format", "json", "--out", &results];
        let found = &found;
        Box::new(move || {
            let run = session.product(&[&arguments[..], &rest[..]].concat())?;
            found.take("mamori sla fleet", (run.cost, summary(&run.said)?))
        })
    };
    let floor_results = session.path("floor.csv");
    let floor: Work<'_> = Box::new(|| Ok(session.work(&["sla-floor", &stops, &agreed, &floor_results])?.0));
    let ([product, floor], load) = in_turn([ours(), floor])?;
    agree("the floor", &results, &floor_results)?;
    let mut page = json!({
        "work": "mamori sla fleet: two tables of CSV read, every month and band of every contract written as CSV",
        "found": found.value(),
        "product": product.shown(),
        "floor": floor.shown(),
        "load": load,
        "goals": {
            "of_floor": held("sla/of-floor", ratio(floor.cpu(), product.cpu())),
            "peak": held("sla/peak", product.peak().div_ceil(1_024) as f64),
        },
    });
    for (name, script) in REFERENCES {
        let goal = goal(name);
        let reference = match session.python(name, script) {
            Ok(python) => {
                let theirs = session.path(&format!("{name}.csv"));
                let work: Work<'_> = Box::new(|| Ok(python.work(&[&terms, &stops, &agreed, &theirs])?.0));
                let ([product, reference], load) = in_turn([ours(), work])?;
                agree(name, &results, &theirs)?;
                against(&python.version, &product, &reference, load)
            }
            Err(why) => json!({ "skipped": why }),
        };
        page["goals"][format!("faster_than_{name}")] =
            match (reference["ratio"].as_f64(), reference["skipped"].as_str()) {
                (Some(ratio), _) => held(goal, ratio),
                (None, why) => skipped(goal, why.unwrap_or("not run")),
            };
        page[name] = reference;
    }
    Ok(page)
}

fn goal(name: &str) -> &'static str {
    match name {
        "pandas" => "sla/faster-than-pandas",
        "polars" => "sla/faster-than-polars",
        _ => "sla/faster-than-duckdb",
    }
}

fn against(version: &str, product: &Costs, reference: &Costs, load: Value) -> Value {
    json!({
        "version": version,
        "product": product.shown(),
        "cost": reference.shown(),
        "ratio": ratio(reference.cpu(), product.cpu()),
        "load": load,
    })
}

fn generate(terms: &str, stops: &str, agreed: &str) -> Result<(), String> {
    let file = |path: &str| File::create(path).map(BufWriter::new);
    std::fs::write(terms, TERMS)
        .and_then(|()| fleet::stops(&mut file(stops)?, CONTRACTS, ROWS))
        .and_then(|()| fleet::exclusions(&mut file(agreed)?, CONTRACTS))
        .map_err(|error| error.to_string())
}

/// The counts of a run, without the names of files.
fn summary(said: &[u8]) -> Result<Value, String> {
    let said: Value = serde_json::from_slice(said).map_err(|error| error.to_string())?;
    let rows = |at: usize| said["input"][at]["used"].clone();
    let expected = (json!(ROWS), json!(12 * CONTRACTS));
    if (rows(0), rows(1)) != expected {
        return Err(format!("not every row was used: {said}"));
    }
    Ok(json!({ "availabilities": said["availabilities"], "stops": rows(0), "exclusions": rows(1) }))
}

/// Whether two tables of results are the same bytes.
fn agree(name: &str, ours: &str, theirs: &str) -> Result<(), String> {
    let read = |path: &str| std::fs::read(path).map_err(|error| format!("{path}: {error}"));
    let (ours, theirs) = (read(ours)?, read(theirs)?);
    if ours == theirs {
        return Ok(());
    }
    let lines = |bytes: Vec<u8>| {
        String::from_utf8_lossy(&bytes)
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (ours, theirs) = (lines(ours), lines(theirs));
    let at = ours
        .iter()
        .zip(&theirs)
        .position(|(one, two)| one != two)
        .unwrap_or(ours.len().min(theirs.len()));
    Err(format!(
        "{name} has {:?} in line {}, we {:?}",
        theirs.get(at),
        at + 1,
        ours.get(at)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fleet_floor;

    #[test]
    fn another_cell_is_no_agreement() {
        let folder = std::env::temp_dir().join(format!("mamori-bench-sla-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = |name: &str| folder.join(name).display().to_string();
        std::fs::write(path("a"), "x,1\ny,2\n").unwrap();
        std::fs::write(path("b"), "x,1\ny,3\n").unwrap();
        assert_eq!(agree("b", &path("a"), &path("a")), Ok(()));
        assert!(agree("b", &path("a"), &path("b")).unwrap_err().contains("line 2"));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_floor_computes_a_small_fleet() {
        let folder = std::env::temp_dir().join(format!("mamori-bench-floor-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = |name: &str| folder.join(name).display().to_string();
        fleet::stops(&mut File::create(path("stops")).unwrap(), 5, 400).unwrap();
        fleet::exclusions(&mut File::create(path("agreed")).unwrap(), 5).unwrap();
        assert_eq!(
            fleet_floor::run(&path("stops"), &path("agreed"), &path("out")),
            Ok(5 * 24)
        );
        let text = std::fs::read_to_string(path("out")).unwrap();
        assert_eq!(text.lines().count(), 1 + 5 * 24);
        assert!(text.contains("\n0,2025-04,business,"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
