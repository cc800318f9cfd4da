//! `deadlines.toml`: deadlines that stand in no contract.

use super::record::Placed;
use super::{Reading, entries, only_list};
use crate::Deadline;

impl Reading<'_> {
    /// Reads `deadlines.toml`.
    pub(crate) fn deadlines(&mut self) -> Vec<Placed<Deadline>> {
        let document = self.document("deadlines.toml");
        let records = only_list(document, "deadline", &mut self.problems);
        entries(records, &mut self.problems, |record, problems| {
            let id = record.text("id", problems);
            let deadline = Deadline {
                valid_from: record.text("valid_from", problems),
                days: record.figure("days", problems),
                first_day: record.yes("first_day", problems),
                what: record.bilingual("what", problems),
                source: record.bilingual("source", problems),
                id,
            };
            Some((format!("{} of {}", deadline.id, deadline.valid_from), deadline))
        })
    }
}
