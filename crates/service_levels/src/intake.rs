//! Rows of any source become events, or are refused with the row's number and the reason.
//!
//! A reader of files turns each of its records into a look-up by column name and hands it in; what a row
//! must say is judged here alone, so all formats agree.

use crate::event::{AnnexedFinding, Cause, Events, Exception, Notified, Response, Slowdown, Stop, Update};
use crate::{Instant, Interval};
use mamori_words::Said;
use std::collections::{BTreeMap, BTreeSet};

/// The columns of a table of events, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column;

impl Column {
    /// Their names.
    pub const ALL: [&'static str; 14] = [
        "kind",
        "id",
        "start",
        "end",
        "cause",
        "partial",
        "hinders",
        "detected",
        "called",
        "responded",
        "released",
        "applied",
        "large_effect",
        "note",
    ];
    /// Those without which a table is no table of events.
    pub const NEEDED: [&'static str; 2] = ["kind", "id"];
}

/// What a row may be.
const KINDS: [&str; 6] = ["stop", "slowdown", "update", "annexed", "window", "exception"];

/// A row that is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The source it came from, in the order in which sources were begun, from 0.
    pub source: usize,
    /// Its number as the source counts; in a file the line, the header being line 1.
    pub row: u64,
    /// Why it is not used.
    pub reason: Said,
}

/// Rows taken in so far.
#[derive(Debug, Default)]
pub struct Intake {
    events: Events,
    known: BTreeSet<(String, String)>,
    /// Rows that speak of another row, which may come later: kind and id, source, row.
    speaking: BTreeMap<(&'static str, String), (usize, u64)>,
    sources: usize,
    rows: u64,
    refused: Vec<Refusal>,
}

/// What all sources gave together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The events.
    pub events: Events,
    /// How many rows were read.
    pub rows: u64,
    /// The rows that are not used, in the order of sources and rows.
    pub refused: Vec<Refusal>,
}

impl Taken {
    /// How many rows were used.
    pub fn used(&self) -> u64 {
        self.rows - self.refused.len() as u64
    }
}

impl Intake {
    /// Begins with the next source; a refusal tells which it came from.
    pub fn begin_source(&mut self) {
        self.sources += 1;
    }

    /// Takes a row. `field` gives the text of a column, empty if there is none.
    pub fn take<'a>(&mut self, row: u64, field: impl Fn(&str) -> &'a str) {
        self.rows += 1;
        if let Err(reason) = self.read(row, &|column| field(column).trim()) {
            self.refuse(row, reason);
        }
    }

    /// Counts a row that its reader could not even turn into fields.
    pub fn take_unreadable(&mut self, row: u64, reason: Said) {
        self.rows += 1;
        self.refuse(row, reason);
    }

    /// Takes a stop that a reader made of something else than a row, such as a series of samples.
    /// The samples count as rows by themselves, through `count_used`.
    pub fn take_stop(&mut self, stop: Stop) {
        self.known.insert(("stop".to_owned(), stop.id.clone()));
        self.events.stops.push(stop);
    }

    /// Counts rows that were used without being an event each.
    pub fn count_used(&mut self, rows: u64) {
        self.rows += rows;
    }

    /// Ends the intake: rows that speak of nothing are refused now that every row is known.
    pub fn end(mut self) -> Taken {
        for ((kind, id), (source, row)) in std::mem::take(&mut self.speaking) {
            if let Some(reason) = self.spoken_of_nothing(kind, &id) {
                self.refused.push(Refusal { source, row, reason });
                match kind {
                    "window" => drop(self.events.windows.remove(&id)),
                    _ => drop(self.events.exceptions.remove(&id)),
                }
            }
        }
        self.refused.sort_by_key(|refusal| (refusal.source, refusal.row));
        Taken {
            events: self.events,
            rows: self.rows,
            refused: self.refused,
        }
    }

    fn spoken_of_nothing(&self, kind: &str, id: &str) -> Option<Said> {
        let agreed = Cause::from_code("agreed_beforehand");
        let mut stops = self.events.stops.iter().filter(|stop| stop.id == id);
        if kind == "window" {
            let fits = stops.any(|stop| Some(stop.cause) == agreed);
            return (!fits).then(|| {
                Said::new(
                    format!("事前に合意した停止（agreed_beforehand）「{id}」がありません"),
                    format!("There is no stop \"{id}\" that was agreed beforehand"),
                )
            });
        }
        let known = |kind: &str| self.known.contains(&(kind.to_owned(), id.to_owned()));
        let fits = ["stop", "slowdown", "update"].into_iter().any(known);
        (!fits).then(|| {
            Said::new(
                format!("「{id}」という停止・応答低下・更新がありません"),
                format!("There is no stop, slowdown or update \"{id}\""),
            )
        })
    }

    fn refuse(&mut self, row: u64, reason: Said) {
        let source = self.sources.saturating_sub(1);
        self.refused.push(Refusal { source, row, reason });
    }

    fn read<'a>(&mut self, row: u64, field: &dyn Fn(&str) -> &'a str) -> Result<(), Said> {
        let kind = field("kind");
        let kind = KINDS.into_iter().find(|known| *known == kind).ok_or_else(|| {
            let known = KINDS.join(", ");
            Said::new(
                format!("種類（kind）「{kind}」は使えません。使えるもの：{known}"),
                format!("The kind \"{kind}\" is unknown; it is one of {known}"),
            )
        })?;
        let id = field("id");
        if id.is_empty() {
            return Err(Said::new("IDが空です", "The id is empty"));
        }
        let key = (kind.to_owned(), id.to_owned());
        if self.known.contains(&key) {
            return Err(Said::new(
                format!("{kind}「{id}」は前の行にもあります。先の行を使いました"),
                format!("{kind} \"{id}\" stands in an earlier row too; the earlier one is used"),
            ));
        }
        add(&mut self.events, kind, id, field)?;
        self.known.insert(key);
        if matches!(kind, "window" | "exception") {
            let place = (self.sources.saturating_sub(1), row);
            self.speaking.insert((kind, id.to_owned()), place);
        }
        Ok(())
    }
}

