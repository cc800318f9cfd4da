//! The editions inside the binary.

use crate::Catalogue;
use crate::problem::{CatalogueProblems, ProblemKind};

/// The editions inside the binary, the newest last.
pub const EMBEDDED_EDITIONS: [&str; 1] = ["2020-08"];

macro_rules! edition_file {
    ($name:literal) => {
        include_str!(concat!("../../../data/catalogue/2020-08/", $name))
    };
}

macro_rules! standard_answers {
    ($name:literal) => {
        include_str!(concat!("../../../data/standard-answers/", $name, ".csv"))
    };
}

macro_rules! clauses {
    ($name:literal) => {
        include_str!(concat!("../../../data/clauses/", $name, ".toml"))
    };
}

/// A file of the edition of August 2020.
pub(crate) fn edition_2020_08(name: &str) -> Option<String> {
    let text = match name {
        "edition.toml" => edition_file!("edition.toml"),
        "groups.csv" => edition_file!("groups.csv"),
        "measures.csv" => edition_file!("measures.csv"),
        "items.csv" => edition_file!("items.csv"),
        "requirements.csv" => edition_file!("requirements.csv"),
        "links.csv" => edition_file!("links.csv"),
        "threats.csv" => edition_file!("threats.csv"),
        "conditions.csv" => edition_file!("conditions.csv"),
        "scenarios.csv" => edition_file!("scenarios.csv"),
        "grid-reasons.csv" => edition_file!("grid-reasons.csv"),
        "likelihood.csv" => edition_file!("likelihood.csv"),
        "impact.csv" => edition_file!("impact.csv"),
        "official.csv" => edition_file!("official.csv"),
        "information-items.csv" => edition_file!("information-items.csv"),
        "regulation-parts.toml" => edition_file!("regulation-parts.toml"),
        "chapter-6.toml" => edition_file!("chapter-6.toml"),
        "disclosure.toml" => edition_file!("disclosure.toml"),
        "sla.toml" => edition_file!("sla.toml"),
        "standard-answers/sets.csv" => standard_answers!("sets"),
        "standard-answers/saas-own-data-centre.csv" => standard_answers!("saas-own-data-centre"),
        "standard-answers/platform-iaas-tenant.csv" => standard_answers!("platform-iaas-tenant"),
        "clauses/regulation.toml" => clauses!("regulation"),
        "clauses/requests.toml" => clauses!("requests"),
        "clauses/sla.toml" => clauses!("sla"),
        // The glossary explains the field's words, not one edition's; all editions share it.
        "guideline.toml" => include_str!("../../../data/guideline.toml"),
        "deadlines.toml" => include_str!("../../../data/deadlines.toml"),
        "glossary.toml" => include_str!("../../../data/glossary.toml"),
        _ => return None,
    };
    Some(text.to_owned())
}

/// Gives a file of an edition by its name.
type Files = fn(&str) -> Option<String>;

/// The files of an edition inside the binary.
pub(crate) fn files_of(edition: &str) -> Option<Files> {
    match edition {
        "2020-08" => Some(edition_2020_08),
        _ => None,
    }
}

impl Catalogue {
    /// An edition from inside the binary.
    ///
    /// # Errors
    /// If no edition has this name. The data inside are checked by the tests, so no other problem
    /// appears in a released binary.
    pub fn embedded(edition: &str) -> Result<Catalogue, CatalogueProblems> {
        match files_of(edition) {
            Some(files) => Catalogue::from_checked_files(&files),
            None => {
                let mut problems = CatalogueProblems::default();
                problems.add(
                    "catalogue",
                    None,
                    ProblemKind::UnknownEdition {
                        edition: edition.to_owned(),
                    },
                );
                Err(problems)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_every_edition_pass_the_checks_that_reading_them_leaves_out() {
        for edition in EMBEDDED_EDITIONS {
            let files = files_of(edition).unwrap_or_else(|| panic!("{edition} has no files"));
            let checked = Catalogue::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
            let late = Catalogue::embedded(edition).unwrap_or_else(|problems| panic!("{problems}"));
            assert_eq!(late.guideline(), checked.guideline());
            assert_eq!(late.clauses(), checked.clauses());
            assert_eq!(late.glossary(), checked.glossary());
            assert!(!late.guideline().is_empty());
        }
    }
}
