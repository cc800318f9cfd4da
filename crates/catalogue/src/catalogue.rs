//! One edition, read and checked.

use crate::checks::{Draft, check};
use crate::official::OfficialHashes;
use crate::problem::CatalogueProblems;
use crate::reading::{Placed, Reading};
use crate::{
    ChapterSixRequirement, ClauseLibrary, Condition, ControlItem, Deadline, Derivation, DisclosureItem,
    DocumentName, Edition, Entry, Form, Group, GroupId, GuidelineClause, InformationItem, InformationPurpose,
    ItemId, Layer, Level, Link, LinkEnd, Measure, MeasureId, Reference, Register, RegulationPart,
    Requirement, RequirementId, Sla, StandardAnswer, StandardAnswers, Step, Term, Threat, Viewpoint,
};
use mamori_words::Language;
use std::collections::BTreeMap;

/// One edition of the guideline as data: complete in itself, every reference in it resolves.
#[derive(Clone)]
pub struct Catalogue {
    edition: Edition,
    viewpoints: Register<Viewpoint>,
    groups: Register<Group>,
    measures: Register<Measure>,
    items: Register<ControlItem>,
    items_by_measure: BTreeMap<MeasureId, Vec<usize>>,
    requirements: Register<Requirement>,
    links: Vec<Link>,
    threats: Register<Threat>,
    conditions: Register<Condition>,
    derivation: Derivation,
    levels: Register<Level>,
    impact: Vec<Step>,
    likelihood: Vec<Step>,
    layers: Register<Layer>,
    forms: Register<Form>,
    information_items: Register<InformationItem>,
    regulation_parts: Register<RegulationPart>,
    chapter_six: Register<ChapterSixRequirement>,
    disclosure: Register<DisclosureItem>,
    sla: Sla,
    clauses: ClauseLibrary,
    glossary: Register<Term>,
    guideline: Vec<GuidelineClause>,
    deadlines: Vec<Deadline>,
    official: OfficialHashes,
    standard_answers: Register<StandardAnswers>,
}

/// Only the edition and the number of items: the whole would fill a thousand lines of a test's message.
impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Catalogue {} with {} items",
            self.edition.name.edition,
            self.items.len()
        )
    }
}

fn entries<T: Clone>(list: &[Placed<T>]) -> Vec<T> {
    list.iter().map(|placed| placed.entry.clone()).collect()
}

fn register<T: Entry + Clone>(list: &[Placed<T>]) -> Register<T> {
    Register::new(entries(list))
}

impl Catalogue {
    /// Reads an edition from files given by name (`items.csv`, `edition.toml` …). Files of the later
    /// parts (information items, regulation parts and so on) may be absent; their registers are then
    /// empty.
    ///
    /// # Errors
    /// Every problem found in any file, with file and line.
    pub fn from_files(files: &dyn Fn(&str) -> Option<String>) -> Result<Catalogue, CatalogueProblems> {
        let mut reading = Reading::new(files);
        let parts = reading.edition();
        let groups = reading.groups();
        let measures = reading.measures();
        let items = reading.items(&measures);
        let standard_answers = reading.standard_answers(&measures, &items);
        let edition = parts.as_ref().map(|parts| parts.edition.name.edition.to_string());
        let clauses = reading.clauses(edition.as_deref().unwrap_or_default());
        let draft = Draft {
            requirements: reading.requirements(),
            links: reading.links(&measures),
            threats: reading.threats(),
            conditions: reading.conditions(),
            information_items: reading.information_items(),
            regulation_parts: reading.regulation_parts(),
            chapter_six: reading.chapter_six(),
            disclosure: reading.disclosure(),
            sla: reading.sla(),
            clauses,
            glossary: reading.glossary(),
            official: reading.official_hashes(),
            groups,
            measures,
            items,
        };
        let derivation = reading.derivation(&draft.threats, &draft.measures, &draft.items);
        let guideline = reading.guideline();
        let deadlines = reading.deadlines();
        let mut problems = reading.problems;
        let Some(parts) = parts else { return Err(problems) };
        check(&parts, &draft, &mut problems);
        if !problems.0.is_empty() {
            return Err(problems);
        }
        let mut items_by_measure: BTreeMap<MeasureId, Vec<usize>> = BTreeMap::new();
        for (place, placed) in draft.items.iter().enumerate() {
            items_by_measure
                .entry(placed.entry.measure.clone())
                .or_default()
                .push(place);
        }
        Ok(Catalogue {
            edition: parts.edition,
            viewpoints: register(&parts.viewpoints),
            groups: register(&draft.groups),
            measures: register(&draft.measures),
            items: register(&draft.items),
            items_by_measure,
            requirements: register(&draft.requirements),
            links: entries(&draft.links),
            threats: register(&draft.threats),
            conditions: register(&draft.conditions),
            derivation,
            levels: register(&parts.levels),
            impact: entries(&parts.impact),
            likelihood: entries(&parts.likelihood),
            layers: register(&parts.layers),
            forms: register(&parts.forms),
            information_items: register(&draft.information_items),
            regulation_parts: register(&draft.regulation_parts),
            chapter_six: register(&draft.chapter_six),
            disclosure: register(&draft.disclosure),
            sla: Sla {
                chapters: entries(&draft.sla.chapters),
                clauses: register(&draft.sla.clauses),
                annexes: register(&draft.sla.annexes),
            },
            clauses: ClauseLibrary {
                texts: register(&draft.clauses.texts),
                parts: entries(&draft.clauses.parts),
            },
            glossary: register(&draft.glossary),
            guideline: entries(&guideline),
            deadlines: entries(&deadlines),
            official: draft.official.into_iter().map(|placed| placed.entry).collect(),
            standard_answers: Register::new(standard_answers),
        })
    }

