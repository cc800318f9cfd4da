//! For how many years the law wants the information on a device kept (GL 5.1.5 (1)②).

use mamori_domain::{Equipment, Id, Information, Service};
use std::collections::BTreeMap;

/// The statutory years of a service's information.
pub(super) struct Statutory<'a> {
    years: BTreeMap<&'a Id<Information>, i64>,
}

impl<'a> Statutory<'a> {
    /// The years of every piece of information that has them; 0 says that the law sets none.
    pub(super) fn of(service: &'a Service) -> Self {
        let years = |row: &'a Information| Some((&row.id, row.retention?.0));
        Statutory {
            years: service.information.iter().filter_map(years).collect(),
        }
    }

    /// The longest of what a device stores or shows: what is viewed counts, because its log is the only
    /// trace of the viewing.
    pub(super) fn longest(&self, device: &Equipment) -> Option<i64> {
        device
            .stores
            .iter()
            .chain(&device.handles)
            .filter_map(|id| self.years.get(id))
            .max()
            .copied()
    }
}
