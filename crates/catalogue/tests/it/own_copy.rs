//! Reads a copy of the guideline that is not part of the project, where somebody has one.
//!
//! `MAMORI_GUIDELINE_TEXT=<path> cargo test --release -p mamori-catalogue own_copy -- --ignored --nocapture`

use mamori_catalogue::{Catalogue, official};

#[test]
#[ignore = "needs the text of the official guideline, which is not part of the project"]
fn every_item_of_the_published_text_is_found_exactly() {
    let path = std::env::var("MAMORI_GUIDELINE_TEXT").expect("MAMORI_GUIDELINE_TEXT names the text file");
    let text = std::fs::read_to_string(path).expect("the file can be read as UTF-8");
    let catalogue = Catalogue::embedded("2020-08").unwrap_or_else(|problems| panic!("{problems}"));
    let wording = official::read_text(&text).expect("it is the guideline");
    let comparison = official::compare(&catalogue, &wording);
    println!(
        "exact {}, other {}, missing {}, unplaced lines {}",
        comparison.exact.len(),
        comparison.other.len(),
        comparison.missing.len(),
        comparison.unplaced.len()
    );
    assert_eq!(
        comparison.other.keys().collect::<Vec<_>>(),
        Vec::<&mamori_catalogue::ItemId>::new()
    );
    assert_eq!(comparison.missing, Vec::new());
    let overlay = official::Overlay::from_comparison(&comparison);
    assert_eq!(
        official::Overlay::read(&catalogue, &overlay.write(&catalogue)),
        Ok(overlay)
    );
}
