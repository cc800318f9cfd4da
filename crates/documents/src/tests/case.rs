//! What a paper is made from in the tests, and ways to read a document's texts.

use super::model::{derived, describe, diagnostic};
use crate::{Paper, kind};
use mamori_catalogue::Catalogue;
use mamori_catalogue::official::Overlay;
use mamori_domain::build::Kind as ModelKind;
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{Id, Institution, Service, Workspace};
use mamori_rules::Subject;
use mamori_rules::answers::{Effective, effective};
use mamori_rules::check::{Diagnostic, Severity};
use mamori_rules::derive::{ConditionState, Derived};
use mamori_tree::{Block, Document, Language, Shape};
use std::collections::BTreeMap;
use std::sync::OnceLock;

pub(super) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::embedded("2020-08").unwrap())
}

/// A thing of the model from its values.
pub(super) fn row<K: ModelKind>(values: &[(&str, &str)]) -> K {
    let cell = |(name, text): &(&str, &str)| RawCell {
        name: (*name).into(),
        text: (*text).to_owned(),
        place: Place::Made,
    };
    let raw = RawRow {
        place: Place::Made,
        cells: values.iter().map(cell).collect(),
    };
    let mut problems = Vec::new();
    K::read(&raw, &mut problems).unwrap_or_else(|| panic!("{problems:?}"))
}

/// What a paper is made from, to be changed by a test.
pub(crate) struct Case {
    pub(super) workspace: Workspace,
    pub(super) derived: Derived,
    pub(super) conditions: Vec<ConditionState>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) overlay: Option<Overlay>,
    pub(super) institution: bool,
    pub(super) notes: bool,
}

impl Case {
    /// A workspace in which nothing is written down.
    pub(crate) fn empty() -> Self {
        Case {
            workspace: Workspace {
                services: vec![(Id::parse("emr").unwrap(), Service::default())],
                ..Workspace::default()
            },
            derived: Derived::default(),
            conditions: Vec::new(),
            diagnostics: Vec::new(),
            overlay: None,
            institution: false,
            notes: false,
        }
    }

    /// A small service with awkward shapes: flows with no, one and several risks, a risk of no flow,
    /// excluded and stated things, treatments with and without measures.
    pub(super) fn rich() -> Self {
        let mut case = Case::empty();
        case.workspace.organisation.profile = row(&[("name", "Example Care {0} <b>")]);
        case.workspace.settings = row(&[("confidentiality", "Internal")]);
        case.workspace.organisation.officers = vec![row(&[
            ("id", "boss"),
            ("role", "final_responsible"),
            ("name", "Ms Final"),
        ])];
        case.workspace.organisation.evidence = vec![row(&[("id", "log"), ("title", "Inspection record")])];
        let institution = Institution {
            profile: row(&[("name", "Blue Clinic"), ("services", "emr")]),
            ..Institution::default()
        };
        case.workspace.institutions = vec![(Id::parse("blue").unwrap(), institution)];
        describe(case.service());
        case.derived = derived();
        case.diagnostics = vec![
            diagnostic("site-without-country", Severity::Error, "GL 6.1", "one"),
            diagnostic("site-without-country", Severity::Error, "GL 6.1", "two"),
            diagnostic("control-unanswered", Severity::Error, "GL 5.1.5 (1)", "three"),
            diagnostic("review-stale", Severity::Warning, "別紙2 1.10", "four"),
            diagnostic("certificate-expiring-soon", Severity::Note, "GL 4.4", "five"),
        ];
        case
    }

    pub(super) fn service(&mut self) -> &mut Service {
        &mut self.workspace.services[0].1
    }

    /// Builds a document in a language.
    pub(super) fn document(&self, id: &str, language: Language) -> Document {
        self.with_paper(language, kind(id).unwrap().build)
    }

    /// What is made of the paper in a language.
    pub(crate) fn with_paper<T>(&self, language: Language, make: impl FnOnce(&Paper<'_>) -> T) -> T {
        let (service_id, service) = &self.workspace.services[0];
        let as_of = "2026-10-01".parse().unwrap();
        let subject = Subject {
            workspace: &self.workspace,
            id: service_id,
            service,
            catalogue: catalogue(),
            as_of,
        };
        let towards = self
            .workspace
            .institutions
            .first()
            .filter(|_| self.institution)
            .map(|(id, _)| id);
        let answers: BTreeMap<_, Effective> = effective(&subject, &self.conditions, towards);
        let paper = Paper {
            subject,
            derived: &self.derived,
            conditions: &self.conditions,
            answers: &answers,
            diagnostics: &self.diagnostics,
            places: &[],
            language,
            revision: "0123456789abcdef0123",
            overlay: self.overlay.as_ref(),
            institution: towards,
            notes: self.notes,
        };
        make(&paper)
    }

    pub(super) fn text(&self, id: &str, language: Language) -> String {
        texts(&self.document(id, language)).join("\n")
    }
}

/// Every text of a document that is not from its tables' structure.
pub(super) fn texts(document: &Document) -> Vec<String> {
    let mut all = vec![document.title.clone(), document.purpose.clone()];
    all.extend(
        document
            .facts
            .iter()
            .flat_map(|(label, value)| [label.clone(), value.clone()]),
    );
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note(text) => {
                all.push(text.clone())
            }
            Block::List(items) => all.extend(items.iter().cloned()),
            Block::Drawing(drawing) => {
                all.extend([drawing.name.clone(), drawing.summary.clone()]);
                all.extend(drawing.shapes.iter().filter_map(|shape| match shape {
                    Shape::Label { text, .. } => Some(text.clone()),
                    _ => None,
                }));
            }
            Block::Table(table) => {
                all.push(table.name.clone());
                let rows = table.head.iter().chain(&table.rows);
                all.extend(rows.flat_map(|row| row.cells.iter().map(|cell| cell.text.clone())));
            }
        }
    }
    all
}

/// The texts of a table row by row, spanned cells in their first row only.
pub(super) fn table_texts(document: &Document, name: &str) -> Vec<Vec<String>> {
    let table = document
        .tables()
        .find(|table| table.name == name)
        .unwrap_or_else(|| panic!("no table {name}"));
    table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect())
        .collect()
}

pub(super) fn all_cases() -> Vec<Case> {
    let mut adopted = Case::rich();
    adopted.service().profile = row(&[("standard_answers", "platform-iaas-tenant")]);
    adopted.institution = true;
    let mut laid_over = Case::rich();
    let id = catalogue().items().as_slice()[0].id.clone();
    laid_over.overlay = Some(
        Overlay::read(
            catalogue(),
            "overlay.csv",
            &format!("id,wording,status\n{id},own copy,other\n"),
        )
        .unwrap(),
    );
    let mut clean = Case::rich();
    clean.diagnostics.clear();
    vec![Case::empty(), Case::rich(), adopted, laid_over, clean]
}
