//! Deadlines that stand in no contract, with their source and the day from which they hold.

use crate::Bilingual;

/// How many days something may take, by a rule that changes with time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The duty, for example `personal-information-final`. Several entries may share it.
    pub id: String,
    /// First day on which the rule holds, `YYYY-MM-DD`.
    pub valid_from: String,
    /// How many days.
    pub days: u32,
    /// Whether the day from which they are counted is itself day 1.
    pub first_day: bool,
    /// What is owed.
    pub what: Bilingual,
    /// Where the rule stands.
    pub source: Bilingual,
}
