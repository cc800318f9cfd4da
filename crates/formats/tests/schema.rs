//! The JSON Schema agrees with what the reader takes and the writer gives.

use mamori_domain::Language;
use mamori_domain::description::Level;
use mamori_formats::schema::{column_notes, json_schema};
use mamori_formats::{generate, json};
use serde_json::{Value, json};

/// Checks a value against the part of JSON Schema the descriptions use; patterns apart, which need
/// an engine of their own.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root
            .pointer(reference.trim_start_matches('#'))
            .expect("the reference leads somewhere");
        return faults(root, target, value, at, found);
    }
    let sort = match value {
        Value::Object(_) => "object",
        Value::Array(_) => "array",
        Value::String(_) => "string",
        Value::Number(number) if number.is_i64() => "integer",
        _ => "other",
    };
    if schema["type"] != sort {
        found.push(format!("{at} is {sort}"));
        return;
    }
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let below = match (&schema["properties"][key], &schema["additionalProperties"]) {
                    (Value::Null, Value::Object(_)) => &schema["additionalProperties"],
                    (Value::Null, _) => {
                        found.push(format!("{at}/{key} is unknown"));
                        continue;
                    }
                    (below, _) => below,
                };
                faults(root, below, member, &format!("{at}/{key}"), found);
            }
            for required in schema["required"].as_array().into_iter().flatten() {
                if !members.contains_key(required.as_str().unwrap()) {
                    found.push(format!("{at}/{required} is missing"));
                }
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                faults(root, &schema["items"], item, &format!("{at}/{number}"), found);
            }
        }
        Value::String(text) => {
            let codes = schema["enum"].as_array();
            if codes.is_some_and(|codes| !codes.contains(value)) {
                found.push(format!("{at} is none of the codes"));
            }
            let length = text.chars().count() as u64;
            if schema["maxLength"].as_u64().is_some_and(|max| length > max) {
                found.push(format!("{at} is too long"));
            }
        }
        number => {
            let within = number.as_i64() >= schema["minimum"].as_i64()
                && number.as_i64() <= schema["maximum"].as_i64();
            if !within {
                found.push(format!("{at} is out of bounds"));
            }
        }
    }
}

fn check(value: &Value) -> Vec<String> {
    let schema = json_schema(Language::Japanese);
    let mut found = Vec::new();
    faults(&schema, &schema, value, "", &mut found);
    found
}

#[test]
fn everything_we_write_fits_the_schema() {
    for seed in 0..40 {
        let raw = if seed % 4 == 0 {
            generate::full(seed)
        } else {
            generate::workspace(seed)
        };
        let value: Value = serde_json::from_str(&json::write(&raw)).unwrap();
        assert_eq!(check(&value), Vec::<String>::new(), "seed {seed}");
    }
}

#[test]
fn planted_faults_do_not_fit() {
    let faulty = json!({
        "format": "1",
        "extra": {},
        "services": { "ehr": {
            "service": { "acceptance": 26, "position": "nowhere" },
            "site": [{ "name": "x".repeat(1001) }],
        } },
    });
    let found = check(&faulty);
    for fault in [
        "/format is string",
        "/extra is unknown",
        "/services/ehr/service/acceptance is out of bounds",
        "/services/ehr/service/position is none of the codes",
        "/services/ehr/site/0/name is too long",
        "/services/ehr/site/0/\"id\" is missing",
    ] {
        assert!(found.iter().any(|found| found == fault), "{fault} of {found:?}");
    }
    assert_eq!(found.len(), 6, "{found:?}");
}

#[test]
fn the_schema_speaks_both_languages() {
    let (ja, en) = (json_schema(Language::Japanese), json_schema(Language::English));
    assert_ne!(ja, en);
    assert_eq!(ja["$defs"]["site"]["title"], "場所");
    assert_eq!(en["$defs"]["site"]["properties"]["name"]["title"], "Name");
    let japanese = |text: &str| text.chars().any(|c| ('\u{3041}'..='\u{30ff}').contains(&c));
    let description = en["$defs"]["treatment"]["properties"]["state"]["description"]
        .as_str()
        .unwrap();
    assert!(!japanese(description), "{description}");
}

#[test]
fn every_column_has_its_note() {
    let notes = column_notes();
    let fields = |level: Level| {
        mamori_domain::scopes_of(level)
            .iter()
            .map(|kind| kind.fields.len())
            .sum::<usize>()
    };
    let levels = [
        Level::Workspace,
        Level::Organisation,
        Level::Service,
        Level::Institution,
    ];
    assert_eq!(notes.len(), levels.into_iter().map(fields).sum::<usize>());
    let note = notes
        .iter()
        .find(|note| note.file == "services/<id>/equipment.csv" && note.field == "kind")
        .unwrap();
    assert!(note.required && note.type_words.ja.contains("printer＝プリンタ"));
    assert!(
        notes
            .iter()
            .all(|note| !note.type_words.ja.is_empty() && !note.type_words.en.is_empty())
    );
}
