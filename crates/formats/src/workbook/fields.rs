//! What a field brings to its column: its width, the help shown beside a selected cell, and the
//! choices offered.
//!
//! Help is shown by validations and not by notes: notes take three parts a sheet, and other programs
//! would save more parts than the reader allows.

use super::layout::{Column, FIRST_ROW, SheetPlan, plans};
use crate::xlsx_reader::column_name;
use mamori_domain::description::{Choice, FieldDescription, Level, ValueType};
use mamori_domain::{Language, Words};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula};

/// Longest message Excel shows beside a cell.
const MESSAGE_MAX: usize = 255;

/// The width of a column in characters.
pub(super) fn width(column: Column) -> f64 {
    match column {
        Column::Scope(_) => 18.0,
        Column::Field(field) => width_of(&field.value),
    }
}

fn width_of(value: &ValueType) -> f64 {
    match value {
        ValueType::Text { .. } => 30.0,
        ValueType::Prose { .. } => 48.0,
        ValueType::Integer { .. } | ValueType::Country => 10.0,
        ValueType::Date => 13.0,
        ValueType::Moment => 24.0,
        ValueType::Choice(_) | ValueType::Catalogue(_) => 16.0,
        ValueType::Reference(_) | ValueType::Key(_) => 20.0,
        ValueType::Pattern | ValueType::Several(_) | ValueType::Formed(_) => 28.0,
        ValueType::Sha256 => 24.0,
    }
}

fn scope_help(plan: SheetPlan) -> Words {
    match (plan.level, plan.founds()) {
        (Level::Institution, true) => Words::new(
            "医療機関等のIDです。半角の英小文字・数字・ハイフンで決め、あとから変えません",
            "Id of the institution: lower-case letters, digits and hyphens; it does not change later",
        ),
        (Level::Institution, false) => Words::new(
            "どの医療機関等のことかを、IDで書きます。一つしかなければ空でもかまいません",
            "Which institution it is about, by id; may stay empty when there is only one",
        ),
        (_, true) => Words::new(
            "サービスのIDです。半角の英小文字・数字・ハイフンで決め、あとから変えません",
            "Id of the service: lower-case letters, digits and hyphens; it does not change later",
        ),
        (_, false) => Words::new(
            "どのサービスのことかを、IDで書きます。一つしかなければ空でもかまいません",
            "Which service it is about, by id; may stay empty when there is only one",
        ),
    }
}

/// What to write into a field.
pub(super) fn explanation(field: &FieldDescription, language: Language) -> String {
    let mut lines = vec![field.help.say(language).to_owned()];
    if field.required {
        lines.push(
            Words::new("必ず書きます", "It must be filled in")
                .say(language)
                .to_owned(),
        );
    }
    lines.extend(form(&field.value, language));
    lines.join("\n")
}

fn form(value: &ValueType, language: Language) -> Vec<String> {
    let say = |ja: String, en: String| match language {
        Language::Japanese => ja,
        Language::English => en,
    };
    match value {
        ValueType::Choice(choices) => choices
            .iter()
            .map(|choice| format!("{} = {}", choice.code, choice.words.say(language)))
            .collect(),
        ValueType::Integer { min, max, unit } => vec![say(
            format!("{min}〜{max}の整数（単位：{}）", unit.ja),
            format!("A whole number from {min} to {max} ({})", unit.en),
        )],
        ValueType::Date => vec![say("例：2026-04-01".into(), "Such as 2026-04-01".into())],
        ValueType::Moment => vec![say(
            "例：2026-04-01、2026-04-01T21:30+09:00".into(),
            "Such as 2026-04-01 or 2026-04-01T21:30+09:00".into(),
        )],
        ValueType::Formed(form) => vec![say(form.words.ja.to_owned(), form.words.en.to_owned())],
        ValueType::Reference(kind) => match kind_label(kind) {
            Some(label) => {
                vec![say(
                    format!("「{}」のIDです", label.ja),
                    format!("Id of: {}", label.en.to_lowercase()),
                )]
            }
            None => Vec::new(),
        },
        ValueType::Several(inner) => {
            let mut lines = vec![say(
                "空白で区切っていくつでも書けます".into(),
                "Several, separated by spaces".into(),
            )];
            lines.extend(form(inner, language));
            lines
        }
        _ => Vec::new(),
    }
}

