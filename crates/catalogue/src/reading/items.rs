//! The tables of 別紙2: groups, measures, items, requirements and links; threats and conditions.

use super::edition::titled;
use super::record::{Placed, Record};
use super::{Reading, entries};
use crate::problem::CatalogueProblems;
use crate::{
    Certainty, Condition, ConditionSource, ControlItem, Duties, Facet, Group, GroupId, ItemClass, Link,
    LinkEnd, Measure, MeasureId, Paper, PaperCertainty, PaperKind, Phase, Requirement, Threat,
};

const ITEM_COLUMNS: [&str; 23] = [
    "id",
    "measure",
    "number",
    "class",
    "class_hint",
    "duplicate_of",
    "agree",
    "regulation",
    "submit",
    "record",
    "periodic",
    "train",
    "subcontractor",
    "paper",
    "paper_certainty",
    "condition",
    "phases",
    "threats",
    "applies_to",
    "duty_ja",
    "duty_en",
    "institution_ja",
    "institution_en",
];

const REQUIREMENT_COLUMNS: [&str; 9] = [
    "id",
    "document",
    "edition",
    "part",
    "chapter",
    "section_title",
    "class",
    "qualifier",
    "number",
];

const TITLED_COLUMNS: [&str; 5] = ["id", "title_ja", "title_en", "explanation_ja", "explanation_en"];

impl Reading<'_> {
    /// Reads `groups.csv`.
    pub(crate) fn groups(&mut self) -> Vec<Placed<Group>> {
        let rows = self.table("groups.csv", &["id", "viewpoint", "title_ja", "title_en"]);
        entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<GroupId>("id", problems)?;
            let viewpoint = row.id("viewpoint", problems)?;
            let title = row.bilingual("title", problems);
            Some((id.to_string(), Group { id, viewpoint, title }))
        })
    }

    /// Reads `measures.csv`.
    pub(crate) fn measures(&mut self) -> Vec<Placed<Measure>> {
        let columns = [
            "id",
            "group",
            "title_ja",
            "title_en",
            "scenario_ja",
            "scenario_en",
        ];
        let rows = self.table("measures.csv", &columns);
        entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<MeasureId>("id", problems)?;
            let group = row.id("group", problems)?;
            let title = row.bilingual("title", problems);
            let scenario = row.bilingual("scenario", problems);
            Some((
                id.to_string(),
                Measure {
                    id,
                    group,
                    title,
                    scenario,
                },
            ))
        })
    }

    /// Reads `items.csv`. The group is filled in from the measure afterwards.
    pub(crate) fn items(&mut self, measures: &[Placed<Measure>]) -> Vec<Placed<ControlItem>> {
        let groups: std::collections::BTreeMap<&MeasureId, &GroupId> = measures
            .iter()
            .map(|placed| (&placed.entry.id, &placed.entry.group))
            .collect();
        let rows = self.table("items.csv", &ITEM_COLUMNS);
        entries(rows, &mut self.problems, |row, problems| {
            let (line, file) = (row.line, row.file.clone());
            let item = item(row, &groups, problems)?;
            if item.duties.regulation != item.paper.is_some() {
                let kind = crate::ProblemKind::Contradiction {
                    field: "paper".to_owned(),
                    with: "regulation".to_owned(),
                };
                problems.add(&file, Some(line), kind);
            }
            Some((item.id.to_string(), item))
        })
    }

    /// Reads `requirements.csv`.
    pub(crate) fn requirements(&mut self) -> Vec<Placed<Requirement>> {
        let rows = self.table("requirements.csv", &REQUIREMENT_COLUMNS);
        entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<crate::RequirementId>("id", problems)?;
            let requirement = Requirement {
                document: row.text("document", problems),
                edition: row.text("edition", problems),
                part: row.optional("part"),
                chapter: row.text("chapter", problems),
                section_title: row.text("section_title", problems),
                class: row.optional("class"),
                qualifier: row.optional("qualifier"),
                number: row.optional("number"),
                id,
            };
            Some((requirement.id.to_string(), requirement))
        })
    }

    /// Reads `links.csv`. A start that is a known measure is a measure, anything else an item.
    pub(crate) fn links(&mut self, measures: &[Placed<Measure>]) -> Vec<Placed<Link>> {
        let known: std::collections::BTreeSet<&str> =
            measures.iter().map(|placed| placed.entry.id.as_str()).collect();
        let rows = self.table("links.csv", &["from", "requirement", "certainty"]);
        entries(rows, &mut self.problems, |row, problems| {
            let from = row.id::<crate::ItemId>("from", problems)?;
            let requirement = row.id::<crate::RequirementId>("requirement", problems)?;
            let certainty = row.word("certainty", &Certainty::ALL, Certainty::code, problems)?;
            let key = format!("{from} → {requirement}");
            let from = match from.as_str().parse::<MeasureId>() {
                Ok(measure) if known.contains(measure.as_str()) => LinkEnd::Measure(measure),
                _ => LinkEnd::Item(from),
            };
            Some((
                key,
                Link {
                    from,
                    requirement,
                    certainty,
                },
            ))
        })
    }

    /// Reads `threats.csv`.
    pub(crate) fn threats(&mut self) -> Vec<Placed<Threat>> {
        let rows = self.table("threats.csv", &TITLED_COLUMNS);
        entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<crate::ThreatId>("id", problems)?;
            let (title, explanation) = titled(row, problems);
            Some((
                id.to_string(),
                Threat {
                    id,
                    title,
                    explanation,
                },
            ))
        })
    }

    /// Reads `conditions.csv`.
    pub(crate) fn conditions(&mut self) -> Vec<Placed<Condition>> {
        let mut columns = TITLED_COLUMNS.to_vec();
        columns.push("source");
        let rows = self.table("conditions.csv", &columns);
        entries(rows, &mut self.problems, |row, problems| {
            let id = row.id::<crate::ConditionId>("id", problems)?;
            let (title, explanation) = titled(row, problems);
            let source = row.word("source", &ConditionSource::ALL, ConditionSource::code, problems)?;
            Some((
                id.to_string(),
                Condition {
                    id,
                    title,
                    explanation,
                    source,
                },
            ))
        })
    }
}

