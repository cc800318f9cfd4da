//! Checks across the files of a catalogue: references resolve, texts are complete, levels cover.

use crate::papers::PapersDraft;
use crate::problem::{CatalogueProblems, ProblemKind};
use crate::reading::{EditionParts, Placed};
use crate::{
    Circumstance, ClauseDocument, Condition, ControlItem, Derivation, Group, Link, LinkEnd, Measure,
    Requirement, StandardAnswers, Threat,
};
use std::collections::BTreeSet;

/// What was read, before it is known to be whole.
pub(crate) struct Draft {
    pub(crate) groups: Vec<Placed<Group>>,
    pub(crate) measures: Vec<Placed<Measure>>,
    pub(crate) items: Vec<Placed<ControlItem>>,
    pub(crate) standard_answers: Vec<StandardAnswers>,
    pub(crate) requirements: Vec<Placed<Requirement>>,
    pub(crate) links: Vec<Placed<Link>>,
    pub(crate) threats: Vec<Placed<Threat>>,
    pub(crate) conditions: Vec<Placed<Condition>>,
    pub(crate) derivation: Derivation,
}

/// The identifiers of one kind.
struct Known<'a>(BTreeSet<&'a str>);

impl<'a> Known<'a> {
    fn of<T>(list: &'a [Placed<T>], id: impl Fn(&'a T) -> &'a str) -> Self {
        Known(list.iter().map(|placed| id(&placed.entry)).collect())
    }

    /// Reports an identifier that is not among them.
    fn expect<T>(&self, id: &str, field: &str, at: &Placed<T>, problems: &mut CatalogueProblems) {
        if !self.0.contains(id) {
            let kind = ProblemKind::Dangling {
                field: field.to_owned(),
                id: id.to_owned(),
            };
            problems.add(&at.file, Some(at.line), kind);
        }
    }
}

/// Checks everything that one row alone cannot tell.
pub(crate) fn check(
    parts: &EditionParts,
    draft: &Draft,
    papers: &PapersDraft,
    problems: &mut CatalogueProblems,
) {
    check_order(parts, draft, problems);
    check_items(draft, problems);
    check_requirements(parts, draft, problems);
    check_levels(parts, problems);
    check_chapter_six(draft, papers, problems);
    check_papers(draft, papers, problems);
    check_clauses(draft, papers, problems);
    let items = Known::of(&draft.items, |item| item.id.as_str());
    for hash in &papers.official {
        items.expect(hash.entry.0.as_str(), "id", hash, problems);
    }
}

/// Information items, disclosure and SLA name parts, clauses, annexes and measures that exist.
fn check_papers(draft: &Draft, papers: &PapersDraft, problems: &mut CatalogueProblems) {
    let parts_known = Known::of(&papers.regulation_parts, |part| part.id.as_str());
    for item in &papers.information_items {
        if let Some(part) = &item.entry.regulation_part {
            parts_known.expect(part.as_str(), "regulation_part", item, problems);
        }
    }
    let told = Known::of(&papers.information_items, |item| item.id.as_str());
    for item in &papers.disclosure {
        told.expect(item.entry.id.as_str(), "id", item, problems);
        if let Some(part) = &item.entry.regulation_part {
            parts_known.expect(part.as_str(), "regulation_part", item, problems);
        }
    }
    let clauses = Known::of(&papers.sla.clauses, |clause| clause.id.as_str());
    let annexes = Known::of(&papers.sla.annexes, |annex| annex.id.as_str());
    let measures = Known::of(&draft.measures, |measure| measure.id.as_str());
    for clause in &papers.sla.clauses {
        if !papers
            .sla
            .chapters
            .iter()
            .any(|chapter| chapter.entry.number == clause.entry.chapter)
        {
            let kind = ProblemKind::Dangling {
                field: "chapter".to_owned(),
                id: clause.entry.chapter.to_string(),
            };
            problems.add(&clause.file, Some(clause.line), kind);
        }
        for id in &clause.entry.depends_on {
            clauses.expect(id.as_str(), "depends_on", clause, problems);
        }
        for id in &clause.entry.annexes {
            annexes.expect(id.as_str(), "annexes", clause, problems);
        }
        for id in &clause.entry.disclosure_items {
            told.expect(id.as_str(), "disclosure_items", clause, problems);
        }
    }
    for annex in &papers.sla.annexes {
        clauses.expect(annex.entry.named_by.as_str(), "named_by", annex, problems);
        for id in &annex.entry.measures {
            measures.expect(id.as_str(), "measures", annex, problems);
        }
    }
}

