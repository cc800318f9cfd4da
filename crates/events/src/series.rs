//! Series of samples, each up or down at an instant: down samples become stops.

use crate::table;
use mamori_service_levels::{Cause, Instant, Intake, Response, Stop};
use mamori_words::Said;
use std::collections::BTreeMap;

/// How many intervals may pass between two samples before the time between them is a gap.
pub const GAP_INTERVALS: i64 = 2;

/// What a gap in a series means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gap {
    /// Nobody knows: no stop.
    #[default]
    Unknown,
    /// The service was down.
    Down,
    /// The service was up.
    Up,
}

/// How samples were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sampling {
    /// Seconds from one sample to the next; nothing if only changes were recorded, so that there are no gaps.
    pub interval: Option<u32>,
    /// What a gap means.
    pub gap: Gap,
}

/// What a sample says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Up,
    Down,
    /// A retry is under way: as before.
    Same,
    /// Nobody looked, as during maintenance: a gap.
    Unwatched,
}

/// A sample of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sample {
    pub(crate) at: Instant,
    pub(crate) row: u64,
    pub(crate) state: State,
}

/// Samples of each thing that is watched.
#[derive(Debug, Default)]
pub(crate) struct Series(BTreeMap<String, Vec<Sample>>);

impl Series {
    pub(crate) fn add(&mut self, name: &str, sample: Sample) {
        match self.0.get_mut(name) {
            Some(samples) => samples.push(sample),
            None => drop(self.0.insert(name.to_owned(), vec![sample])),
        }
    }

    /// Hands the stops to an intake; every sample counts as a row.
    pub(crate) fn end(self, sampling: Sampling, intake: &mut Intake) {
        for (name, mut samples) in self.0 {
            samples.sort_by_key(|sample| (sample.at, sample.row));
            let mut kept: Vec<Sample> = Vec::with_capacity(samples.len());
            for sample in samples {
                match kept.last() {
                    Some(last) if last.at == sample.at && last.state != sample.state => {
                        intake.take_unreadable(sample.row, contradicts(last.row));
                    }
                    Some(last) if last.at == sample.at => intake.count_used(1),
                    _ => {
                        intake.count_used(1);
                        kept.push(sample);
                    }
                }
            }
            for (start, end) in stops(&kept, sampling) {
                intake.take_stop(stop(&name, start, end));
            }
        }
    }
}

/// Starts and ends of the stops of samples in time order; the last may go on.
fn stops(samples: &[Sample], sampling: Sampling) -> Vec<(Instant, Option<Instant>)> {
    let (mut found, mut open) = (Vec::new(), None);
    let mut close = |open: &mut Option<Instant>, end: Instant| {
        found.extend(open.take().map(|start| (start, Some(end))));
    };
    for (at, sample) in samples.iter().enumerate() {
        match (sample.state, sampling.gap) {
            (State::Same, _) => {}
            (State::Down, _) | (State::Unwatched, Gap::Down) => {
                open.get_or_insert(sample.at);
            }
            (State::Up | State::Unwatched, _) => close(&mut open, sample.at),
        }
        let Some(interval) = sampling.interval.map(i64::from) else {
            continue;
        };
        let edge = sample.at.plus(interval);
        match (samples.get(at + 1), sampling.gap) {
            (Some(next), _) if next.at <= sample.at.plus(GAP_INTERVALS * interval) => {}
            (Some(_), Gap::Down) => drop(open.get_or_insert(edge)),
            // After the last sample nothing new begins.
            (None, Gap::Down) => {}
            (_, Gap::Unknown | Gap::Up) => close(&mut open, edge),
        }
    }
    found.extend(open.map(|start| (start, None)));
    found
}

fn stop(name: &str, start: Instant, end: Option<Instant>) -> Stop {
    Stop {
        id: format!("{name}/{start}"),
        start,
        end,
        cause: Cause::default(),
        partial: false,
        hinders: false,
        response: Response::default(),
        note: String::new(),
    }
}

fn contradicts(row: u64) -> Said {
    Said::new(
        format!("同じ時刻の{row}行目と食い違います。先の行を使いました"),
        format!("Row {row} says otherwise at the same time; it is the one that is used"),
    )
}

