//! Readers that stand outside the rooms of formats, fed with damaged seeds, the same in every run: official
//! wording, overlays, maps, terms of service levels, and the catalogue's own files. None may panic.

use crate::running::root;
use mamori_catalogue::{Catalogue, official};
use mamori_formats::generate::Random;
use mamori_formats::tables;

/// A text with some of its pieces dropped, doubled, swapped or replaced.
fn damaged(seed: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = seed.chars().collect();
    for _ in 0..1 + random.below(8) {
        let at = random.below(letters.len().max(1));
        let end = (at + random.below(40)).min(letters.len());
        match random.below(4) {
            0 => drop(letters.drain(at.min(end)..end)),
            1 => letters
                .splice(at..at, "\t,\"\n①-1[[x]]=*\u{0}\u{feff}".chars())
                .for_each(drop),
            2 => {
                let piece: Vec<char> = letters[at.min(end)..end].to_vec();
                letters.splice(at..at, piece).for_each(drop);
            }
            _ => letters
                .iter_mut()
                .take(end)
                .skip(at)
                .for_each(|letter| *letter = '\t'),
        }
        if letters.is_empty() {
            break;
        }
    }
    letters.into_iter().collect()
}

/// Feeds a reader with a number of damaged texts. A reader that hangs is ended by who runs the tests:
/// a limit on time would fail on a busy machine.
fn feed(seed: &str, runs: usize, mut read: impl FnMut(&str)) {
    let mut random = Random::new(20_200_821);
    for _ in 0..runs {
        read(&damaged(seed, &mut random));
    }
}

fn shipped(name: &str) -> String {
    std::fs::read_to_string(root().join("data/catalogue/2020-08").join(name)).expect("a shipped file")
}

/// A table laid out like 別紙2, in our own words.
fn annex() -> String {
    let mut text = String::from("対策項目\n大項目\t小項目\tNo.\t内容\t区分\n");
    for number in 1..40 {
        text += &format!("1.{number}. 見出し\t①小さな見出し\t①-{number}\t自分の言葉の文 {number}\t◎\n");
    }
    text
}

#[test]
fn the_official_text_and_pairs_withstand_damage() {
    let catalogue = Catalogue::embedded("2020-08").unwrap();
    assert!(official::read_text(&annex()).is_ok(), "the seed itself is read");
    feed(&annex(), 300, |text| {
        if let Ok(wording) = official::read_text(text) {
            let comparison = official::compare(&catalogue, &wording);
            let overlay = official::Overlay::from_comparison(&comparison).write(&catalogue);
            let read = official::Overlay::read(&catalogue, "overlay.csv", &overlay);
            assert!(read.is_ok(), "what we write we read: {read:?}\n{overlay:?}");
        }
        let _ = official::Overlay::read(&catalogue, "overlay.csv", text);
        let _ = official::read_pairs(text.lines().filter_map(|line| {
            line.split_once('\t')
                .map(|(id, wording)| (id.to_owned(), wording.to_owned()))
        }));
    });
}

#[test]
fn maps_of_tables_withstand_damage() {
    let map = "[[table]]\nsheet = \"a\"\ntarget = \"flow\"\nscope = \"services/x\"\nheading_row = 1\nfirst_row = 2\n\
               [table.columns]\nwho = \"A\"\n[table.values.how]\n\"見る\" = \"view\"\n";
    feed(map, 3_000, |text| {
        drop(tables::read_map("map.toml", text.as_bytes()))
    });
}

#[test]
fn the_catalogues_files_withstand_damage() {
    for broken in ["scenarios.csv", "regulation-parts.toml"] {
        feed(&shipped(broken), 40, |text| {
            let files = |name: &str| match name == broken {
                true => Some(text.to_owned()),
                false => std::fs::read_to_string(root().join("data/catalogue/2020-08").join(name)).ok(),
            };
            let _ = Catalogue::from_files(&files);
        });
    }
}

#[test]
fn terms_of_service_levels_withstand_damage() {
    let seed = br#"valid_from = 2026-04-01
first_response_hours = 2
availability_other = "none"
report_day = "5"

[calendar]
monday = "09:00-12:30, 15:00-19:00"
holiday = "same"
holidays = [2026-04-29, "2026-05-03"]
agreed_windows = ["Sun 02:00-04:00", "daily 23:00-01:00"]

[annexed]
counted = true
improvement_days = 30

[[earlier]]
valid_from = 2025-04-01
availability_business = 990000
"#;
    mamori_formats::fuzz::run(&[seed.to_vec()], 4_000, mamori::fuzz::fuzz_terms);
}
