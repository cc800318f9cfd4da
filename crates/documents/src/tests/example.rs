//! The shipped example: a real service of some size.

use super::case::catalogue;
use crate::{DOCUMENTS, Paper, kinds};
use mamori_rules::{Assessment, Subject};
use mamori_tree::{Document, Language, Table};
use std::path::Path;

/// What is made of the example's paper in both languages.
fn both<T>(make: impl Fn(&Paper<'_>) -> Vec<T>) -> Vec<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/clinic-emr");
    let loaded = mamori_formats::workspace_file::load(&folder);
    let workspace = loaded
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
        .workspace;
    let as_of = workspace.settings.as_of.expect("the example pins its day");
    let subjects = Subject::all(&workspace, catalogue(), as_of);
    let assessment = Assessment::of(subjects[0], "0".repeat(64));
    let paper = |language| Paper::of(&assessment, &[], language);
    Language::ALL
        .into_iter()
        .flat_map(|language| make(&paper(language)))
        .collect()
}

/// Every document of the example in both languages.
pub(super) fn documents() -> Vec<Document> {
    both(|paper| DOCUMENTS.iter().map(|kind| (kind.build)(paper)).collect())
}

#[test]
fn the_configuration_of_the_example_is_drawn_without_a_fault() {
    let laid = both(kinds::configuration::laid);
    assert_eq!(laid.len(), 8, "four steps in two languages, a sheet each");
    let mut crossed = 0;
    for one in &laid {
        assert_eq!(mamori_drawing::faults(one), [], "{}", one.drawing.name);
        assert_eq!(one.places.nodes.len(), 19, "{}", one.drawing.name);
        crossed += mamori_drawing::crossings(&one.places);
    }
    // May only fall.
    assert!(crossed <= 4, "{crossed} crossings");
    let steps: Vec<&str> = laid[..4].iter().map(|one| &one.drawing.name[..7]).collect();
    assert_eq!(steps, ["手順1", "手順2", "手順3", "手順4"]);
}

#[test]
fn the_example_fills_every_table_and_leaves_no_item_unanswered() {
    let documents = documents();
    assert_eq!(documents.len(), 2 * DOCUMENTS.len());
    for document in &documents {
        for table in document.tables() {
            for rows in [&table.head, &table.rows] {
                if let Err(fault) = Table::place(rows, table.columns.len()) {
                    panic!("{} {}: {fault}", document.id, table.name);
                }
            }
        }
    }
    let rows = |id: &str| -> usize {
        let document = documents.iter().find(|document| document.id == id).unwrap();
        document.tables().map(|table| table.rows.len()).sum()
    };
    assert!(
        rows("risks") > 400 && rows("controls") > 417,
        "{} {}",
        rows("risks"),
        rows("controls")
    );
    let controls = documents
        .iter()
        .find(|document| document.id == "controls")
        .unwrap();
    let total = controls.tables().next().unwrap().rows.last().unwrap();
    let counts: Vec<&str> = total.cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!((counts[6], counts[7]), ("0", "417"), "{counts:?}");
}
