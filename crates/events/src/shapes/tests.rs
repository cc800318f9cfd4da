//! JSON records of every shape, alone and broken.

use crate::{Format, Gap, Sampling, read};
use mamori_service_levels::{Intake, Taken};
use proptest::prelude::*;

fn taken(text: &str, sampling: Sampling) -> Taken {
    let mut intake = Intake::default();
    let format = Format::of("events.json", text.as_bytes()).unwrap();
    assert_eq!(format, Format::Json(None));
    read(format, text.as_bytes(), sampling, &mut intake).unwrap_or_else(|said| panic!("{}", said.en));
    intake.end()
}

fn stops(taken: &Taken) -> Vec<String> {
    let end = |end: Option<_>| {
        end.map_or("…".to_owned(), |end: mamori_service_levels::Instant| {
            end.to_string()
        })
    };
    taken
        .events
        .stops
        .iter()
        .map(|stop| format!("{} {}", stop.id, end(stop.end)))
        .collect()
}

fn reasons(taken: &Taken) -> Vec<(u64, &str)> {
    taken
        .refused
        .iter()
        .map(|one| (one.row, one.reason.en.as_str()))
        .collect()
}

#[test]
fn lines_of_events_are_judged_as_a_table_is() {
    let lines = [
        r#"{"kind":"stop","id":"a","start":"2026-04-01T09:00:00+09:00","partial":true,"hinders":"yes","note":null}"#,
        "",
        r#"{"kind":"stop","id":7,"start":"2026-04-01T09:00:00"}"#,
        r#"{"kind":"stop","id":"b","starts":"2026-04-01T09:00:00Z"}"#,
        r#"{"kind":"stop","id":["b"]}"#,
        "[1]",
        "{",
    ];
    let taken = taken(&lines.join("\n"), Sampling::default());
    assert_eq!((taken.rows, taken.used()), (6, 1));
    assert!(taken.events.stops[0].partial && taken.events.stops[0].hinders);
    let expected = [
        (3, "start: \"2026-04-01T09:00:00\" has no offset"),
        (4, "The heading \"starts\" is unknown; did you mean \"start\"?"),
        (5, "id takes a single value"),
        (6, "It is no JSON object"),
        (7, "It is no JSON object"),
    ];
    let reasons = reasons(&taken);
    assert_eq!(reasons.len(), expected.len());
    for ((row, reason), (line, begins)) in reasons.into_iter().zip(expected) {
        assert!(row == line && reason.starts_with(begins), "{row}: {reason}");
    }
}

#[test]
fn heartbeats_become_stops_of_their_monitor() {
    let beat = |monitor: u32, status: u32, time: &str| {
        format!(
            r#"{{"monitorID":{monitor},"status":{status},"time":"2026-04-01 00:{time}.123","msg":"","important":true,"duration":60,"timezoneOffset":"+09:00"}}"#
        )
    };
    let beats = [
        beat(1, 1, "00:00"),
        beat(1, 2, "01:00"),
        beat(1, 0, "02:00"),
        beat(1, 2, "03:00"),
        beat(1, 1, "04:00"),
        beat(2, 0, "00:00"),
        beat(2, 3, "05:00"),
        beat(2, 1, "06:00"),
        beat(2, 9, "07:00"),
    ];
    let text = format!(r#"{{"heartbeats":[{}]}}"#, beats.join(","));
    let changes = taken(&text, Sampling::default());
    let expected = [
        "monitor-1/2026-04-01T09:02:00+09:00 2026-04-01T09:04:00+09:00",
        "monitor-2/2026-04-01T09:00:00+09:00 2026-04-01T09:05:00+09:00",
    ];
    assert_eq!(stops(&changes), expected);
    assert_eq!(reasons(&changes), [(9, "status is \"9\", not 0 to 3")]);
    let sampling = Sampling {
        interval: Some(60),
        gap: Gap::Down,
    };
    assert!(
        stops(&taken(&text, sampling))[1].ends_with("09:06:00+09:00"),
        "maintenance is a gap"
    );
    let page = r#"{"heartbeatList":{"5":[{"status":0,"time":"2026-04-01 00:00:00.000"}]},"uptimeList":{}}"#;
    assert_eq!(
        stops(&taken(page, Sampling::default())),
        ["monitor-5/2026-04-01T09:00:00+09:00 …"]
    );
}

#[test]
fn calls_of_a_webhook_pair_by_their_id() {
    let text = r#"[
        {"id":"i1","status":"firing","time":"2026-04-01T09:00:00+09:00","summary":"x"},
        {"id":"i2","event":"DOWN","time":1775001900},
        {"id":"i1","status":"resolved","time":"2026-04-01T09:10:00+09:00"},
        {"id":"i2","event":"up","time":"1775002000"},
        {"id":"i3","event":"weird","time":1775001900},
        {"id":"","event":"down","time":1775001900},
        {"id":"i4","event":"down","time":1775001900000},
        5
    ]"#;
    let taken = taken(
        text,
        Sampling {
            interval: Some(1),
            gap: Gap::Down,
        },
    );
    let expected = [
        "i1/2026-04-01T09:00:00+09:00 2026-04-01T09:10:00+09:00",
        "i2/2026-04-01T09:05:00+09:00 2026-04-01T09:06:40+09:00",
    ];
    assert_eq!(stops(&taken), expected);
    let rows: Vec<u64> = reasons(&taken).iter().map(|(row, _)| *row).collect();
    assert_eq!(rows, [5, 6, 7, 8]);
    assert_eq!((taken.rows, taken.used()), (8, 4));
}

