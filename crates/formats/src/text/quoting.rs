//! How values are written so that they come back exactly as they were typed.

use mamori_domain::description::{FieldDescription, ValueType};
use mamori_domain::{Date, FieldValue};

/// The widest line of a list of ids before each id gets a line of its own.
const WIDTH: usize = 100;

/// A value as TOML.
pub(super) fn toml_value(field: &FieldDescription, text: &str) -> String {
    match &field.value {
        ValueType::Integer { .. } if is_canonical_integer(text) => text.to_owned(),
        ValueType::Date if Date::read(text).is_ok() => text.to_owned(),
        ValueType::Several(ValueType::Date) if text.split_whitespace().all(|day| Date::read(day).is_ok()) => {
            toml_list(text, str::to_owned)
        }
        ValueType::Several(_) => toml_list(text, toml_string),
        _ if text.contains('\n') => toml_lines(text),
        _ => toml_string(text),
    }
}

/// Whether a text is the decimal form of a whole number.
pub(crate) fn is_canonical_integer(text: &str) -> bool {
    text.parse::<i64>().is_ok_and(|number| number.to_string() == text)
}

fn toml_list(text: &str, written: fn(&str) -> String) -> String {
    let words: Vec<String> = text.split_whitespace().map(written).collect();
    let line = format!("[{}]", words.join(", "));
    match line.chars().count() <= WIDTH {
        true => line,
        false => format!("[\n  {},\n]", words.join(",\n  ")),
    }
}

fn toml_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\n' => quoted.push_str("\\n"),
            _ => push_escaped(c, &mut quoted),
        }
    }
    quoted.push('"');
    quoted
}

/// Text of several lines between triple quotes. The line break behind the opening quotes is TOML's
/// own; a quote is escaped where it could run together with another one.
fn toml_lines(text: &str) -> String {
    let mut quoted = String::from("\"\"\"\n");
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek()) {
            ('"', None | Some('"')) => quoted.push_str("\\\""),
            ('"', _) => quoted.push('"'),
            ('\n', _) => quoted.push('\n'),
            _ => push_escaped(c, &mut quoted),
        }
    }
    quoted.push_str("\"\"\"");
    quoted
}

fn push_escaped(c: char, quoted: &mut String) {
    match c {
        '\\' => quoted.push_str("\\\\"),
        '\t' => quoted.push('\t'),
        '\r' => quoted.push_str("\\r"),
        c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
        c => quoted.push(c),
    }
}

/// A value as a CSV cell.
pub(super) fn csv_cell(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}
