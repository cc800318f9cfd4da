//! A text with the faults of a real extraction, printed from sentences of our own.

use crate::edition_files::EditionFiles;
use mamori_catalogue::official::fingerprint;
use mamori_catalogue::{Catalogue, ControlItem};

/// A catalogue whose official wording is made up: the fingerprints are those of [`sentence`].
pub(crate) fn catalogue() -> Catalogue {
    let mut files = EditionFiles::august_2020();
    let plain = files.load().unwrap_or_else(|problems| panic!("{problems}"));
    let rows = plain
        .items()
        .iter()
        .map(|item| format!("{},{}\n", item.id, fingerprint(&sentence(item))));
    let official = std::iter::once("id,sha256\n".to_owned()).chain(rows).collect();
    files.0.insert("official.csv".to_owned(), official);
    files.load().unwrap_or_else(|problems| panic!("{problems}"))
}

/// The sentence that stands for an item's official wording.
pub(crate) fn sentence(item: &ControlItem) -> String {
    let base = format!("{} のために、{}。", item.id, item.duty.ja);
    match fault_of(item) {
        Fault::List => format!("{base} ・紙に書く ・人に見せる ・棚に戻す"),
        Fault::Misread => format!("{base}経由地とパッチを控える。"),
        _ => base,
    }
}

/// A fault of extraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    NumberInFirstColumn,
    ShiftedRight,
    NumberTwice,
    ClassLost,
    BlanksInside,
    List,
    Misread,
    CutAtPageEnd,
    CellSplit,
    NumberAndTextInOneCell,
    Requirements,
}

const FAULTS: [Fault; 12] = [
    Fault::None,
    Fault::NumberInFirstColumn,
    Fault::ShiftedRight,
    Fault::NumberTwice,
    Fault::ClassLost,
    Fault::BlanksInside,
    Fault::List,
    Fault::Misread,
    Fault::CutAtPageEnd,
    Fault::CellSplit,
    Fault::NumberAndTextInOneCell,
    Fault::Requirements,
];

/// Which fault an item's row has: spread evenly by the item's identifier, the same in every run.
pub(crate) fn fault_of(item: &ControlItem) -> Fault {
    let sum: usize = item.id.as_str().bytes().map(usize::from).sum();
    FAULTS[sum % FAULTS.len()]
}

/// The rows of an item, several where its fault breaks it up.
fn rows(item: &ControlItem, measure: &str, group: &str) -> Vec<String> {
    let text = sentence(item);
    let number = &item.number;
    let half = text
        .char_indices()
        .nth(text.chars().count() / 2)
        .map_or(0, |(place, _)| place);
    let (head, tail) = text.split_at(half);
    let one = |row: String| vec![row];
    match fault_of(item) {
        Fault::None => one(format!("{group}\t{measure}\t{number}\t{text}\t◎\t\t\t\t")),
        // A row cannot carry its headings in front when its number stands there.
        Fault::NumberInFirstColumn if group.is_empty() && measure.is_empty() => {
            one(format!("{number}\t\t\t{text}\t◎\t\t\t\t"))
        }
        Fault::ShiftedRight => one(format!("\t{group}\t{measure}\t{number}\t\t{text}\t\t◎\t")),
        Fault::NumberTwice => one(format!("{group}\t{measure}\t{number}\t{number}\t{text}\t◎\t\t")),
        Fault::ClassLost => one(format!("{group}\t{measure}\t{number}\t{text}\t6.9 よその要求\t")),
        Fault::BlanksInside => {
            let broken: String = text
                .chars()
                .enumerate()
                .map(|(n, c)| {
                    if n % 20 == 19 {
                        format!("{c} ")
                    } else {
                        c.to_string()
                    }
                })
                .collect();
            one(format!("{group}\t{measure}\t{number}\t{broken}\t◎\t\t"))
        }
        Fault::List => {
            let listed = text
                .replacen(" ・", " <ul style=\"list-style-type: none\"> ", 1)
                .replace(" ・", " ");
            one(format!("{group}\t{measure}\t{number}\t{listed} \t◎\t"))
        }
        Fault::Misread => {
            let misread = text.replace("経由", "經由").replace("パッチ", "バッチ");
            one(format!("{group}\t{measure}\t{number}\t{misread}\t◎\t"))
        }
        Fault::CutAtPageEnd => {
            let mut rows = vec![format!("{group}\t{measure}\t{number}\t{head}\t◎\t")];
            rows.extend(page_break(2));
            rows.push(format!("\t\t\t{tail}\t\t\t6.9 よその要求\t"));
            rows
        }
        Fault::CellSplit => one(format!("{group}\t{measure}\t{number}\t{head}\t{tail}\t◎\t")),
        Fault::NumberAndTextInOneCell => one(format!("{group}\t{measure}\t{number} {text}\t◎\t")),
        _ => vec![
            format!("{group}\t{measure}\t{number}\t{text}\t◎\t6.2 よその要求\tC.最低\t1.別の文"),
            "\t\t\t\t\t\t6.2 よその要求\tC.最低\t2.さらに別の文".to_owned(),
        ],
    }
}

/// The head that every page repeats; columns get lost in it.
fn page_break(page: usize) -> Vec<String> {
    let head = match page % 3 {
        0 => "大項目\t小項目\tNo.\t内容\t区分\t\t項番\t区分\t内容",
        1 => "大項目\t小項目\tNo.\t内容\t\t区分\t区分\t内容",
        _ => "大項目\t小項目\tNo.\t内容\t",
    };
    let title = "別紙2 対策の一覧".to_owned();
    vec![
        String::new(),
        title,
        String::new(),
        "対策項目\t\t\t\t備考".to_owned(),
        head.to_owned(),
    ]
}

/// The whole text, with chapters before the table. Rows for which `keep` says no are left out.
pub(crate) fn print(catalogue: &Catalogue, keep: impl Fn(&ControlItem) -> bool) -> String {
    let mut lines: Vec<String> = [
        "1.1. はじめに",
        "別紙2の No. と内容の見方",
        "①-1\tこれは表の外",
        "",
    ]
    .map(str::to_owned)
    .into();
    let (mut group, mut measure) = (None, None);
    for (place, item) in catalogue.items().iter().enumerate() {
        if place % 11 == 0 {
            lines.extend(page_break(place / 11));
        }
        let new_group = group.replace(item.group.clone()) != Some(item.group.clone());
        let new_measure = measure.replace(item.measure.clone()) != Some(item.measure.clone());
        let group_cell = if new_group {
            format!("{}. 見出し", item.group)
        } else {
            String::new()
        };
        let mark: String = item.number.chars().take(1).collect();
        let measure_cell = if new_measure {
            format!("{mark}小見出し")
        } else {
            String::new()
        };
        if keep(item) {
            lines.extend(rows(item, &measure_cell, &group_cell));
        } else if new_group {
            lines.push(format!("{group_cell}\t{measure_cell}\t\t"));
        }
    }
    lines.join("\n")
}
