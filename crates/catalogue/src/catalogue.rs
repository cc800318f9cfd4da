//! One edition, read and checked.

use crate::checks::{Draft, check};
use crate::embedded::files_of;
use crate::official::OfficialHashes;
use crate::papers::{Papers, PapersDraft};
use crate::problem::CatalogueProblems;
use crate::reading::{EditionParts, Reading, entries_of, register_of};
use crate::{
    ChapterSixRequirement, ClauseLibrary, Condition, ControlItem, Deadline, Derivation, DisclosureItem,
    DocumentName, Edition, Form, Group, GroupId, GuidelineClause, InformationItem, InformationPurpose,
    ItemId, Layer, Level, Link, LinkEnd, Measure, MeasureId, Reference, Register, RegulationPart,
    Requirement, RequirementId, Sla, StandardAnswer, StandardAnswers, Step, Term, Threat, Viewpoint,
};
use mamori_words::Language;
use std::collections::BTreeMap;
use std::sync::OnceLock;

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
    standard_answers: Register<StandardAnswers>,
    /// Read when first asked for in an edition inside the binary, at once in any other.
    papers: OnceLock<Papers>,
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

impl Catalogue {
    /// Reads an edition from files given by name (`items.csv`, `edition.toml` …). Files of the later
    /// parts (information items, regulation parts and so on) may be absent; their registers are then
    /// empty.
    ///
    /// # Errors
    /// Every problem found in any file, with file and line.
    pub fn from_files(files: &dyn Fn(&str) -> Option<String>) -> Result<Catalogue, CatalogueProblems> {
        let mut reading = Reading::new(files);
        let (parts, draft) = core(&mut reading);
        let edition = parts.as_ref().map(|parts| parts.edition.name.edition.to_string());
        let papers = PapersDraft::read(&mut reading, edition.as_deref().unwrap_or_default());
        let mut problems = reading.problems;
        let Some(parts) = parts else { return Err(problems) };
        check(&parts, &draft, &papers, &mut problems);
        if !problems.0.is_empty() {
            return Err(problems);
        }
        Ok(whole(parts, draft, OnceLock::from(Papers::from(papers))))
    }

    /// Reads an edition inside the binary, its papers only when they are asked for: a command that
    /// derives risks needs no clause. Nothing is checked, since the tests read the same files by
    /// [`Catalogue::from_files`].
    pub(crate) fn from_checked_files(
        files: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Catalogue, CatalogueProblems> {
        let mut reading = Reading::new(files);
        match core(&mut reading) {
            (Some(parts), draft) => Ok(whole(parts, draft, OnceLock::new())),
            (None, _) => Err(reading.problems),
        }
    }

    fn papers(&self) -> &Papers {
        self.papers.get_or_init(|| {
            let edition = &*self.edition.name.edition;
            let none = |_: &str| None;
            let files = files_of(edition);
            let mut reading = Reading::new(match &files {
                Some(files) => files,
                None => &none,
            });
            Papers::from(PapersDraft::read(&mut reading, edition))
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
        &self.papers().information_items
    }

    /// What the institution is told for one purpose.
    pub fn information_for(&self, purpose: InformationPurpose) -> impl Iterator<Item = &InformationItem> {
        self.information_items()
            .iter()
            .filter(move |item| item.purpose == purpose)
    }

    /// The parts of the operation-management regulation, GL 5.1.6.
    pub fn regulation_parts(&self) -> &Register<RegulationPart> {
        &self.papers().regulation_parts
    }

    /// The uniform requirements, GL 6.
    pub fn chapter_six(&self) -> &Register<ChapterSixRequirement> {
        &self.papers().chapter_six
    }

    /// The items of the conformity disclosure, GL 別紙1 part I.
    pub fn disclosure(&self) -> &Register<DisclosureItem> {
        &self.papers().disclosure
    }

    /// The example service level agreement, GL 別紙1 part II.
    pub fn sla(&self) -> &Sla {
        &self.papers().sla
    }

    /// The clause library: ready sentences for the documents a provider signs.
    pub fn clauses(&self) -> &ClauseLibrary {
        &self.papers().clauses
    }

    /// Terms explained for a clinic's manager.
    pub fn glossary(&self) -> &Register<Term> {
        &self.papers().glossary
    }

    /// The clauses of the guideline and what answers each.
    pub fn guideline(&self) -> &[GuidelineClause] {
        &self.papers().guideline
    }

    /// The deadline of a duty that holds on a day (`YYYY-MM-DD`): the latest that is valid by then.
    pub fn deadline(&self, id: &str, day: &str) -> Option<&Deadline> {
        let valid = |deadline: &&Deadline| deadline.id == id && deadline.valid_from.as_str() <= day;
        let valid = self.papers().deadlines.iter().filter(valid);
        valid.max_by(|a, b| a.valid_from.cmp(&b.valid_from))
    }

    /// Fingerprints of the official wording by item.
    pub fn official(&self) -> &OfficialHashes {
        &self.papers().official
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

/// Reads what every command needs.
fn core(reading: &mut Reading<'_>) -> (Option<EditionParts>, Draft) {
    let parts = reading.edition();
    let groups = reading.groups();
    let measures = reading.measures();
    let items = reading.items(&measures);
    let standard_answers = reading.standard_answers(&measures, &items);
    let requirements = reading.requirements();
    let links = reading.links(&measures);
    let threats = reading.threats();
    let conditions = reading.conditions();
    let derivation = reading.derivation(&threats, &measures, &items);
    let draft = Draft {
        groups,
        measures,
        items,
        standard_answers,
        requirements,
        links,
        threats,
        conditions,
        derivation,
    };
    (parts, draft)
}

/// The catalogue of what was read.
fn whole(parts: EditionParts, draft: Draft, papers: OnceLock<Papers>) -> Catalogue {
    let mut items_by_measure: BTreeMap<MeasureId, Vec<usize>> = BTreeMap::new();
    for (place, placed) in draft.items.iter().enumerate() {
        items_by_measure
            .entry(placed.entry.measure.clone())
            .or_default()
            .push(place);
    }
    Catalogue {
        edition: parts.edition,
        viewpoints: register_of(parts.viewpoints),
        groups: register_of(draft.groups),
        measures: register_of(draft.measures),
        items: register_of(draft.items),
        items_by_measure,
        requirements: register_of(draft.requirements),
        links: entries_of(draft.links),
        threats: register_of(draft.threats),
        conditions: register_of(draft.conditions),
        derivation: draft.derivation,
        levels: register_of(parts.levels),
        impact: entries_of(parts.impact),
        likelihood: entries_of(parts.likelihood),
        layers: register_of(parts.layers),
        forms: register_of(parts.forms),
        standard_answers: Register::new(draft.standard_answers),
        papers,
    }
}
