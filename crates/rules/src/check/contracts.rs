//! Institutions under contract for a service, and what they have agreed to (GL 3.2).

use crate::Subject;
use mamori_domain::{
    Agreement, AgreementState, AgreementSubject, Date, Event, Id, Institution, InstitutionProfile, Minutes,
    Scope, ServiceProfile,
};

/// An institution as one side of the relation over one service.
#[derive(Clone, Copy)]
pub(super) struct Party<'a> {
    id: &'a Id<InstitutionProfile>,
    service: &'a Id<ServiceProfile>,
    /// The institution.
    pub(super) institution: &'a Institution,
}

/// The institutions under contract for a service on the day of the check. One whose first day is not
/// written counts, so that nobody escapes by leaving a field empty.
pub(super) fn parties<'a>(subject: &Subject<'a>) -> impl Iterator<Item = Party<'a>> {
    let as_of = subject.as_of;
    users(subject).filter(move |party| {
        let begun = party
            .institution
            .profile
            .contract_from
            .is_none_or(|first| first <= as_of);
        begun && !party.ended(as_of)
    })
}

/// The institutions that use a service, used it or are about to.
pub(super) fn users<'a>(subject: &Subject<'a>) -> impl Iterator<Item = Party<'a>> {
    let service = subject.id;
    subject.institutions().map(move |(id, institution)| Party {
        id,
        service,
        institution,
    })
}

impl<'a> Party<'a> {
    /// Its name, or its id while it has none.
    pub(super) fn name(&self) -> &'a str {
        self.institution
            .profile
            .name
            .as_deref()
            .unwrap_or(self.id.as_str())
    }

    /// Its part of the workspace.
    pub(super) fn scope(&self) -> Scope {
        Scope::Institution(self.id.as_str().into())
    }

    /// Whether the last day of its contract lies before a day.
    pub(super) fn ended(&self, day: Date) -> bool {
        self.institution
            .profile
            .contract_to
            .is_some_and(|last| last < day)
    }

    /// Its agreements on the service.
    pub(super) fn agreements(&self) -> impl Iterator<Item = &'a Agreement> + use<'a> {
        let service = self.service;
        self.institution
            .agreements
            .iter()
            .filter(move |row| row.service == *service)
    }

    /// Its agreements on the service that stand: of several rows on the same thing the latest counts,
    /// so that an agreement that was ended or opened again is none.
    pub(super) fn agreed(&self) -> impl Iterator<Item = &'a Agreement> + use<'a> {
        let about = |row: &'a Agreement| (row.subject, row.clause.as_ref(), row.item.as_ref());
        let rows: Vec<&'a Agreement> = self.agreements().collect();
        let latest = |at: usize, row: &&'a Agreement| {
            let overtaken = rows.iter().enumerate().any(|(other_at, other)| {
                about(other) == about(row) && (other.date, other_at) > (row.date, at)
            });
            row.state == AgreementState::Agreed && !overtaken
        };
        let standing: Vec<&'a Agreement> = rows
            .iter()
            .enumerate()
            .filter(|(at, row)| latest(*at, row))
            .map(|(_, row)| *row)
            .collect();
        standing.into_iter()
    }

    /// Whether it agreed on a subject.
    pub(super) fn agreed_on(&self, subject: AgreementSubject) -> bool {
        self.agreed().any(|row| row.subject == subject)
    }

    /// Its minutes on the service.
    pub(super) fn minutes(&self) -> impl Iterator<Item = &'a Minutes> + use<'a> {
        let service = self.service;
        self.institution
            .minutes
            .iter()
            .filter(move |row| row.service == *service)
    }

    /// What happened in the relation over the service.
    pub(super) fn events(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        let service = self.service;
        self.institution
            .events
            .iter()
            .filter(move |row| row.service == *service)
    }
}
