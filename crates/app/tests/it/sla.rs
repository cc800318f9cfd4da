//! What other programs rely on in `mamori sla`: the JSON form, exit codes, which rows are refused.

use crate::contract::json;
use crate::running::{arg, copy, example, folder, mamori};
use serde_json::json as value;
use std::fs;
use std::path::{Path, PathBuf};

const HEADINGS: &str =
    "kind,id,start,end,cause,partial,hinders,detected,called,responded,released,applied,large_effect,note";

/// A file of terms: Monday to Friday 9 to 18, holidays from a list, a window on every Sunday.
const TERMS: &str = r#"valid_from = 2025-04-01
first_response_hours = 2

[calendar]
monday = "09:00-18:00"
tuesday = "09:00-18:00"
wednesday = "09:00-18:00"
thursday = "09:00-18:00"
friday = "09:00-18:00"
saturday = "none"
sunday = "none"
holiday = "none"
holidays = [2025-04-29, "2025-05-05"]
agreed_windows = ["Sun 02:00-04:00"]
"#;

fn files(name: &str, terms: &str, rows: &[&str]) -> (PathBuf, PathBuf) {
    let folder = folder(name);
    let (terms_file, events) = (folder.join("sla.toml"), folder.join("events.csv"));
    fs::write(&terms_file, terms).unwrap();
    let lines: Vec<&str> = [HEADINGS].into_iter().chain(rows.iter().copied()).collect();
    fs::write(&events, lines.join("\n")).unwrap();
    (terms_file, events)
}

fn evaluated(terms: &Path, events: &Path, more: &[&str]) -> serde_json::Value {
    let fixed = [
        "--lang",
        "en",
        "sla",
        "evaluate",
        "--terms",
        arg(terms),
        "--events",
        arg(events),
        "--format",
        "json",
    ];
    let ended = mamori(&[&fixed, more].concat());
    assert_eq!(ended.code, 0, "{}", ended.err);
    json(&ended.out)
}

#[test]
fn the_form_of_an_evaluation_is_the_contract() {
    let rows = [
        "stop,s1,2025-04-03T10:00:00+09:00,2025-04-03T10:30:00+09:00,,,,2025-04-03T10:05:00+09:00,,2025-04-03T12:05:01+09:00,,,,",
        "stop,s2,2025-04-05T23:00:00+09:00,2025-04-06T03:00:00+09:00,institution,,,,,,,,,",
        "stop,s3,2025-04-07T01:00:00,,,,,,,,,,,",
        "stop,s1,2025-04-08T01:00:00+09:00,,,,,,,,,,,",
    ];
    let (terms, events) = files("sla-contract", TERMS, &rows);
    let found = evaluated(&terms, &events, &["--to", "2025-05-01"]);
    let keys: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["consequences", "grade", "input", "periods", "shortfalls"]);
    let month = value!({
        "kind": "month", "complete": true,
        "from": "2025-04-01T00:00:00+09:00", "to": "2025-05-01T00:00:00+09:00",
        "bands": [
            {
                "band": "business", "service_seconds": 21 * 9 * 3600, "stop_seconds": 1800,
                "excluded_seconds": { "agreed_beforehand": 0, "beyond_control": 0, "institution": 0, "other_excluded": 0 },
                "availability": { "numerator": 678_600, "denominator": 680_400, "percent": "99.735" },
                "target": "99.950", "met": false,
            },
            {
                "band": "other", "service_seconds": 30 * 86_400 - 680_400 - 4 * 7200, "stop_seconds": 0,
                "excluded_seconds": { "agreed_beforehand": 4 * 7200, "beyond_control": 0, "institution": 4 * 3600, "other_excluded": 0 },
                "availability": { "numerator": 1_882_800, "denominator": 1_882_800, "percent": "100.000" },
                "target": "99.500", "met": true,
            },
        ],
    });
    assert_eq!(found["periods"][0], month);
    let running = &found["periods"][1];
    assert_eq!(
        (&running["kind"], &running["complete"], &running["grade"]),
        (&value!("evaluation"), &value!(false), &value!("B"))
    );
    assert_eq!(found["grade"], value!(null));
    let shortfalls: Vec<_> = found["shortfalls"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["kind"], &one["at"], &one["subject"]))
        .collect();
    let expected = [
        ("first_response", "2025-04-03T12:05:00+09:00", "s1"),
        ("availability", "2025-05-01T00:00:00+09:00", "business"),
    ];
    for ((kind, at, subject), wanted) in shortfalls.iter().zip(expected) {
        assert_eq!(
            (kind.as_str(), at.as_str(), subject.as_str()),
            (Some(wanted.0), Some(wanted.1), Some(wanted.2))
        );
    }
    assert_eq!(shortfalls.len(), 2);
    let plans = found["consequences"].as_array().unwrap();
    assert!(plans.len() == 2 && plans.iter().all(|one| one["kind"] == "improvement_plan"));
    assert_eq!(
        (&found["input"]["rows"], &found["input"]["used"]),
        (&value!(4), &value!(2))
    );
    let refused: Vec<_> = found["input"]["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["row"].as_u64())
        .collect();
    assert_eq!(refused, [Some(4), Some(5)]);
}

