//! Who may take a step, as the tables of procedures name them.

use mamori_domain::Side;

/// The provider.
pub(super) const PROVIDER: &[Side] = &[Side::Provider];
/// The institution.
pub(super) const INSTITUTION: &[Side] = &[Side::Institution];
/// The provider or a supplier that works for it.
pub(super) const WORKER: &[Side] = &[Side::Provider, Side::Supplier];
/// Either side of the contract.
pub(super) const EITHER: &[Side] = &[Side::Provider, Side::Institution];
