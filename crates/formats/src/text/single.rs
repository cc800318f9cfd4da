//! Single things in TOML files: flat keys that are field names.

use super::position::Positions;
use crate::normal::{is_yes_no, value_text};
use mamori_domain::build::unknown_name;
use mamori_domain::description::{FieldDescription, KindDescription, ValueType};
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{Problem, Said};
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

/// Reads a single thing; nothing when the file holds no value.
pub(super) fn read(
    kind: &'static KindDescription,
    path: &str,
    text: &str,
    problems: &mut Vec<Problem>,
) -> Option<RawRow> {
    let positions = Positions::new(path, text);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let place = error
            .span()
            .map_or_else(|| Place::file(path), |span| positions.at(span.start));
        problems.push(not_toml(&place, error.message()));
    }
    let mut entries: Vec<(&Spanned<_>, &Spanned<DeValue<'_>>)> = table.get_ref().iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    let mut cells = Vec::new();
    for (key, value) in entries {
        let name: &str = key.get_ref();
        let Some(field) = kind.field(name) else {
            // What a syntax error left behind is no key of the user's.
            if errors.is_empty() {
                problems.push(unknown_name(kind, name, &positions.at(key.span().start)));
            }
            continue;
        };
        let place = positions.at(value.span().start);
        match value_of(field, value.get_ref()) {
            Ok(text) if text.is_empty() => {}
            Ok(text) => cells.push(RawCell {
                name: field.name.into(),
                text,
                place,
            }),
            Err(said) if errors.is_empty() => {
                problems.push(Problem::new(
                    &place,
                    said,
                    Said::new(field.help.ja, field.help.en),
                ));
            }
            Err(_) => {}
        }
    }
    let first = cells.first()?.place.clone();
    Some(RawRow { place: first, cells })
}

fn value_of(field: &FieldDescription, value: &DeValue<'_>) -> Result<String, Said> {
    let date = |date: &toml::value::Datetime| date.time.is_none() && date.offset.is_none();
    match (value, &field.value) {
        (DeValue::String(text), _) => Ok(value_text(field, text)),
        (DeValue::Integer(number), ValueType::Integer { .. }) => whole(number),
        (DeValue::Boolean(yes), _) if is_yes_no(field) => Ok(if *yes { "yes" } else { "no" }.to_owned()),
        (DeValue::Datetime(day), ValueType::Date) if date(day) => Ok(day.to_string()),
        (DeValue::Array(items), ValueType::Several(_)) => {
            let words = items.iter().map(|item| match (item.get_ref(), &field.value) {
                (DeValue::Datetime(day), ValueType::Several(ValueType::Date)) if date(day) => {
                    Ok(day.to_string())
                }
                (other, _) => one_word(other).map(str::to_owned),
            });
            Ok(words.collect::<Result<Vec<_>, _>>()?.join(" "))
        }
        _ => Err(wrong_sort(field, value)),
    }
}

fn whole(number: &DeInteger<'_>) -> Result<String, Said> {
    i64::from_str_radix(number.as_str(), number.radix())
        .map(|number| number.to_string())
        .map_err(|_| {
            Said::new(
                format!("「{number}」は大きすぎる数です"),
                format!("\"{number}\" is too large a number"),
            )
        })
}

fn one_word<'a>(value: &'a DeValue<'_>) -> Result<&'a str, Said> {
    match value {
        DeValue::String(word) if !word.is_empty() && !word.contains(char::is_whitespace) => Ok(word),
        DeValue::String(word) => Err(Said::new(
            format!("並べる値「{word}」が空か、空白を含んでいます"),
            format!("The listed value \"{word}\" is empty or has spaces in it"),
        )),
        _ => Err(Said::new(
            "並べる値はどれも \" で囲んでください",
            "Put every listed value into \"quotes\"",
        )),
    }
}

fn wrong_sort(field: &FieldDescription, value: &DeValue<'_>) -> Said {
    let (ja, en) = match value {
        DeValue::Table(_) => {
            return Said::new(
                format!("「{}」に表（[ ] や . で分けた書き方）は使えません", field.name),
                format!(
                    "\"{}\" cannot be a table: keys stand side by side in this file",
                    field.name
                ),
            );
        }
        DeValue::Array(_) => ("並び", "a list"),
        DeValue::Float(_) => ("小数", "a fraction"),
        DeValue::Integer(_) => ("数", "a number"),
        DeValue::Boolean(_) => ("真偽", "true or false"),
        DeValue::Datetime(_) => ("日時", "a date or time"),
        DeValue::String(_) => ("文字", "text"),
    };
    let (wanted_ja, wanted_en) = match &field.value {
        ValueType::Integer { .. } => ("整数をそのまま", "a whole number as it is"),
        ValueType::Date => ("日付を 2026-04-01 の形で", "a date like 2026-04-01"),
        ValueType::Several(_) => ("[\"…\", \"…\"] の形で", "a list like [\"…\", \"…\"]"),
        _ => ("値を \" で囲んで", "the value in \"quotes\""),
    };
    Said::new(
        format!("「{}」に{ja}は書けません。{wanted_ja}書いてください", field.name),
        format!("\"{}\" cannot be {en}: write {wanted_en}", field.name),
    )
}

fn not_toml(place: &Place, message: &str) -> Problem {
    Problem::new(
        place,
        Said::new(
            format!("TOMLとして読めません（{message}）"),
            format!("This is not TOML: {message}"),
        ),
        Said::new(
            "欄の名前 = \"値\" の形で1行ずつ書きます。長い文は \"\"\" で囲みます",
            "Write one line a field: name = \"value\"; put long text between \"\"\"",
        ),
    )
}
