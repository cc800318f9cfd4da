//! `edition.toml`: the edition, its viewpoints, levels, scales and forms of provision.

use super::record::{Placed, Record};
use super::{Reading, entries};
use crate::problem::CatalogueProblems;
use crate::{Bilingual, DocumentName, Edition, Form, Layer, Level, Step, TreatmentNeed, Viewpoint};

/// What `edition.toml` holds.
pub(crate) struct EditionParts {
    pub(crate) edition: Edition,
    pub(crate) refers_to: Vec<Placed<DocumentName>>,
    pub(crate) viewpoints: Vec<Placed<Viewpoint>>,
    pub(crate) levels: Vec<Placed<Level>>,
    pub(crate) impact: Vec<Placed<Step>>,
    pub(crate) likelihood: Vec<Placed<Step>>,
    pub(crate) layers: Vec<Placed<Layer>>,
    pub(crate) forms: Vec<Placed<Form>>,
}

impl Reading<'_> {
    /// Reads `edition.toml`; nothing if the file is absent or unreadable.
    pub(crate) fn edition(&mut self) -> Option<EditionParts> {
        let mut record = self.document("edition.toml")?;
        let problems = &mut self.problems;
        let refers_to = entries(record.list("refers_to"), problems, |record, problems| {
            let name = document_name(record, problems);
            Some((format!("{} {}", name.document, name.edition), name))
        });
        let viewpoints = entries(record.list("viewpoint"), problems, |record, problems| {
            let id = record.id::<crate::ViewpointId>("id", problems)?;
            Some((
                id.to_string(),
                Viewpoint {
                    title: record.bilingual("title", problems),
                    id,
                },
            ))
        });
        let levels = entries(record.list("level"), problems, level);
        let impact = entries(record.list("impact"), problems, step);
        let likelihood = entries(record.list("likelihood"), problems, step);
        let layers = entries(record.list("layer"), problems, |record, problems| {
            let id = record.id::<crate::LayerId>("id", problems)?;
            let (title, explanation) = titled(record, problems);
            Some((
                id.to_string(),
                Layer {
                    id,
                    title,
                    explanation,
                },
            ))
        });
        let forms = entries(record.list("form"), problems, |record, problems| {
            let id = record.id::<crate::FormId>("id", problems)?;
            let (title, explanation) = titled(record, problems);
            Some((
                id.to_string(),
                Form {
                    id,
                    title,
                    explanation,
                },
            ))
        });
        let edition = Edition {
            name: document_name(&mut record, problems),
            part: record.text("part", problems),
            issued: record.text("issued", problems),
            complete: record.yes("complete", problems),
            refers_to: refers_to.iter().map(|placed| placed.entry.clone()).collect(),
        };
        record.finish(problems);
        Some(EditionParts {
            edition,
            refers_to,
            viewpoints,
            levels,
            impact,
            likelihood,
            layers,
            forms,
        })
    }
}

fn document_name(record: &mut Record, problems: &mut CatalogueProblems) -> DocumentName {
    DocumentName {
        document: record.text("document", problems),
        edition: record.text("edition", problems),
        title: record.bilingual("title", problems),
        short: record.bilingual("short", problems),
    }
}

/// The fields `title` and `explanation` in both languages.
pub(super) fn titled(record: &mut Record, problems: &mut CatalogueProblems) -> (Bilingual, Bilingual) {
    (
        record.bilingual("title", problems),
        record.bilingual("explanation", problems),
    )
}

fn level(record: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, Level)> {
    let id = record.id::<crate::LevelId>("id", problems)?;
    let treatment = record.word("treatment", &TreatmentNeed::ALL, TreatmentNeed::code, problems);
    let level = Level {
        from: record.figure("from", problems),
        to: record.figure("to", problems),
        treatment: treatment?,
        evaluation: record.bilingual("evaluation", problems),
        id,
    };
    Some((level.id.to_string(), level))
}

fn step(record: &mut Record, problems: &mut CatalogueProblems) -> Option<(String, Step)> {
    let value = record.figure("value", problems);
    let label = record.bilingual("label", problems);
    let explanation = record.bilingual("explanation", problems);
    Some((
        value.to_string(),
        Step {
            value,
            label,
            explanation,
        },
    ))
}
