//! The ground for rule tests: the shipped example, in which every rule of error severity is silent,
//! and a fault planted into it.

use super::{Rule, Whole, check_with};
use crate::assessment::Assessment;
use crate::{Subject, check::Diagnostic};
use mamori_catalogue::Catalogue;
use mamori_domain::{
    Connection, Date, Equipment, FieldValue, Id, Institution, Maintenance, MaintenanceMatter, Moment, Prose,
    RecordKind, RecordStep, Service, Side, StepKind, Text, Treatment, Workspace,
};
use std::path::Path;
use std::sync::OnceLock;

/// A workspace in which one rule looks for faults.
pub(crate) struct Case {
    /// The workspace, to plant faults into.
    pub(crate) workspace: Workspace,
    /// The day of the check.
    pub(crate) as_of: Date,
    /// The revision every service is said to have.
    pub(crate) revision: String,
    rule: &'static Rule,
    last: Vec<Diagnostic>,
}

impl Case {
    /// The example, in which the rule finds nothing: asserted here, so that every planted fault
    /// stands beside a silence.
    pub(crate) fn clean(rule: &'static Rule) -> Self {
        let mut case = Case::example(rule);
        assert_eq!(case.found(), [], "{} is not silent on the example", rule.code);
        case
    }

    /// The example, whatever the rule finds in it.
    pub(crate) fn example(rule: &'static Rule) -> Self {
        let workspace = example().clone();
        let as_of = workspace.settings.as_of.expect("the example pins its day");
        Case {
            workspace,
            as_of,
            revision: "0".repeat(64),
            rule,
            last: Vec::new(),
        }
    }

    /// The example's one service.
    pub(crate) fn service(&mut self) -> &mut Service {
        &mut self.workspace.services[0].1
    }

    /// The example's first institution.
    pub(crate) fn institution(&mut self) -> &mut Institution {
        &mut self.workspace.institutions[0].1
    }

    /// A piece of equipment of the example.
    pub(crate) fn equipment(&mut self, id: &str) -> &mut Equipment {
        let mut rows = self.service().equipment.iter_mut();
        rows.find(|row| row.id.as_str() == id)
            .expect("the example has it")
    }

    /// A connection of the example.
    pub(crate) fn connection(&mut self, id: &str) -> &mut Connection {
        let mut rows = self.service().connections.iter_mut();
        rows.find(|row| row.id.as_str() == id)
            .expect("the example has it")
    }

    /// A treatment of the example.
    pub(crate) fn treatment(&mut self, id: &str) -> &mut Treatment {
        let mut rows = self.service().treatments.iter_mut();
        rows.find(|row| row.id.as_str() == id)
            .expect("the example has it")
    }

    /// What the rule finds now: severity, kind and id of each finding.
    pub(crate) fn found(&mut self) -> Vec<(&str, &str, &str)> {
        self.found_after(|_| {})
    }

    /// The Japanese messages of the last findings, a line each.
    pub(crate) fn told(&self) -> String {
        self.last
            .iter()
            .map(|found| found.message.ja.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// What the rule finds after a change to what follows from the workspace: for faults that no
    /// workspace can show as long as derivation does its work.
    pub(crate) fn found_after(&mut self, change: impl Fn(&mut Assessment<'_>)) -> Vec<(&str, &str, &str)> {
        let whole = Whole {
            workspace: &self.workspace,
            catalogue: catalogue(),
            as_of: self.as_of,
        };
        let subjects = Subject::all(&self.workspace, catalogue(), self.as_of);
        let assess = |subject| {
            let mut assessment = Assessment::of(subject, self.revision.clone());
            change(&mut assessment);
            assessment
        };
        let assessments: Vec<_> = subjects.into_iter().map(assess).collect();
        self.last = check_with(&[self.rule], &whole, &assessments);
        let told = |found: &Diagnostic| !found.message.ja.is_empty() && !found.message.en.is_empty();
        assert!(
            self.last.iter().all(told),
            "{} leaves a message empty",
            self.rule.code
        );
        self.last
            .iter()
            .map(|found| {
                (
                    found.severity.code(),
                    found.about.kind.as_str(),
                    found.about.id.as_str(),
                )
            })
            .collect()
    }
}

/// The embedded catalogue of the complete edition, read once.
pub(crate) fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::embedded("2020-08").expect("the shipped catalogue is sound"))
}

fn example() -> &'static Workspace {
    static EXAMPLE: OnceLock<Workspace> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/clinic-emr");
        match mamori_formats::workspace_file::load(&folder) {
            Ok(loaded) => loaded.workspace,
            Err(problems) => panic!("the example cannot be read: {problems:#?}"),
        }
    })
}

/// A record of maintenance of the example's service without anything beyond its matter and reason.
pub(crate) fn maintenance(id: &str, matter: MaintenanceMatter) -> Maintenance {
    Maintenance {
        id: Id::parse(id).expect("an id"),
        service: Id::parse("emr").expect("an id"),
        matter,
        title: Text::read("作業").expect("text"),
        reason: Some(Prose::read("必要のため").expect("prose")),
        scope: None,
        start: None,
        end: None,
        restore_hours: None,
        information: Vec::new(),
        supplier: None,
        maker_urgent: None,
        maker_important: None,
        blanket_entry: None,
        changes_functions: None,
        approval_hindered: None,
        urgency: None,
    }
}

/// A step of such a record, with everything a step may have to say but evidence.
pub(crate) fn step(record: &str, step: StepKind, at: &str, by: Side) -> RecordStep {
    RecordStep {
        id: Id::parse(&format!("{record}-{}", step.code().replace('_', "-"))).expect("an id"),
        kind: RecordKind::Maintenance,
        record: Text::read(record).expect("text"),
        step,
        at: Moment::read(at).expect("a moment"),
        by,
        name: Some(Text::read("担当").expect("text")),
        text: Some(Prose::read("電話").expect("prose")),
        evidence: None,
    }
}

/// A day as a moment.
pub(crate) fn day(text: &str) -> Moment {
    Moment::read(text).expect("a day")
}
