//! Derivation on whole workspaces: the guideline's worked example, decisions, properties, the example
//! that ships.

mod conditions;
mod decisions;
mod growth;
mod guideline_example;
mod judgement;
mod shipped_example;

use mamori_catalogue::Catalogue;
use mamori_domain::{Date, Service, Workspace};
use mamori_rules::Subject;
use mamori_rules::conditions::conditions;
use mamori_rules::derive::{Derived, derive};
use std::path::Path;
use std::sync::OnceLock;

/// The embedded catalogue, read once.
fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::embedded("2020-08").expect("the shipped catalogue is sound"))
}

/// A workspace in a folder beside this crate.
fn workspace(folder: &str) -> Workspace {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    match mamori_formats::workspace_file::load(&folder) {
        Ok(loaded) => loaded.workspace,
        Err(problems) => panic!("{folder:?} cannot be read: {problems:#?}"),
    }
}

/// A workspace with the configuration of GL 5.2.1.
fn guideline_example() -> Workspace {
    workspace("tests/derivation/guideline-example")
}

/// What follows from a workspace's first service.
fn derived(workspace: &Workspace) -> Derived {
    let subject = subject(workspace);
    derive(&subject, &conditions(&subject))
}

/// A workspace's first service on the day the workspace names.
fn subject(workspace: &Workspace) -> Subject<'_> {
    let as_of = workspace.settings.as_of.unwrap_or(Date::constant(2026, 4, 1));
    Subject::all(workspace, catalogue(), as_of).remove(0)
}

/// The first service, to change it.
fn service(workspace: &mut Workspace) -> &mut Service {
    &mut workspace.services[0].1
}

/// The place of a flow by id.
fn flow_at(derived: &Derived, id: &str) -> usize {
    derived
        .flows
        .iter()
        .position(|flow| &*flow.id == id)
        .unwrap_or_else(|| panic!("no flow {id}"))
}

/// The threats that apply to a flow.
fn threats(derived: &Derived, flow: usize) -> Vec<&str> {
    let cells = derived
        .grid
        .iter()
        .filter(|cell| cell.flow == flow && cell.applies);
    cells.map(|cell| cell.threat.as_str()).collect()
}
