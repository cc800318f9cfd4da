//! What the text of a cell means for a field: codes, ids, numbers, days, patterns.

use super::names::{Missing, Names, plain};
use mamori_domain::build::nearest;
use mamori_domain::description::{Choice, FieldDescription, ValueType};
use mamori_domain::raw::RawScope;
use mamori_domain::{Language, Said};
use std::collections::BTreeMap;

/// What a text means: the field it fills and its values. Several values of a field that takes one
/// make several rows.
pub(super) type Meant = Vec<(&'static str, String)>;

/// Why a text means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unclear {
    /// The part that is not understood.
    pub(super) text: String,
    /// What could be done.
    pub(super) help: Said,
}

/// The fields one column of flows may fill: on what the information is handled.
pub(super) const WHICH: [&str; 3] = ["equipment", "medium", "connection"];

/// Gives meaning to the texts of a table.
pub(super) struct Meaning<'m> {
    pub(super) names: Names,
    pub(super) values: &'m BTreeMap<String, BTreeMap<String, String>>,
    /// The scope the rows go to: what patterns may mean.
    pub(super) scope: &'m RawScope,
}

impl Meaning<'_> {
    /// What the map says a text means.
    pub(super) fn said(&self, field: &str, text: &str) -> Option<&str> {
        let wanted = plain(text);
        let table = self.values.get(field)?;
        table
            .iter()
            .find(|(from, _)| plain(from) == wanted)
            .map(|(_, to)| to.as_str())
    }

    /// On what information is handled: a piece of equipment, a medium, a connection.
    ///
    /// # Errors
    /// The names that are not resolved.
    pub(super) fn which(&self, text: &str) -> Result<Meant, Vec<Unclear>> {
        if let Some(said) = self.said("which", text) {
            let words: Vec<&str> = said.split_whitespace().collect();
            let found = words.iter().map(|word| self.names.resolve(&WHICH, word));
            return found
                .map(|found| found.map_err(|missing| unclear(&missing)))
                .try_fold(Vec::new(), |mut all, found| {
                    all.extend(fields_of(found?));
                    Ok(all)
                });
        }
        let found = self.names.resolve(&WHICH, text);
        found.map(fields_of).map_err(|missing| unclear(&missing))
    }

    /// The values a text means for a field.
    ///
    /// # Errors
    /// What is not understood.
    pub(super) fn of(
        &self,
        field: &'static FieldDescription,
        text: &str,
    ) -> Result<Vec<String>, Vec<Unclear>> {
        if let Some(said) = self.said(field.name, text) {
            return Ok(match field.value {
                ValueType::Text { .. } | ValueType::Prose { .. } => vec![said.to_owned()],
                _ => said.split_whitespace().map(str::to_owned).collect(),
            });
        }
        self.of_type(field.name, &field.value, text)
    }

    fn of_type(
        &self,
        field: &str,
        value: &'static ValueType,
        text: &str,
    ) -> Result<Vec<String>, Vec<Unclear>> {
        match value {
            ValueType::Text { .. } => Ok(vec![text.split_whitespace().collect::<Vec<_>>().join(" ")]),
            ValueType::Integer { .. } => Ok(vec![plain(text)]),
            ValueType::Date => Ok(vec![day(text)]),
            ValueType::Moment => Ok(vec![if text.contains('T') {
                text.to_owned()
            } else {
                day(text)
            }]),
            ValueType::Choice(choices) => code(choices, text).map(|code| vec![code]),
            ValueType::Reference(kind) => self.ids(kind, text),
            ValueType::Pattern if field == "flow" => self.flow(text).map(|pattern| vec![pattern]),
            ValueType::Pattern => self.risk(text).map(|pattern| vec![pattern]),
            ValueType::Several(inner) => self.several(field, inner, text),
            ValueType::Catalogue(_) | ValueType::Sha256 | ValueType::Country => {
                Ok(text.split_whitespace().map(str::to_owned).collect())
            }
            ValueType::Prose { .. } | ValueType::Formed(_) | ValueType::Key(_) => Ok(vec![text.to_owned()]),
        }
    }

    fn ids(&self, kind: &str, text: &str) -> Result<Vec<String>, Vec<Unclear>> {
        let found = self
            .names
            .resolve(&[kind], text)
            .map_err(|missing| unclear(&missing))?;
        Ok(found.into_iter().map(|(_, id)| id).collect())
    }

    fn several(
        &self,
        field: &str,
        inner: &'static ValueType,
        text: &str,
    ) -> Result<Vec<String>, Vec<Unclear>> {
        match inner {
            ValueType::Reference(_) | ValueType::Pattern => self.of_type(field, inner, text),
            _ => {
                let (mut values, mut missing) = (Vec::new(), Vec::new());
                for part in text
                    .split(['、', '，', ',', '\n', '/', '／'])
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                {
                    match self.of_type(field, inner, part) {
                        Ok(found) => values.extend(found),
                        Err(unclear) => missing.extend(unclear),
                    }
                }
                match missing.is_empty() {
                    true => Ok(values),
                    false => Err(missing),
                }
            }
        }
    }

    /// The pattern of the flow a sentence tells of: a stated one that says the same, else the site,
    /// the thing, the information and the verb it names.
    fn flow(&self, text: &str) -> Result<String, Vec<Unclear>> {
        if let Some(pattern) = as_pattern(text).or_else(|| self.stated("flow", "note", text)) {
            return Ok(pattern);
        }
        let site = self.names.within("site", text);
        let thing = WHICH.iter().find_map(|kind| self.names.within(kind, text));
        let (Some(site), Some(thing)) = (site, thing) else {
            return Err(vec![Unclear {
                text: text.to_owned(),
                help: Said::new(
                    "場所と機器の名前を文の中に見つけられません。[table.values.flow] に情報流のIDを書いてください",
                    "No known site and device are named in it: give the flow's id in [table.values.flow]",
                ),
            }]);
        };
        let verb = verb_within(text).unwrap_or_else(|| "*".to_owned());
        let information = self
            .names
            .within("information", text)
            .unwrap_or_else(|| "*".to_owned());
        Ok(format!("*/*/{verb}/{site}/{thing}/{information}"))
    }

    /// The id of the stated risk whose words a text repeats.
    fn risk(&self, text: &str) -> Result<String, Vec<Unclear>> {
        if let Some(pattern) = as_pattern(text).or_else(|| self.stated("risk", "scenario", text)) {
            return Ok(pattern);
        }
        let scenarios: Vec<&str> = self
            .scope
            .rows("risk")
            .iter()
            .map(|row| row.text("scenario"))
            .collect();
        let near = if text.len() > 600 {
            None
        } else {
            nearest(text, scenarios.into_iter())
        };
        let help = match near {
            Some(near) => Said::new(
                format!("「{near}」のことですか"),
                format!("Did you mean \"{near}\"?"),
            ),
            None => Said::new(
                "先にリスクの表を取り込むか、[table.values.risks] にリスクのIDを書いてください",
                "Import the table of risks first, or give the risks' ids in [table.values.risks]",
            ),
        };
        Err(vec![Unclear {
            text: text.to_owned(),
            help,
        }])
    }

    fn stated(&self, kind: &str, field: &str, text: &str) -> Option<String> {
        let wanted = plain(text);
        let row = self
            .scope
            .rows(kind)
            .iter()
            .find(|row| plain(row.text(field)) == wanted || row.text("id") == text)?;
        Some(row.text("id").to_owned())
    }
}

