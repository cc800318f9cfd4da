//! Which changes matter: the one place that says so.

use super::Change;

/// Fields that only say how a thing is called or remembered, as kind and field (`*` for every kind).
/// No verdict, derived flow or duty rests on them.
///
/// Names are exempt where the name is the fact itself: who the provider, an officer, a contact, a
/// supplier or an institution is (see [`NAMES_THAT_ARE_FACTS`]).
pub const PRESENTATIONAL_FIELDS: &[(&str, &str)] = &[
    ("*", "name"),
    ("*", "title"),
    ("*", "note"),
    ("settings", "format"),
    ("settings", "confidentiality"),
    ("settings", "retired"),
];

/// Kinds whose name says who somebody is.
pub const NAMES_THAT_ARE_FACTS: &[&str] = &["organisation", "officer", "contact", "supplier", "institution"];

/// Whether a change may alter a verdict, a derived thing or what parties agreed to. Names, titles,
/// remarks and the order of rows do not; everything else does.
pub fn is_material(change: &Change) -> bool {
    match change {
        Change::ScopeAdded(_) | Change::ScopeRemoved(_) | Change::RowAdded(_) | Change::RowRemoved(_) => true,
        Change::RowMoved { .. } => false,
        Change::FieldChanged { kind, field, .. } => {
            let listed = PRESENTATIONAL_FIELDS
                .iter()
                .any(|(known, name)| name == field && (*known == "*" || *known == kind.name));
            !listed || (*field == "name" && NAMES_THAT_ARE_FACTS.contains(&kind.name))
        }
    }
}
