//! Identifiers of what a catalogue holds: values taken from the data, one type per kind of thing.
//!
//! They cannot be swapped for one another, and none can be made from an empty or broken text:
//!
//! ```compile_fail
//! use mamori_catalogue::{ItemId, MeasureId};
//! let measure: MeasureId = "1.1.①".parse().unwrap();
//! let item: ItemId = measure;
//! ```

use mamori_words::Language;
use std::fmt;
use std::sync::Arc;

/// The longest identifier accepted, in characters. Identifiers are printed in tables and file names.
const LENGTH_MAX: usize = 64;

/// A text that cannot be an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdProblem {
    /// Nothing is written.
    Empty,
    /// Longer than 64 characters.
    TooLong,
    /// A space, a line break or another invisible character is in it.
    Blank,
}

impl IdProblem {
    /// The problem in plain words.
    pub fn say(&self, language: Language) -> &'static str {
        match (self, language) {
            (IdProblem::Empty, Language::Japanese) => "IDが空です",
            (IdProblem::Empty, Language::English) => "the id is empty",
            (IdProblem::TooLong, Language::Japanese) => "IDが64文字を超えています",
            (IdProblem::TooLong, Language::English) => "the id is longer than 64 characters",
            (IdProblem::Blank, Language::Japanese) => "IDに空白や改行が入っています",
            (IdProblem::Blank, Language::English) => "the id contains a space or line break",
        }
    }
}

impl fmt::Display for IdProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.say(Language::English))
    }
}

impl std::error::Error for IdProblem {}

/// Accepts a text as an identifier. ①② and Japanese letters are welcome; they are kept as they are,
/// because a normalisation that turns ① into 1 would break references.
fn accept(text: &str) -> Result<Arc<str>, IdProblem> {
    if text.is_empty() {
        return Err(IdProblem::Empty);
    }
    if text.chars().count() > LENGTH_MAX {
        return Err(IdProblem::TooLong);
    }
    if text
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || c == '\u{feff}')
    {
        return Err(IdProblem::Blank);
    }
    Ok(text.into())
}

macro_rules! identifier {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as written in the data.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdProblem;

            fn from_str(text: &str) -> Result<Self, IdProblem> {
                accept(text).map($name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

identifier!(
    /// A viewpoint measures are ordered by, for example `1` (人的・組織的対策), GL 5.1.5.
    ViewpointId
);
identifier!(
    /// A group of measures (大項目), for example `1.1`, GL 別紙2.
    GroupId
);
identifier!(
    /// A measure (小項目), for example `1.1.①`, GL 別紙2.
    MeasureId
);
identifier!(
    /// A control item (対策項目), for example `1.1.①-1`, GL 別紙2.
    ItemId
);
identifier!(
    /// A representative threat, for example `T1`, GL table 5-1.
    ThreatId
);
identifier!(
    /// A condition under which items apply, for example `wireless_lan`.
    ConditionId
);
identifier!(
    /// A requirement of another guideline that items answer, for example `m1`.
    RequirementId
);
identifier!(
    /// A level of risk, for example `S`, GL table 5-2.
    LevelId
);
identifier!(
    /// A layer of a service, for example `A`, GL 2.2.
    LayerId
);
identifier!(
    /// A form of provision, for example `1`, GL 2.2.
    FormId
);
identifier!(
    /// Something the institution is told, GL table 4-1.
    InformationItemId
);
identifier!(
    /// A part of the operation-management regulation, GL 5.1.6.
    RegulationPartId
);
identifier!(
    /// One content that a part of the regulation must have, GL 5.1.6.
    ContentId
);
identifier!(
    /// A uniform requirement, GL chapter 6.
    ChapterSixId
);
identifier!(
    /// One point of a uniform requirement, GL chapter 6.
    PointId
);

identifier!(
    /// A set of standard answers, for example `saas-own-data-centre`.
    StandardSetId
);
identifier!(
    /// A term of the glossary.
    TermId
);
identifier!(
    /// A table of the conformity disclosure, GL 別紙1 part I.
    TableId
);
identifier!(
    /// A column or fixed row of such a table.
    ColumnId
);
identifier!(
    /// A clause of the example SLA, GL 別紙1 part II.
    ClauseId
);
identifier!(
    /// A clause of the clause library.
    ClauseTextId
);
identifier!(
    /// An annex of the example SLA.
    AnnexId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_circled_figures_as_they_are() {
        let id: ItemId = "1.1.①-1".parse().unwrap();
        assert_eq!(id.as_str(), "1.1.①-1");
    }

    #[test]
    fn refuses_what_cannot_be_an_identifier() {
        assert_eq!("".parse::<ItemId>(), Err(IdProblem::Empty));
        assert_eq!("a b".parse::<ItemId>(), Err(IdProblem::Blank));
        assert_eq!("a\u{feff}".parse::<ItemId>(), Err(IdProblem::Blank));
        assert_eq!("x".repeat(65).parse::<ItemId>(), Err(IdProblem::TooLong));
        assert!("x".repeat(64).parse::<ItemId>().is_ok());
    }
}