fn fields_of(found: Vec<(&str, String)>) -> Meant {
    let field = |kind: &str| WHICH.into_iter().find(|which| *which == kind);
    found
        .into_iter()
        .filter_map(|(kind, id)| Some((field(kind)?, id)))
        .collect()
}

/// A text that already has the form of a pattern.
fn as_pattern(text: &str) -> Option<String> {
    let known = text.is_ascii() && !text.contains(char::is_whitespace) && text.contains(['/', '*']);
    known.then(|| text.to_owned())
}

/// The verb whose words stand in a text, the longest first.
fn verb_within(text: &str) -> Option<String> {
    let text = plain(text);
    let verbs = mamori_domain::Verb::ALL.iter().filter(|verb| {
        let words = plain(verb.words().ja);
        text.contains(words.trim_end_matches("する"))
    });
    verbs
        .max_by_key(|verb| verb.words().ja.chars().count())
        .map(|verb| verb.code().to_owned())
}

fn code(choices: &'static [Choice], text: &str) -> Result<String, Vec<Unclear>> {
    let wanted = plain(text);
    let same = |choice: &&Choice| {
        choice.code == text
            || Language::ALL
                .iter()
                .any(|language| plain(choice.words.say(*language)) == wanted)
    };
    if let Some(choice) = choices.iter().find(same) {
        return Ok(choice.code.to_owned());
    }
    let listed: Vec<String> = choices
        .iter()
        .map(|choice| format!("{}（{}）", choice.code, choice.words.ja))
        .collect();
    let in_english: Vec<String> = choices
        .iter()
        .map(|choice| format!("{} ({})", choice.code, choice.words.en))
        .collect();
    Err(vec![Unclear {
        text: text.to_owned(),
        help: Said::new(
            format!("選べる値：{}", listed.join("、")),
            format!("It may be: {}", in_english.join(", ")),
        ),
    }])
}

/// A day written in one of the usual ways, as `YYYY-MM-DD`; other texts stay.
fn day(text: &str) -> String {
    let text = plain(text);
    let parts: Vec<&str> = text
        .split(['/', '-', '.', '年', '月', '日'])
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match (numbers.as_slice(), parts.len()) {
        ([year, month, day], 3) if *year >= 1000 => format!("{year:04}-{month:02}-{day:02}"),
        _ => text,
    }
}

fn unclear(missing: &[Missing]) -> Vec<Unclear> {
    let one = |missing: &Missing| match missing {
        Missing::Unknown {
            name,
            near: Some((near, id)),
        } => Unclear {
            text: name.clone(),
            help: Said::new(
                format!("「{near}」（{id}）のことですか"),
                format!("Did you mean \"{near}\" ({id})?"),
            ),
        },
        Missing::Unknown { name, near: None } => Unclear {
            text: name.clone(),
            help: Said::new(
                "先にワークスペースに加えるか、[table.values] にIDを書いてください",
                "Add it to the workspace first, or give its id in [table.values]",
            ),
        },
        Missing::Ambiguous { name, ids } => Unclear {
            text: name.clone(),
            help: Said::new(
                format!(
                    "同じ名前が複数あります（{}）。[table.values] にIDを書いてください",
                    ids.join("、")
                ),
                format!(
                    "Several are called so ({}): give the id in [table.values]",
                    ids.join(", ")
                ),
            ),
        },
    };
    missing.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_usual_ways() {
        for text in [
            "2026/4/1",
            "2026-04-01",
            "2026年4月1日",
            "２０２６／０４／０１",
            "2026.4.1",
        ] {
            assert_eq!(day(text), "2026-04-01");
        }
        assert_eq!(day("来月"), "来月");
    }
}