#[test]
fn a_band_without_target_or_time_has_none_to_meet() {
    let terms = "availability_other = \"none\"\n[calendar]\nmonday = \"none\"\n";
    let (terms, events) = files("sla-empty", terms, &[]);
    let span = [
        "--from",
        "2025-04-07T09:00:00+09:00",
        "--to",
        "2025-04-07T10:00:00+09:00",
    ];
    let found = evaluated(&terms, &events, &span);
    let bands = found["periods"][0]["bands"].as_array().unwrap();
    for (band, target, service) in [(&bands[0], value!("99.950"), 0), (&bands[1], value!(null), 3600)] {
        assert_eq!((&band["target"], &band["met"]), (&target, &value!(null)));
        assert_eq!(band["service_seconds"], value!(service));
    }
    assert_eq!(bands[0]["availability"], value!(null));
}

#[test]
fn terms_of_a_workspace_are_the_institutions_and_the_budget_tells_what_is_left() {
    let rows = ["stop,s1,2026-04-03T10:00:00+09:00,2026-04-03T10:02:00+09:00,,,,,,,,,,"];
    let (_, events) = files("sla-workspace", "", &rows);
    let found = evaluated(&example(), &events, &["--to", "2027-04-01"]);
    let periods = found["periods"].as_array().unwrap();
    assert_eq!(
        (periods.len(), &periods[0]["from"]),
        (13, &value!("2026-04-01T00:00:00+09:00"))
    );
    assert_eq!(found["grade"], value!("A"));
    let budget = mamori(&[
        "sla",
        "budget",
        "--terms",
        arg(&example()),
        "--events",
        arg(&events),
        "--to",
        "2026-04-11",
        "--format",
        "json",
    ]);
    let band = &json(&budget.out)["periods"][0]["bands"][0];
    assert_eq!(
        (&band["used_seconds"], &band["target"]),
        (&value!(120), &value!("99.950"))
    );
    let (allowed, left) = (band["allowed_seconds"].as_i64(), band["left_seconds"].as_i64());
    assert_eq!(allowed.zip(left).map(|(allowed, left)| allowed - left), Some(120));
    let workspace = folder("sla-example").join("emr");
    copy(&example(), &workspace);
    let unknown = mamori(&[
        "sla",
        "evaluate",
        "--terms",
        arg(&workspace),
        "--events",
        arg(&events),
        "--institution",
        "nobody",
    ]);
    assert!(
        unknown.code == 2 && unknown.err.contains("aoba-clinic"),
        "{}",
        unknown.err
    );
}

#[test]
fn what_cannot_be_evaluated_is_refused_with_its_place() {
    let (terms, events) = files(
        "sla-refused",
        "update_hour = 3\n[calendar]\nsunday = \"9-18\"\n",
        &[],
    );
    let run = |terms: &Path, more: &[&str]| {
        let fixed = [
            "--lang",
            "en",
            "sla",
            "evaluate",
            "--terms",
            arg(terms),
            "--events",
            arg(&events),
        ];
        let ended = mamori(&[&fixed, more].concat());
        assert_eq!((ended.code, ended.out.as_str()), (2, ""));
        ended.err
    };
    let told = run(&terms, &[]);
    assert!(
        told.contains("sla.toml:1") && told.contains("update_hours"),
        "{told}"
    );
    assert!(
        told.contains("sla.toml:3") && told.contains("09:00-18:00"),
        "{told}"
    );
    let (plain, _) = files("sla-refused", "", &[]);
    assert!(run(&plain, &[]).contains("--from"));
    assert!(run(&plain, &["--from", "2025-04-01", "--to", "2025-04-01"]).contains("no later than it starts"));
    assert!(run(&plain, &["--from", "2025-04-01T00:00:00"]).contains("no offset"));
}

#[test]
fn earlier_versions_apply_to_their_periods() {
    let terms = "valid_from = 2025-05-01\navailability_business = 999000\n[[earlier]]\nvalid_from = 2025-04-01\navailability_business = 900000\n";
    let (terms, events) = files("sla-versions", terms, &[]);
    let found = evaluated(&terms, &events, &["--to", "2025-06-01"]);
    let targets: Vec<_> = (0..3)
        .map(|at| found["periods"][at]["bands"][0]["target"].as_str())
        .collect();
    assert_eq!(targets, [Some("90.000"), Some("99.900"), Some("90.000")]);
}

#[test]
fn the_good_and_the_bad_year_of_the_example_are_evaluated() {
    let year = |name: &str| {
        let events = example().join(format!("institutions/aoba-clinic/events/{name}-year.csv"));
        let found = evaluated(&example(), &events, &["--to", "2027-04-01"]);
        assert_eq!(found["input"]["refused"], value!([]), "{name}");
        let rights = found["consequences"].as_array().unwrap().iter();
        let rights = rights.filter(|one| one["kind"] == "notice_right").count();
        let short = found["shortfalls"].as_array().unwrap().len();
        (found["grade"].clone(), short, rights)
    };
    assert_eq!(year("good"), (value!("A"), 0, 0));
    let (grade, short, rights) = year("bad");
    assert_eq!(grade, value!("D"));
    assert!(short > 20 && rights == 1, "{short} shortfalls, {rights} rights");
}
