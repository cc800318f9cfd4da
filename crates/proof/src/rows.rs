//! Rows of the kinds an example has none of: made from the descriptions of the fields.

use crate::planted::put;
use anyhow::{Result, bail};
use mamori_catalogue::{Catalogue, ClauseDocument};
use mamori_domain::description::{CatalogueList, KindDescription, Level, ValueType};
use mamori_domain::raw::{Place, RawList, RawRow, RawWorkspace};
use mamori_domain::scopes_of;

/// The beginning of the ids of added rows; some kinds share their ids, so the kind follows.
const ADDED: &str = "planted-";

/// The id of an added row of a kind.
pub fn added_id(kind: &KindDescription) -> String {
    format!("{ADDED}{}", kind.name)
}

/// Whether a row was added.
pub fn is_added(row: &RawRow) -> bool {
    row.text("id").starts_with(ADDED)
}

/// Gives every scope a row of each of its kinds that has none.
///
/// # Errors
/// The kinds of which no row can be made.
pub fn complete(raw: &mut RawWorkspace) -> Result<()> {
    // A row may need one of a kind that is added later.
    for _ in 0..3 {
        for at in 0..raw.scopes.len() {
            for kind in missing(raw, at) {
                if let Some(row) = row(raw, at, kind) {
                    raw.scopes[at].lists.push(RawList {
                        kind,
                        rows: vec![row],
                    });
                }
            }
        }
    }
    let left = (0..raw.scopes.len()).flat_map(|at| missing(raw, at));
    let left: Vec<&str> = left.map(|kind| kind.name).collect();
    match left.is_empty() {
        true => Ok(()),
        false => bail!("no row can be made of {left:?}"),
    }
}

fn missing(raw: &RawWorkspace, at: usize) -> Vec<&'static KindDescription> {
    let scope = &raw.scopes[at];
    let kinds = scopes_of(scope.scope.level()).iter();
    kinds
        .filter(|kind| scope.rows(kind.name).is_empty())
        .copied()
        .collect()
}

/// A row with its required values and what it may point to; texts are planted later.
fn row(raw: &RawWorkspace, at: usize, kind: &'static KindDescription) -> Option<RawRow> {
    let mut row = RawRow {
        place: Place::Made,
        cells: Vec::new(),
    };
    for (number, field) in kind.fields.iter().enumerate() {
        let own = number == 0 && kind.has_own_ids();
        let points = matches!(field.value, ValueType::Reference(_));
        let value = match own {
            true => Some(added_id(kind)),
            false if field.required || points => value(raw, at, &field.value),
            false => None,
        };
        // Without a first day nobody can tell which version of the terms was valid when.
        let value = match (kind.name, field.name) {
            ("sla-version", "valid_from") => Some("2025-04-01".to_owned()),
            _ => value,
        };
        match value {
            Some(value) => put(&mut row, field.name, &value),
            None if field.required => return None,
            None => {}
        }
    }
    Some(row)
}

fn value(raw: &RawWorkspace, at: usize, wanted: &ValueType) -> Option<String> {
    match wanted {
        ValueType::Text { .. } | ValueType::Prose { .. } => Some("-".to_owned()),
        ValueType::Integer { min, .. } => Some(min.to_string()),
        ValueType::Date | ValueType::Moment => Some("2026-04-01".to_owned()),
        ValueType::Choice(choices) => choices.first().map(|choice| choice.code.to_owned()),
        ValueType::Reference(kind) => pointed(raw, at, kind),
        ValueType::Catalogue(list) => of_catalogue(*list),
        ValueType::Pattern => Some("operation/*".to_owned()),
        ValueType::Sha256 => Some("0".repeat(64)),
        ValueType::Country => Some("JP".to_owned()),
        ValueType::Formed(form) => form.examples.first().map(|&example| example.to_owned()),
        // The version in force: what is optional and points is only given to ids.
        ValueType::Key(_) => None,
        ValueType::Several(one) => value(raw, at, one),
    }
}

/// The first thing of a kind that a row of a scope may point to.
fn pointed(raw: &RawWorkspace, at: usize, kind: &str) -> Option<String> {
    let level = match kind {
        "service" => Some(Level::Service),
        "institution" => Some(Level::Institution),
        _ => None,
    };
    if let Some(level) = level {
        let mut scopes = raw.scopes.iter();
        let scope = scopes.find(|scope| scope.scope.level() == level)?;
        return Some(scope.scope.id().to_owned());
    }
    let own = &raw.scopes[at];
    let general = raw.scopes.iter().filter(|scope| match scope.scope.level() {
        Level::Organisation => true,
        Level::Service => own.scope.level() == Level::Institution,
        _ => false,
    });
    let mut rows = std::iter::once(own)
        .chain(general)
        .flat_map(|scope| scope.rows(kind));
    rows.next().map(|row| row.text("id").to_owned())
}

fn of_catalogue(list: CatalogueList) -> Option<String> {
    let catalogue = Catalogue::embedded("2020-08").ok()?;
    match list {
        CatalogueList::ItemOrMeasure => catalogue.items().iter().next().map(|item| item.id.to_string()),
        CatalogueList::Clause => catalogue
            .sla()
            .clauses
            .iter()
            .next()
            .map(|clause| clause.id.to_string()),
        CatalogueList::ClauseText => {
            // Of the paper that institutions have an edition of, printed whatever the circumstances.
            let mut texts = catalogue.clauses().of_document(ClauseDocument::Sla);
            let text = texts.find(|text| text.condition.is_none() && text.unless.is_none());
            text.map(|text| text.id.to_string())
        }
        _ => None,
    }
}
