//! Editions are data: a made-up one with other threats, levels, marks and parts loads by the same code.

use crate::edition_files::EditionFiles;
use mamori_catalogue::{InformationPurpose, stats};
use mamori_words::Language;

#[test]
fn another_edition_loads_with_its_own_counts() {
    let catalogue = EditionFiles::made_up()
        .load()
        .unwrap_or_else(|problems| panic!("{problems}"));
    let stats = stats(&catalogue);
    assert_eq!(
        (stats.viewpoints, stats.groups, stats.measures, stats.items),
        (2, 4, 8, 30)
    );
    assert_eq!(
        (stats.threats, stats.conditions, stats.requirements, stats.links),
        (11, 2, 4, 4)
    );
    assert_eq!((stats.regulation_parts, stats.chapter_six), (2, 1));
    assert_eq!(
        catalogue.information_for(InformationPurpose::Selection).count(),
        8
    );
    assert_eq!(
        catalogue
            .information_for(InformationPurpose::CommonUnderstanding)
            .count(),
        2
    );
    // Parts that this edition does not bring are empty, not an error.
    assert_eq!(
        (
            stats.official_hashes,
            stats.disclosure_items,
            stats.sla_clauses,
            stats.terms
        ),
        (0, 0, 0, 0)
    );
}

#[test]
fn its_levels_and_scales_are_its_own() {
    let catalogue = EditionFiles::made_up()
        .load()
        .unwrap_or_else(|problems| panic!("{problems}"));
    let level = |product| catalogue.level_of(product).map(|level| level.id.as_str());
    assert_eq!([1, 4, 16].map(level), [Some("青"), Some("黄"), Some("赤")]);
    assert_eq!(level(20), None);
    assert_eq!(catalogue.impact().len(), 4);
    assert!(!catalogue.edition().complete);
}

#[test]
fn references_with_parts_and_without_classes_are_cited() {
    let catalogue = EditionFiles::made_up()
        .load()
        .unwrap_or_else(|problems| panic!("{problems}"));
    let reference = catalogue.requirements().get("q3").expect("q3").reference();
    assert_eq!(reference.item, None);
    assert_eq!(
        catalogue.cite(&reference, Language::Japanese),
        "要求集6.0 システム運用編 14 ⑤"
    );
    assert_eq!(
        catalogue.cite(&reference, Language::English),
        "Requirements 6.0 システム運用編 14 ⑤"
    );
    assert_eq!(reference.to_string(), "試験用の要求集 6.0 システム運用編 14 ⑤");
}
