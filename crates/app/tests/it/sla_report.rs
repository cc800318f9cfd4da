//! `mamori sla report`: the files of a report, the same bytes on every run, and notes that stay text.

use crate::running::{Ended, arg, example, folder, mamori};
use std::fs;
use std::path::Path;

const HEADINGS: &str =
    "kind,id,start,end,cause,partial,hinders,detected,called,responded,released,applied,large_effect,note\n";

fn report(events: &Path, out: &Path, more: &[&str]) -> Ended {
    let terms = example();
    let fixed = [
        "sla",
        "report",
        "--terms",
        arg(&terms),
        "--events",
        arg(events),
        "--to",
        "2027-04-01",
        "--out",
        arg(out),
    ];
    mamori(&[&fixed, more].concat())
}

#[test]
fn month_and_year_are_written_in_three_formats_with_the_same_bytes_again() {
    let events = example().join("institutions/aoba-clinic/events/bad-year.csv");
    let folder = folder("sla-report");
    let runs = [
        ("sla-2026-07.ja", ["--month", "2026-07"].as_slice()),
        ("sla-year-2026-04.en", ["--year", "--lang", "en"].as_slice()),
    ];
    for (stem, more) in runs {
        let [one, two] = ["one", "two"].map(|name| folder.join(name));
        for out in [&one, &two] {
            let ended = report(&events, out, more);
            assert_eq!(ended.code, 0, "{}", ended.err);
            assert_eq!(ended.out.lines().count(), 3, "{}", ended.out);
        }
        for (ending, begins) in [
            ("pdf", b"%PDF".as_slice()),
            ("xlsx", b"PK"),
            ("html", b"<!DOCTYPE"),
        ] {
            let name = format!("{stem}.{ending}");
            let bytes = fs::read(one.join(&name)).expect(&name);
            assert!(bytes.starts_with(begins), "{name}");
            assert!(bytes == fs::read(two.join(&name)).unwrap(), "{name} differs");
        }
    }
    let page = fs::read_to_string(folder.join("one/sla-2026-07.ja.html")).unwrap();
    for said in [
        "あおば台内科クリニック",
        "処方の入力だけができなかった",
        "事由と改善策",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let page = fs::read_to_string(folder.join("one/sla-year-2026-04.en.html")).unwrap();
    assert!(
        page.contains("shortfalls in this evaluation period: grade"),
        "the verdict"
    );
}

#[test]
fn a_hostile_note_stays_text_and_a_month_outside_is_refused() {
    let folder = folder("sla-report-hostile");
    let events = folder.join("events.csv");
    let stop = "stop,<i>x</i>,2026-07-07T10:00:00+09:00,2026-07-07T12:00:00+09:00,,,,,,,,,,\"=1+1 <script>alert(1)</script> #eval(\"\"1\"\")\"\n";
    fs::write(&events, format!("{HEADINGS}{stop}")).unwrap();
    let ended = report(&events, &folder, &["--month", "2026-07"]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let page = fs::read_to_string(folder.join("sla-2026-07.ja.html")).unwrap();
    assert!(page.contains("=1+1 &lt;script&gt;alert(1)") && page.contains("&lt;i&gt;x"));
    assert!(!page.contains("<script>alert") && !page.contains("<i>x"));
    let mut book = zip::ZipArchive::new(fs::File::open(folder.join("sla-2026-07.ja.xlsx")).unwrap()).unwrap();
    let names: Vec<String> = book.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in names
        .iter()
        .filter(|name| name.starts_with("xl/worksheets/sheet"))
    {
        let sheet = std::io::read_to_string(book.by_name(name).unwrap()).unwrap();
        assert!(!sheet.contains("<f>"), "{name} holds a formula");
    }

    let ended = report(&events, &folder, &["--month", "2027-04"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("2026-04 から 2027-03"), "{}", ended.err);
    assert_ne!(report(&events, &folder, &["--month", "2026-7"]).code, 0);
}
