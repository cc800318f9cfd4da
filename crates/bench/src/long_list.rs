//! A list of the first example made as long as a large provider's: the rows of its longest table
//! over and over. What a row says, and how its cells span, stays as the product makes it.

use mamori_catalogue::Catalogue;
use mamori_documents::Paper;
use mamori_domain::Language;
use mamori_formats::workspace_file;
use mamori_rules::check::{self, Whole};
use mamori_rules::{Assessment, Subject};
use mamori_tree::{Block, Document, Table};
use std::path::Path;

/// The document of this id with at least `rows` rows in its longest table.
///
/// # Errors
/// A sentence when there is no such document or it has no table.
pub fn document(id: &str, rows: usize) -> Result<Document, String> {
    let kind = mamori_documents::kind(id).ok_or_else(|| format!("no document is called {id}"))?;
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/clinic-emr");
    let loaded = workspace_file::load(&example).map_err(|problems| format!("{problems:?}"))?;
    let catalogue = Catalogue::embedded("2020-08").map_err(|_| "the shipped catalogue is sound")?;
    let workspace = &loaded.workspace;
    let as_of = workspace.settings.as_of.ok_or("the example names its day")?;
    let assess = |subject| Assessment::of(subject, "0".repeat(64));
    let subjects = Subject::all(workspace, &catalogue, as_of).into_iter();
    let assessments: Vec<Assessment<'_>> = subjects.map(assess).collect();
    let whole = Whole {
        workspace,
        catalogue: &catalogue,
        as_of,
    };
    let diagnostics = check::check(&whole, &assessments);
    let paper = Paper::of(&assessments[0], &diagnostics, Language::Japanese);
    let mut document = (kind.build)(&paper);
    let tables = document.blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let longest = tables.max_by_key(|table| table.rows.len());
    lengthen(longest.ok_or_else(|| format!("{id} has no table"))?, rows);
    Ok(document)
}

/// Repeats all rows of a table, so that cells over several rows stay whole.
fn lengthen(table: &mut Table, rows: usize) {
    let own = table.rows.clone();
    while !own.is_empty() && table.rows.len() < rows {
        table.rows.extend(own.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_still_fills_its_grid() {
        let long = document("treatments", 300).unwrap();
        let table = long.tables().max_by_key(|table| table.rows.len()).unwrap();
        assert!(table.rows.len() >= 300);
        assert!(Table::place(&table.rows, table.columns.len()).is_ok());
        assert!(document("nothing", 1).is_err());
    }
}
