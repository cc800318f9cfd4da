//! The overlay file: wordings by item with what is known about each.

use super::comparison::Comparison;
use super::fingerprint::fingerprint;
use crate::problem::{CatalogueProblems, ProblemKind};
use crate::{Catalogue, ItemId};
use mamori_words::Words;
use std::collections::BTreeMap;

/// What is known about a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordingStatus {
    /// Exactly the official wording of the edition.
    Exact,
    /// Another wording: changed, damaged, or of another edition.
    Other,
}

impl WordingStatus {
    /// Both.
    pub const ALL: [WordingStatus; 2] = [WordingStatus::Exact, WordingStatus::Other];

    /// The word for it in the file.
    pub fn code(self) -> &'static str {
        match self {
            WordingStatus::Exact => "exact",
            WordingStatus::Other => "other",
        }
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            WordingStatus::Exact => Words::new("公表文と一致", "Exactly the published wording"),
            WordingStatus::Other => Words::new("公表文と異なる", "Differs from the published wording"),
        }
    }
}

/// A wording laid over an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlaid {
    /// The wording.
    pub wording: String,
    /// What is known about it.
    pub status: WordingStatus,
}

/// Wordings laid over items. Kept as CSV with the columns `id`, `wording` and `status`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overlay {
    wordings: BTreeMap<ItemId, Overlaid>,
}

impl Overlay {
    /// The overlay that a comparison gives.
    pub fn from_comparison(comparison: &Comparison) -> Overlay {
        let with = |texts: &BTreeMap<ItemId, String>, status: WordingStatus| -> Vec<(ItemId, Overlaid)> {
            texts
                .iter()
                .map(|(id, text)| {
                    (
                        id.clone(),
                        Overlaid {
                            wording: text.clone(),
                            status,
                        },
                    )
                })
                .collect()
        };
        let exact = with(&comparison.exact, WordingStatus::Exact);
        let other = with(&comparison.other, WordingStatus::Other);
        Overlay {
            wordings: exact.into_iter().chain(other).collect(),
        }
    }

    /// The wording of an item, if one is laid over it.
    pub fn get(&self, item: &ItemId) -> Option<&Overlaid> {
        self.wordings.get(item)
    }

    /// How many items have a wording.
    pub fn len(&self) -> usize {
        self.wordings.len()
    }

    /// Whether no item has one.
    pub fn is_empty(&self) -> bool {
        self.wordings.is_empty()
    }

    /// The file, items in the catalogue's order.
    pub fn write(&self, catalogue: &Catalogue) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut rows = vec![["id".to_owned(), "wording".to_owned(), "status".to_owned()]];
        rows.extend(catalogue.items().iter().filter_map(|item| {
            let laid = self.wordings.get(&item.id)?;
            Some([
                item.id.to_string(),
                laid.wording.clone(),
                laid.status.code().to_owned(),
            ])
        }));
        for row in rows {
            // Writing into memory cannot fail.
            let _ = writer.write_record(&row);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Reads the file, which problems call by its name. The status in it is a claim: `exact` stands only if the fingerprint agrees.
    ///
    /// # Errors
    /// Every problem with its line: unknown items, twice the same, a false claim.
    pub fn read(catalogue: &Catalogue, file: &str, text: &str) -> Result<Overlay, CatalogueProblems> {
        let mut problems = CatalogueProblems::default();
        let files = |name: &str| (name == file).then(|| text.to_owned());
        let rows = crate::reading::Reading::new(&files).overlay_rows(file, &mut problems);
        let mut wordings = BTreeMap::new();
        for placed in rows {
            let (id, wording, status) = placed.entry;
            let mut report = |kind| problems.add(file, Some(placed.line), kind);
            if !catalogue.items().contains(&id) {
                report(ProblemKind::Dangling {
                    field: "id".to_owned(),
                    id: id.to_string(),
                });
            }
            let proven = catalogue.official().get(&id) == Some(&fingerprint(&wording));
            if status == WordingStatus::Exact && !proven {
                report(ProblemKind::Contradiction {
                    field: "status".to_owned(),
                    with: "wording".to_owned(),
                });
            }
            let status = if proven {
                WordingStatus::Exact
            } else {
                WordingStatus::Other
            };
            wordings.insert(id, Overlaid { wording, status });
        }
        if problems.0.is_empty() {
            Ok(Overlay { wordings })
        } else {
            Err(problems)
        }
    }
}
