//! Terms in a file of their own: the keys of `sla-terms.toml`, tables of settings, and earlier versions.
//! All of it is turned into rows of the model, which the one builder reads.

use super::settings;
use mamori_domain::build::{Kind, unknown_name};
use mamori_domain::description::ValueType;
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{NotAgreed, Problem, Said, SlaHours, SlaTerms, SlaWindow};
use mamori_rules::agreed_terms::{AgreedTerms, Layer};
use mamori_service_levels::Agreement;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A table of the file with the means to tell where its values stand.
pub(super) struct Section<'a> {
    file: &'a str,
    text: &'a str,
    table: &'a DeTable<'a>,
}

/// Reads the agreement of a file, and its versions in the words of the model.
pub(crate) fn read(file: &str, text: &str) -> Result<(Agreement, Vec<AgreedTerms>), Vec<Problem>> {
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![problem(
            &place(file, text, at),
            Said::new(
                format!("TOMLとして読めません：{}", error.message()),
                format!("It is no TOML: {}", error.message()),
            ),
        )]
    })?;
    let mut problems = Vec::new();
    let newest = Section {
        file,
        text,
        table: table.get_ref(),
    };
    let mut versions = vec![version(&newest, &mut problems)];
    for earlier in newest.tables("earlier", &mut problems) {
        versions.push(version(&earlier, &mut problems));
    }
    let undated = versions.len() > 1 && versions.iter().any(|one| one.terms.valid_from.is_none());
    let figures = versions.iter().map(AgreedTerms::figures).collect();
    let agreement = Agreement::new(figures).filter(|_| !undated);
    if agreement.is_none() {
        problems.push(problem(
            &Place::file(file),
            Said::new(
                "版が二つ以上あるときは、それぞれに違う valid_from が要ります",
                "Each of several versions needs a valid_from of its own",
            ),
        ));
    }
    match agreement.filter(|_| problems.is_empty()) {
        Some(agreement) => Ok((agreement, versions)),
        None => Err(problems),
    }
}

/// What a version says, as it is gathered from keys and tables.
#[derive(Default)]
pub(super) struct Gathered {
    cells: Vec<RawCell>,
    pub(super) hours: Vec<SlaHours>,
    pub(super) windows: Vec<SlaWindow>,
}

impl Gathered {
    /// Takes a value of the terms, once.
    pub(super) fn put(&mut self, name: &str, text: String, place: Place, problems: &mut Vec<Problem>) {
        if let Some(first) = self.cells.iter().find(|cell| &*cell.name == name) {
            let said = Said::new(
                format!("{name} が二度あります（初めは {}）", first.place),
                format!("{name} stands twice (first at {})", first.place),
            );
            problems.push(problem(&place, said));
            return;
        }
        self.cells.push(RawCell {
            name: name.into(),
            text,
            place,
        });
    }

    /// Takes members of a list, as often as they come.
    pub(super) fn add(&mut self, name: &str, words: &str, place: Place) {
        match self.cells.iter_mut().find(|cell| &*cell.name == name) {
            Some(cell) => cell.text = format!("{} {words}", cell.text),
            None => self.cells.push(RawCell {
                name: name.into(),
                text: words.to_owned(),
                place,
            }),
        }
    }
}

/// One version: values of the terms under their own names, then the tables.
fn version(section: &Section<'_>, problems: &mut Vec<Problem>) -> AgreedTerms {
    let mut gathered = Gathered::default();
    for (name, key, value) in section.keys() {
        if settings::TABLES.contains(&name) || name == "earlier" {
            continue;
        }
        let place = section.place(value);
        let refused = NotAgreed::ALL
            .iter()
            .find(|one| one.code() == name && is_none(value.get_ref()));
        let Some(field) = SlaTerms::DESCRIPTION.field(name) else {
            problems.push(unknown_name(SlaTerms::DESCRIPTION, name, &section.place(key)));
            continue;
        };
        let list = matches!(field.value, ValueType::Several(_));
        match (refused, list, value.get_ref()) {
            (Some(one), ..) => gathered.add("not_agreed", one.code(), place),
            (None, true, DeValue::Array(items)) => match words(items) {
                Some(words) => gathered.add(name, &words, place),
                None => problems.push(problem(&place, single(name))),
            },
            (None, true, DeValue::String(text)) => gathered.add(name, text, place),
            (None, _, value) => match scalar(value) {
                Some(text) => gathered.put(name, text, place, problems),
                None => problems.push(problem(&place, single(name))),
            },
        }
    }
    settings::gather(section, &mut gathered, problems);
    let raw = RawRow {
        place: Place::file(section.file),
        cells: gathered.cells,
    };
    let terms = SlaTerms::read(&raw, problems).unwrap_or_default();
    AgreedTerms::default().under(&Layer {
        terms: &terms,
        hours: gathered.hours.iter().collect(),
        windows: gathered.windows.iter().collect(),
    })
}

