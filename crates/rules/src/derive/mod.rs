//! From a configuration to its flows, the flow × threat grid and proposed risks (GL 5.1.1–5.1.3).

mod derived;

pub use derived::*;

use crate::Subject;

/// The most control items proposed for one risk.
pub const ITEMS_PER_RISK: usize = 15;

/// Derives flows, grid and risks of a service, and lays the decisions of people over them.
pub fn derive(subject: &Subject<'_>) -> Derived {
    let _ = subject;
    Derived::default()
}

/// The derived risks by thing and threat, in the order in which they first appear.
pub fn groups(derived: &Derived) -> Vec<Group> {
    let _ = derived;
    Vec::new()
}
