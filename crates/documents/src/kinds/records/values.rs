//! A field's value in words: codes by their labels, ids by the names of their things.

use crate::Paper;
use mamori_domain::description::ValueType;
use mamori_domain::{FieldValue, Id, Moment, Scope, Side};
use mamori_rules::procedures::Record;

wording! {
    WITH_UNIT = "{0}{1}" / "{0} {1}";
}

/// The sides that may act, in words.
pub(super) fn sides(paper: &Paper<'_>, sides: &[Side]) -> String {
    let names: Vec<&str> = sides.iter().map(|side| paper.say(side.words())).collect();
    paper.list(&names)
}

/// The institution whose record it is.
pub(super) fn institution_of(paper: &Paper<'_>, record: &Record<'_>) -> Option<String> {
    match &record.scope {
        Scope::Institution(id) => Some(institution(paper, id)),
        _ => None,
    }
}

fn institution(paper: &Paper<'_>, id: &str) -> String {
    let mut all = paper.subject.workspace.institutions.iter();
    let found = all.find(|(own, _)| own.as_str() == id);
    let name = found.and_then(|(_, one)| one.profile.name.as_ref());
    name.map_or_else(|| id.to_owned(), |name| name.to_string())
}

/// A value of a type as a reader understands it.
pub(crate) fn value(paper: &Paper<'_>, kind: &ValueType, text: &str) -> String {
    match kind {
        ValueType::Several(inner) => {
            let words: Vec<String> = text
                .split_whitespace()
                .map(|word| value(paper, inner, word))
                .collect();
            paper.list(&words.iter().map(String::as_str).collect::<Vec<_>>())
        }
        ValueType::Choice(choices) => {
            let found = choices.iter().find(|choice| choice.code == text.trim());
            found.map_or_else(|| text.to_owned(), |choice| paper.say(choice.words).to_owned())
        }
        ValueType::Integer { unit, .. } => {
            let several = paper.say(*unit);
            // English names its units in the plural; one of them loses its s.
            let unit = match text.trim() {
                "1" => several.strip_suffix('s').unwrap_or(several),
                _ => several,
            };
            paper.fill(WITH_UNIT, &[text, unit])
        }
        ValueType::Moment => match Moment::read(text) {
            Ok(moment) => moment.to_string(),
            Err(_) => text.to_owned(),
        },
        ValueType::Reference(kind) => name(paper, kind, text.trim()),
        _ => text.to_owned(),
    }
}

/// The name of a thing of a kind; its id where it has none or stands in another service.
fn name(paper: &Paper<'_>, kind: &str, id: &str) -> String {
    macro_rules! named {
        ($look:ident) => {
            Id::parse(id).map(|id| paper.$look(&id).to_owned())
        };
    }
    let found = match kind {
        "equipment" => named!(equipment),
        "medium" => {
            let mut media = paper.subject.service.media.iter();
            let found = media.find(|medium| medium.id.as_str() == id);
            found.map(|medium| medium.name.to_string())
        }
        "information" => named!(information),
        "supplier" => named!(supplier),
        "evidence" => named!(evidence),
        "site" => named!(site),
        "institution" => Some(institution(paper, id)),
        "service" if id == paper.subject.id.as_str() => {
            let profile = &paper.subject.service.profile;
            profile.name.as_ref().map(|name| name.to_string())
        }
        _ => None,
    };
    found.unwrap_or_else(|| id.to_owned())
}
