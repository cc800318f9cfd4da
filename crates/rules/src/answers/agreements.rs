//! Where the agreement on a paper, a clause or a control item stands with an institution (GL 3.2.1,
//! 5.1.6 (1)).

use crate::Subject;
use mamori_catalogue::ControlItem;
use mamori_domain::{Agreement, AgreementState, AgreementSubject, ClauseRef, Institution};

/// Where the agreement with an institution on an item stands: the one on the item itself, else on
/// its measure, else on the treatment list as a whole, which holds the item with all others. Of
/// several the one with the latest day counts, and of those the one written last.
pub fn agreed_with(
    subject: &Subject<'_>,
    institution: &Institution,
    item: &ControlItem,
) -> Option<AgreementState> {
    agreement_on_item(subject, institution, item).map(|agreement| agreement.state)
}

/// The agreement that [`agreed_with`] goes by.
pub fn agreement_on_item<'a>(
    subject: &Subject<'_>,
    institution: &'a Institution,
    item: &ControlItem,
) -> Option<&'a Agreement> {
    let on = |id: &str| {
        latest(subject, institution, |agreement| {
            agreement.subject == AgreementSubject::Control
                && agreement.item.as_ref().is_some_and(|named| named.as_str() == id)
        })
    };
    on(item.id.as_str())
        .or_else(|| on(item.measure.as_str()))
        .or_else(|| agreement_on(subject, institution, AgreementSubject::Treatments, None))
}

/// The agreement with an institution that counts for a subject; of [`AgreementSubject::Clause`] the
/// one on that clause.
pub fn agreement_on<'a>(
    subject: &Subject<'_>,
    institution: &'a Institution,
    wanted: AgreementSubject,
    clause: Option<&str>,
) -> Option<&'a Agreement> {
    latest(subject, institution, |agreement| {
        agreement.subject == wanted && agreement.clause.as_ref().map(ClauseRef::as_str) == clause
    })
}

fn latest<'a>(
    subject: &Subject<'_>,
    institution: &'a Institution,
    wanted: impl Fn(&Agreement) -> bool,
) -> Option<&'a Agreement> {
    let found = institution.agreements.iter();
    found
        .filter(|agreement| agreement.service == *subject.id && wanted(agreement))
        .max_by_key(|agreement| agreement.date)
}
