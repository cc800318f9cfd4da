//! The embedded edition of August 2020: its counts and its completeness.

use mamori_catalogue::{Catalogue, stats};

#[test]
fn loads_with_its_known_counts() {
    let catalogue = Catalogue::embedded("2020-08").unwrap_or_else(|problems| panic!("{problems}"));
    let stats = stats(&catalogue);
    assert_eq!((stats.groups, stats.measures, stats.items), (44, 86, 417));
    assert_eq!(
        (stats.class_double_circle, stats.class_circle, stats.class_lost),
        (291, 20, 106)
    );
    assert_eq!(
        (stats.requirements, stats.threats, stats.duplicates),
        (110, 10, 4)
    );
    assert_eq!((stats.conditions, stats.official_hashes), (22, 417));
}
