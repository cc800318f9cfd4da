//! Terms in a file of their own: the keys of `sla-terms.toml`, settings, and earlier versions.

use super::agreed::figures;
use super::settings;
use mamori_domain::build::{Kind, unknown_name};
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{Problem, Said, SlaTerms};
use mamori_rules::check::sla::Terms as TermsOfModel;
use mamori_service_levels::{Agreement, Terms};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of the file with the means to tell where its values stand.
pub(super) struct Section<'a> {
    file: &'a str,
    text: &'a str,
    table: &'a DeTable<'a>,
}

/// Reads the agreement of a file.
pub(crate) fn read(file: &str, text: &str) -> Result<Agreement, Vec<Problem>> {
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
    let undated = versions.len() > 1 && versions.iter().any(|terms| terms.valid_from.is_none());
    let agreement = Agreement::new(versions).filter(|_| !undated);
    if agreement.is_none() {
        problems.push(problem(
            &Place::file(file),
            Said::new(
                "版が二つ以上あるときは、それぞれに違う valid_from が要ります",
                "Each of several versions needs a valid_from of its own",
            ),
        ));
    }
    agreement.filter(|_| problems.is_empty()).ok_or(problems)
}

/// One version: figures of the model, then settings that only a file has.
fn version(section: &Section<'_>, problems: &mut Vec<Problem>) -> Terms {
    let mut cells = Vec::new();
    let mut own = Vec::new();
    for (key, value) in section.table {
        let name: &str = key.get_ref();
        let is_none = matches!(value.get_ref(), DeValue::String(text) if matches!(&**text, "none" | "なし"));
        if settings::TABLES.contains(&name) || name == "earlier" {
            continue;
        }
        let place = section.place(value);
        if is_none && matches!(name, "availability_business" | "availability_other") {
            own.push(name.to_owned());
        } else if SlaTerms::DESCRIPTION.field(name).is_none() {
            problems.push(unknown_name(SlaTerms::DESCRIPTION, name, &section.place(key)));
        } else if let Some(text) = scalar(value.get_ref()) {
            cells.push(RawCell {
                name: name.into(),
                text,
                place,
            });
        } else {
            let said = Said::new(
                format!("{name} は一つの値で書いてください"),
                format!("{name} takes a single value"),
            );
            problems.push(problem(&place, said));
        }
    }
    let raw = RawRow {
        place: Place::file(section.file),
        cells,
    };
    let given = SlaTerms::read(&raw, problems).unwrap_or_default();
    let mut terms = figures(&TermsOfModel::alone(&given));
    for name in own {
        match name.as_str() {
            "availability_business" => terms.business = None,
            _ => terms.other = None,
        }
    }
    settings::apply(section, &mut terms, problems);
    terms
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

    /// The values of the table in the order of the file.
    pub(super) fn values(&self) -> Vec<(&'a str, &'a Spanned<DeValue<'a>>)> {
        let mut values: Vec<_> = self.table.iter().collect();
        values.sort_by_key(|(key, _)| key.span().start);
        values
            .into_iter()
            .map(|(key, value)| (&**key.get_ref(), value))
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
