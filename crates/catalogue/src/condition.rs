//! The conditions under which control items apply.

use crate::{Bilingual, ConditionId, Entry};
use mamori_words::Words;

/// Where the answer to a condition comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConditionSource {
    /// The configuration reveals it, so saying otherwise is a contradiction.
    Derived,
    /// The provider declares it.
    Declared,
}

impl ConditionSource {
    /// Both.
    pub const ALL: [ConditionSource; 2] = [ConditionSource::Derived, ConditionSource::Declared];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            ConditionSource::Derived => "derived",
            ConditionSource::Declared => "declared",
        }
    }

    /// The source with this word.
    pub fn from_code(code: &str) -> Option<ConditionSource> {
        ConditionSource::ALL
            .into_iter()
            .find(|source| source.code() == code)
    }

    /// Its name.
    pub fn words(self) -> Words {
        match self {
            ConditionSource::Derived => Words::new("構成から分かる", "Seen from the configuration"),
            ConditionSource::Declared => Words::new("事業者が申告する", "Declared by the provider"),
        }
    }
}

/// A circumstance under which items apply, for example that a wireless LAN is used. The guideline
/// writes it into the sentences of 別紙2; the list is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// For example `wireless_lan`.
    pub id: ConditionId,
    /// Its title, a short statement.
    pub title: Bilingual,
    /// When it holds.
    pub explanation: Bilingual,
    /// Where the answer comes from.
    pub source: ConditionSource,
}

impl Entry for Condition {
    type Id = ConditionId;

    fn id(&self) -> &ConditionId {
        &self.id
    }
}
