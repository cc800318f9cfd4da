//! What JSON records say: events by our columns, heartbeats of Uptime Kuma, or calls of a webhook.

use crate::records::{Record, records};
use crate::series::{Sample, Sampling, Series, State};
use crate::suggestion;
use mamori_service_levels::{Column, Instant, Intake};
use mamori_words::Said;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A shape of JSON records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The columns of a table of events as keys.
    Events,
    /// Heartbeats of Uptime Kuma: `monitorID`, `status` (0 down, 1 up, 2 pending, 3 maintenance), `time` in UTC.
    Heartbeats,
    /// Calls of any other tool: `id`, `status` or `event`, `time` (RFC 3339, or Unix seconds).
    Webhook,
}

type Object = Map<String, Value>;

/// Words of a webhook for a service that is down, and for one that is up again.
const DOWN: [&str; 8] = [
    "down",
    "firing",
    "triggered",
    "open",
    "opened",
    "problem",
    "start",
    "started",
];
const UP: [&str; 9] = [
    "up",
    "resolved",
    "recovered",
    "recovery",
    "closed",
    "close",
    "ok",
    "end",
    "ended",
];

/// Reads the records of a file.
pub(crate) fn read(
    bytes: &[u8],
    shape: Option<Shape>,
    sampling: Sampling,
    intake: &mut Intake,
) -> Result<(), Said> {
    let records = records(bytes)?;
    let shape = shape.unwrap_or_else(|| shape_of(&records));
    let sample = match shape {
        Shape::Events => {
            for (row, record) in records {
                match record.and_then(|record| cells(&record)) {
                    Ok(cells) => intake.take(row, |name| cells.get(name).map_or("", String::as_str)),
                    Err(reason) => intake.take_unreadable(row, reason),
                }
            }
            return Ok(());
        }
        Shape::Heartbeats => heartbeat,
        Shape::Webhook => call,
    };
    let mut series = Series::default();
    for (row, record) in records {
        match record.and_then(|record| sample(&record)) {
            Ok((name, at, state)) => series.add(&name, Sample { at, row, state }),
            Err(reason) => intake.take_unreadable(row, reason),
        }
    }
    // Calls tell changes, so they have no gaps.
    let sampling = if shape == Shape::Webhook {
        Sampling::default()
    } else {
        sampling
    };
    series.end(sampling, intake);
    Ok(())
}

/// The shape that the first readable record has.
fn shape_of(records: &[Record]) -> Shape {
    let first = records.iter().find_map(|(_, record)| record.as_ref().ok());
    let has = |key: &str| first.is_some_and(|record| record.contains_key(key));
    match () {
        () if has("kind") => Shape::Events,
        () if has("monitorID") || has("monitor_id") => Shape::Heartbeats,
        () if has("time") && (has("status") || has("event")) => Shape::Webhook,
        () => Shape::Events,
    }
}

/// A record's values as the cells of a row.
fn cells(record: &Object) -> Result<BTreeMap<&'static str, String>, Said> {
    let cell = |(name, value): (&String, &Value)| {
        let known = Column::ALL.into_iter().find(|column| column == name);
        let known = known.ok_or_else(|| suggestion::unknown_heading(name, Column::ALL.into_iter()))?;
        Ok((known, plain(known, value)?))
    };
    record.iter().map(cell).collect()
}

/// The text of a value that holds no others.
fn plain(name: &str, value: &Value) -> Result<String, Said> {
    match value {
        Value::Null => Ok(String::new()),
        Value::Bool(yes) => Ok(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Ok(number.to_string()),
        Value::String(text) => Ok(text.clone()),
        Value::Array(_) | Value::Object(_) => Err(Said::new(
            format!("{name} は一つの値で書いてください"),
            format!("{name} takes a single value"),
        )),
    }
}

/// The text under the first of some keys that is there and not empty.
fn needed(record: &Object, keys: &[&str]) -> Result<String, Said> {
    for key in keys {
        if let Some(value) = record.get(*key) {
            let text = plain(key, value)?;
            if !text.trim().is_empty() {
                return Ok(text.trim().to_owned());
            }
        }
    }
    let keys = keys.join(" / ");
    Err(Said::new(
        format!("{keys} がありません"),
        format!("{keys} is missing"),
    ))
}

type Told = (String, Instant, State);

/// A heartbeat of Uptime Kuma. Its `time` has no offset and is UTC; `timezoneOffset` belongs to its local time.
fn heartbeat(record: &Object) -> Result<Told, Said> {
    let monitor = needed(record, &["monitorID", "monitor_id"])?;
    let time = needed(record, &["time"])?;
    let at = Instant::read(&time).or_else(|reason| Instant::read(&format!("{time}Z")).map_err(|_| reason))?;
    let state = match needed(record, &["status"])?.as_str() {
        "0" => State::Down,
        "1" => State::Up,
        "2" => State::Same,
        "3" => State::Unwatched,
        other => {
            return Err(Said::new(
                format!("status の「{}」は 0〜3 ではありません", short(other)),
                format!("status is \"{}\", not 0 to 3", short(other)),
            ));
        }
    };
    Ok((format!("monitor-{}", short(&monitor)), at, state))
}

/// A call of a webhook.
fn call(record: &Object) -> Result<Told, Said> {
    let id = needed(record, &["id"])?;
    let time = needed(record, &["time"])?;
    let unix = time.parse().ok().map(Instant::from_unix);
    let at = match unix.filter(|at| (Instant::FIRST..=Instant::LAST).contains(at)) {
        Some(at) => at,
        None => Instant::read(&time)?,
    };
    let word = needed(record, &["status", "event"])?.to_ascii_lowercase();
    let state = match word.as_str() {
        word if DOWN.contains(&word) => State::Down,
        word if UP.contains(&word) => State::Up,
        "maintenance" => State::Unwatched,
        other => {
            let (down, up) = (DOWN.join(", "), UP.join(", "));
            return Err(Said::new(
                format!(
                    "「{}」の意味が分かりません。停止：{down}。復旧：{up}",
                    short(other)
                ),
                format!("\"{}\" is unknown; down is {down}; up is {up}", short(other)),
            ));
        }
    };
    Ok((short(&id), at, state))
}

/// The beginning of a text.
fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests;
