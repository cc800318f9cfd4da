//! The institutions a service owes something to, and over which days.

use super::duty::Recipient;
use crate::Subject;
use crate::agreed_terms::Versions;
use crate::check::sla::Terms;
use mamori_domain::{Date, Institution, Scope, Workspace};

/// An institution that uses a service.
pub(super) struct Contract<'a> {
    /// The institution's id.
    pub(super) id: &'a str,
    /// The institution.
    pub(super) institution: &'a Institution,
    /// The terms towards it that are in force.
    pub(super) terms: Terms<'a>,
    /// These and the earlier ones.
    pub(super) versions: Versions,
    /// The first day: of the contract, else of the terms.
    pub(super) begins: Option<Date>,
    /// The last day of the contract, when it has one.
    pub(super) ends: Option<Date>,
}

impl Contract<'_> {
    /// The institution as the one to whom something is owed.
    pub(super) fn recipient(&self) -> Recipient {
        named(self.id, self.institution)
    }
}

/// An institution as the one to whom something is owed.
pub(super) fn named(id: &str, institution: &Institution) -> Recipient {
    Recipient::Institution {
        id: id.to_owned(),
        name: institution.profile.name.as_deref().unwrap_or(id).to_owned(),
    }
}

/// The institutions that use a service or used it.
pub(super) fn contracts<'a>(subject: &Subject<'a>) -> Vec<Contract<'a>> {
    let contract = |(id, institution): (&'a mamori_domain::Id<_>, &'a Institution)| {
        let scope = Scope::Institution(id.as_str().into());
        let terms = Terms::of(subject, Some((scope, institution)));
        let dates = institution.sla_versions.iter().filter_map(|row| row.valid_from);
        let own = institution.sla_terms.valid_from;
        Contract {
            id: id.as_str(),
            begins: institution.profile.contract_from.or(dates.chain(own).min()),
            ends: institution.profile.contract_to,
            versions: Versions::of(Some(subject.service), Some(institution)),
            institution,
            terms,
        }
    };
    subject.institutions().map(contract).collect()
}

/// The first day on which any institution was under contract: from then on the organisation's own
/// duties count where nothing else tells their beginning.
pub(super) fn earliest(workspace: &Workspace) -> Option<Date> {
    let institutions = workspace.institutions.iter();
    institutions
        .filter_map(|(_, institution)| institution.profile.contract_from)
        .min()
}

/// The first day on which an institution was under contract for a service.
pub(super) fn earliest_of(subject: &Subject<'_>) -> Option<Date> {
    let institutions = subject.institutions();
    institutions
        .filter_map(|(_, institution)| institution.profile.contract_from)
        .min()
}
