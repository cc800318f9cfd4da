//! What the reports say, held at the level of the tree.

use crate::{About, Channel, Source};
use jiff::civil::{Date, date};
use mamori_service_levels::{Agreement, Evaluation, Instant, Intake, Interval, Taken, Terms};
use mamori_tree::{Block, Document, Shape, Table};
use mamori_words::{Language, Words};

const STOP: &str = "stop,one,2026-04-14T09:00:00+09:00,2026-04-14T10:30:00+09:00,provider,2026-04-14T09:05:00+09:00,2026-04-14T13:00:00+09:00,=1+1<b>{0}";
const NIGHT: &str = "stop,two,2026-04-15T22:00:00+09:00,2026-04-15T23:00:00+09:00,beyond_control,,,carrier";

fn taken(rows: &[&str]) -> Taken {
    let columns = [
        "kind",
        "id",
        "start",
        "end",
        "cause",
        "detected",
        "responded",
        "note",
    ];
    let mut intake = Intake::default();
    for (at, row) in rows.iter().enumerate() {
        let fields: Vec<&str> = row.split(',').collect();
        intake.take(at as u64 + 2, |column| {
            let place = columns.iter().position(|name| *name == column);
            place.and_then(|place| fields.get(place)).copied().unwrap_or("")
        });
    }
    intake.end()
}

/// The reports of the first month and period of a span from April 2026.
fn reports(rows: &[&str], to: Date, language: Language) -> [Document; 2] {
    reports_by(Channel::Paper, rows, to, language)
}

fn reports_by(channel: Channel, rows: &[&str], to: Date, language: Language) -> [Document; 2] {
    let agreement = Agreement::from(Terms {
        first_response_hours: Some(2),
        ..Terms::default()
    });
    let taken = taken(rows);
    let span = Interval::new(Instant::midnight(date(2026, 4, 1)), Instant::midnight(to)).unwrap();
    let evaluation = Evaluation::of(&agreement, &taken.events, span);
    let about = About {
        provider: Some("P".to_owned()),
        ..About::default()
    };
    let source = Source {
        about: &about,
        agreement: &agreement,
        taken: &taken,
        evaluation: &evaluation,
        language,
        channel,
    };
    [
        source.month(&evaluation.months[0]),
        source.year(&evaluation.evaluations[0]),
    ]
}

fn note(document: &Document) -> &str {
    let note = document.blocks.iter().find_map(|block| match block {
        Block::Note(text) => Some(text),
        _ => None,
    });
    note.expect("a report begins with its verdict")
}

fn table<'a>(document: &'a Document, name: &str) -> Option<&'a Table> {
    document.tables().find(|table| table.name == name)
}

fn texts(table: &Table) -> Vec<String> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells.map(|cell| cell.text.clone()).collect()
}

