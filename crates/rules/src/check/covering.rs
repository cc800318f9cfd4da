//! Rows that may answer for a whole group at once: a regulation fact for a part, a legal fact for a
//! requirement, an SLA clause for a chapter. Which row counts is decided here and nowhere else.

use mamori_domain::{LegalFact, RegulationFact, SlaClause};
use std::collections::BTreeMap;

/// Rows by what they are about. Of two rows on the same thing the first counts.
pub struct Covering<'a, Row> {
    rows: BTreeMap<&'a str, &'a Row>,
}

impl<'a, Row> Covering<'a, Row> {
    fn of(rows: &'a [Row], about: impl Fn(&'a Row) -> &'a str) -> Self {
        let mut by_id = BTreeMap::new();
        for row in rows {
            by_id.entry(about(row)).or_insert(row);
        }
        Covering { rows: by_id }
    }

    /// The row that counts for a single thing: its own before the one on its group.
    pub fn on(&self, single: &str, group: &str) -> Option<&'a Row> {
        self.rows.get(single).or_else(|| self.rows.get(group)).copied()
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// What the regulation states, by content or part (GL 5.1.6 (2)).
pub fn regulation(rows: &[RegulationFact]) -> Covering<'_, RegulationFact> {
    Covering::of(rows, |row| row.content.as_str())
}

/// How chapter 6 is met, by point or requirement.
pub fn legal(rows: &[LegalFact]) -> Covering<'_, LegalFact> {
    Covering::of(rows, |row| row.point.as_str())
}

/// What becomes of the SLA, by clause or number of the chapter (GL 別紙1 II).
pub fn clauses(rows: &[SlaClause]) -> Covering<'_, SlaClause> {
    Covering::of(rows, |row| row.clause.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_domain::{ClauseRef, ClauseUse};

    #[test]
    fn the_row_on_the_single_thing_beats_the_row_on_its_group() {
        let row = |clause: &str, usage| SlaClause {
            clause: ClauseRef(clause.into()),
            usage,
            text: None,
            reason: None,
        };
        let rows = [
            row("6", ClauseUse::Used),
            row("signature", ClauseUse::LeftOut),
            row("signature", ClauseUse::Changed),
        ];
        let covering = clauses(&rows);
        assert_eq!(
            covering.on("signature", "5").map(|row| row.usage),
            Some(ClauseUse::LeftOut)
        );
        assert_eq!(
            covering.on("availability", "6").map(|row| row.usage),
            Some(ClauseUse::Used)
        );
        assert!(covering.on("purpose", "1").is_none());
    }
}
