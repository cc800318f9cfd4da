//! The chain of suppliers: who holds which contract, and which companies stand behind a service
//! (GL 2.2).

use mamori_domain::{ContractHolder, Id, Service, Supplier};
use std::collections::{BTreeMap, BTreeSet};

/// Who holds the contract with a supplier. Where nobody wrote it down, the tier tells: the first tier
/// is by definition under contract with the provider, every further one with the supplier above it.
pub(super) fn contract_holder(supplier: &Supplier) -> ContractHolder {
    supplier.contract_with.unwrap_or(match supplier.tier.0 {
        1 => ContractHolder::Provider,
        _ => ContractHolder::Supplier,
    })
}

/// The companies a service names anywhere: in its forms of provision and its configuration.
pub(super) fn named_by(service: &Service) -> BTreeSet<&Id<Supplier>> {
    let mut named = BTreeSet::new();
    named.extend(service.provisions.iter().filter_map(|row| row.supplier.as_ref()));
    named.extend(service.sites.iter().filter_map(|row| row.supplier.as_ref()));
    named.extend(service.equipment.iter().filter_map(|row| row.supplier.as_ref()));
    named.extend(service.media.iter().filter_map(|row| row.supplier.as_ref()));
    named.extend(service.connections.iter().filter_map(|row| row.carrier.as_ref()));
    named.extend(service.transports.iter().filter_map(|row| row.carrier.as_ref()));
    named.extend(service.people.iter().filter_map(|row| row.supplier.as_ref()));
    named
}

/// The provider's subcontractors in a service: the companies it names and those behind them. A company
/// the institution itself contracts is none, nor is anyone behind it (GL 2.2.3).
pub fn subcontractors<'a>(service: &'a Service, suppliers: &'a [Supplier]) -> Vec<&'a Supplier> {
    let mut behind: BTreeMap<&Id<Supplier>, Vec<&Supplier>> = BTreeMap::new();
    for supplier in suppliers {
        if let Some(above) = &supplier.above {
            behind.entry(above).or_default().push(supplier);
        }
    }
    let named = named_by(service);
    let mut waiting: Vec<&Supplier> = suppliers
        .iter()
        .filter(|supplier| named.contains(&supplier.id))
        .collect();
    let mut reached = BTreeSet::new();
    while let Some(supplier) = waiting.pop() {
        let ours = contract_holder(supplier) != ContractHolder::Institution;
        if ours && reached.insert(&supplier.id) {
            waiting.extend(behind.get(&supplier.id).into_iter().flatten());
        }
    }
    suppliers
        .iter()
        .filter(|supplier| reached.contains(&supplier.id))
        .collect()
}