/// Labels and crossing lines of the drawing.
fn drawn(document: &Document) -> (Vec<&str>, usize) {
    let shapes = &document.drawings().next().expect("a calendar").shapes;
    let labels = shapes.iter().filter_map(|shape| match shape {
        Shape::Label { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let lines = shapes.iter().filter(|shape| matches!(shape, Shape::Path { .. }));
    (labels.collect(), lines.count())
}

#[test]
fn a_bad_month_says_what_fell_short_and_owes_a_plan_for_each_item() {
    let [month, _] = reports(&[STOP, NIGHT], date(2026, 5, 1), Language::Japanese);
    assert!(month.title.contains("2026年4月"));
    assert!(note(&month).contains("2つの水準（稼働率（業務時間）、一次対応までの時間）"));
    let bands = texts(table(&month, "稼働率").unwrap());
    assert!(bands.iter().any(|text| text.contains("−5400秒)÷")), "{bands:?}");
    assert!(bands.contains(&"1:30:00".to_owned()) && bands.contains(&"未達成".to_owned()));
    let short = texts(table(&month, "約束に届かなかったもの").unwrap());
    assert!(
        short
            .iter()
            .any(|text| text.contains("2026-04-14 11:05") && text.contains("2026-04-14 13:00"))
    );
    assert_eq!(table(&month, "事由と改善策").unwrap().rows.len(), 2 * 4);
    let happened = texts(table(&month, "停止・応答の低下・更新").unwrap());
    assert!(
        happened.contains(&"=1+1<b>{0}".to_owned()),
        "a note stands as typed"
    );
}

#[test]
fn a_good_month_owes_nothing_and_leaves_blanks_for_what_no_event_tells() {
    let [month, year] = reports(&[], date(2026, 5, 1), Language::Japanese);
    assert!(note(&month).contains("すべてで約束を守りました"));
    assert!(table(&month, "事由と改善策").is_none());
    let blanks = texts(table(&month, "量と利用の実績").unwrap());
    assert_eq!(blanks.iter().filter(|text| text.trim().is_empty()).count(), 2);
    assert!(
        note(&year).contains("暫定"),
        "a month of twelve is no whole period"
    );
}

#[test]
fn the_calendar_of_a_month_has_the_minutes_of_each_hour() {
    let [month, _] = reports(&[STOP, NIGHT], date(2026, 5, 1), Language::Japanese);
    let (labels, lines) = drawn(&month);
    let after = |label: &str| labels.iter().position(|text| *text == label).unwrap() + 1;
    let day = &labels[after("4/14 火")..after("4/15 水") - 1];
    assert_eq!(day, ["60", "30", "1:30:00"]);
    assert!(labels.contains(&"4/29 水・祝"));
    assert_eq!(lines, 2, "one hour is left out, and the legend has the line");
}

#[test]
fn the_year_adds_its_shortfalls_up_to_the_grade() {
    let [_, year] = reports(&[STOP, NIGHT], date(2027, 4, 1), Language::Japanese);
    assert!(note(&year).contains("未達成は1件で、評価はBです"));
    let sum = year.blocks.iter().any(|block| {
        matches!(block, Block::Paragraph(text) if text.contains("一次対応までの時間 1件") && text.contains("＝1件"))
    });
    assert!(sum);
    let grades = table(&year, "評価の段階").unwrap();
    assert!(grades.rows[1].cells[2].text.contains('●') && grades.rows[0].cells[2].text.is_empty());
    assert_eq!(table(&year, "月ごとのまとめ").unwrap().rows.len(), 12);
    assert_eq!(table(&year, "双方の確認").unwrap().rows.len(), 2);
    let (labels, _) = drawn(&year);
    assert!(labels.contains(&"90") && labels.contains(&"2027-03"));
}

#[test]
fn rows_fill_their_tables_and_english_has_no_japanese_of_ours() {
    let refused = "stop,,2026-04-14T09:00:00+09:00";
    for language in Language::ALL {
        for document in reports(&[STOP, NIGHT, refused], date(2027, 4, 1), language) {
            for table in document.tables() {
                Table::place(&table.rows, table.columns.len()).unwrap();
                assert!(table.name.chars().count() <= 31);
                let japanese = |text: &str| text.chars().any(|c| ('\u{3041}'..='\u{9fff}').contains(&c));
                let found = texts(table).iter().any(|text| japanese(text));
                assert!(!found || language == Language::Japanese, "{}", table.name);
            }
            let mut names: Vec<&str> = document.tables().map(|table| table.name.as_str()).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "sheets have names of their own");
            let room = document.drawings().next().unwrap().sheet.room();
            for shape in &document.drawings().next().unwrap().shapes {
                if let Shape::Area { at, extent, .. } = shape {
                    assert!(at.x + extent.width <= room.width && at.y + extent.height <= room.height);
                }
            }
        }
    }
}

#[test]
fn the_edition_for_the_web_holds_neither_volume_nor_remarks() {
    let refused = "stop,z,2026-04-01,,,,,,,,,,,";
    for language in Language::ALL {
        let whole = |channel| {
            let documents = reports_by(channel, &[STOP, NIGHT, refused], date(2027, 4, 1), language);
            documents.map(|document| format!("{document:?}"))
        };
        let [paper, _] = whole(Channel::Paper);
        let held = [
            "=1+1<b>{0}",
            Words::new("受託した情報の量と利用", "Volume of entrusted information and").say(language),
        ];
        held.iter()
            .for_each(|text| assert!(paper.contains(text), "{text}"));
        for document in whole(Channel::Web) {
            held.iter()
                .for_each(|text| assert!(!document.contains(text), "{text}"));
        }
        assert!(whole(Channel::Mail)[0].contains(held[0]));
    }
}
