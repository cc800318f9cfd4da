//! Reading the sets of standard answers: `standard-answers/sets.csv` lists them, one file each.

use super::record::Placed;
use super::{Reading, entries};
use crate::problem::ProblemKind;
use crate::standard_answers::{StandardAnswer, StandardAnswers, StandardStatus};
use crate::{ControlItem, ItemId, LinkEnd, Measure, MeasureId, StandardSetId};
use std::collections::BTreeSet;

const SET_COLUMNS: [&str; 6] = [
    "id",
    "title_ja",
    "title_en",
    "explanation_ja",
    "explanation_en",
    "based_on",
];

impl Reading<'_> {
    /// Reads all sets. A set may rest only on one listed before it, so that no circle can arise.
    pub(crate) fn standard_answers(
        &mut self,
        measures: &[Placed<Measure>],
        items: &[Placed<ControlItem>],
    ) -> Vec<StandardAnswers> {
        let rows = self.table("standard-answers/sets.csv", &SET_COLUMNS);
        let mut sets = entries(rows, &mut self.problems, |row, problems| {
            let set = StandardAnswers {
                id: row.id::<StandardSetId>("id", problems)?,
                title: row.bilingual("title", problems),
                explanation: row.bilingual("explanation", problems),
                based_on: row.id_optional("based_on", problems),
                answers: Vec::new(),
            };
            Some((set.id.to_string(), set))
        });
        let mut before = BTreeSet::new();
        for set in &mut sets {
            if let Some(base) = set.entry.based_on.clone().filter(|base| !before.contains(base)) {
                let kind = ProblemKind::Dangling {
                    field: "based_on".to_owned(),
                    id: base.to_string(),
                };
                self.problems.add(&set.file, Some(set.line), kind);
            }
            before.insert(set.entry.id.clone());
            let file = format!("standard-answers/{}.csv", set.entry.id);
            set.entry.answers = self.answers_of(&file, measures, items);
        }
        sets.into_iter().map(|placed| placed.entry).collect()
    }

    fn answers_of(
        &mut self,
        file: &str,
        measures: &[Placed<Measure>],
        items: &[Placed<ControlItem>],
    ) -> Vec<StandardAnswer> {
        if (self.files)(file).is_none() {
            self.problems.add(file, None, ProblemKind::MissingFile);
            return Vec::new();
        }
        let measures: BTreeSet<&MeasureId> = measures.iter().map(|placed| &placed.entry.id).collect();
        let items: BTreeSet<&ItemId> = items.iter().map(|placed| &placed.entry.id).collect();
        let rows = self.table(file, &["item", "status", "text_ja", "text_en"]);
        let answers = entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<ItemId>("item", problems)?;
            let status = row.word("status", &StandardStatus::ALL, StandardStatus::code, problems);
            let text = row.bilingual("text", problems);
            let measure = id
                .as_str()
                .parse::<MeasureId>()
                .ok()
                .filter(|id| measures.contains(id));
            if measure.is_none() && !items.contains(&id) {
                let kind = ProblemKind::Dangling {
                    field: "item".to_owned(),
                    id: id.to_string(),
                };
                problems.add(file, Some(row.line), kind);
            }
            let covers = measure.map_or_else(|| LinkEnd::Item(id.clone()), LinkEnd::Measure);
            Some((
                id.to_string(),
                StandardAnswer {
                    covers,
                    status: status?,
                    text,
                },
            ))
        });
        answers.into_iter().map(|placed| placed.entry).collect()
    }
}
