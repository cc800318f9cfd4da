//! The terms in force towards the institution of a paper, as the check sees them.

use crate::Paper;
use mamori_catalogue::SlaClause;
use mamori_domain::{ClauseUse, Scope, SlaClause as Row};
use mamori_rules::check::sla::Terms;

/// What was decided on a clause.
#[derive(Clone, Copy)]
pub(super) enum Decided<'a> {
    /// A row of the institution or the service.
    Row(&'a Row),
    /// Nobody decided.
    Open,
}

impl Decided<'_> {
    /// Whether the clause is not part of the agreement.
    pub(super) fn is_left_out(&self) -> bool {
        matches!(self, Decided::Row(row) if row.usage == ClauseUse::LeftOut)
    }
}

/// The terms: an institution's over the service's.
pub(super) fn terms<'a>(paper: &Paper<'a>) -> Terms<'a> {
    let scope = paper.institution.map(|id| Scope::Institution(id.as_str().into()));
    Terms::of(&paper.subject, scope.zip(paper.institution()))
}

/// The decision on a clause.
pub(super) fn of<'a>(paper: &Paper<'a>, clause: &SlaClause) -> Decided<'a> {
    terms(paper)
        .on(clause)
        .map_or(Decided::Open, |(_, row)| Decided::Row(row))
}