#[test]
fn what_is_no_json_is_refused_as_a_whole() {
    let english = |bytes: &[u8]| {
        read(
            Format::Json(None),
            bytes,
            Sampling::default(),
            &mut Intake::default(),
        )
        .unwrap_err()
        .en
    };
    assert!(english(b"[{]").contains("no JSON (line 1"));
    assert!(english(b"  ").contains("empty"));
    assert!(english(b"\xFF").contains("UTF-8"));
    assert!(
        english("[".repeat(100_000).as_bytes()).contains("no JSON"),
        "too deep"
    );
    assert!(english(&vec![b' '; 33 << 20]).contains("too large"));
}

#[test]
fn formats_are_told_apart_by_their_first_bytes() {
    let of = |name: &str, text: &str| Format::of(name, text.as_bytes());
    assert_eq!(of("a.CSV", "\u{FEFF}kind,id\n"), Some(Format::Csv));
    assert_eq!(of("a.csv", "time,up\n"), Some(Format::Samples));
    assert_eq!(of("a.csv", "PK\u{3}\u{4}"), Some(Format::Workbook));
    assert_eq!(of("a.ndjson", " {"), Some(Format::Json(None)));
    assert_eq!(of("a.txt", "kind,id\n"), None);
}

/// Pieces of which most make sense to one reader or another.
fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\n",
        "\"kind\":\"stop\"",
        "\"id\":\"a\"",
        "\"id\":1",
        "\"status\":0",
        "\"status\":\"up\"",
        "\"monitorID\":1",
        "\"time\":\"2026-04-01 00:00:00.000\"",
        "\"time\":1775001900",
        "\"time\":\"2026-04-01T00:00:00Z\"",
        "\"start\":\"2026-04-01T00:00:00Z\"",
        "time,up\n",
        "2026-04-01T00:00:00Z,1\n",
        "2026-04-01T00:00:00Z,0\n",
        "kind,id,start\n",
        "stop,a,2026-04-01T00:00:00Z\n",
        "\"heartbeatList\":{\"1\":[",
        "\"events\":[",
        "null",
        "1e999",
        "\"\\ud800\"",
        "PK",
    ]);
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_bytes_make_a_reader_fail(text in pieces(), junk: Vec<u8>, interval in proptest::option::of(0u32..100)) {
        let bytes = [text.as_bytes(), &junk].concat();
        let sampling = Sampling { interval, gap: Gap::Down };
        let formats = Format::ALL.into_iter().chain(Format::of("a.csv", &bytes));
        for format in formats {
            let mut intake = Intake::default();
            if read(format, &bytes, sampling, &mut intake).is_ok() {
                let taken = intake.end();
                prop_assert!(taken.refused.len() as u64 <= taken.rows);
            }
        }
    }
}
