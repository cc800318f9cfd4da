//! Terms of a workspace and the same terms in a file of their own give the same results, whatever of the
//! two says them: hours of each day, holidays, windows, annexed items, earlier versions.

use crate::contract::json;
use crate::running::{arg, folder, mamori};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The terms of a service, of an institution over it, and of an earlier version.
const WORKSPACE: [(&str, &str); 9] = [
    ("mamori.toml", "format = 1\nas_of = 2026-10-01\n"),
    ("services/emr/service.toml", "name = \"電子カルテ\"\n"),
    (
        "services/emr/sla-terms.toml",
        "weekday_end = 20\navailability_business = 999000\nfirst_response_hours = 2\nextra_holidays = [2026-05-11]\n",
    ),
    (
        "services/emr/sla-hours.csv",
        "day,hours\nmonday,none\nwednesday,none\n",
    ),
    ("services/emr/sla-windows.csv", "day,hours\nsunday,02:00-04:00\n"),
    (
        "institutions/aoba/institution.toml",
        "name = \"あおば\"\nservices = [\"emr\"]\n",
    ),
    (
        "institutions/aoba/sla-terms.toml",
        "version = \"1.1\"\nvalid_from = 2026-04-01\nholiday_end = 12\nholidays = \"none\"\nextra_holidays = [2026-04-20, \"2026-06-15\"]\navailability_other = 990000\nannexed_counted = true\nannexed_improvement_days = 10\n",
    ),
    (
        "institutions/aoba/sla-hours.csv",
        "day,hours,version\nmonday,\"09:00-12:30, 15:00-19:00\",\nsaturday,none,1.0\nholiday,なし,1.0\n",
    ),
    (
        "institutions/aoba/sla-windows.csv",
        "day,hours,version\ndaily,3:00〜3:30,\nsaturday,23:00-01:00,1.0\n",
    ),
];

const VERSIONS: &str = "version,valid_from,first_response_hours,update_hours,evaluation_months,holidays,not_agreed\n1.0,2025-04-01,6,48,6,law,availability_other\n";

/// The same in a file of its own, where every version says all.
const FILE: &str = r#"valid_from = 2026-04-01
weekday_end = 20
holiday_end = 12
availability_business = 999000
availability_other = 990000
first_response_hours = 2
[calendar]
monday = "09:00-12:30, 15:00-19:00"
wednesday = "none"
holidays = [2026-04-20, 2026-06-15]
agreed_windows = ["daily 03:00-03:30"]
[annexed]
counted = true
improvement_days = 10

[[earlier]]
valid_from = 2025-04-01
weekday_end = 20
holiday_end = 12
availability_business = 999000
availability_other = "none"
first_response_hours = 6
update_hours = 48
evaluation_months = 6
[earlier.calendar]
monday = "09:00-12:30, 15:00-19:00"
wednesday = "none"
saturday = "none"
holiday = "none"
agreed_windows = ["土 23:00-01:00"]
[earlier.annexed]
counted = true
improvement_days = 10
"#;

const EVENTS: &str = "kind,id,start,end,cause,detected,responded,released,applied
stop,s1,2025-05-13T10:00:00+09:00,2025-05-13T12:00:00+09:00,,2025-05-13T10:00:00+09:00,2025-05-13T14:00:00+09:00,,
stop,s2,2026-05-12T10:00:00+09:00,2026-05-12T12:00:00+09:00,,2026-05-12T10:00:00+09:00,2026-05-12T14:00:00+09:00,,
update,u1,,,,,,2025-06-02T00:00:00+09:00,2025-06-03T12:00:00+09:00
update,u2,,,,,,2026-06-02T00:00:00+09:00,2026-06-03T12:00:00+09:00
annexed,a1,2026-06-01T00:00:00+09:00,2026-06-20T00:00:00+09:00,,,,,
";

