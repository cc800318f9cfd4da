//! A generated statement of 400 control items: for each a heading, a paragraph and a small table, as
//! a document for our press and as lines of JSON for the reference.

use mamori_tree::{Block, Cell, Column, Document, Language, Orientation, Row, Running, Table};
use serde_json::{Value, json};

/// Number of control items.
pub const CONTROLS: usize = 400;

/// The title, printed first.
const TITLE: &str = "管理策の実施状況";

const GROUPS: [&str; 5] = ["組織", "人", "物理", "技術", "運用"];
const STATES: [&str; 4] = ["実施済み", "一部実施", "計画中", "対象外"];
const MEASURES: [&str; 4] = [
    "利用者ごとに識別子を払い出し、異動や退職の日に止める。棚卸しは半年ごとに行い、結果を責任者が承認する。",
    "保守の接続は事前に届け出た端末に限り、接続の間は立ち会う。終わったら作業の記録を受け取る。",
    "複製は毎晩作り、別の建物に置く。四半期ごとに一件を選び、元に戻せることを確かめる。",
    "機器の一覧を保ち、増えたもの、なくなったものを毎月照らし合わせる。",
];

/// A text, a heading with its level, or the rows of a table.
enum Part {
    Heading(u8, String),
    Paragraph(String),
    Rows(Vec<[String; 2]>),
}

fn parts() -> Vec<Part> {
    let mut parts = vec![Part::Heading(1, TITLE.to_owned())];
    for number in 0..CONTROLS {
        let pick = |list: &[&str], step: usize| list[(number * step + number / 7) % list.len()].to_owned();
        let group = pick(&GROUPS, 3);
        parts.push(Part::Heading(
            2,
            format!("管理策 {:03}　{group}の対策", number + 1),
        ));
        parts.push(Part::Paragraph(format!(
            "{}（第{}条）",
            pick(&MEASURES, 1),
            number % 30 + 1
        )));
        let row = |label: &str, value: String| [label.to_owned(), value];
        parts.push(Part::Rows(vec![
            row("状態", pick(&STATES, 5)),
            row("担当", format!("{group}担当 {}", number % 9 + 1)),
            row(
                "確認した日",
                format!("2026-{:02}-{:02}", number % 12 + 1, number % 28 + 1),
            ),
            row("根拠", pick(&MEASURES, 3)),
        ]));
    }
    parts
}

/// The statement as a document of ours.
pub fn document() -> Document {
    let text = |words: &str| words.to_owned();
    let blocks = parts().into_iter().enumerate().map(|(at, part)| match part {
        Part::Heading(level, text) => Block::Heading { level, text },
        Part::Paragraph(text) => Block::Paragraph(text),
        Part::Rows(rows) => Block::Table(Table {
            name: format!("表{at}"),
            columns: vec![Column::start(12), Column::start(60)],
            head: Vec::new(),
            rows: rows
                .into_iter()
                .map(|row| Row::new(row.map(Cell::new).to_vec()))
                .collect(),
        }),
    });
    Document {
        id: "statement",
        language: Language::Japanese,
        title: text(TITLE),
        purpose: text("速さを測るための文書です"),
        running: Running {
            provider: text("性能試験株式会社"),
            service: text("性能試験サービス"),
            revision: "0".repeat(12),
            as_of: text("2026-11-01"),
            confidentiality: String::new(),
        },
        facts: Vec::new(),
        orientation: Orientation::Portrait,
        blocks: blocks.collect(),
    }
}

/// The statement for the reference: one block a line.
pub fn json_lines() -> String {
    let line = |part: Part| -> Value {
        match part {
            Part::Heading(level, text) => json!({ "heading": text, "level": level }),
            Part::Paragraph(text) => json!({ "paragraph": text }),
            Part::Rows(rows) => json!({ "table": rows }),
        }
    };
    parts()
        .into_iter()
        .map(|part| format!("{}\n", line(part)))
        .collect()
}

/// Every text of the statement in its order.
pub fn texts() -> Vec<String> {
    let texts = |part: Part| match part {
        Part::Heading(_, text) | Part::Paragraph(text) => vec![text],
        Part::Rows(rows) => rows.into_iter().flatten().collect(),
    };
    parts().into_iter().flat_map(texts).collect()
}
