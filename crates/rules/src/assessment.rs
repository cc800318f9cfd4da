//! A service assessed: everything that rules and documents look at, worked out once.

use crate::Subject;
use crate::answers::{self, Effective};
use crate::conditions;
use crate::derive::{self, ConditionState, Derived};
use crate::treating::Treating;
use mamori_catalogue::{ConditionId, ItemId};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A service with what follows from it.
pub struct Assessment<'a> {
    /// The service, its workspace, the catalogue and the day.
    pub subject: Subject<'a>,
    /// SHA-256 of the organisation and the service together, in hexadecimal digits: the revision.
    pub revision: String,
    /// Flows, grid and risks.
    pub derived: Derived,
    /// Every condition of the catalogue.
    pub conditions: Vec<ConditionState>,
    /// The effective answer to every control item, without an institution's overrides.
    pub answers: BTreeMap<ItemId, Effective>,
    treating: OnceLock<Treating>,
}

impl<'a> Assessment<'a> {
    /// Derives and answers everything for a service.
    pub fn of(subject: Subject<'a>, revision: String) -> Self {
        let conditions = conditions::conditions(&subject);
        let derived = derive::derive(&subject, &conditions);
        let answers = answers::effective(&subject, &conditions, None);
        Assessment {
            subject,
            revision,
            derived,
            conditions,
            answers,
            treating: OnceLock::new(),
        }
    }

    /// Which treatments answer which risks; worked out when first asked for.
    pub fn treating(&self) -> &Treating {
        self.treating
            .get_or_init(|| Treating::of(&self.subject.service.treatments, &self.derived.risks))
    }

    /// Whether a condition holds; nothing when nobody said.
    pub fn condition(&self, id: &ConditionId) -> Option<bool> {
        self.conditions.iter().find(|state| state.id == *id)?.holds
    }
}
