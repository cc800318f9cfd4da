//! The goals of speed, cost and growth as data, and whether a figure meets them.

use serde_json::{Value, json};

/// On which side of its limit a figure should lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At most the limit.
    AtMost,
    /// At least the limit.
    AtLeast,
}

/// A goal.
#[derive(Debug, Clone, Copy)]
pub struct Goal {
    /// What is measured: the figure's id and its part.
    pub id: &'static str,
    /// The side.
    pub side: Side,
    /// The limit.
    pub limit: f64,
    /// Its unit; `×` for a ratio.
    pub unit: &'static str,
}

const fn at_most(id: &'static str, limit: f64, unit: &'static str) -> Goal {
    let side = Side::AtMost;
    Goal {
        id,
        side,
        limit,
        unit,
    }
}

const fn at_least(id: &'static str, limit: f64, unit: &'static str) -> Goal {
    let side = Side::AtLeast;
    Goal {
        id,
        side,
        limit,
        unit,
    }
}

/// Every goal.
pub const GOALS: &[Goal] = &[
    at_most("risks/cpu", 120.0, "ms"),
    at_least("risks/faster-than-pytm", 20.0, "×"),
    at_most("risks/growth", 12.0, "×"),
    at_most("derive/cpu", 120.0, "ms"),
    at_most("derive/growth", 12.0, "×"),
    at_most("check/cpu", 100.0, "ms"),
    at_most("check/growth", 12.0, "×"),
    at_least("xlsx/faster-than-xlsxwriter", 2.5, "×"),
    at_most("xlsx/over-rust-xlsxwriter", 1.3, "×"),
    at_most("pdf/over-whole", 1.2, "×"),
    at_most("pdf/peak", 400.0, "MiB"),
    at_most("lists/peak", 400.0, "MiB"),
    at_least("docx/faster-than-python-docx", 20.0, "×"),
    at_least("sla/of-floor", 0.7, "×"),
    at_least("sla/faster-than-pandas", 14.0, "×"),
    at_least("sla/faster-than-polars", 14.0, "×"),
    at_least("sla/faster-than-duckdb", 34.0, "×"),
    at_most("sla/peak", 300.0, "MiB"),
    at_most("examples/cpu", 8_000.0, "ms"),
];

/// A figure beside its goal.
///
/// # Panics
/// When no goal has the id: the list above is the only one.
pub fn held(id: &str, figure: f64) -> Value {
    let goal = GOALS
        .iter()
        .find(|goal| goal.id == id)
        .expect("the goal is in the list");
    let (side, met) = match goal.side {
        Side::AtMost => ("at most", figure <= goal.limit),
        Side::AtLeast => ("at least", figure >= goal.limit),
    };
    json!({ "figure": figure, "goal": format!("{side} {} {}", goal.limit, goal.unit), "met": met })
}

/// A goal that could not be tried, with the reason.
pub fn skipped(id: &str, why: &str) -> Value {
    let mut entry = held(id, 0.0);
    entry["figure"] = Value::Null;
    entry["met"] = Value::Null;
    entry["skipped"] = json!(why);
    entry
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_figure_is_held_against_its_side() {
        assert_eq!(held("check/cpu", 100.0)["met"], true);
        assert_eq!(held("check/cpu", 100.1)["met"], false);
        assert_eq!(held("risks/faster-than-pytm", 20.0)["met"], true);
        assert_eq!(held("risks/faster-than-pytm", 19.9)["met"], false);
        assert_eq!(skipped("risks/growth", "x")["met"], Value::Null);
    }

    #[test]
    fn goals_are_named_once() {
        let ids: BTreeSet<&str> = GOALS.iter().map(|goal| goal.id).collect();
        assert_eq!(ids.len(), GOALS.len());
    }
}
