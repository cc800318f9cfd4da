//! What files may hold, written from the descriptions: the JSON Schema of the JSON form, and notes
//! on every column and key.

use crate::normal::is_yes_no;
use crate::text::file_of;
use mamori_domain::description::{FieldDescription, KindDescription, Level, Shape, ValueType};
use mamori_domain::{FORMAT, Language, Said, Scope, Words, scopes_of};
use serde_json::{Map, Value, json};

/// The form of an id ([`mamori_domain::is_id`]).
const ID: &str = "^[a-z0-9][a-z0-9-]{0,47}$";

/// Text without control characters and non-characters.
const LINE: &str = "^[^\\u0000-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF]*$";

/// The same with line breaks.
const LINES: &str = "^[^\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\uFFFE\\uFFFF]*$";

/// One word.
const WORD: &str = "^\\S{1,100}$";

/// A day, or an instant with its offset.
const MOMENT: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$";

/// The JSON Schema (2020-12) of [`crate::json`], with titles and descriptions in a language. What
/// only the builder can see — dangling references, repeated keys — is beyond a schema.
pub fn json_schema(language: Language) -> Value {
    let mut definitions = Map::new();
    for level in [Level::Organisation, Level::Service, Level::Institution] {
        for kind in scopes_of(level) {
            definitions.insert(kind.name.to_owned(), row_schema(kind, language));
        }
        definitions.insert(scope_name(level).to_owned(), scope_schema(level));
    }
    let settings = scopes_of(Level::Workspace)[0];
    let mut settings_schema = row_schema(settings, language);
    if let Some(properties) = settings_schema["properties"].as_object_mut() {
        properties.remove("format");
    }
    let format = field_schema(&settings.fields[0], language);
    let scopes = |level: Level| {
        json!({
            "type": "object",
            "propertyNames": { "pattern": ID },
            "additionalProperties": { "$ref": format!("#/$defs/{}", scope_name(level)) },
        })
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:mamori:workspace:{FORMAT}"),
        "title": Words::new("Mamoriのワークスペース", "A Mamori workspace").say(language),
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "format": format,
            "settings": settings_schema,
            "organisation": { "$ref": "#/$defs/organisation-scope" },
            "services": scopes(Level::Service),
            "institutions": scopes(Level::Institution),
        },
        "$defs": definitions,
    })
}

fn scope_name(level: Level) -> &'static str {
    match level {
        Level::Workspace => "workspace-scope",
        Level::Organisation => "organisation-scope",
        Level::Service => "service-scope",
        Level::Institution => "institution-scope",
    }
}