    /// The edition: names, month of issue, documents it refers to.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The viewpoints of measures, GL 5.1.5.
    pub fn viewpoints(&self) -> &Register<Viewpoint> {
        &self.viewpoints
    }

    /// The groups of 別紙2 in printed order.
    pub fn groups(&self) -> &Register<Group> {
        &self.groups
    }

    /// The measures of 別紙2 in printed order.
    pub fn measures(&self) -> &Register<Measure> {
        &self.measures
    }

    /// The control items of 別紙2 in printed order.
    pub fn items(&self) -> &Register<ControlItem> {
        &self.items
    }

    /// The requirements of the other guideline.
    pub fn requirements(&self) -> &Register<Requirement> {
        &self.requirements
    }

    /// Which items and measures answer which requirement.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The representative threats, GL table 5-1.
    pub fn threats(&self) -> &Register<Threat> {
        &self.threats
    }

    /// The conditions under which items apply.
    pub fn conditions(&self) -> &Register<Condition> {
        &self.conditions
    }

    /// The tables by which risks are derived (GL 5.1.1–5.1.3); empty in an edition without them.
    pub fn derivation(&self) -> &Derivation {
        &self.derivation
    }

    /// The levels of risk, the highest first, GL table 5-2.
    pub fn levels(&self) -> &Register<Level> {
        &self.levels
    }

    /// The steps of impact, GL table 5-2.
    pub fn impact(&self) -> &[Step] {
        &self.impact
    }

    /// The steps of likelihood, GL table 5-2.
    pub fn likelihood(&self) -> &[Step] {
        &self.likelihood
    }

    /// The layers of a service, GL 2.2.
    pub fn layers(&self) -> &Register<Layer> {
        &self.layers
    }

    /// The forms of provision, GL 2.2.
    pub fn forms(&self) -> &Register<Form> {
        &self.forms
    }

    /// What the institution is told, GL table 4-1.
    pub fn information_items(&self) -> &Register<InformationItem> {
        &self.information_items
    }

    /// What the institution is told for one purpose.
    pub fn information_for(&self, purpose: InformationPurpose) -> impl Iterator<Item = &InformationItem> {
        self.information_items
            .iter()
            .filter(move |item| item.purpose == purpose)
    }

    /// The parts of the operation-management regulation, GL 5.1.6.
    pub fn regulation_parts(&self) -> &Register<RegulationPart> {
        &self.regulation_parts
    }

    /// The uniform requirements, GL 6.
    pub fn chapter_six(&self) -> &Register<ChapterSixRequirement> {
        &self.chapter_six
    }

    /// The items of the conformity disclosure, GL 別紙1 part I.
    pub fn disclosure(&self) -> &Register<DisclosureItem> {
        &self.disclosure
    }

    /// The example service level agreement, GL 別紙1 part II.
    pub fn sla(&self) -> &Sla {
        &self.sla
    }

    /// The clause library: ready sentences for the documents a provider signs.
    pub fn clauses(&self) -> &ClauseLibrary {
        &self.clauses
    }