/// Clauses name a part of their document and a condition that exist.
fn check_clauses(draft: &Draft, papers: &PapersDraft, problems: &mut CatalogueProblems) {
    let conditions = Known::of(&draft.conditions, |condition| condition.id.as_str());
    for clause in &papers.clauses.texts {
        let document = clause.entry.document;
        let added = papers
            .clauses
            .parts
            .iter()
            .filter(|part| part.entry.document == document);
        let mut parts = parts_of(document, draft, papers);
        parts.extend(added.map(|part| part.entry.id.clone()));
        if !clause.entry.part.is_empty() {
            let known = Known(parts.iter().map(String::as_str).collect());
            known.expect(&clause.entry.part, "part", clause, problems);
        }
        let entry = &clause.entry;
        for (field, circumstance) in [("condition", &entry.condition), ("unless", &entry.unless)] {
            if let Some(Circumstance::Condition(id)) = circumstance {
                conditions.expect(id.as_str(), field, clause, problems);
            }
        }
    }
}

/// The parts that the catalogue gives a document made from clauses.
fn parts_of(document: ClauseDocument, draft: &Draft, papers: &PapersDraft) -> Vec<String> {
    fn ids<'a, T: 'a, I: ToString + 'a>(
        list: &'a [Placed<T>],
        id: impl Fn(&'a T) -> &'a I + 'a,
    ) -> impl Iterator<Item = String> {
        list.iter().map(move |placed| id(&placed.entry).to_string())
    }
    match document {
        ClauseDocument::Regulation => {
            let parts = ids(&papers.regulation_parts, |part| &part.id);
            let contents = papers
                .regulation_parts
                .iter()
                .flat_map(|part| &part.entry.contents);
            parts
                .chain(contents.map(|content| content.id.to_string()))
                .collect()
        }
        ClauseDocument::Requests => {
            let items = ids(&draft.items, |item| &item.id);
            items.chain(ids(&draft.measures, |measure| &measure.id)).collect()
        }
        ClauseDocument::Sla => {
            let clauses = ids(&papers.sla.clauses, |clause| &clause.id);
            let annexes = ids(&papers.sla.annexes, |annex| &annex.id);
            let chapters = ids(&papers.sla.chapters, |chapter| &chapter.number);
            clauses.chain(annexes).chain(chapters).collect()
        }
        ClauseDocument::Disclosure => ids(&papers.information_items, |item| &item.id).collect(),
        ClauseDocument::Legal => {
            let whole = ids(&papers.chapter_six, |requirement| &requirement.id);
            let points = papers.chapter_six.iter().flat_map(|one| &one.entry.points);
            whole.chain(points.map(|point| point.id.to_string())).collect()
        }
    }
}

/// Groups name a viewpoint, measures a group.
fn check_order(parts: &EditionParts, draft: &Draft, problems: &mut CatalogueProblems) {
    let viewpoints = Known::of(&parts.viewpoints, |viewpoint| viewpoint.id.as_str());
    for group in &draft.groups {
        viewpoints.expect(group.entry.viewpoint.as_str(), "viewpoint", group, problems);
    }
    let groups = Known::of(&draft.groups, |group| group.id.as_str());
    for measure in &draft.measures {
        groups.expect(measure.entry.group.as_str(), "group", measure, problems);
    }
}

