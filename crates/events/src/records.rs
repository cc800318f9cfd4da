//! JSON as records: an array, an object that holds one, or an object a line.

use crate::table::without_mark;
use mamori_words::Said;
use serde_json::{Map, Value};

/// Longest JSON that is read, in bytes: its values take several times as much memory.
const JSON_MAX: usize = 32 << 20;

/// Longest line, in bytes.
const LINE_MAX: usize = 1 << 16;

/// A record by its row: the line, or in a document its place from 1.
pub(crate) type Record = (u64, Result<Map<String, Value>, Said>);

/// Names under which documents hold their records.
const HOLDERS: [&str; 4] = ["heartbeats", "heartbeat", "events", "data"];

/// The records of a file.
pub(crate) fn records(bytes: &[u8]) -> Result<Vec<Record>, Said> {
    if bytes.len() > JSON_MAX {
        return Err(Said::new(
            "JSONが大きすぎます（上限32MiB）",
            "The JSON is too large (32 MiB at most)",
        ));
    }
    let text = str::from_utf8(without_mark(bytes))
        .map_err(|_| Said::new("文字コードがUTF-8ではありません", "The text is not UTF-8"))?;
    match text.trim_start().as_bytes().first() {
        None => Err(Said::new("中身がありません", "The file is empty")),
        Some(b'[') => {
            let values: Vec<Value> = serde_json::from_str(text).map_err(|error| no_json(&error))?;
            Ok(numbered(values))
        }
        _ => match serde_json::from_str::<Map<String, Value>>(text) {
            Ok(object) => Ok(held(object)),
            Err(_) => Ok(lines(text)),
        },
    }
}

fn no_json(error: &serde_json::Error) -> Said {
    let (line, column) = (error.line(), error.column());
    Said::new(
        format!("JSONとして読めません（{line}行{column}字目）"),
        format!("It is no JSON (line {line}, column {column})"),
    )
}

fn lines(text: &str) -> Vec<Record> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let record = |(at, line): (usize, &str)| {
        let read = match line.len() {
            ..=LINE_MAX => serde_json::from_str(line).map_err(|error| no_json_line(&error)),
            _ => Err(Said::new(
                format!("行が長すぎます（上限{LINE_MAX}バイト）"),
                format!("The line is too long ({LINE_MAX} bytes at most)"),
            )),
        };
        (at as u64 + 1, read)
    };
    lines.map(record).collect()
}

fn no_json_line(error: &serde_json::Error) -> Said {
    let column = error.column();
    Said::new(
        format!("JSONのオブジェクトとして読めません（{column}字目）"),
        format!("It is no JSON object (column {column})"),
    )
}

fn numbered(values: Vec<Value>) -> Vec<Record> {
    let record = |(at, value): (usize, Value)| {
        let object = match value {
            Value::Object(object) => Ok(object),
            _ => Err(Said::new("オブジェクトではありません", "It is no object")),
        };
        (at as u64 + 1, object)
    };
    values.into_iter().enumerate().map(record).collect()
}

/// The records that a document holds; the document itself if it holds none.
fn held(mut object: Map<String, Value>) -> Vec<Record> {
    if let Some(Value::Object(monitors)) = object.get_mut("heartbeatList") {
        let monitors = std::mem::take(monitors);
        let beats = monitors.into_iter().flat_map(|(monitor, beats)| {
            let beats = match beats {
                Value::Array(beats) => beats,
                other => vec![other],
            };
            beats.into_iter().map(move |mut beat| {
                if let Value::Object(beat) = &mut beat {
                    beat.entry("monitorID").or_insert_with(|| monitor.clone().into());
                }
                beat
            })
        });
        return numbered(beats.collect());
    }
    for holder in HOLDERS {
        match object.get_mut(holder) {
            Some(Value::Array(values)) => return numbered(std::mem::take(values)),
            Some(Value::Object(one)) => return vec![(1, Ok(std::mem::take(one)))],
            _ => {}
        }
    }
    vec![(1, Ok(object))]
}
