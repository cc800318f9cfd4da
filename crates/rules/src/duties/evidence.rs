//! Records of evidence as proof of what the organisation does again and again, found by their words.

use super::duty::Proof;
use mamori_domain::{Date, Organisation};

/// The dated records of evidence whose kind or title has one of some words. A record has no reference to
/// the duty it shows, so the words people give such records decide; upper and lower case are alike.
pub(super) fn with_words(organisation: &Organisation, words: &[&str]) -> Vec<(Date, Proof)> {
    let rows = organisation.evidence.iter().filter(|row| {
        let kind = row.kind.as_deref().unwrap_or_default();
        let text = format!("{kind} {}", &*row.title).to_lowercase();
        words.iter().any(|word| text.contains(word))
    });
    rows.filter_map(|row| Some((row.date?, Proof::on("evidence", row.id.as_str(), row.date?))))
        .collect()
}
