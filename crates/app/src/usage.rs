//! What is wrong with a command line, in Japanese first and English second.
//!
//! The language asked for is not known when the arguments cannot be read, so both are told.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use mamori_domain::Said;

/// Tells a refused command line: what is wrong, what is near, and how the command is used.
pub fn told(error: &clap::Error) -> String {
    let said = what(error);
    let mut text = format!("エラー：{}\nerror: {}\n", said.ja, said.en);
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        text.push_str(&format!("\n{}", error.render()));
        return text;
    }
    let suggestion = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .find_map(|kind| nearest(error, kind));
    if let Some(near) = suggestion {
        text.push_str(&format!(
            "    → 「{near}」のことですか / Did you mean \"{near}\"?\n"
        ));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim().trim_start_matches("Usage:").trim();
        text.push_str(&format!("\n使い方 / Usage: {usage}\n"));
    }
    text.push_str("詳しくは --help をご覧ください / For more, try --help\n");
    text
}

fn what(error: &clap::Error) -> Said {
    let argument = named(error, ContextKind::InvalidArg);
    let value = named(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = named(error, ContextKind::InvalidSubcommand);
            Said::new(
                format!("「{command}」というコマンドはありません"),
                format!("There is no command \"{command}\""),
            )
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Said::new(
            "何をするかのコマンドがありません",
            "The command that says what to do is missing",
        ),
        ErrorKind::UnknownArgument => Said::new(
            format!("「{argument}」という引数はありません"),
            format!("There is no argument \"{argument}\""),
        ),
        ErrorKind::MissingRequiredArgument => Said::new(
            format!("必要な引数がありません：{argument}"),
            format!("A required argument is missing: {argument}"),
        ),
        ErrorKind::InvalidValue if value.is_empty() => Said::new(
            format!("「{argument}」に値がありません{}", choices(error, "。選べる値：")),
            format!("\"{argument}\" has no value{}", choices(error, "; it may be: ")),
        ),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map_or_else(String::new, |why| format!("（{why}）"));
            Said::new(
                format!(
                    "「{argument}」に「{value}」は使えません{}{why}",
                    choices(error, "。選べる値：")
                ),
                format!(
                    "\"{argument}\" cannot be \"{value}\"{}",
                    choices(error, "; it may be: ")
                ),
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = named(error, ContextKind::PriorArg);
            match other == argument {
                true => Said::new(
                    format!("「{argument}」は一度しか書けません"),
                    format!("\"{argument}\" may stand only once"),
                ),
                false => Said::new(
                    format!("「{argument}」と「{other}」は一緒に使えません"),
                    format!("\"{argument}\" and \"{other}\" cannot stand together"),
                ),
            }
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => Said::new(
            format!("「{argument}」の値の数が違います"),
            format!("\"{argument}\" has the wrong number of values"),
        ),
        ErrorKind::NoEquals => Said::new(
            format!("「{argument}」の値は = のあとに書いてください"),
            format!("Write the value of \"{argument}\" behind ="),
        ),
        ErrorKind::InvalidUtf8 => Said::new(
            "引数の文字コードがUTF-8ではありません",
            "An argument is not UTF-8",
        ),
        _ => Said::new(
            "コマンドの書き方が違います",
            "The command line cannot be understood",
        ),
    }
}

/// What is nearest to the mistyped word; clap lists the nearest last.
fn nearest(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(several) => several.last().cloned(),
        _ => None,
    }
}

fn choices(error: &clap::Error, before: &str) -> String {
    match named(error, ContextKind::ValidValue) {
        none if none.is_empty() => none,
        choices => format!("{before}{choices}"),
    }
}

/// A part of the error as text; empty when it has none.
fn named(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(several)) => several.join(", "),
        _ => String::new(),
    }
}
