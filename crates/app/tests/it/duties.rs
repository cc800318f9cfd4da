//! `mamori duties`: the form other programs and calendars rely on.

use crate::contract::json;
use crate::running::{arg, copy, example, examples, folder, mamori};

#[test]
fn duties_are_told_with_state_ground_and_summary() {
    for workspace in examples() {
        let ended = mamori(&["duties", arg(&workspace), "--format", "json"]);
        assert_eq!(ended.code, 0, "{}", ended.err);
        let listing = json(&ended.out);
        let duties = listing["duties"].as_array().expect("a list");
        assert!(duties.len() > 30, "{}", duties.len());
        for duty in duties {
            for field in ["id", "what", "due", "state", "basis"] {
                assert!(
                    duty[field].as_str().is_some_and(|text| !text.is_empty()),
                    "{duty}"
                );
            }
            assert!(duty["subject"]["kind"].is_string() && duty["subject"]["id"].is_string());
            assert!(duty["to"]["name"].is_string(), "{duty}");
            assert_eq!(duty["evidence"].is_null(), duty["state"] != "done", "{duty}");
        }
        for state in ["done", "due", "late"] {
            let count = duties.iter().filter(|duty| duty["state"] == state).count();
            assert_eq!(listing["summary"][state], count, "{state}");
        }
        let again = mamori(&["duties", arg(&workspace), "--format", "json"]);
        assert_eq!(ended.out, again.out, "the same bytes each time");
    }
}

#[test]
fn the_span_is_a_year_unless_given_and_never_goes_back() {
    let workspace = example();
    let listing = json(&mamori(&["duties", arg(&workspace), "--format", "json"]).out);
    assert_eq!(
        (&listing["as_of"], &listing["until"]),
        (&"2026-11-01".into(), &"2027-11-01".into())
    );
    let short = [
        "duties",
        arg(&workspace),
        "--format",
        "json",
        "--until",
        "2026-11-30",
    ];
    let short = json(&mamori(&short).out);
    let all = short["duties"].as_array().expect("a list");
    assert!(all.iter().all(|duty| duty["due"].as_str() <= Some("2026-11-30")));
    assert!(all.len() < listing["duties"].as_array().expect("a list").len());
    for until in ["2026-10-31", "2036-11-02"] {
        let ended = mamori(&["duties", arg(&workspace), "--until", until]);
        assert_eq!(ended.code, 2, "{until}");
        assert!(ended.err.contains("--until"), "{}", ended.err);
    }
}

#[test]
fn a_report_without_a_record_is_late_and_stands_first() {
    let dir = folder("duties-late");
    copy(&example(), &dir);
    std::fs::remove_file(dir.join("institutions/aoba-clinic/events.csv")).expect("the example has it");
    let ended = mamori(&["duties", arg(&dir)]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let late = ended.out.find("期日を過ぎたもの").expect("a heading");
    let month = ended.out.find("\n2026年11月\n").expect("a month");
    let report = ended.out.find("2026年9月分の月次報告").expect("the report");
    assert!(late < report && report < month, "{}", ended.out);
    let english = mamori(&["--lang", "en", "duties", arg(&dir)]);
    assert!(
        english.out.contains("Monthly report for 2026-09"),
        "{}",
        english.out
    );
}

#[test]
fn the_calendar_keeps_a_title_that_looks_like_an_event_as_text() {
    let dir = folder("duties-hostile");
    copy(&example(), &dir);
    let path = dir.join("organisation/policies.csv");
    let text = std::fs::read_to_string(&path).expect("the example has it");
    let planted = text.replacen("個人情報保護規程", "\"規程,第1版;BEGIN:VEVENT\"", 1);
    assert_ne!(text, planted);
    std::fs::write(&path, planted).expect("written");
    let ended = mamori(&["duties", arg(&dir), "--format", "ics"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let listing = json(&mamori(&["duties", arg(&dir), "--format", "json"]).out);
    let duties = listing["duties"].as_array().expect("a list").len();
    let unfolded = ended.out.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.split_terminator("\r\n").collect();
    assert_eq!(
        lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(),
        duties
    );
    assert!(
        lines
            .iter()
            .any(|line| line.contains("規程\\,第1版\\;BEGIN:VEVENT"))
    );
    assert!(
        lines.iter().all(|line| line.contains(':')),
        "every line is a property"
    );
    assert!(ended.out.split("\r\n").all(|line| line.len() <= 75));
    let mut uids: Vec<&&str> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), duties, "every event has an id of its own");
}