/// Whether a figure is said not to be agreed.
fn is_none(value: &DeValue<'_>) -> bool {
    matches!(value, DeValue::String(text) if matches!(&**text, "none" | "なし"))
}

fn single(name: &str) -> Said {
    Said::new(
        format!("{name} は一つの値で書いてください"),
        format!("{name} takes a single value"),
    )
}

/// Members of a list: texts or dates, joined as the model has them.
pub(super) fn words(items: &[Spanned<DeValue<'_>>]) -> Option<String> {
    let word = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(day) => Some(day.to_string()),
        _ => None,
    };
    let words: Option<Vec<String>> = items.iter().map(word).collect();
    Some(words?.join(" "))
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => {
            let number = i64::from_str_radix(number.as_str(), number.radix()).ok()?;
            Some(number.to_string())
        }
        DeValue::Boolean(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        DeValue::Datetime(day) => Some(day.to_string()),
        _ => None,
    }
}

impl<'a> Section<'a> {
    /// Where something stands.
    pub(super) fn place<T>(&self, spanned: &Spanned<T>) -> Place {
        place(self.file, self.text, spanned.span().start)
    }

    /// The table under a name.
    pub(super) fn table(&self, name: &str, problems: &mut Vec<Problem>) -> Option<Section<'a>> {
        let value = self.table.get(name)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Section { table, ..*self }),
            _ => {
                let said = Said::new(
                    format!("[{name}] という表にしてください"),
                    format!("Write it as a table [{name}]"),
                );
                problems.push(problem(&self.place(value), said));
                None
            }
        }
    }

    /// The tables of `[[name]]`.
    fn tables(&self, name: &str, problems: &mut Vec<Problem>) -> Vec<Section<'a>> {
        let Some(value) = self.table.get(name) else {
            return Vec::new();
        };
        let items = match value.get_ref() {
            DeValue::Array(items) => Some(items),
            _ => None,
        };
        let tables = items
            .into_iter()
            .flat_map(|items| items.iter())
            .map(|item| match item.get_ref() {
                DeValue::Table(table) => Some(Section { table, ..*self }),
                _ => None,
            });
        let found: Option<Vec<Section<'a>>> = tables.collect();
        found.filter(|found| !found.is_empty()).unwrap_or_else(|| {
            let said = Said::new(
                format!("[[{name}]] という表にしてください"),
                format!("Write it as tables [[{name}]]"),
            );
            problems.push(problem(&self.place(value), said));
            Vec::new()
        })
    }

    /// The names and values of the table in the order of the file.
    pub(super) fn keys(&self) -> Vec<(&'a str, &'a Spanned<DeString<'a>>, &'a Spanned<DeValue<'a>>)> {
        let mut keys: Vec<_> = self.table.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        keys.into_iter()
            .map(|(key, value)| (&**key.get_ref(), key, value))
            .collect()
    }
}

fn place(file: &str, text: &str, at: usize) -> Place {
    let before = text.get(..at).unwrap_or("");
    let line = 1 + before.matches('\n').count();
    Place::File {
        file: file.into(),
        line: u32::try_from(line).unwrap_or(0),
        column: 0,
    }
}

/// A problem whose sentence says what to write.
pub(super) fn problem(place: &Place, what: Said) -> Problem {
    let help = Said::new(
        "使える値は docs/design/service-levels.md にあります",
        "docs/design/service-levels.md has the values",
    );
    Problem::new(place, what, help)
}
