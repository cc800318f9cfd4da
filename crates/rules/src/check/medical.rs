//! Which information of a service is (possibly) medical, laid ready for many questions (GL 5.1.1).

use crate::Subject;
use mamori_domain::{Id, Information};
use std::collections::BTreeSet;

/// The information whose class is marked as (possibly) medical.
pub(super) struct Medical<'a> {
    information: BTreeSet<&'a Id<Information>>,
}

impl<'a> Medical<'a> {
    /// The medical information of a service.
    pub(super) fn of(subject: &Subject<'a>) -> Self {
        Medical {
            information: subject.medical_information(),
        }
    }

    /// Whether a list of information holds any that is medical.
    pub(super) fn any(&self, list: &[Id<Information>]) -> bool {
        list.iter().any(|id| self.information.contains(id))
    }
}
