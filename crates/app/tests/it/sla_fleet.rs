//! `mamori sla fleet`: the table of results, the same as evaluations one by one, and rows that are refused.

use crate::contract::json;
use crate::running::{arg, folder, mamori};
use serde_json::json as value;
use std::fs;
use std::path::Path;

const TERMS: &str = r#"valid_from = 2026-04-01

[calendar]
agreed_windows = ["Sun 02:00-04:00"]
"#;

/// 2026-04-01 00:00 in Japan.
const BEGIN: i64 = 1_774_969_200;

fn run(folder: &Path, more: &[&str]) -> crate::running::Ended {
    let (terms, stops) = (folder.join("sla.toml"), folder.join("stops.csv"));
    let (agreed, out) = (folder.join("exclusions.csv"), folder.join("out.csv"));
    let fixed = [
        "--lang",
        "en",
        "sla",
        "fleet",
        "--terms",
        arg(&terms),
        "--stops",
        arg(&stops),
        "--exclusions",
        arg(&agreed),
        "--out",
        arg(&out),
        "--to",
        "2026-06-01",
    ];
    mamori(&[&fixed, more].concat())
}

fn files(name: &str, stops: &str, agreed: &str) -> std::path::PathBuf {
    let folder = folder(name);
    fs::write(folder.join("sla.toml"), TERMS).unwrap();
    fs::write(folder.join("stops.csv"), stops).unwrap();
    fs::write(folder.join("exclusions.csv"), agreed).unwrap();
    folder
}

#[test]
fn a_fleet_gives_the_figures_of_an_evaluation() {
    let at = |hours: i64| BEGIN + hours * 3_600;
    let stops = format!(
        "source,contract,end,start\n0,12,{},{}\n1,12,{},{}\n0,3,,{}\n",
        at(15),
        at(10),
        at(16),
        at(14),
        at(24 * 60),
    );
    let agreed = format!(
        "contract,start,end\n12,{},{}\n7,{},{}\n",
        at(11),
        at(12),
        at(0),
        at(5)
    );
    let folder = files("sla-fleet", &stops, &agreed);
    let ended = run(&folder, &["--format", "json"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let said = json(&ended.out);
    assert_eq!(
        (said["contracts"].clone(), said["availabilities"].clone()),
        (value!(3), value!(12))
    );
    let table = fs::read_to_string(folder.join("out.csv")).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(
        lines[0],
        "contract,month,band,service_seconds,stop_seconds,numerator,denominator,met"
    );
    let contracts: Vec<&str> = lines[1..]
        .iter()
        .filter_map(|line| line.split(',').next())
        .collect();
    assert_eq!(
        contracts,
        ["3", "3", "3", "3", "7", "7", "7", "7", "12", "12", "12", "12"]
    );

    let events = folder.join("events.csv");
    let rows = "kind,id,start,end,cause\n\
        stop,a,2026-04-01T10:00:00+09:00,2026-04-01T15:00:00+09:00,\n\
        stop,b,2026-04-01T14:00:00+09:00,2026-04-01T16:00:00+09:00,\n\
        stop,c,2026-04-01T11:00:00+09:00,2026-04-01T12:00:00+09:00,agreed_beforehand\n";
    fs::write(&events, rows).unwrap();
    let evaluated = mamori(&[
        "sla",
        "evaluate",
        "--terms",
        arg(&folder.join("sla.toml")),
        "--events",
        arg(&events),
        "--to",
        "2026-06-01",
        "--format",
        "json",
    ]);
    let evaluated = json(&evaluated.out);
    for (line, (month, band)) in lines[9..].iter().zip([(0, 0), (0, 1), (1, 0), (1, 1)]) {
        let one = &evaluated["periods"][month]["bands"][band];
        let met = if one["met"] == true { "yes" } else { "no" };
        let expected = format!(
            "12,{},{},{},{},{},{},{met}",
            ["2026-04", "2026-05"][month],
            one["band"].as_str().unwrap(),
            one["service_seconds"],
            one["stop_seconds"],
            one["availability"]["numerator"],
            one["availability"]["denominator"],
        );
        assert_eq!(*line, expected);
    }
    assert_eq!(
        lines[9].split(',').nth(4),
        Some("18000"),
        "10 to 16 less the agreed hour"
    );
}

#[test]
fn rows_that_cannot_be_used_are_named_and_counted() {
    let folder = files(
        "sla-fleet-refused",
        &format!(
            "contract,start,end,source\nx,{BEGIN},{BEGIN},0\n1,{BEGIN},{BEGIN},0\n1,{BEGIN}000,{BEGIN}000,0\n"
        ),
        "contract,start,end\n",
    );
    let ended = run(&folder, &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(
        ended.out.contains("rows read 3, used 1, refused 2"),
        "{}",
        ended.out
    );
    assert!(
        ended
            .out
            .contains("\n  2: contract is no integer\n  4: start is no Unix time in seconds")
    );
    let japanese = mamori(&[
        "sla",
        "fleet",
        "--terms",
        arg(&folder.join("sla.toml")),
        "--stops",
        arg(&folder.join("stops.csv")),
        "--out",
        arg(&folder.join("out.csv")),
        "--to",
        "2026-06-01",
    ]);
    assert!(japanese.out.contains("使わなかった行 2"), "{}", japanese.out);

    fs::write(folder.join("stops.csv"), "contract,begin,end\n").unwrap();
    let ended = run(&folder, &[]);
    assert_eq!(ended.code, 2);
    assert!(
        ended.err.contains("stops.csv: The heading \"begin\" is unknown"),
        "{}",
        ended.err
    );
}
