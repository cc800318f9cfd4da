//! Places that lie inside one another, and what a place takes over from the one around it.

use mamori_domain::{Country, Id, Service, Site};
use std::collections::BTreeMap;

/// The sites of a service, found by id.
pub(super) struct Places<'a> {
    sites: BTreeMap<&'a Id<Site>, &'a Site>,
}

impl<'a> Places<'a> {
    /// The sites of a service.
    pub(super) fn of(service: &'a Service) -> Self {
        Places {
            sites: service.sites.iter().map(|site| (&site.id, site)).collect(),
        }
    }

    /// A site and those around it, outwards. It ends where sites that lie in one another close a ring.
    pub(super) fn outwards(&self, site: &Id<Site>) -> impl Iterator<Item = &'a Site> {
        let first = self.sites.get(site).copied();
        let around = |site: &&'a Site| self.sites.get(site.within.as_ref()?).copied();
        std::iter::successors(first, around).take(self.sites.len())
    }

    /// The country a site lies in: its own, or that of the nearest site around it that has one.
    pub(super) fn country(&self, site: &Id<Site>) -> Option<&'a Country> {
        self.outwards(site).find_map(|site| site.country.as_ref())
    }
}
