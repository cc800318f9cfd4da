//! The effective answer to every control item: an institution's own, the service's, the
//! organisation's, what follows from a condition, or adopted standard answers (GL 5.1.5 (1)).

mod agreements;
mod effective;
mod rows;
mod treatment;

use mamori_catalogue::{ConditionId, ItemId, StandardSetId};
use mamori_domain::{AgreementState, AnswerStatus, ConditionRef, Date, Evidence, Id, Officer, Said, Scope};

pub use agreements::agreed_with;
pub use effective::effective;
pub use rows::items_named;
pub use treatment::{MeasureText, ProviderMeasures, ViewpointMeasures, provider_measures};

/// Whose answer counts for an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The institution's own row; its text and evidence count, never its status.
    Institution {
        /// False where the row lies over a standard answer that neither the service nor the row
        /// itself confirms.
        confirmed: bool,
    },
    /// A row of the service.
    Service,
    /// A row of the organisation, for all services.
    Organisation,
    /// A set of standard answers the service adopted.
    Standard {
        /// The set the answer stands in.
        name: StandardSetId,
        /// Whether the service confirmed the answer to this item or its measure.
        confirmed: bool,
    },
    /// Nobody answered, and the item's condition is proven not to hold.
    Condition(ConditionId),
    /// Nobody answered.
    None,
}

impl Origin {
    /// Whether a person wrote the answer for this provider.
    pub fn is_personal(&self) -> bool {
        matches!(
            self,
            Origin::Institution { .. } | Origin::Service | Origin::Organisation
        )
    }
}

/// What counts as the answer to a control item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effective {
    /// The item.
    pub item: ItemId,
    /// How it stands; nothing when it is unanswered.
    pub status: Option<AnswerStatus>,
    /// What is done. A person's text is the same in both languages; empty when there is none.
    pub text: Said,
    /// For not applicable: the condition a person names as the ground.
    pub fact: Option<ConditionRef>,
    /// Evidence that shows it.
    pub evidence: Vec<Id<Evidence>>,
    /// Whose answer it is.
    pub origin: Origin,
    /// The part of the workspace the row stands in, when it is a row.
    pub scope: Option<Scope>,
    /// The key of the row: an item or a measure as typed.
    pub row_key: Option<String>,
    /// The item whose answer this one takes because it repeats that item's wording.
    pub repeats: Option<ItemId>,
    /// For planned: by when.
    pub due: Option<Date>,
    /// Who answers for it.
    pub officer: Option<Id<Officer>>,
    /// Day of the last self-inspection.
    pub checked: Option<Date>,
    /// Where the agreement with the institution stands, when one is looked at.
    pub agreed: Option<AgreementState>,
    /// The status an institution's row states although it cannot: kept when it differs.
    pub differing_status: Option<AnswerStatus>,
}

impl Effective {
    fn nothing(item: &ItemId) -> Self {
        Effective {
            item: item.clone(),
            status: None,
            text: Said::new("", ""),
            fact: None,
            evidence: Vec::new(),
            origin: Origin::None,
            scope: None,
            row_key: None,
            repeats: None,
            due: None,
            officer: None,
            checked: None,
            agreed: None,
            differing_status: None,
        }
    }

    /// Whether it rests on a standard answer that nobody confirmed.
    pub fn is_unconfirmed(&self) -> bool {
        matches!(
            self.origin,
            Origin::Standard { confirmed: false, .. } | Origin::Institution { confirmed: false }
        )
    }

    /// Whether the item applies and something is done about it now: implemented, partly or by an
    /// alternative.
    pub fn is_in_effect(&self) -> bool {
        use AnswerStatus::{Alternative, Implemented, Partly};
        matches!(self.status, Some(Implemented | Partly | Alternative))
    }
}

#[cfg(test)]
mod tests;