fn written(name: &str, changed: &[(&str, &str, &str)]) -> PathBuf {
    let workspace = folder(name).join("workspace");
    let versions = ("institutions/aoba/sla-versions.csv", VERSIONS);
    for (path, text) in WORKSPACE.iter().chain([&versions]) {
        let mut text = (*text).to_owned();
        for (_, old, new) in changed.iter().filter(|(file, ..)| file == path) {
            assert!(text.contains(old), "{path} does not say {old:?}");
            text = text.replace(old, new);
        }
        let file = workspace.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    fs::write(workspace.join("../sla.toml"), FILE).unwrap();
    fs::write(workspace.join("../events.csv"), EVENTS).unwrap();
    workspace
}

fn run(what: &str, terms: &Path, events: &Path) -> Value {
    let fixed = [
        "--lang",
        "en",
        "sla",
        what,
        "--terms",
        arg(terms),
        "--events",
        arg(events),
    ];
    let ended = mamori(&[&fixed[..], &["--to", "2026-10-01", "--format", "json"]].concat());
    assert_eq!(ended.code, 0, "{}", ended.err);
    json(&ended.out)
}

#[test]
fn a_workspace_and_a_file_that_say_the_same_are_evaluated_alike() {
    let workspace = written("sla-alike", &[]);
    let (file, events) = (workspace.join("../sla.toml"), workspace.join("../events.csv"));
    for what in ["evaluate", "budget"] {
        assert_eq!(
            run(what, &workspace, &events),
            run(what, &file, &events),
            "{what}"
        );
    }
    let found = run("evaluate", &workspace, &events);
    let periods = found["periods"].as_array().unwrap();
    assert_eq!(
        periods[0]["from"], "2025-04-01T00:00:00+09:00",
        "the first version begins"
    );
    let evaluations = periods.iter().filter(|one| one["kind"] == "evaluation");
    assert_eq!(
        evaluations.count(),
        3,
        "two half years of 1.0, then a year of 1.1"
    );
    let shortfalls: Vec<&str> = found["shortfalls"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["subject"].as_str())
        .collect();
    for (subject, short) in [
        ("s1", false),
        ("s2", true),
        ("u1", false),
        ("u2", true),
        ("a1", true),
    ] {
        assert_eq!(shortfalls.contains(&subject), short, "{subject}: {shortfalls:?}");
    }

    let fleet = |terms: &Path| {
        let (stops, out) = (workspace.join("../stops.csv"), workspace.join("../fleet.csv"));
        fs::write(&stops, "contract,start,end,source\n7,1747098000,1747105200,a\n").unwrap();
        let ended = mamori(&[
            "sla",
            "fleet",
            "--terms",
            arg(terms),
            "--stops",
            arg(&stops),
            "--out",
            arg(&out),
            "--to",
            "2026-10-01",
        ]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        fs::read_to_string(out).unwrap()
    };
    assert_eq!(fleet(&workspace), fleet(&file));

    for book in ["book.xlsx", "all.json"] {
        let book = workspace.join("..").join(book);
        let ended = mamori(&["convert", arg(&workspace), arg(&book)]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        assert_eq!(run("evaluate", &book, &events), found, "{}", book.display());
    }
}

#[test]
fn every_difference_of_the_two_is_noticed() {
    const TERMS: &str = "institutions/aoba/sla-terms.toml";
    const HOURS: &str = "institutions/aoba/sla-hours.csv";
    const WINDOWS: &str = "institutions/aoba/sla-windows.csv";
    const EARLIER: &str = "institutions/aoba/sla-versions.csv";
    let planted = [
        ("services/emr/sla-hours.csv", "wednesday,none\n", ""),
        (HOURS, "15:00-19:00", "15:00-18:30"),
        (HOURS, "saturday,none,1.0\n", ""),
        (HOURS, "holiday,なし,1.0\n", "holiday,same,1.0\n"),
        (WINDOWS, "daily,3:00〜3:30,\n", ""),
        (WINDOWS, "saturday,23:00-01:00,1.0\n", ""),
        (TERMS, "holidays = \"none\"\n", ""),
        (TERMS, ", \"2026-06-15\"", ""),
        (
            TERMS,
            "availability_other = 990000\n",
            "not_agreed = [\"availability_other\"]\n",
        ),
        (TERMS, "annexed_counted = true\n", ""),
        (
            TERMS,
            "annexed_improvement_days = 10\n",
            "annexed_improvement_days = 60\n",
        ),
        (TERMS, "valid_from = 2026-04-01", "valid_from = 2026-03-01"),
        (EARLIER, ",6,48,6,law,", ",,48,6,law,"),
        (EARLIER, ",6,48,6,law,", ",6,,6,law,"),
        (EARLIER, ",6,48,6,law,", ",6,48,,law,"),
        (EARLIER, ",6,48,6,law,", ",6,48,6,,"),
        (EARLIER, ",availability_other\n", ",\n"),
    ];
    for (at, change) in planted.iter().enumerate() {
        let workspace = written(&format!("sla-unlike-{at}"), &[*change]);
        let (file, events) = (workspace.join("../sla.toml"), workspace.join("../events.csv"));
        let alike = run("evaluate", &workspace, &events) == run("evaluate", &file, &events);
        assert!(!alike, "{change:?} goes unnoticed");
    }
}

#[test]
fn a_report_names_the_version_that_was_valid_and_unclear_versions_are_refused_at_their_place() {
    let workspace = written("sla-of-version", &[]);
    let events = workspace.join("../events.csv");
    let page = |month: &str| {
        let out = workspace.join("../reports");
        let ended = mamori(&[
            "--lang",
            "en",
            "sla",
            "report",
            "--terms",
            arg(&workspace),
            "--events",
            arg(&events),
            "--to",
            "2026-10-01",
            "--month",
            month,
            "--out",
            arg(&out),
        ]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        fs::read_to_string(out.join(format!("sla-{month}.en.html"))).unwrap()
    };
    let (old, new) = (page("2025-05"), page("2026-05"));
    assert!(old.contains("version 1.0, valid from 2025-04-01; first response within 6"));
    assert!(new.contains("version 1.1, valid from 2026-04-01; first response within 2"));

    let undated = [("institutions/aoba/sla-versions.csv", "1.0,2025-04-01", "1.0,")];
    let workspace = written("sla-undated", &undated);
    let ended = mamori(&[
        "sla",
        "budget",
        "--terms",
        arg(&workspace),
        "--events",
        arg(&events),
    ]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    let place = "institutions/aoba/sla-versions.csv:2:1";
    assert!(
        ended.err.contains(place) && ended.err.contains("1.0"),
        "{}",
        ended.err
    );
}
