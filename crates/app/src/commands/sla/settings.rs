//! Settings that only a file of terms has: hours per day, holidays, agreed windows, annexed items.

use super::terms_file::{Section, problem};
use mamori_domain::{Date, Problem, Said};
use mamori_service_levels::{BusinessHours, Calendar, RecurringWindow, Terms};
use toml::Spanned;
use toml::de::DeValue;

/// The tables that hold them.
pub(super) const TABLES: [&str; 2] = ["calendar", "annexed"];

const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Lays the settings over the terms.
pub(super) fn apply(section: &Section<'_>, terms: &mut Terms, problems: &mut Vec<Problem>) {
    if let Some(calendar) = section.table("calendar", problems) {
        for (name, value) in calendar.values() {
            if let Err(said) = set_calendar(terms, name, value.get_ref()) {
                problems.push(problem(&calendar.place(value), said));
            }
        }
    }
    if let Some(annexed) = section.table("annexed", problems) {
        for (name, value) in annexed.values() {
            if let Err(said) = set_annexed(terms, name, value.get_ref()) {
                problems.push(problem(&annexed.place(value), said));
            }
        }
    }
}

fn set_calendar(terms: &mut Terms, name: &str, value: &DeValue<'_>) -> Result<(), Said> {
    let calendar: &mut Calendar = &mut terms.calendar;
    match (name, value) {
        ("holiday", DeValue::String(text)) if &**text == "same" => calendar.on_holidays = None,
        ("holiday", DeValue::String(text)) => calendar.on_holidays = Some(BusinessHours::read(text)?),
        ("holidays", DeValue::String(text)) if &**text == "law" => calendar.holidays.by_law = true,
        ("holidays", DeValue::String(text)) if matches!(&**text, "none" | "なし") => {
            calendar.holidays.by_law = false
        }
        ("holidays", DeValue::Array(items)) => {
            calendar.holidays.by_law = false;
            calendar.holidays.dates.extend(dates(items)?);
        }
        ("extra_holidays", DeValue::Array(items)) => calendar.holidays.dates.extend(dates(items)?),
        ("agreed_windows", DeValue::Array(items)) => {
            let windows = items.iter().map(|item| match item.get_ref() {
                DeValue::String(text) => RecurringWindow::read(text),
                _ => Err(wrong("agreed_windows", "[\"Sun 02:00-04:00\"]")),
            });
            terms.agreed_windows = windows.collect::<Result<_, _>>()?;
        }
        (day, DeValue::String(text)) if DAYS.contains(&day) => {
            let hours = BusinessHours::read(text)?;
            calendar.week = std::array::from_fn(|at| match DAYS[at] == day {
                true => hours.clone(),
                false => calendar.week[at].clone(),
            });
        }
        _ => {
            let known = "monday … sunday, holiday = \"09:00-18:00\"|\"none\"|\"same\", holidays = \"law\"|\"none\"|[\"2026-04-29\"], extra_holidays, agreed_windows";
            return Err(wrong(name, known));
        }
    }
    Ok(())
}

fn set_annexed(terms: &mut Terms, name: &str, value: &DeValue<'_>) -> Result<(), Said> {
    match (name, value) {
        ("counted", DeValue::Boolean(counted)) => terms.annexed_count = *counted,
        ("improvement_days", DeValue::Integer(days)) => {
            let days = u32::from_str_radix(days.as_str(), days.radix())
                .ok()
                .filter(|days| *days <= 10_000);
            terms.annexed_improvement_days = Some(days.ok_or_else(|| wrong(name, "0 … 10000"))?);
        }
        _ => return Err(wrong(name, "counted = true|false, improvement_days = 30")),
    }
    Ok(())
}

/// Dates as TOML dates or as texts.
fn dates(items: &[Spanned<DeValue<'_>>]) -> Result<Vec<Date>, Said> {
    let date = |item: &Spanned<DeValue<'_>>| match item.get_ref() {
        DeValue::String(text) => <Date as mamori_domain::FieldValue>::read(text),
        DeValue::Datetime(day) => <Date as mamori_domain::FieldValue>::read(&day.to_string()),
        _ => Err(wrong("holidays", "[\"2026-04-29\"]")),
    };
    items.iter().map(date).collect()
}

fn wrong(name: &str, known: &str) -> Said {
    Said::new(
        format!("{name} の書き方が違います。書けるもの：{known}"),
        format!("{name} is written otherwise: {known}"),
    )
}
