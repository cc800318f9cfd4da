//! Where the agreement on a control item stands with an institution (GL 3.2.1, 5.1.6 (1)).

use crate::Subject;
use mamori_catalogue::ControlItem;
use mamori_domain::{Agreement, AgreementState, AgreementSubject, Institution};

/// Where the agreement with an institution on an item stands: the one on the item itself, else on
/// its measure, else on the treatment list as a whole, which holds the item with all others. Of
/// several the one with the latest day counts, and of those the one written last.
pub fn agreed_with(
    subject: &Subject<'_>,
    institution: &Institution,
    item: &ControlItem,
) -> Option<AgreementState> {
    let of_service = |agreement: &&Agreement| agreement.service == *subject.id;
    let latest = |wanted: &dyn Fn(&Agreement) -> bool| {
        let found = institution
            .agreements
            .iter()
            .filter(of_service)
            .filter(|agreement| wanted(agreement));
        found
            .max_by_key(|agreement| agreement.date)
            .map(|agreement| agreement.state)
    };
    let on = |id: &str| {
        latest(&|agreement| {
            agreement.subject == AgreementSubject::Control
                && agreement.item.as_ref().is_some_and(|named| named.as_str() == id)
        })
    };
    on(item.id.as_str())
        .or_else(|| on(item.measure.as_str()))
        .or_else(|| latest(&|agreement| agreement.subject == AgreementSubject::Treatments))
}