    /// Terms explained for a clinic's manager.
    pub fn glossary(&self) -> &Register<Term> {
        &self.glossary
    }

    /// The clauses of the guideline and what answers each.
    pub fn guideline(&self) -> &[GuidelineClause] {
        &self.guideline
    }

    /// The deadline of a duty that holds on a day (`YYYY-MM-DD`): the latest that is valid by then.
    pub fn deadline(&self, id: &str, day: &str) -> Option<&Deadline> {
        let valid = |deadline: &&Deadline| deadline.id == id && deadline.valid_from.as_str() <= day;
        let valid = self.deadlines.iter().filter(valid);
        valid.max_by(|a, b| a.valid_from.cmp(&b.valid_from))
    }

    /// Fingerprints of the official wording by item.
    pub fn official(&self) -> &OfficialHashes {
        &self.official
    }

    /// The sets of standard answers that can be adopted, by name.
    pub fn standard_answers(&self) -> &Register<StandardAnswers> {
        &self.standard_answers
    }

    /// What a set of standard answers says of an item: its own row, else that of the set it rests on,
    /// with the set the row stands in.
    pub fn standard_answer(
        &self,
        set: &str,
        item: &ControlItem,
    ) -> Option<(&StandardAnswers, &StandardAnswer)> {
        let set = self.standard_answers.get(set)?;
        match set.answer_to(item) {
            Some(answer) => Some((set, answer)),
            // A set rests only on one listed before it, so this ends.
            None => self.standard_answer(set.based_on.as_ref()?.as_str(), item),
        }
    }

    /// The items of a measure in printed order.
    pub fn items_of(&self, measure: &MeasureId) -> impl Iterator<Item = &ControlItem> {
        let places = self
            .items_by_measure
            .get(measure)
            .map(Vec::as_slice)
            .unwrap_or_default();
        places.iter().map(|place| &self.items.as_slice()[*place])
    }

    /// The measures of a group in printed order.
    pub fn measures_of(&self, group: &GroupId) -> impl Iterator<Item = &Measure> {
        self.measures
            .iter()
            .filter(move |measure| measure.group == *group)
    }

    /// The level of a product of impact and likelihood; none outside the scales.
    pub fn level_of(&self, product: u32) -> Option<&Level> {
        self.levels
            .iter()
            .find(|level| (level.from..=level.to).contains(&product))
    }

    /// The requirements that an item answers: its own links and those of its measure.
    pub fn requirements_of(&self, item: &ControlItem) -> Vec<(&Requirement, &Link)> {
        let of_item = |link: &&Link| match &link.from {
            LinkEnd::Item(id) => *id == item.id,
            LinkEnd::Measure(id) => *id == item.measure,
        };
        let found = self.links.iter().filter(of_item);
        found
            .filter_map(|link| Some((self.requirements.get(&link.requirement)?, link)))
            .collect()
    }

    /// The items that answer a requirement, by their own link or their measure's, in printed order.
    pub fn items_answering(&self, requirement: &RequirementId) -> Vec<&ControlItem> {
        let links: Vec<&Link> = self
            .links
            .iter()
            .filter(|link| link.requirement == *requirement)
            .collect();
        let answers = |item: &&ControlItem| {
            links.iter().any(|link| match &link.from {
                LinkEnd::Item(id) => *id == item.id,
                LinkEnd::Measure(id) => *id == item.measure,
            })
        };
        self.items.iter().filter(answers).collect()
    }

    /// The place of an item in the guideline.
    pub fn reference_of(&self, item: &ItemId) -> Option<Reference> {
        let item = self.items.get(item)?;
        Some(Reference {
            document: self.edition.name.document.clone(),
            edition: self.edition.name.edition.clone(),
            part: Some(self.edition.part.clone()),
            chapter: item.group.to_string(),
            item: None,
            mark: Some(item.number.clone()),
        })
    }

    /// A reference as it is cited: short name of the document and the place in it.
    pub fn cite(&self, reference: &Reference, language: Language) -> String {
        let known = std::iter::once(&self.edition.name).chain(&self.edition.refers_to);
        let same =
            |name: &&DocumentName| name.document == reference.document && name.edition == reference.edition;
        match known.into_iter().find(same) {
            Some(name) => format!("{} {}", name.short.say(language), reference.place()),
            None => reference.to_string(),
        }
    }
}