/// Items name a measure, threats, a condition; every condition is used by an item.
fn check_items(draft: &Draft, problems: &mut CatalogueProblems) {
    let measures = Known::of(&draft.measures, |measure| measure.id.as_str());
    let threats = Known::of(&draft.threats, |threat| threat.id.as_str());
    let conditions = Known::of(&draft.conditions, |condition| condition.id.as_str());
    let items = Known::of(&draft.items, |item| item.id.as_str());
    let mut used = BTreeSet::new();
    for placed in &draft.items {
        let item = &placed.entry;
        measures.expect(item.measure.as_str(), "measure", placed, problems);
        for threat in &item.threats {
            threats.expect(threat.as_str(), "threats", placed, problems);
        }
        if let Some(condition) = &item.condition {
            conditions.expect(condition.as_str(), "condition", placed, problems);
            used.insert(condition.as_str());
        }
        if let Some(original) = &item.duplicate_of {
            items.expect(original.as_str(), "duplicate_of", placed, problems);
        }
        let contradiction = |field: &str, with: &str| ProblemKind::Contradiction {
            field: field.to_owned(),
            with: with.to_owned(),
        };
        if item.class_hint.is_some() && item.class != crate::ItemClass::Lost {
            problems.add(
                &placed.file,
                Some(placed.line),
                contradiction("class_hint", "class"),
            );
        }
        if !item.id.as_str().ends_with(&item.number) {
            problems.add(&placed.file, Some(placed.line), contradiction("number", "id"));
        }
    }
    for condition in &draft.conditions {
        let id = condition.entry.id.as_str();
        if !used.contains(id) {
            let kind = ProblemKind::Unused { id: id.to_owned() };
            problems.add(&condition.file, Some(condition.line), kind);
        }
    }
}

/// Requirements name a known document and edition; links join what exists.
fn check_requirements(parts: &EditionParts, draft: &Draft, problems: &mut CatalogueProblems) {
    for requirement in &draft.requirements {
        let known = parts.refers_to.iter().any(|name| {
            name.entry.document == requirement.entry.document
                && name.entry.edition == requirement.entry.edition
        });
        if !known {
            let id = format!("{} {}", requirement.entry.document, requirement.entry.edition);
            let kind = ProblemKind::Dangling {
                field: "document".to_owned(),
                id,
            };
            problems.add(&requirement.file, Some(requirement.line), kind);
        }
    }
    let items = Known::of(&draft.items, |item| item.id.as_str());
    let requirements = Known::of(&draft.requirements, |requirement| requirement.id.as_str());
    for link in &draft.links {
        if let LinkEnd::Item(item) = &link.entry.from {
            items.expect(item.as_str(), "from", link, problems);
        }
        requirements.expect(link.entry.requirement.as_str(), "requirement", link, problems);
    }
}

/// Points of chapter 6 name requirements, items and measures that exist.
fn check_chapter_six(draft: &Draft, papers: &PapersDraft, problems: &mut CatalogueProblems) {
    let requirements = Known::of(&draft.requirements, |requirement| requirement.id.as_str());
    let items = Known::of(&draft.items, |item| item.id.as_str());
    let measures = Known::of(&draft.measures, |measure| measure.id.as_str());
    for placed in &papers.chapter_six {
        for point in &placed.entry.points {
            for id in &point.requirements {
                requirements.expect(id.as_str(), "requirements", placed, problems);
            }
            for id in &point.items {
                items.expect(id.as_str(), "items", placed, problems);
            }
            for id in &point.measures {
                measures.expect(id.as_str(), "measures", placed, problems);
            }
        }
    }
}

/// Every product of impact and likelihood lies in exactly one level.
fn check_levels(parts: &EditionParts, problems: &mut CatalogueProblems) {
    if problems.0.iter().any(|problem| problem.file == "edition.toml") {
        // A level or step that could not be read leaves gaps that are no fault of their own.
        return;
    }
    let mut seen = BTreeSet::new();
    for impact in &parts.impact {
        for likelihood in &parts.likelihood {
            let product = impact.entry.value.saturating_mul(likelihood.entry.value);
            let holds =
                |level: &&Placed<crate::Level>| (level.entry.from..=level.entry.to).contains(&product);
            let levels = parts.levels.iter().filter(holds).count();
            if levels != 1 && seen.insert(product) {
                problems.add("edition.toml", None, ProblemKind::LevelGap { product, levels });
            }
        }
    }
}
