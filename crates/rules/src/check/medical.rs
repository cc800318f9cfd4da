//! Which information of a service is (possibly) medical, laid ready for many questions (GL 5.1.1).

use mamori_domain::{Id, Information, Service};
use std::collections::BTreeSet;

/// The information whose class is marked as (possibly) medical.
pub(super) struct Medical<'a> {
    information: BTreeSet<&'a Id<Information>>,
}

impl<'a> Medical<'a> {
    /// The medical information of a service.
    pub(super) fn of(service: &'a Service) -> Self {
        let classes: BTreeSet<_> = service
            .classes
            .iter()
            .filter(|class| class.medical.is_yes())
            .map(|class| &class.id)
            .collect();
        let medical = |row: &&Information| row.class.as_ref().is_some_and(|class| classes.contains(class));
        Medical {
            information: service
                .information
                .iter()
                .filter(medical)
                .map(|row| &row.id)
                .collect(),
        }
    }

    /// Whether a list of information holds any that is medical.
    pub(super) fn any(&self, list: &[Id<Information>]) -> bool {
        list.iter().any(|id| self.information.contains(id))
    }
}
