//! Canonical JSON (RFC 8785) of a workspace, and the digest of a revision.

use crate::normal::normal_form;
use crate::text::is_canonical_integer;
use mamori_domain::description::{FieldDescription, Shape, Tense, ValueType};
use mamori_domain::raw::{RawRow, RawScope, RawWorkspace};
use mamori_domain::{Id, Scope, ServiceProfile};
use sha2::{Digest, Sha256};

/// The field that holds the digest of the revision institutions agreed to. It is not part of what is
/// agreed: noting the digest would change it.
const AGREED_REVISION: (&str, &str) = ("service", "agreed_revision");

/// Writes a workspace as canonical JSON: keys in order of their UTF-16 code units, shortest escapes,
/// no white space between tokens; the user's text is carried character for character.
pub fn write(raw: &RawWorkspace) -> String {
    let raw = normal_form(raw);
    let mut members = Vec::new();
    let (mut services, mut institutions) = (Vec::new(), Vec::new());
    for scope in &raw.scopes {
        match &scope.scope {
            Scope::Workspace => settings(scope, &mut members),
            Scope::Organisation => members.push(("organisation".to_owned(), scope_object(scope, &[]))),
            Scope::Service(id) => services.push((id.to_string(), scope_object(scope, &[]))),
            Scope::Institution(id) => institutions.push((id.to_string(), scope_object(scope, &[]))),
        }
    }
    members.push(("services".to_owned(), object(services)));
    members.push(("institutions".to_owned(), object(institutions)));
    object(members)
}

/// SHA-256, in lower-case hexadecimal, of the canonical JSON of the organisation together with one
/// service (or alone): a revision pins both. The service's note of its agreed revision is left out.
/// Records of what happened are no part of it: noting a step would else undo every agreement.
/// A service that does not exist counts as none.
pub fn canonical_hash(raw: &RawWorkspace, service: Option<&Id<ServiceProfile>>) -> String {
    let raw = normal_form(raw);
    let part = |scope: &Scope| {
        let mut scope = raw.scope(scope)?.clone();
        scope.lists.retain(|list| list.kind.tense == Tense::Present);
        Some(scope_object(&scope, &[AGREED_REVISION]))
    };
    let services = service.and_then(|id| {
        let object = part(&Scope::Service(id.as_str().into()))?;
        Some((id.as_str().to_owned(), object))
    });
    let text = object(vec![
        (
            "organisation".to_owned(),
            part(&Scope::Organisation).unwrap_or_else(|| object(Vec::new())),
        ),
        ("services".to_owned(), object(services.into_iter().collect())),
    ]);
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The settings' format stands at the top, so that a reader meets it without knowing the rest.
fn settings(scope: &RawScope, members: &mut Vec<(String, String)>) {
    let mut others = object(Vec::new());
    for list in &scope.lists {
        for row in &list.rows {
            let format = list
                .kind
                .field("format")
                .filter(|_| !row.text("format").is_empty());
            if let Some(field) = format {
                members.push(("format".to_owned(), value(field, row.text("format"))));
            }
            others = row_object(list.kind.fields, row, &["format"]);
        }
    }
    members.push(("settings".to_owned(), others));
}

fn scope_object(scope: &RawScope, left_out: &[(&str, &str)]) -> String {
    let mut members = Vec::new();
    for list in &scope.lists {
        let out: Vec<&str> = left_out
            .iter()
            .filter(|(kind, _)| *kind == list.kind.name)
            .map(|(_, field)| *field)
            .collect();
        let mut rows: Vec<String> = list
            .rows
            .iter()
            .map(|row| row_object(list.kind.fields, row, &out))
            .collect();
        let text = match list.kind.shape {
            Shape::Single => rows.remove(0),
            Shape::List => format!("[{}]", rows.join(",")),
        };
        if text != "{}" {
            members.push((list.kind.name.to_owned(), text));
        }
    }
    object(members)
}

fn row_object(fields: &[FieldDescription], row: &RawRow, left_out: &[&str]) -> String {
    let filled = fields
        .iter()
        .filter(|field| !left_out.contains(&field.name) && !row.text(field.name).is_empty());
    object(
        filled
            .map(|field| (field.name.to_owned(), value(field, row.text(field.name))))
            .collect(),
    )
}

fn value(field: &FieldDescription, text: &str) -> String {
    match field.value {
        ValueType::Integer { .. } if is_canonical_integer(text) => text.to_owned(),
        ValueType::Several(_) => {
            let words: Vec<String> = text.split_whitespace().map(string).collect();
            format!("[{}]", words.join(","))
        }
        _ => string(text),
    }
}

fn object(mut members: Vec<(String, String)>) -> String {
    members.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
    let members: Vec<String> = members
        .into_iter()
        .map(|(key, value)| format!("{}:{value}", string(&key)))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// A string with the escapes of RFC 8785, section 3.2.2.2, and no others.
pub(crate) fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\u{c}' => quoted.push_str("\\f"),
            '\r' => quoted.push_str("\\r"),
            c if c < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_order_of_their_utf_16_code_units_and_escapes_are_the_shortest() {
        // The example of RFC 8785, section 3.2.3: U+1F600 comes before U+FB33.
        let keys = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1f600}", "\u{80}", "\u{f6}"];
        let text = object(
            keys.iter()
                .map(|key| ((*key).to_owned(), "1".to_owned()))
                .collect(),
        );
        assert_eq!(
            text,
            "{\"\\r\":1,\"1\":1,\"\u{80}\":1,\"\u{f6}\":1,\"\u{20ac}\":1,\"\u{1f600}\":1,\"\u{fb33}\":1}"
        );
        assert_eq!(
            string("\u{7f}/\u{1}\u{2028}\u{8}\"\\"),
            "\"\u{7f}/\\u0001\u{2028}\\b\\\"\\\\\""
        );
    }
}
