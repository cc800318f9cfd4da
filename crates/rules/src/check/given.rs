//! The answers people gave: the provider's rows, each once, whichever items they cover.

use super::Whole;
use mamori_domain::{Answer, Scope};

/// The rows of the organisation and of every service. An institution's rows are not among them: their
/// status never counts.
pub(super) fn given<'a>(whole: &Whole<'a>) -> impl Iterator<Item = (Scope, &'a Answer)> {
    let workspace = whole.workspace;
    let organisation = workspace
        .organisation
        .answers
        .iter()
        .map(|row| (Scope::Organisation, row));
    let services = workspace.services.iter().flat_map(|(id, service)| {
        let scope = Scope::Service(id.as_str().into());
        service.answers.iter().map(move |row| (scope.clone(), row))
    });
    organisation.chain(services)
}
