//! The clauses of the guideline and what answers each.

use crate::{Bilingual, Strength};

/// A clause of the guideline and what answers it: rules of the check, a paper that is printed, or a
/// person, where no program can judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuidelineClause {
    /// Section and running number, for example `GL 2.1-1`.
    pub id: String,
    /// The section, for example `GL 2.1`.
    pub guideline: String,
    /// How firmly the clause asks.
    pub strength: Strength,
    /// What it asks, in our own words.
    pub summary: Bilingual,
    /// Codes of the rules that check it.
    pub rules: Vec<String>,
    /// The paper that answers it.
    pub document: Option<String>,
    /// Why a person has to judge.
    pub person: Option<Bilingual>,
}
