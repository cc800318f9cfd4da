//! The tables of a file of terms — hours of each day, holidays, agreed windows, annexed items — as rows
//! and values of the model.

use super::terms_file::{Gathered, Section, problem, words};
use mamori_domain::build::Kind;
use mamori_domain::raw::{Place, RawCell, RawRow};
use mamori_domain::{HoursDay, Problem, Said, SlaHours, SlaWindow, window};
use toml::Spanned;
use toml::de::DeValue;

/// The tables that hold them.
pub(super) const TABLES: [&str; 2] = ["calendar", "annexed"];

/// Takes the tables of a version.
pub(super) fn gather(section: &Section<'_>, gathered: &mut Gathered, problems: &mut Vec<Problem>) {
    if let Some(calendar) = section.table("calendar", problems) {
        for (name, _, value) in calendar.keys() {
            let place = calendar.place(value);
            if let Err(said) = calendar_key(gathered, name, value.get_ref(), &place, problems) {
                problems.push(problem(&place, said));
            }
        }
    }
    if let Some(annexed) = section.table("annexed", problems) {
        for (name, _, value) in annexed.keys() {
            let place = annexed.place(value);
            match annexed_key(name, value.get_ref()) {
                Ok((field, text)) => gathered.put(field, text, place, problems),
                Err(said) => problems.push(problem(&place, said)),
            }
        }
    }
}

fn calendar_key(
    gathered: &mut Gathered,
    name: &str,
    value: &DeValue<'_>,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Result<(), Said> {
    match (name, value) {
        ("holidays", DeValue::String(text)) => {
            let text = if &**text == "なし" { "none" } else { text };
            gathered.put("holidays", text.to_owned(), place.clone(), problems);
        }
        // A list stands in place of the law.
        ("holidays", DeValue::Array(items)) => {
            gathered.put("holidays", "none".to_owned(), place.clone(), problems);
            gathered.add("extra_holidays", &dates(name, items)?, place.clone());
        }
        ("extra_holidays", DeValue::Array(items)) => {
            gathered.add("extra_holidays", &dates(name, items)?, place.clone());
        }
        ("agreed_windows", DeValue::Array(items)) => {
            for item in items.iter() {
                gathered.windows.push(agreed_window(item)?);
            }
        }
        (day, DeValue::String(hours)) if HoursDay::ALL.iter().any(|known| known.code() == day) => {
            let cell = |name: &str, text: &str| RawCell {
                name: name.into(),
                text: text.to_owned(),
                place: place.clone(),
            };
            let row = RawRow {
                place: place.clone(),
                cells: vec![cell("day", day), cell("hours", hours)],
            };
            gathered.hours.extend(SlaHours::read(&row, problems));
        }
        _ => {
            let known = "monday … sunday, holiday = \"09:00-18:00\"|\"none\"|\"same\", holidays = \"law\"|\"none\"|[\"2026-04-29\"], extra_holidays, agreed_windows";
            return Err(wrong(name, known));
        }
    }
    Ok(())
}

fn agreed_window(item: &Spanned<DeValue<'_>>) -> Result<SlaWindow, Said> {
    let DeValue::String(text) = item.get_ref() else {
        return Err(wrong("agreed_windows", "[\"Sun 02:00-04:00\"]"));
    };
    let (day, hours) = window(text)?;
    Ok(SlaWindow {
        day,
        hours,
        version: None,
        purpose: None,
    })
}

/// A setting of annexed items as a value of the terms.
fn annexed_key(name: &str, value: &DeValue<'_>) -> Result<(&'static str, String), Said> {
    match (name, value) {
        ("counted", DeValue::Boolean(counted)) => {
            let text = if *counted { "yes" } else { "no" };
            Ok(("annexed_counted", text.to_owned()))
        }
        ("improvement_days", DeValue::Integer(days)) => {
            let days = i64::from_str_radix(days.as_str(), days.radix());
            let days = days.map_err(|_| wrong(name, "0 … 10000"))?;
            Ok(("annexed_improvement_days", days.to_string()))
        }
        _ => Err(wrong(name, "counted = true|false, improvement_days = 30")),
    }
}

/// Dates as TOML dates or as texts.
fn dates(name: &str, items: &[Spanned<DeValue<'_>>]) -> Result<String, Said> {
    words(items).ok_or_else(|| wrong(name, "[\"2026-04-29\"]"))
}

fn wrong(name: &str, known: &str) -> Said {
    Said::new(
        format!("{name} の書き方が違います。書けるもの：{known}"),
        format!("{name} is written otherwise: {known}"),
    )
}
