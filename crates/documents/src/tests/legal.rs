//! The paper about law: a point stands beside the items that are about it.

use super::case::{Case, catalogue, row, table_texts};
use mamori_tree::Language;

#[test]
fn readability_is_answered_by_the_items_that_are_about_it() {
    // Each item's own duty names what its point is about.
    let about = [
        ("3.20.①-3", "exported files"),
        ("3.20.①-4", "a backup at a distant place"),
        ("3.20.①-5", "needed urgently"),
        ("3.20.①-6", "less urgent"),
    ];
    for (item, point) in about {
        let mut case = Case::rich();
        case.service().legal = vec![row(&[
            ("point", "electronic-storage"),
            ("applies", "yes"),
            ("text", "Kept"),
        ])];
        case.service().answers = vec![row(&[
            ("item", item),
            ("status", "implemented"),
            ("text", "Just this one."),
        ])];
        let document = case.document("legal", Language::English);
        let tables: Vec<String> = document.tables().map(|table| table.name.clone()).collect();
        let rows = tables.iter().flat_map(|name| table_texts(&document, name));
        let beside: Vec<String> = rows
            .filter(|row| row.len() > 1 && row[1].contains("Just this one."))
            .map(|row| row[0].clone())
            .collect();
        assert_eq!(beside.len(), 1, "{item}: {beside:?}");
        assert!(beside[0].contains(point), "{item}: {beside:?}");
    }
    let named = |id: &str| catalogue().items().get(id).is_some();
    assert!(about.iter().all(|(item, _)| named(item)));
}
