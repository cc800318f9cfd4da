//! Changes that no generic operation makes, each for rules that would otherwise go unproven.

use super::edit::{Edit, Step};

/// Every planted change.
pub fn mutations() -> Vec<Edit> {
    PLANTED.iter().map(|(name, steps)| Edit { name: format!("plant {name}"), steps: steps.iter().map(step).collect() }).collect()
}

/// Scope, kind, key, field, value.
type Set = (&'static str, &'static str, &'static str, &'static str, &'static str);

fn step(&(scope, kind, key, field, value): &Set) -> Step {
    Step::Set { scope, kind, key: key.to_owned(), field, value: value.to_owned() }
}

const PLANTED: &[(&str, &[Set])] = &[];
