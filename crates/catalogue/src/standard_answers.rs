//! Standard answers: what providers of a common form of service usually do, ready to be adopted.

use crate::{Bilingual, ControlItem, Entry, LinkEnd, StandardSetId};

/// How a standard answer says an item stands. The codes are those of the model's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandardStatus {
    /// Done.
    Implemented,
    /// Done in part.
    Partly,
    /// Something else is done instead.
    Alternative,
    /// Not done yet.
    Planned,
}

impl StandardStatus {
    /// All of them. 「該当なし」 is not among them: whether an item applies is for the conditions and for
    /// people to say, never for a ready-made text.
    pub const ALL: [StandardStatus; 4] = [
        StandardStatus::Implemented,
        StandardStatus::Partly,
        StandardStatus::Alternative,
        StandardStatus::Planned,
    ];

    /// The word for it in the data.
    pub fn code(self) -> &'static str {
        match self {
            StandardStatus::Implemented => "implemented",
            StandardStatus::Partly => "partly",
            StandardStatus::Alternative => "alternative",
            StandardStatus::Planned => "planned",
        }
    }
}

/// One row of a set: an answer to an item, or to a measure for all its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardAnswer {
    /// What it covers.
    pub covers: LinkEnd,
    /// How the item stands.
    pub status: StandardStatus,
    /// What is done. Written by us, for the user to read, edit and confirm.
    pub text: Bilingual,
}

/// A set of standard answers for a common form of service (GL 5.1.5 (1) asks for every item to be
/// confirmed: an answer adopted from a set stays unconfirmed until a person says so).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardAnswers {
    /// Its name, under which services adopt it.
    pub id: StandardSetId,
    /// Its title.
    pub title: Bilingual,
    /// For which services it is meant.
    pub explanation: Bilingual,
    /// The set it differs from; what it does not answer is taken from there.
    pub based_on: Option<StandardSetId>,
    /// Its rows in the order of the data.
    pub answers: Vec<StandardAnswer>,
}

impl StandardAnswers {
    /// Its own answer to an item: the row on the item, else the row on its measure.
    pub fn answer_to(&self, item: &ControlItem) -> Option<&StandardAnswer> {
        let on_item =
            |answer: &&StandardAnswer| matches!(&answer.covers, LinkEnd::Item(id) if *id == item.id);
        let on_measure =
            |answer: &&StandardAnswer| matches!(&answer.covers, LinkEnd::Measure(id) if *id == item.measure);
        let rows = &self.answers;
        rows.iter().find(on_item).or_else(|| rows.iter().find(on_measure))
    }
}

impl Entry for StandardAnswers {
    type Id = StandardSetId;

    fn id(&self) -> &StandardSetId {
        &self.id
    }
}

#[cfg(test)]
mod tests {
    use crate::{Catalogue, LinkEnd, ProblemKind};

    fn with(name: &'static str, text: &'static str) -> Result<Catalogue, crate::CatalogueProblems> {
        Catalogue::from_files(&move |file| match file == name {
            true => Some(text.to_owned()),
            false => crate::embedded::edition_2020_08(file),
        })
    }

    #[test]
    fn the_first_set_answers_every_item_and_later_sets_rest_on_it() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        assert!(catalogue.standard_answers().len() >= 2);
        for set in catalogue.standard_answers() {
            for item in catalogue.items() {
                assert!(
                    catalogue.standard_answer(set.id.as_str(), item).is_some(),
                    "{}: {}",
                    set.id,
                    item.id
                );
            }
        }
    }

    #[test]
    fn a_row_on_an_item_beats_the_row_on_its_measure_and_a_set_the_one_it_rests_on() {
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        let tenant = catalogue.standard_answers().get("platform-iaas-tenant").unwrap();
        let base = tenant.based_on.as_ref().unwrap();
        let own = tenant.answers.iter().find_map(|answer| match &answer.covers {
            LinkEnd::Measure(id) => Some((id, &answer.text)),
            LinkEnd::Item(_) => None,
        });
        let (measure, text) = own.unwrap();
        let item = catalogue.items_of(measure).next().unwrap();
        let (set, found) = catalogue.standard_answer(tenant.id.as_str(), item).unwrap();
        assert_eq!((&set.id, &found.text), (&tenant.id, text));
        let (set, found) = catalogue.standard_answer(base.as_str(), item).unwrap();
        assert!(set.id == *base && found.text != *text);
    }

    #[test]
    fn faults_in_a_set_are_told_with_their_line() {
        let file = "standard-answers/platform-iaas-tenant.csv";
        let text = "item,status,text_ja,text_en\n9.9.①,implemented,あ,a\n1.1.①,done,あ,a\n1.1.②,implemented,あ,\n1.1.③,implemented,あ,a\n1.1.③,partly,い,b\n";
        let problems = with(file, text).unwrap_err().0;
        let at = |line: usize| {
            &problems
                .iter()
                .find(|problem| problem.line == Some(line))
                .unwrap()
                .kind
        };
        assert!(matches!(at(2), ProblemKind::Dangling { .. }));
        assert!(matches!(at(3), ProblemKind::UnknownWord { .. }));
        assert!(matches!(at(4), ProblemKind::MissingLanguage { .. }));
        assert!(matches!(at(6), ProblemKind::DuplicateId { .. }));
        assert_eq!(problems.len(), 4);
    }

    #[test]
    fn a_set_without_its_file_or_its_base_is_told() {
        let head = "id,title_ja,title_en,explanation_ja,explanation_en,based_on\n";
        let sets: &'static str = Box::leak(format!("{head}lost,あ,a,い,b,\nodd,あ,a,い,b,nowhere\n").into());
        let problems = with("standard-answers/sets.csv", sets).unwrap_err().0;
        let found = |wanted: fn(&ProblemKind) -> bool| problems.iter().any(|problem| wanted(&problem.kind));
        assert!(found(|kind| matches!(kind, ProblemKind::MissingFile)));
        assert!(found(|kind| matches!(kind, ProblemKind::Dangling { .. })));
    }
}
