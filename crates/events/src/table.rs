//! Events as comma-separated values: a row of headings, then a row for each event.

use crate::suggestion;
use csv::{ByteRecord, ReaderBuilder, StringRecord};
use mamori_service_levels::{Column, Intake};
use mamori_words::Said;

/// Reads the rows; a row's number is its line in the file, the headings being line 1.
pub(crate) fn read(bytes: &[u8], intake: &mut Intake) -> Result<(), Said> {
    walk(
        bytes,
        &Column::ALL,
        &Column::NEEDED,
        &mut |line, cells| match cells {
            Ok(cells) => intake.take(line, |name| cells.get(name)),
            Err(reason) => intake.take_unreadable(line, reason),
        },
    )
}

/// The cells of a row by their headings.
pub(crate) struct Cells<'a> {
    headings: &'a [String],
    row: &'a StringRecord,
}

impl<'a> Cells<'a> {
    /// The text under a heading; empty if there is none.
    pub(crate) fn get(&self, name: &str) -> &'a str {
        let at = self.headings.iter().position(|heading| heading == name);
        at.and_then(|at| self.row.get(at)).unwrap_or("")
    }
}

/// Hands every row of a table with known and needed headings over, with its line.
pub(crate) fn walk(
    bytes: &[u8],
    known: &[&str],
    needed: &[&str],
    take: &mut dyn FnMut(u64, Result<Cells<'_>, Said>),
) -> Result<(), Said> {
    let bytes = without_mark(bytes);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut record = ByteRecord::new();
    let broken = |error: csv::Error| {
        Said::new(
            format!("CSVとして読めません：{error}"),
            format!("It is no CSV: {error}"),
        )
    };
    if !reader.read_byte_record(&mut record).map_err(broken)? {
        return Err(Said::new("中身がありません", "The file is empty"));
    }
    let headings = StringRecord::from_byte_record(record).map_err(|_| not_utf8())?;
    let names = headings.iter().map(|name| name.trim().to_owned()).collect();
    let headings = columns(names, known, needed)?;
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(broken)? {
        let line = line_of(&record, bytes);
        match StringRecord::from_byte_record(std::mem::take(&mut record)) {
            Ok(row) if row.len() > headings.len() => take(line, Err(too_many())),
            Ok(row) => take(
                line,
                Ok(Cells {
                    headings: &headings,
                    row: &row,
                }),
            ),
            Err(_) => take(line, Err(not_utf8())),
        }
    }
    Ok(())
}

/// Bytes without a byte order mark.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// The line on which a record begins. The reader's own position is before the empty lines it passes over.
fn line_of(record: &ByteRecord, bytes: &[u8]) -> u64 {
    let Some(position) = record.position() else {
        return 0;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = bytes.get(start..).unwrap_or_default().iter();
    let passed = rest.take_while(|byte| matches!(byte, b'\n' | b'\r'));
    position.line() + passed.filter(|byte| **byte == b'\n').count() as u64
}

/// The headings, if every one is known and stands there once, and the needed ones are there.
pub(crate) fn columns(names: Vec<String>, known: &[&str], needed: &[&str]) -> Result<Vec<String>, Said> {
    for (at, name) in names.iter().enumerate() {
        if !known.contains(&name.as_str()) {
            return Err(suggestion::unknown_heading(name, known.iter().copied()));
        }
        if names[..at].contains(name) {
            return Err(suggestion::twice(name));
        }
    }
    match needed
        .iter()
        .find(|needed| !names.iter().any(|name| name == *needed))
    {
        Some(needed) => Err(suggestion::missing(needed)),
        None => Ok(names),
    }
}

pub(crate) fn too_many() -> Said {
    Said::new(
        "見出しより多くの欄があります",
        "It has more cells than there are headings",
    )
}

fn not_utf8() -> Said {
    Said::new("文字コードがUTF-8ではありません", "The text is not UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_service_levels::Taken;
    use proptest::prelude::*;

    fn taken(text: &str) -> Taken {
        let mut intake = Intake::default();
        intake.begin_source();
        read(text.as_bytes(), &mut intake).unwrap_or_else(|said| panic!("{}", said.en));
        intake.end()
    }

    #[test]
    fn every_row_is_used_or_refused_with_its_line_and_reason() {
        let rows = [
            "\u{FEFF}kind,id,start,end,cause,note",
            "stop,a,2026-04-01T09:00:00+09:00,2026-04-01T09:00:00+09:00,,",
            "stop,b,2026-04-01T09:00:00,,,",
            "",
            "stop,a,2026-04-01T09:00:00+09:00,,,\"two\nlines\"",
            "stop,c,2026-04-01T09:00:00+09:00,2026-04-01T08:59:59+09:00,,",
            "stop,d,2026-04-01T09:00:00+09:00,,weather,",
            "stopp,e,2026-04-01T09:00:00+09:00,,,",
            "window,a,2026-04-01T09:00:00+09:00,2026-04-01T10:00:00+09:00,,",
            "exception,a,,,institution,",
            "exception,a,,,institution,a letter",
            "exception,z,,,institution,a letter",
            "stop,f,2026-04-01T09:00:00+09:00,,,,,",
        ];
        let taken = taken(&rows.join("\n"));
        let refused: Vec<(u64, &str)> = taken
            .refused
            .iter()
            .map(|one| (one.row, one.reason.en.as_str()))
            .collect();
        let expected = [
            (3, "start: \"2026-04-01T09:00:00\" has no offset"),
            (5, "stop \"a\" stands in an earlier row too"),
            (7, "It ends before it starts"),
            (8, "The cause \"weather\" is unknown"),
            (9, "The kind \"stopp\" is unknown"),
            (10, "There is no stop \"a\" that was agreed beforehand"),
            (11, "The evidence for the lateness is missing"),
            (13, "There is no stop, slowdown or update \"z\""),
            (14, "It has more cells"),
        ];
        assert_eq!(refused.len(), expected.len(), "{refused:?}");
        for ((row, reason), (line, begin)) in refused.into_iter().zip(expected) {
            assert!(row == line && reason.starts_with(begin), "{row}: {reason}");
        }
        assert_eq!((taken.rows, taken.used()), (11, 2));
        assert_eq!(taken.events.stops.len(), 1);
    }

    #[test]
    fn a_table_of_something_else_is_refused_as_a_whole() {
        let english = |text: &str| read(text.as_bytes(), &mut Intake::default()).unwrap_err().en;
        assert!(english("").contains("empty"));
        assert!(english("kind,id,begin\n").contains("\"begin\" is unknown"));
        assert!(english("kind,id,id\n").contains("twice"));
        assert!(english("kind,start\n").contains("\"id\" is missing"));
        assert_eq!(taken("kind,id\n").rows, 0);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fail_and_every_row_is_counted(rows in proptest::collection::vec(any_row(), 0..12), junk: Vec<u8>) {
            let mut bytes = b"kind,id,start,end,cause,released,note\n".to_vec();
            bytes.extend(rows.join("\n").bytes());
            bytes.extend(&junk);
            let mut intake = Intake::default();
            intake.begin_source();
            if read(&bytes, &mut intake).is_ok() {
                let taken = intake.end();
                let events = &taken.events;
                let found = events.stops.len() + events.updates.len() + events.slowdowns.len() + events.annexed.len();
                let found = found + events.windows.len() + events.exceptions.len();
                prop_assert_eq!(found as u64, taken.used());
            }
        }
    }

    /// A row that is nearly right, so that most ways through the reader are walked.
    fn any_row() -> impl Strategy<Value = String> {
        let one = |list: &'static [&'static str]| proptest::sample::select(list);
        let kinds = one(&["stop", "update", "slowdown", "annexed", "window", "exception", ""]);
        let times = || {
            one(&[
                "2026-04-01T09:00:00+09:00",
                "2026-04-02T09:00:00Z",
                "2026-04-01",
                "",
                "2026-04-01T０0:00:00Z",
            ])
        };
        let causes = one(&["agreed_beforehand", "institution", "overload", "", "x"]);
        let row = (
            kinds,
            one(&["a", "b", ""]),
            times(),
            times(),
            causes,
            times(),
            one(&["", "why", "\"two\nlines\""]),
        );
        row.prop_map(|(kind, id, start, end, cause, released, note)| {
            [kind, id, start, end, cause, released, note].join(",")
        })
    }
}