type Field<'f, 'a> = &'f dyn Fn(&str) -> &'a str;

fn add(events: &mut Events, kind: &str, id: &str, field: Field<'_, '_>) -> Result<(), Said> {
    let (id, note) = (id.to_owned(), field("note").to_owned());
    match kind {
        "stop" => {
            let (start, end) = span(field)?;
            events.stops.push(Stop {
                id,
                start,
                end,
                cause: cause(field)?.unwrap_or_default(),
                partial: yes(field, "partial")?,
                hinders: yes(field, "hinders")?,
                response: response(field)?,
                note,
            });
        }
        "slowdown" => {
            let (start, end) = span(field)?;
            let (cause, response) = (cause(field)?.unwrap_or_default(), response(field)?);
            events.slowdowns.push(Slowdown {
                id,
                start,
                end,
                cause,
                response,
                note,
            });
        }
        "update" => events.updates.push(update(id, note, field)?),
        "annexed" => {
            let (start, end) = span(field)?;
            events.annexed.push(AnnexedFinding { id, start, end, note });
        }
        "window" => {
            let (start, end) = (needed(field, "start")?, needed(field, "end")?);
            let window = Interval::new(start, end).ok_or_else(backwards)?;
            events.windows.insert(id, Notified(window));
        }
        _ => {
            events.exceptions.insert(id, exception(note, field)?);
        }
    }
    Ok(())
}

fn update(id: String, note: String, field: Field<'_, '_>) -> Result<Update, Said> {
    let released = needed(field, "released")?;
    let applied = instant(field, "applied")?;
    if applied.is_some_and(|applied| applied < released) {
        return Err(Said::new(
            "適用（applied）が公開（released）より前です",
            "It was applied before it was released",
        ));
    }
    Ok(Update {
        id,
        released,
        applied,
        measure: instant(field, "responded")?,
        large_effect: yes(field, "large_effect")?,
        cause: cause(field)?,
        note,
    })
}

fn exception(evidence: String, field: Field<'_, '_>) -> Result<Exception, Said> {
    let cause = cause(field)?.filter(|cause| *cause != Cause::Provider);
    match cause {
        Some(cause) if !evidence.is_empty() => Ok(Exception { cause, evidence }),
        Some(_) => Err(Said::new(
            "遅れの理由を示す証拠が note にありません",
            "The evidence for the lateness is missing from note",
        )),
        None => Err(Said::new(
            "遅れの理由（cause）が、算定から除く事由ではありません",
            "The cause of the lateness is none that is left out of the calculation",
        )),
    }
}

fn span(field: Field<'_, '_>) -> Result<(Instant, Option<Instant>), Said> {
    let (start, end) = (needed(field, "start")?, instant(field, "end")?);
    match end {
        Some(end) if end < start => Err(backwards()),
        _ => Ok((start, end)),
    }
}

fn backwards() -> Said {
    Said::new(
        "終わり（end）が始まり（start）より前です",
        "It ends before it starts",
    )
}

fn response(field: Field<'_, '_>) -> Result<Response, Said> {
    Ok(Response {
        detected: instant(field, "detected")?,
        called: instant(field, "called")?,
        responded: instant(field, "responded")?,
    })
}

fn cause(field: Field<'_, '_>) -> Result<Option<Cause>, Said> {
    let code = field("cause");
    if code.is_empty() {
        return Ok(None);
    }
    let known = || Cause::CODES.join(", ");
    Cause::from_code(code).map(Some).ok_or_else(|| {
        Said::new(
            format!("原因（cause）「{code}」は使えません。使えるもの：{}", known()),
            format!("The cause \"{code}\" is unknown; it is one of {}", known()),
        )
    })
}

fn instant(field: Field<'_, '_>, column: &str) -> Result<Option<Instant>, Said> {
    let text = field(column);
    if text.is_empty() {
        return Ok(None);
    }
    let in_column =
        |said: Said| Said::new(format!("{column}：{}", said.ja), format!("{column}: {}", said.en));
    Instant::read(text).map(Some).map_err(in_column)
}

fn needed(field: Field<'_, '_>, column: &str) -> Result<Instant, Said> {
    instant(field, column)?
        .ok_or_else(|| Said::new(format!("{column} が空です"), format!("{column} is empty")))
}

fn yes(field: Field<'_, '_>, column: &str) -> Result<bool, Said> {
    match field(column) {
        "" | "no" | "false" | "0" => Ok(false),
        "yes" | "true" | "1" => Ok(true),
        other => match other.to_ascii_lowercase().as_str() {
            "no" | "false" => Ok(false),
            "yes" | "true" => Ok(true),
            _ => Err(Said::new(
                format!("{column} の「{other}」は yes か no で書いてください"),
                format!("{column} is \"{other}\": write yes or no"),
            )),
        },
    }
}
