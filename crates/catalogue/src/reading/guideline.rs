//! `guideline.toml`: every clause and what answers it.

use super::record::Placed;
use super::{Reading, entries, only_list};
use crate::GuidelineClause;
use crate::problem::ProblemKind;

impl Reading<'_> {
    /// Reads `guideline.toml`. A clause that nothing answers is a problem: the map exists to show that
    /// none was forgotten.
    pub(crate) fn guideline(&mut self) -> Vec<Placed<GuidelineClause>> {
        let document = self.document("guideline.toml");
        let records = only_list(document, "clause", &mut self.problems);
        entries(records, &mut self.problems, |record, problems| {
            let id = record.text("id", problems);
            let strength = record.strength(problems)?;
            let clause = GuidelineClause {
                guideline: record.text("guideline", problems),
                strength,
                summary: record.bilingual("summary", problems),
                rules: record.texts("rules"),
                document: record.optional("document"),
                person: record.bilingual_optional("person", problems),
                id: id.clone(),
            };
            if clause.rules.is_empty() && clause.document.is_none() && clause.person.is_none() {
                let kind = ProblemKind::Unanswered { id: id.clone() };
                problems.add(&record.file, Some(record.line), kind);
            }
            Some((id, clause))
        })
    }
}
