//! Conditions of the catalogue: which hold for a service, and by which facts.

use crate::Subject;
use crate::derive::ConditionState;

/// The state of every condition of the catalogue, in its order.
pub fn conditions(subject: &Subject<'_>) -> Vec<ConditionState> {
    let _ = subject;
    Vec::new()
}
