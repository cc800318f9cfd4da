//! Agreed hours and windows, and the values of earlier versions: every encoding keeps them, differences
//! tell them in words, and what cannot be is refused at its place.

use mamori_domain::raw::RawWorkspace;
use mamori_domain::{Language, Problem, build};
use mamori_formats::difference::{diff, sentences};
use mamori_formats::normal::same;
use mamori_formats::rename::rename;
use mamori_formats::{json, text, workbook};
use std::collections::BTreeMap;

const CLINIC: &str = "institutions/aoba";

fn workspace(files: &[(&str, &str)]) -> RawWorkspace {
    let general = [
        ("mamori.toml", "format = 1\n"),
        ("services/emr/service.toml", "name = \"電子カルテ\"\n"),
        ("institutions/aoba/institution.toml", "name = \"あおば\"\n"),
    ];
    let files: BTreeMap<String, Vec<u8>> = general
        .iter()
        .chain(files)
        .map(|(path, content)| ((*path).to_owned(), content.as_bytes().to_vec()))
        .collect();
    text::read_files(&files).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// An institution with hours of each day, windows and a version that had others.
fn agreed(monday: &str) -> RawWorkspace {
    let hours = format!("day,hours,version\nmonday,\"{monday}\",\nholiday,same,\nmonday,none,1.0\n");
    workspace(&[
        (
            "services/emr/sla-windows.csv",
            "day,hours,purpose\nsunday,02:00-04:00,定期の保守\n",
        ),
        (&format!("{CLINIC}/sla-hours.csv"), &hours),
        (
            &format!("{CLINIC}/sla-windows.csv"),
            "day,hours,version\ndaily,3:00〜3:30,\n",
        ),
        (
            &format!("{CLINIC}/sla-terms.toml"),
            "version = \"1.1\"\nvalid_from = 2026-04-01\nholidays = \"none\"\nextra_holidays = [2026-12-29, \"2026-12-30\"]\n",
        ),
        (
            &format!("{CLINIC}/sla-versions.csv"),
            "version,valid_from,availability_other,not_agreed\n1.0,2025-04-01,990000,availability_business agreed_windows\n",
        ),
    ])
}

#[test]
fn every_encoding_keeps_hours_windows_and_versions() {
    let raw = agreed("09:00-12:30, 15:00-19:00");
    let typed = build::read(&raw).unwrap();
    assert!(same(&build::write(&typed), &raw));
    let files = text::write(&raw);
    let terms = String::from_utf8(files[&format!("{CLINIC}/sla-terms.toml")].clone()).unwrap();
    assert!(
        terms.contains("extra_holidays = [2026-12-29, 2026-12-30]\n"),
        "{terms}"
    );
    assert!(same(&text::read_files(&files).unwrap(), &raw));
    assert!(same(&json::read(json::write(&raw).as_bytes()).unwrap(), &raw));
    let book = workbook::write(&raw, Language::English).unwrap();
    assert!(same(&workbook::read(&book).unwrap(), &raw));
    let renamed = rename(&raw, "institution", "aoba", "wakaba", None).unwrap();
    build::read(&renamed).expect("hours still name their version");
}

#[test]
fn a_difference_tells_hours_in_words() {
    let (before, after) = (agreed("09:00-18:00"), agreed("09:00-17:00"));
    let told = |language| {
        let told = sentences(&diff(&before, &after), &before, &after, language);
        told.into_iter()
            .map(|one| (one.text, one.material))
            .collect::<Vec<_>>()
    };
    let expected =
        "SLAの曜日ごとの業務時間「月曜日」の「業務時間」を「09:00-18:00」から「09:00-17:00」に変えた";
    assert_eq!(told(Language::Japanese), [(expected.to_owned(), true)]);
    let expected =
        "Changed \"Hours\" of sla hours of a day \"Monday\" from \"09:00-18:00\" to \"09:00-17:00\"";
    assert_eq!(told(Language::English), [(expected.to_owned(), true)]);
}

#[test]
fn what_cannot_be_is_refused_at_its_place() {
    let hours =
        "day,hours,version\nmonday,9-18,\ntuesday,same,\nsunday,none,2.0\nfriday,none,\nfriday,none,\n";
    let raw = workspace(&[
        (&format!("{CLINIC}/sla-hours.csv"), hours),
        (
            &format!("{CLINIC}/sla-windows.csv"),
            "day,hours\nholiday,02:00-04:00\nsunday,25:00-26:00\n",
        ),
    ]);
    let problems: Vec<Problem> = build::read(&raw).unwrap_err();
    let places: Vec<String> = problems.iter().map(|one| one.location().to_string()).collect();
    let at = |file: &str, place: &str| format!("{CLINIC}/{file}.csv:{place}");
    let expected = [
        at("sla-hours", "2:8"),
        at("sla-hours", "3:9"),
        at("sla-hours", "6:1"),
        at("sla-windows", "2:1"),
        at("sla-windows", "3:8"),
        at("sla-hours", "4:13"),
    ];
    assert_eq!(places, expected, "{problems:#?}");
    assert!(problems[0].what.ja.contains("09:00-18:00 のように"));
}