fn kind_label(kind: &str) -> Option<Words> {
    plans()
        .into_iter()
        .find(|plan| plan.kind.name == kind)
        .map(|plan| plan.kind.label)
}

/// The validation of a column: the help shown beside a selected cell, with codes to choose from or
/// the ids that a single reference may mean.
pub(super) fn validation(
    plan: SheetPlan,
    column: Column,
    language: Language,
    last_row: u32,
) -> DataValidation {
    let offered =
        offer(plan, column, language, last_row).unwrap_or_else(|| DataValidation::new().allow_any_value());
    let text = match column {
        Column::Scope(plan) => scope_help(plan).say(language).to_owned(),
        Column::Field(field) => explanation(field, language),
    };
    let mut message = String::new();
    for line in text.split('\n').map(|line| format!("{line}\n")) {
        if message.encode_utf16().count() + line.encode_utf16().count() > MESSAGE_MAX {
            break;
        }
        message.push_str(&line);
    }
    offered
        .clone()
        .set_input_message(message.trim_end())
        .unwrap_or(offered)
}

fn offer(plan: SheetPlan, column: Column, language: Language, last_row: u32) -> Option<DataValidation> {
    let field = match column {
        Column::Scope(_) if plan.founds() => return None,
        Column::Scope(_) => return ids(sheet_of_scopes(plan.level)?, language, last_row),
        Column::Field(field) => field,
    };
    match &field.value {
        ValueType::Choice(choices) => codes(choices, language),
        ValueType::Reference(kind) => {
            let own = *field == plan.kind.fields[0] && *kind == plan.kind.name;
            ids(referenced(plan.level, kind).filter(|_| !own)?, language, last_row)
        }
        _ => None,
    }
}

fn sheet_of_scopes(level: Level) -> Option<SheetPlan> {
    plans()
        .into_iter()
        .find(|plan| plan.level == level && plan.founds())
}

/// The sheet whose ids a reference from a level means: its own level's first, then the provider's,
/// then the services'.
fn referenced(from: Level, kind: &str) -> Option<SheetPlan> {
    let order = [from, Level::Organisation, Level::Service, Level::Institution];
    let at = |level: Level| {
        plans()
            .into_iter()
            .find(|plan| plan.level == level && plan.kind.name == kind)
    };
    order.into_iter().find_map(at)
}

fn codes(choices: &[Choice], language: Language) -> Option<DataValidation> {
    let codes: Vec<&str> = choices.iter().map(|choice| choice.code).collect();
    let error = Words::new("選択肢から選んでください。", "Choose one of the codes.").say(language);
    DataValidation::new()
        .allow_list_strings(&codes)
        .ok()?
        .set_error_message(error)
        .ok()
}

/// Offers the ids of another sheet: as many as there are when the list is opened.
fn ids(plan: SheetPlan, language: Language, last_row: u32) -> Option<DataValidation> {
    let letters = column_name(if plan.scoped() && !plan.founds() { 2 } else { 1 });
    let sheet = plan.name(language).replace('\'', "''");
    let first = FIRST_ROW + 1;
    let all = format!("'{sheet}'!${letters}${first}:${letters}${last_row}");
    let list = format!("=OFFSET('{sheet}'!${letters}${first},0,0,MAX(1,COUNTA({all})),1)");
    let error = Words::new(
        "まだ一覧にないIDです。このまま入れてよければ「はい」を選び、あとで一覧に加えてください。",
        "This id is not in the list yet. Keep it if you will add it there.",
    );
    DataValidation::new()
        .allow_list_formula(Formula::new(list))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_message(error.say(language))
        .ok()
}
