//! The SLA of a service as it is agreed: an institution's terms over the service's, the rows that
//! state them, and what a row is about in a message (GL 別紙1 II).

use super::contracts::{Party, parties};
use super::covering::{self, Covering};
use super::{About, Findings, Whole};
use crate::Subject;
use crate::agreed_terms::{AgreedTerms, Layer};
use mamori_catalogue::Sla;
use mamori_domain::{ClauseRef, ClauseUse, Institution, Said, Scope, SlaClause, SlaTerms, Words};

/// What a service's SLA says towards an institution, or in general. The check and the printed SLA both
/// look at the rows it chooses.
pub struct Terms<'a> {
    /// The levels, the most specific first.
    levels: Vec<(Scope, Covering<'a, SlaClause>)>,
    /// What the clauses leave to the parties.
    agreed: AgreedTerms,
}

/// The terms in force: those of every institution under contract that has terms of its own, and the
/// service's own for the others or while there is no institution yet.
pub(super) fn terms_in_force<'a>(subject: &Subject<'a>) -> Vec<Terms<'a>> {
    let (own, plain): (Vec<_>, Vec<_>) = parties(subject).partition(|party| has_own(party.institution));
    let mut terms = Vec::new();
    if own.is_empty() || !plain.is_empty() {
        terms.push(Terms::of(subject, None));
    }
    let towards = |party: Party<'a>| Terms::of(subject, Some((party.scope(), party.institution)));
    terms.extend(own.into_iter().map(towards));
    terms
}

/// Whether an institution has rows or values of its own.
fn has_own(institution: &Institution) -> bool {
    !institution.clauses.is_empty() || !Layer::of_institution(institution).is_empty()
}

impl<'a> Terms<'a> {
    /// The terms towards an institution, which stands in some part of the workspace, or those of the
    /// service in general.
    pub fn of(subject: &Subject<'a>, institution: Option<(Scope, &'a Institution)>) -> Self {
        let agreed = AgreedTerms::in_force(
            Some(subject.service),
            institution.as_ref().map(|(_, institution)| *institution),
        );
        let own = institution.map(|(scope, institution)| (scope, covering::clauses(&institution.clauses)));
        let service = (subject.scope(), covering::clauses(&subject.service.clauses));
        Terms {
            levels: own.into_iter().chain([service]).collect(),
            agreed,
        }
    }

    /// The row that counts for a clause and where it stands: an institution's before the service's,
    /// and within each the clause's own before the one on its chapter.
    pub fn on(&self, clause: &mamori_catalogue::SlaClause) -> Option<(&Scope, &'a SlaClause)> {
        let chapter = clause.chapter.to_string();
        let mut levels = self.levels.iter();
        levels.find_map(|(scope, rows)| Some((scope, rows.on(clause.id.as_str(), &chapter)?)))
    }

    /// A value the clauses leave to the parties: the institution's before the service's, none if it is
    /// not agreed.
    pub fn given<'t, T>(&'t self, field: impl Fn(&'t SlaTerms) -> Option<T>) -> Option<T> {
        field(&self.agreed.terms)
    }

    /// All that the clauses leave to the parties, hours of single days and windows included.
    pub fn agreed(&self) -> &AgreedTerms {
        &self.agreed
    }

    /// How a clause is used; nothing while it is undecided.
    pub fn usage(&self, clause: &mamori_catalogue::SlaClause) -> Option<ClauseUse> {
        self.on(clause).map(|(_, row)| row.usage)
    }

    /// Whether nothing at all is decided.
    pub fn is_empty(&self) -> bool {
        self.levels.iter().all(|(_, rows)| rows.is_empty())
    }
}

/// What a row has to say when a clause is used in some way.
pub(super) struct Wanted {
    /// The way the clause is used.
    pub(super) usage: ClauseUse,
    /// The field that says it.
    pub(super) field: &'static str,
    /// Whether the field is filled in.
    pub(super) has: fn(&SlaClause) -> bool,
    /// What is wrong while it is not: the rest of a sentence about the clause.
    pub(super) fault: Words,
}

/// Tells of every row, of services and of institutions' own terms, that does not say what it has to.
pub(super) fn tell_unsaid(whole: &Whole<'_>, wanted: &Wanted, findings: &mut Findings) {
    for (scope, row) in clause_rows(whole) {
        if row.usage != wanted.usage || (wanted.has)(row) {
            continue;
        }
        let (ja, en) = clause_name(whole.catalogue.sla(), &row.clause);
        findings.add(
            About::row::<SlaClause>(scope, &row.clause).field(wanted.field),
            Said::new(
                format!("SLAの{ja}{}", wanted.fault.ja),
                format!("SLA {en} {}", wanted.fault.en),
            ),
        );
    }
}

/// The rows of every service and of every institution's own terms.
fn clause_rows<'a>(whole: &Whole<'a>) -> impl Iterator<Item = (Scope, &'a SlaClause)> {
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
fn clause_name(sla: &Sla, about: &ClauseRef) -> (String, String) {
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

/// The planted faults of a rule on rows: the example with one such row made to say nothing, for the
/// service and for an institution.
#[cfg(test)]
pub(super) fn finds_what_is_unsaid(rule: &'static super::Rule, usage: ClauseUse, clear: fn(&mut SlaClause)) {
    let mut case = super::testing::Case::clean(rule);
    let mut rows = case.service().clauses.iter_mut();
    let row = rows.find(|row| row.usage == usage).expect("the example has one");
    clear(row);
    let mut own = row.clone();
    let id = row.clause.to_string();
    assert_eq!(case.found(), [("warning", "sla-clause", id.as_str())]);
    own.clause = ClauseRef("3".into());
    case.institution().clauses.push(own);
    let both = [id.as_str(), "3"].map(|id| ("warning", "sla-clause", id));
    assert_eq!(case.found(), both);
    let rows = &mut case.service().clauses;
    rows.iter_mut().for_each(|row| row.usage = ClauseUse::Used);
    assert_eq!(case.found(), [("warning", "sla-clause", "3")]);
}