fn scope_schema(level: Level) -> Value {
    let mut properties = Map::new();
    for kind in scopes_of(level) {
        let row = json!({ "$ref": format!("#/$defs/{}", kind.name) });
        let schema = match kind.shape {
            Shape::Single => row,
            Shape::List => json!({ "type": "array", "items": row }),
        };
        properties.insert(kind.name.to_owned(), schema);
    }
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn row_schema(kind: &KindDescription, language: Language) -> Value {
    let mut properties = Map::new();
    for field in kind.fields {
        properties.insert(field.name.to_owned(), field_schema(field, language));
    }
    let required: Vec<&str> = kind
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name)
        .collect();
    let mut schema = json!({
        "title": kind.label.say(language),
        "description": kind.help.say(language),
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn field_schema(field: &FieldDescription, language: Language) -> Value {
    let mut schema = value_schema(&field.value);
    if field.required && matches!(field.value, ValueType::Text { .. } | ValueType::Prose { .. }) {
        schema["minLength"] = json!(1);
    }
    schema["title"] = json!(field.label.say(language));
    let kind_of_value = type_words(field);
    let (open, close) = if language == Language::Japanese {
        ("（", "）")
    } else {
        (" (", ")")
    };
    let description = format!(
        "{}{open}{}{close}",
        field.help.say(language),
        kind_of_value.say(language)
    );
    schema["description"] = json!(description);
    schema
}

fn value_schema(value: &ValueType) -> Value {
    match value {
        ValueType::Text { max } => json!({ "type": "string", "maxLength": max, "pattern": LINE }),
        ValueType::Prose { max } => json!({ "type": "string", "maxLength": max, "pattern": LINES }),
        ValueType::Integer { min, max, .. } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        ValueType::Date => {
            json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
        ValueType::Moment => json!({ "type": "string", "pattern": MOMENT }),
        ValueType::Choice(choices) => {
            let codes: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
            json!({ "type": "string", "enum": codes })
        }
        ValueType::Reference(_) => json!({ "type": "string", "pattern": ID }),
        ValueType::Catalogue(_) | ValueType::Pattern => json!({ "type": "string", "pattern": WORD }),
        ValueType::Sha256 => json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
        ValueType::Country => json!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
        ValueType::Formed(form) => json!({ "type": "string", "pattern": form.pattern }),
        ValueType::Key(_) => json!({ "type": "string", "maxLength": 1000, "pattern": LINE }),
        ValueType::Several(inner) => {
            // Members of a list are words, whatever their type allows elsewhere.
            let items = match inner {
                ValueType::Text { .. } | ValueType::Prose { .. } => {
                    json!({ "type": "string", "pattern": WORD })
                }
                inner => value_schema(inner),
            };
            json!({ "type": "array", "items": items })
        }
    }
}

/// What may be written into one column or key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnNote {
    /// The level at which it stands.
    pub level: Level,
    /// The file, with `<id>` for the id of a service or institution.
    pub file: String,
    /// The kind.
    pub kind: &'static KindDescription,
    /// The field.
    pub field: &'static str,
    /// Whether a row needs it.
    pub required: bool,
    /// What it is called.
    pub label: Words,
    /// What values it takes, in words.
    pub type_words: Said,
    /// What to write into it.
    pub help: Words,
}

/// Notes on every column and key, in the order of levels, kinds and fields.
pub fn column_notes() -> Vec<ColumnNote> {
    let scopes = [
        Scope::Workspace,
        Scope::Organisation,
        Scope::Service("<id>".into()),
        Scope::Institution("<id>".into()),
    ];
    let mut notes = Vec::new();
    for scope in scopes {
        for kind in scopes_of(scope.level()) {
            notes.extend(kind.fields.iter().map(|field| ColumnNote {
                level: scope.level(),
                file: file_of(&scope, kind),
                kind,
                field: field.name,
                required: field.required,
                label: field.label,
                type_words: type_words(field),
                help: field.help,
            }));
        }
    }
    notes
}

/// What values a field takes, in words.
pub fn type_words(field: &FieldDescription) -> Said {
    if is_yes_no(field) {
        return Said::new("yes（はい）か no（いいえ）", "yes or no");
    }
    match &field.value {
        ValueType::Several(inner) => {
            let inner = words_of(inner);
            Said::new(
                format!("{}。いくつでも空白で区切って並べられる", inner.ja),
                format!("{}; any number, separated by spaces", inner.en),
            )
        }
        value => words_of(value),
    }
}

fn kind_of(name: &str) -> Option<&'static KindDescription> {
    let levels = [Level::Organisation, Level::Service, Level::Institution];
    let mut kinds = levels.into_iter().flat_map(scopes_of).copied();
    kinds.find(|kind| kind.name == name)
}

fn label_of(kind: &str) -> Words {
    kind_of(kind).map_or(Words::new("もの", "thing"), |kind| kind.label)
}

/// What the first field of a kind, by which its rows are told apart, is called.
fn first_field(kind: &str) -> Words {
    kind_of(kind).map_or(Words::new("名前", "name"), |kind| kind.fields[0].label)
}

fn words_of(value: &ValueType) -> Said {
    match value {
        ValueType::Text { max } => Said::new(
            format!("文字（1行、{max}字まで）"),
            format!("text on one line, at most {max} characters"),
        ),
        ValueType::Prose { max } => Said::new(
            format!("文章（改行可、{max}字まで）"),
            format!("text of any lines, at most {max} characters"),
        ),
        ValueType::Integer { min, max, unit } => Said::new(
            format!("{min}から{max}までの整数（{}）", unit.ja),
            format!("a whole number from {min} to {max} ({})", unit.en),
        ),
        ValueType::Date => Said::new("日付（2026-04-01 の形）", "a date like 2026-04-01"),
        ValueType::Moment => Said::new(
            "日付か日時（2026-04-01 か 2026-04-01T21:30+09:00 の形）",
            "a date or time like 2026-04-01 or 2026-04-01T21:30+09:00",
        ),
        ValueType::Choice(choices) => {
            let ja: Vec<String> = choices
                .iter()
                .map(|choice| format!("{}＝{}", choice.code, choice.words.ja))
                .collect();
            let en: Vec<String> = choices
                .iter()
                .map(|choice| format!("{}: {}", choice.code, choice.words.en))
                .collect();
            Said::new(
                format!("次から選ぶ：{}", ja.join("、")),
                format!("one of {}", en.join("; ")),
            )
        }
        ValueType::Reference(name) => {
            let label = label_of(name);
            Said::new(
                format!("{}のID", label.ja),
                format!("id of a thing: {}", label.en.to_lowercase()),
            )
        }
        ValueType::Catalogue(_) => Said::new("カタログのID", "an id of the catalogue"),
        ValueType::Pattern => Said::new(
            "導かれたもののID（* でまとめられる）",
            "ids of derived things; * stands for a group",
        ),
        ValueType::Sha256 => Said::new("64桁の16進数", "64 hexadecimal digits"),
        ValueType::Country => Said::new("国コード（日本は JP）", "a country code, such as JP"),
        ValueType::Formed(form) => Said::new(form.words.ja, form.words.en),
        ValueType::Key(name) => {
            let label = label_of(name);
            Said::new(
                format!("{}の欄「{}」の値", label.ja, first_field(name).ja),
                format!(
                    "{} of one of: {}",
                    first_field(name).en.to_lowercase(),
                    label.en.to_lowercase()
                ),
            )
        }
        ValueType::Several(inner) => words_of(inner),
    }
}
