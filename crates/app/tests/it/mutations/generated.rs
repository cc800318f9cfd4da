//! The generic operations over every kind of the model: remove, clear, age, post-date, swap.

use super::edit::{Edit, Step};
use mamori_domain::description::{KindDescription, Shape, Tense, ValueType};
use mamori_domain::raw::{RawRow, RawWorkspace};
use mamori_domain::{Date, FieldValue};

/// Every generic change to the example.
pub fn mutations(raw: &RawWorkspace) -> Vec<Edit> {
    let mut edits = Vec::new();
    for scope in &raw.scopes {
        let name = scope.scope.to_string();
        for list in &scope.lists {
            if list.kind.shape == Shape::List {
                edits.push(clear(&name, list.kind));
                edits.extend(list.rows.iter().map(|row| remove(&name, list.kind, row)));
            }
            for row in &list.rows {
                fields(&name, list.kind, row, &mut edits);
            }
        }
    }
    edits
}

fn clear(scope: &str, kind: &'static KindDescription) -> Edit {
    let step = Step::Clear {
        scope: scope.to_owned(),
        kind: kind.name,
    };
    Edit {
        name: format!("remove all {scope}/{}", kind.name),
        steps: vec![step],
    }
}

fn remove(scope: &str, kind: &'static KindDescription, row: &RawRow) -> Edit {
    let key = kind.key_of(row).into_owned();
    let name = format!("remove {scope}/{}/{key}", kind.name);
    Edit {
        name,
        steps: vec![Step::Remove {
            scope: scope.to_owned(),
            kind: kind.name,
            key,
        }],
    }
}

/// Changes to single fields of one row: clear what is optional, age what is a date, put it and what is
/// a moment into the future, swap what is a choice for each of the others.
fn fields(scope: &str, kind: &'static KindDescription, row: &RawRow, edits: &mut Vec<Edit>) {
    let key = &*kind.key_of(row);
    for (at, field) in kind.fields.iter().enumerate() {
        let text = row.text(field.name);
        let is_key = kind.shape == Shape::List && at == 0;
        if text.is_empty() || is_key || kind.name == "settings" {
            continue;
        }
        let mut edit = |operation: &str, value: String| {
            let name = format!("{operation} {scope}/{}/{key}/{}", kind.name, field.name);
            let (scope, key) = (scope.to_owned(), key.to_owned());
            let step = Step::Put {
                scope,
                kind: kind.name,
                key,
                field: field.name,
                value,
            };
            edits.push(Edit {
                name,
                steps: vec![step],
            });
        };
        if !field.required {
            edit("clear", String::new());
        }
        match &field.value {
            ValueType::Date => {
                edit("age", years_before(text, 3));
                edit("post-date", years_after(text, 8));
            }
            ValueType::Moment => edit("post-date", years_after(text, 8)),
            ValueType::Choice(choices) => {
                // What was done has some thirty words; where one is wrong, the others are wrong alike.
                let most = if kind.tense == Tense::Past {
                    3
                } else {
                    choices.len()
                };
                let others = choices.iter().filter(|choice| choice.code != text);
                for choice in others.take(most) {
                    edit(&format!("swap to {}", choice.code), choice.code.to_owned());
                }
            }
            ValueType::Country => edit("swap to US", "US".to_owned()),
            _ => {}
        }
    }
}

/// The same day and time some years later; a multiple of four, so that a leap day stays one.
fn years_after(text: &str, years: i32) -> String {
    let (year, rest) = text
        .split_once('-')
        .expect("the example's dates begin with their year");
    let year: i32 = year.parse().expect("a year");
    format!("{}-{rest}", year + years)
}

fn years_before(text: &str, years: i64) -> String {
    let date = <Date as FieldValue>::read(text).expect("the example's dates are dates");
    date.saturating_sub(jiff::Span::new().years(years)).to_string()
}