/// Reads samples of one probe as comma-separated values.
pub(crate) fn read(bytes: &[u8], sampling: Sampling, intake: &mut Intake) -> Result<(), Said> {
    let mut series = Series::default();
    table::walk(bytes, &["time", "up"], &["time", "up"], &mut |row, cells| {
        let sample = cells.and_then(|cells| {
            let (at, state) = (Instant::read(cells.get("time"))?, state(cells.get("up"))?);
            Ok(Sample { at, row, state })
        });
        match sample {
            Ok(sample) => series.add("probe", sample),
            Err(reason) => intake.take_unreadable(row, reason),
        }
    })?;
    series.end(sampling, intake);
    Ok(())
}

fn state(text: &str) -> Result<State, Said> {
    match text.trim().to_ascii_lowercase().as_str() {
        "1" | "yes" | "true" | "up" => Ok(State::Up),
        "0" | "no" | "false" | "down" => Ok(State::Down),
        other => {
            let shown: String = other.chars().take(40).collect();
            Err(Said::new(
                format!("up の「{shown}」は 1 か 0 で書いてください"),
                format!("up is \"{shown}\": write 1 or 0"),
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_service_levels::Taken;

    fn taken(samples: &str, interval: Option<u32>, gap: Gap) -> Taken {
        let mut intake = Intake::default();
        intake.begin_source();
        let rows = samples.split(' ').map(|sample| {
            let (minute, up) = sample.split_once('=').unwrap();
            format!("2026-04-01T09:{minute}:00+09:00,{up}\n")
        });
        let text = format!("time,up\n{}", rows.collect::<String>());
        read(text.as_bytes(), Sampling { interval, gap }, &mut intake).unwrap();
        intake.end()
    }

    fn minutes(samples: &str, interval: Option<u32>, gap: Gap) -> Vec<(i64, Option<i64>)> {
        let begin = Instant::read("2026-04-01T09:00:00+09:00").unwrap().unix();
        let minute = |instant: Instant| (instant.unix() - begin) / 60;
        let stops = taken(samples, interval, gap).events.stops;
        stops
            .iter()
            .map(|stop| (minute(stop.start), stop.end.map(minute)))
            .collect()
    }

    #[test]
    fn a_stop_lasts_from_the_first_down_sample_to_the_next_up_sample() {
        let samples = "03=0 00=1 01=0 02=0 04=1 05=0 06=1";
        for interval in [None, Some(60)] {
            assert_eq!(
                minutes(samples, interval, Gap::Unknown),
                [(1, Some(4)), (5, Some(6))]
            );
        }
        assert_eq!(
            minutes("00=0 10=0", None, Gap::Unknown),
            [(0, None)],
            "it goes on"
        );
    }

    #[test]
    fn a_gap_follows_its_rule() {
        let samples = "00=1 01=0 02=0 10=0 11=1 20=1";
        let of = |gap| minutes(samples, Some(60), gap);
        assert_eq!(of(Gap::Unknown), [(1, Some(3)), (10, Some(11))]);
        assert_eq!(of(Gap::Up), of(Gap::Unknown));
        assert_eq!(of(Gap::Down), [(1, Some(11)), (12, Some(20))]);
        assert_eq!(
            minutes("00=1 01=0 03=1", Some(60), Gap::Unknown),
            [(1, Some(3))],
            "two intervals are no gap"
        );
        assert_eq!(minutes("00=0", Some(60), Gap::Unknown), [(0, Some(1))]);
        assert_eq!(minutes("00=0", Some(60), Gap::Down), [(0, None)]);
        assert_eq!(minutes("00=1", Some(60), Gap::Down), []);
    }

    #[test]
    fn two_samples_of_one_time_agree_or_the_later_row_is_refused() {
        let taken = taken("00=0 00=0 00=1 01=x 02=1", None, Gap::Unknown);
        assert_eq!((taken.rows, taken.used()), (5, 3));
        let refused: Vec<(u64, &str)> = taken
            .refused
            .iter()
            .map(|one| (one.row, one.reason.en.as_str()))
            .collect();
        assert!(refused[0].0 == 4 && refused[0].1.starts_with("Row 2 says otherwise"));
        assert!(refused[1].0 == 5 && refused[1].1.contains("write 1 or 0"));
        assert_eq!(taken.events.stops[0].id, "probe/2026-04-01T09:00:00+09:00");
    }
}
