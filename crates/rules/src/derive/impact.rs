//! Impact: the class of the information, moved by how much and how often it is handled (GL 5.1.2).

use super::index::Index;
use super::{Flow, Judged};
use mamori_catalogue::Catalogue;
use std::sync::Arc;

/// Impact where the information has no class: the middle step, until somebody classifies it.
const UNCLASSED: u8 = 3;

/// The impact of any risk on a flow.
pub(super) fn judge(catalogue: &Catalogue, index: &Index<'_>, flow: &Flow) -> Judged {
    let class = flow.class.as_ref().and_then(|id| index.class(id));
    let base = class
        .and_then(|class| u8::try_from(class.impact.0).ok())
        .unwrap_or(UNCLASSED);
    let information = index.information(&flow.information);
    let volume = information
        .and_then(|information| information.volume)
        .map_or("", |volume| volume.code());
    let frequency = information
        .and_then(|information| information.frequency)
        .map_or("", |one| one.code());
    let rules = catalogue.derivation().impact.iter();
    let fitting = rules.filter(|rule| rule.volumes.covers(volume) && rule.frequencies.covers(frequency));
    let facts: Arc<[_]> = fitting.map(|rule| (rule.id.clone(), rule.effect)).collect();
    Judged {
        value: super::steps(base, &facts),
        base,
        facts,
        decided: None,
    }
}

#[cfg(test)]
mod tests {
    use mamori_catalogue::Catalogue;
    use mamori_domain::{Frequency, Volume};

    #[test]
    fn the_table_uses_codes_of_the_model() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        assert!(!catalogue.derivation().impact.is_empty());
        for rule in &catalogue.derivation().impact {
            let known = |code: &String| Volume::ALL.iter().any(|one| one.code() == code);
            assert!(rule.volumes.named().iter().all(known), "{}", rule.id);
            let known = |code: &String| Frequency::ALL.iter().any(|one| one.code() == code);
            assert!(rule.frequencies.named().iter().all(known), "{}", rule.id);
        }
    }
}
