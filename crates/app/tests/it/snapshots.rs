//! What the shipped examples say, as text kept in `snapshots/<example>/` and reviewed: their checks,
//! the flows and risks derived from them, and the content of every document in both languages.

use crate::golden;
use crate::running::{arg, examples, mamori, root};
use mamori_catalogue::Catalogue;
use mamori_documents::{DOCUMENTS, Paper};
use mamori_domain::Language;
use mamori_domain::description::{Shape, Tense};
use mamori_formats::{json, workspace_file};
use mamori_rules::check::{self, Whole};
use mamori_rules::{Assessment, Subject};
use mamori_tree::{Block, Document, Row};
use std::fmt::Write as _;
use std::path::Path;

fn golden(example: &Path, name: &str, text: &str) {
    let folder = root().join("crates/app/tests/it/snapshots");
    let example = example.file_name().expect("an example is a folder");
    golden::compare(&folder.join(example).join(name), text);
}

#[test]
fn the_check_of_the_examples_is_as_reviewed() {
    for example in examples() {
        for language in ["ja", "en"] {
            let ended = mamori(&["check", arg(&example), "--lang", language]);
            assert_eq!(ended.code, 0, "{}", ended.out);
            golden(&example, &format!("output-of-check.{language}.txt"), &ended.out);
        }
    }
}

#[test]
fn what_is_derived_from_the_examples_is_as_reviewed() {
    for example in examples() {
        let derived = mamori(&["derive", arg(&example)]).out;
        golden(&example, "output-of-derive.ja.txt", &derived);
    }
}

#[test]
fn documents_of_the_examples_say_what_was_reviewed() {
    for example in examples() {
        documents(&example);
    }
}

fn documents(example: &Path) {
    let catalogue = Catalogue::embedded("2020-08").unwrap();
    let loaded = workspace_file::load(example).unwrap();
    let workspace = &loaded.workspace;
    let as_of = workspace.settings.as_of.unwrap();
    let revision = |subject: &Subject<'_>| json::canonical_hash(&loaded.raw, Some(subject.id));
    let subjects = Subject::all(workspace, &catalogue, as_of);
    let assessments: Vec<_> = subjects
        .into_iter()
        .map(|subject| Assessment::of(subject, revision(&subject)))
        .collect();
    let diagnostics = check::check(
        &Whole {
            workspace,
            catalogue: &catalogue,
            as_of,
        },
        &assessments,
    );
    for language in Language::ALL {
        let paper = Paper::of(&assessments[0], &diagnostics, language);
        for kind in DOCUMENTS {
            let name = format!("{}.{}.txt", kind.id, language.code());
            golden(example, &name, &plain(&(kind.build)(&paper)));
        }
    }
}

/// A document's content as plain text; the revision is left out, as it changes with every word.
fn plain(document: &Document) -> String {
    let mut text = format!("# {}\n{}\n", document.title, document.purpose);
    for block in &document.blocks {
        let _ = match block {
            Block::Heading { level, text: words } => {
                writeln!(text, "\n{} {words}", "#".repeat(usize::from(*level) + 1))
            }
            Block::Paragraph(words) | Block::Note(words) => writeln!(text, "{words}"),
            Block::List(items) => items.iter().try_for_each(|item| writeln!(text, "- {item}")),
            Block::Table(table) => {
                table
                    .head
                    .iter()
                    .chain(&table.rows)
                    .for_each(|row| line(&mut text, row));
                Ok(())
            }
            Block::Drawing(drawing) => writeln!(text, "\n[{}]\n{}", drawing.name, drawing.summary),
        };
    }
    text
}

fn line(text: &mut String, row: &Row) {
    let cells: Vec<String> = row
        .cells
        .iter()
        .map(|cell| cell.text.replace('\n', " ⏎ "))
        .collect();
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

#[test]
fn the_models_of_the_examples_are_written_by_hand_in_under_200_rows() {
    for example in examples() {
        let raw = workspace_file::load(&example).unwrap().raw;
        // Records of operation are not the model: they are written day by day as things happen.
        let model = |list: &&mamori_domain::raw::RawList| list.kind.tense == Tense::Present;
        let lists = raw.scopes.iter().flat_map(|scope| &scope.lists).filter(model);
        let rows: usize = lists
            .filter(|list| list.kind.shape == Shape::List)
            .map(|list| list.rows.len())
            .sum();
        assert!((100..200).contains(&rows), "{}: {rows} rows", example.display());
    }
}

#[test]
fn no_text_of_ours_is_japanese_in_the_english_reference_of_rules() {
    let japanese = |text: &str| {
        text.chars()
            .any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'))
    };
    assert!(japanese("表") && !japanese("table"));
    for rule in check::RULES {
        for words in [rule.title, rule.why, rule.help] {
            assert!(!words.ja.is_empty() && !words.en.is_empty(), "{}", rule.code);
            let quoted: String = words.en.split('"').step_by(2).collect();
            let plain = quoted.replace("別紙", "").replace("運用管理規程", "");
            assert!(!japanese(&plain), "{}: {}", rule.code, words.en);
        }
    }
}
