//! `mamori rename`: a new id, all references with it, and the old one retired.

use crate::cli::{Cli, Rename};
use crate::outcome::{Outcome, refused};
use mamori_domain::{Institution, Language, Organisation, Scope, Service, Workspace};
use mamori_formats::rename::rename;
use mamori_formats::workspace_file;

pub fn run(cli: &Cli, arguments: &Rename) -> Result<Outcome, Outcome> {
    let loaded = workspace_file::load(&arguments.workspace).map_err(Outcome::Unreadable)?;
    let scope = scope(&loaded.workspace, arguments)?;
    let Rename {
        workspace,
        kind,
        old,
        new,
        ..
    } = arguments;
    let renamed = rename(&loaded.raw, kind, old, new, scope.as_ref())
        .map_err(|problem| Outcome::Undone(vec![problem]))?;
    workspace_file::store(&renamed, workspace, cli.lang).map_err(Outcome::Undone)?;
    Ok(Outcome::Done(match cli.lang {
        Language::Japanese => format!("{kind}「{old}」を「{new}」に改めました\n"),
        Language::English => format!("Renamed {kind} \"{old}\" to \"{new}\"\n"),
    }))
}

/// The service whose thing is meant: named, or the only one there is.
fn scope(workspace: &Workspace, arguments: &Rename) -> Result<Option<Scope>, Outcome> {
    if let Some(id) = &arguments.service {
        if !workspace
            .services
            .iter()
            .any(|(service, _)| service.as_str() == id)
        {
            return Err(refused(
                format!("サービス「{id}」がありません"),
                format!("There is no service \"{id}\""),
            ));
        }
        return Ok(Some(Scope::Service(id.as_str().into())));
    }
    let of_service = Service::KINDS.iter().any(|kind| kind.name == arguments.kind);
    let elsewhere = Organisation::KINDS
        .iter()
        .chain(Institution::KINDS)
        .any(|kind| kind.name == arguments.kind);
    match &workspace.services[..] {
        _ if !of_service || elsewhere => Ok(None),
        [(only, _)] => Ok(Some(Scope::Service(only.as_str().into()))),
        _ => Ok(None),
    }
}
