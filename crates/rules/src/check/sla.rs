//! The rows on clauses of the SLA, and what a row is about in a message (GL 別紙1 II).

use super::Whole;
use mamori_catalogue::Sla;
use mamori_domain::{ClauseRef, Scope, SlaClause};

/// The rows of every service and of every institution's own terms.
pub(super) fn clause_rows<'a>(whole: &Whole<'a>) -> impl Iterator<Item = (Scope, &'a SlaClause)> {
    let workspace = whole.workspace;
    let services = workspace.services.iter().flat_map(|(id, service)| {
        let scope = Scope::Service(id.as_str().into());
        service.clauses.iter().map(move |row| (scope.clone(), row))
    });
    let institutions = workspace.institutions.iter().flat_map(|(id, institution)| {
        let scope = Scope::Institution(id.as_str().into());
        institution.clauses.iter().map(move |row| (scope.clone(), row))
    });
    services.chain(institutions)
}

/// What a row is about, in both languages: a clause by number and title, a chapter by its own, and what
/// the catalogue does not hold by its id.
pub(super) fn clause_name(sla: &Sla, about: &ClauseRef) -> (String, String) {
    if let Some(clause) = sla.clauses.get(about.as_str()) {
        let (number, title) = (&clause.number, &clause.title);
        return (
            format!("{number}「{}」", title.ja),
            format!("{number} \"{}\"", title.en),
        );
    }
    let chapter = sla
        .chapters
        .iter()
        .find(|chapter| chapter.number.to_string() == about.as_str());
    match chapter.map(|chapter| (chapter.number, &chapter.title)) {
        Some((number, title)) => (
            format!("第{number}章「{}」", title.ja),
            format!("chapter {number} \"{}\"", title.en),
        ),
        None => (format!("「{about}」"), format!("\"{about}\"")),
    }
}
