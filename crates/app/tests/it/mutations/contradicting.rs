//! Values turned into what does not go with the rest: what nobody said is said, each way; conditions
//! and answers are denied; of two dates the later comes first. Generated from the kinds and sampled,
//! always the same.

use super::edit::{Edit, Step};
use mamori_catalogue::Catalogue;
use mamori_domain::description::{FieldDescription, KindDescription, ValueType};
use mamori_domain::raw::{RawRow, RawWorkspace};
use mamori_domain::{Date, FieldValue};
use std::collections::BTreeMap;

/// Of how many control items one is denied.
const ITEMS_SAMPLED: usize = 7;

/// Every contradiction to the example.
pub fn mutations(raw: &RawWorkspace, catalogue: &Catalogue) -> Vec<Edit> {
    let mut edits = Vec::new();
    for scope in &raw.scopes {
        let name = scope.scope.to_string();
        for list in scope.lists.iter().filter(|list| list.kind.name != "settings") {
            said_for_the_first_time(&name, list.kind, &list.rows, &mut edits);
            for row in &list.rows {
                dates_out_of_order(&name, list.kind, row, &mut edits);
            }
        }
    }
    for condition in catalogue.conditions() {
        for holds in ["yes", "no"] {
            edits.push(condition_stated(condition.id.as_str(), holds));
        }
    }
    let items = catalogue.items().iter().map(|item| item.id.to_string());
    edits.extend(items.step_by(ITEMS_SAMPLED).map(|item| denied(raw, &item)));
    edits
}

/// For every choice of every field that some row leaves open, one such row says it: another row for
/// each choice, so that all are met in turn.
fn said_for_the_first_time(
    scope: &str,
    kind: &'static KindDescription,
    rows: &[RawRow],
    edits: &mut Vec<Edit>,
) {
    for field in kind.fields {
        let ValueType::Choice(choices) = &field.value else {
            continue;
        };
        let open: Vec<&RawRow> = rows
            .iter()
            .filter(|row| row.text(field.name).is_empty())
            .collect();
        for (at, choice) in choices.iter().enumerate() {
            let Some(row) = open.get(at * open.len() / choices.len()) else {
                continue;
            };
            let key = &*kind.key_of(row);
            let name = format!("say {} {scope}/{}/{key}/{}", choice.code, kind.name, field.name);
            edits.push(Edit::put(name, scope, kind.name, key, field.name, choice.code));
        }
    }
}

/// Of two dates of a row, the earlier is put behind the later and the later before the earlier.
fn dates_out_of_order(scope: &str, kind: &'static KindDescription, row: &RawRow, edits: &mut Vec<Edit>) {
    let key = &*kind.key_of(row);
    let is_date = |field: &&FieldDescription| field.value == ValueType::Date;
    let mut dates: Vec<(&'static str, Date)> = kind
        .fields
        .iter()
        .filter(is_date)
        .filter_map(|field| Some((field.name, <Date as FieldValue>::read(row.text(field.name)).ok()?)))
        .collect();
    dates.sort_by_key(|(_, date)| *date);
    for pair in dates.windows(2) {
        let [(earlier, first), (later, second)] = pair else {
            continue;
        };
        let day = jiff::Span::new().days(1);
        for (field, date, words) in [
            (*earlier, second.saturating_add(day), format!("behind {later}")),
            (*later, first.saturating_sub(day), format!("before {earlier}")),
        ] {
            let name = format!("put {words} {scope}/{}/{key}/{field}", kind.name);
            edits.push(Edit::put(name, scope, kind.name, key, field, &date.to_string()));
        }
    }
}

/// A condition is stated one way, whatever the configuration shows.
fn condition_stated(condition: &str, holds: &str) -> Edit {
    let name = format!("state {holds} services/emr/condition/{condition}");
    Edit::put(name, "services/emr", "condition", condition, "holds", holds)
}

/// A control item is said not to apply, with a reason, whatever was answered at the service.
fn denied(raw: &RawWorkspace, item: &str) -> Edit {
    let scope = "services/emr";
    let name = format!("deny {scope}/answer/{item}");
    let mut edit = Edit::put(name, scope, "answer", item, "status", "not_applicable");
    let answered = raw
        .scopes
        .iter()
        .filter(|part| part.scope.to_string() == scope)
        .flat_map(|part| part.rows("answer"))
        .any(|row| row.text("item") == item);
    if !answered {
        edit.steps.push(Step::Put {
            scope: scope.to_owned(),
            kind: "answer",
            key: item.to_owned(),
            field: "text",
            value: "当院では使わないため".to_owned(),
        });
    }
    edit
}

/// The sample itself is held: a change of the kinds that empties it must not go unseen.
#[test]
fn the_sample_reaches_every_sort_of_contradiction() {
    let raw = mamori_formats::workspace_file::load(&crate::running::example())
        .unwrap()
        .raw;
    let catalogue = Catalogue::embedded("2020-08").unwrap();
    let mut sorts: BTreeMap<String, usize> = BTreeMap::new();
    for edit in mutations(&raw, &catalogue) {
        let sort = edit.name.split(' ').next().unwrap().to_owned();
        *sorts.entry(sort).or_default() += 1;
    }
    let sorts_of: Vec<&str> = sorts.keys().map(String::as_str).collect();
    assert_eq!(sorts_of, ["deny", "put", "say", "state"]);
    assert!(sorts.values().all(|count| *count >= 10), "{sorts:?}");
    assert!(sorts.values().sum::<usize>() < 1000, "{sorts:?}");
}