fn item(
    row: &mut Record,
    groups: &std::collections::BTreeMap<&MeasureId, &GroupId>,
    problems: &mut CatalogueProblems,
) -> Option<ControlItem> {
    let id = row.id::<crate::ItemId>("id", problems);
    let measure = row.id::<MeasureId>("measure", problems);
    let class = row.word("class", &ItemClass::ALL, ItemClass::code, problems);
    let kind = row.word_optional("paper", &PaperKind::ALL, PaperKind::code, problems);
    let certainty = row.word_optional(
        "paper_certainty",
        &PaperCertainty::ALL,
        PaperCertainty::code,
        problems,
    );
    let number = row.text("number", problems);
    let class_hint = row.word_optional("class_hint", &ItemClass::ALL, ItemClass::code, problems);
    let duplicate_of = row.id_optional("duplicate_of", problems);
    let duties = duties(row, problems);
    let condition = row.id_optional("condition", problems);
    let phases = row.words("phases", &Phase::ALL, Phase::code, problems);
    let threats = row.ids("threats", problems);
    let applies_to = row.words("applies_to", &Facet::ALL, Facet::code, problems);
    let duty = row.bilingual("duty", problems);
    let institution = row.bilingual_optional("institution", problems);
    // A measure that does not exist is reported by the checks; the group is then only a stand-in.
    let measure = measure?;
    let group = match groups.get(&measure) {
        Some(group) => (*group).clone(),
        None => measure.as_str().parse().ok()?,
    };
    Some(ControlItem {
        id: id?,
        measure,
        group,
        number,
        class: class?,
        class_hint,
        duplicate_of,
        duties,
        paper: kind
            .zip(certainty)
            .map(|(kind, certainty)| Paper { kind, certainty }),
        condition,
        phases,
        threats,
        applies_to,
        duty,
        institution,
    })
}

fn duties(row: &mut Record, problems: &mut CatalogueProblems) -> Duties {
    Duties {
        agree: row.yes("agree", problems),
        regulation: row.yes("regulation", problems),
        submit: row.yes("submit", problems),
        record: row.yes("record", problems),
        periodic: row.yes("periodic", problems),
        train: row.yes("train", problems),
        subcontractor: row.yes("subcontractor", problems),
    }
}
