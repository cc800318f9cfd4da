//! The floor of the figure `sla`: the same computation as plainly as one thread can do it, for these
//! terms and this form of the tables alone. It checks nothing.

use crate::fleet::{LENGTH, START};
use std::fs;

/// Holidays from April 2025 to March 2026, in days from 1 April 2025.
const HOLIDAYS: [i64; 18] = [
    28, 32, 33, 34, 35, 111, 132, 167, 175, 195, 216, 236, 237, 275, 286, 316, 328, 353,
];
const MONTH_NAMES: [&str; 12] = [
    "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12",
    "2026-01", "2026-02", "2026-03",
];
const MONTH_DAYS: [i64; 12] = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
/// Whether business hours or not, in parts of a million.
const TARGETS: [i64; 2] = [999_500, 995_000];

type Rows = Vec<(u32, u32, u32)>;

/// Contract, start and end of each line.
fn read(path: &str) -> Result<Rows, String> {
    let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let mut rows = Vec::with_capacity(bytes.len() / 28);
    let (mut number, mut column, mut row) = (0u64, 0, [0u64; 4]);
    let body = bytes
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1);
    for byte in &bytes[body..] {
        match byte {
            b'0'..=b'9' => number = number * 10 + u64::from(byte - b'0'),
            _ => {
                row[column] = number;
                number = 0;
                column += 1;
                if *byte == b'\n' {
                    let offset = |second: u64| (second - START.unsigned_abs()) as u32;
                    rows.push((row[0] as u32, offset(row[1]), offset(row[2])));
                    column = 0;
                }
            }
        }
    }
    Ok(rows)
}

/// Rows of each contract, by counting.
fn by_contract(rows: &Rows, contracts: usize) -> (Vec<(u32, u32)>, Vec<usize>) {
    let mut starts = vec![0; contracts + 1];
    for row in rows {
        starts[row.0 as usize + 1] += 1;
    }
    for at in 0..contracts {
        starts[at + 1] += starts[at];
    }
    let (mut next, mut sorted) = (starts.clone(), vec![(0, 0); rows.len()]);
    for row in rows {
        sorted[next[row.0 as usize]] = (row.1, row.2);
        next[row.0 as usize] += 1;
    }
    (sorted, starts)
}

/// Ends of the stretches of the year, each with the slot its seconds go to: month times three, and
/// business, other or agreed.
fn stretches() -> Vec<(u32, usize)> {
    let mut all: Vec<(u32, usize)> = Vec::new();
    let (mut month, mut month_end) = (0, MONTH_DAYS[0]);
    for hour in 0..LENGTH / 3_600 {
        let (day, clock) = (hour / 24, hour % 24);
        if day == month_end {
            month += 1;
            month_end += MONTH_DAYS[month];
        }
        // 1 April 2025 was a Tuesday.
        let weekday = (day + 1) % 7;
        let kind = match (weekday, clock) {
            (6, 2..=3) => 2,
            (..=4, 9..=17) if !HOLIDAYS.contains(&day) => 0,
            _ => 1,
        };
        let (end, slot) = ((hour as u32 + 1) * 3_600, month * 3 + kind);
        match all.last_mut() {
            Some(last) if last.1 == slot => last.0 = end,
            _ => all.push((end, slot)),
        }
    }
    all
}

/// Joins sorted intervals that overlap or touch.
fn merge(rows: &mut [(u32, u32)]) -> Vec<(u32, u32)> {
    rows.sort_unstable();
    let mut merged: Vec<(u32, u32)> = Vec::with_capacity(rows.len());
    for &(start, end) in rows.iter() {
        match merged.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}

/// Adds the seconds of intervals in time order to their slots.
fn spread(rows: &[(u32, u32)], stretches: &[(u32, usize)]) -> [i64; 36] {
    let (mut slots, mut at) = ([0; 36], 0);
    for &(mut start, end) in rows {
        while stretches[at].0 <= start {
            at += 1;
        }
        while start < end {
            let (until, slot) = stretches[at];
            slots[slot] += i64::from(end.min(until) - start);
            start = end.min(until);
            if start == until && start < end {
                at += 1;
            }
        }
    }
    slots
}

/// Stops less the agreed ones.
fn subtract(stops: &[(u32, u32)], agreed: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let (mut left, mut first) = (Vec::with_capacity(stops.len()), 0);
    for &(mut start, end) in stops {
        while first < agreed.len() && agreed[first].1 <= start {
            first += 1;
        }
        for cut in agreed[first..].iter().take_while(|cut| cut.0 < end) {
            if start < cut.0 {
                left.push((start, cut.0));
            }
            start = start.max(cut.1);
        }
        if start < end {
            left.push((start, end));
        }
    }
    left
}

/// Computes the table of results and writes it.
///
/// # Errors
/// A sentence when a file cannot be read or written.
pub fn run(stops: &str, exclusions: &str, out: &str) -> Result<usize, String> {
    use std::fmt::Write as _;
    let (stops, agreed) = (read(stops)?, read(exclusions)?);
    let contracts = stops
        .iter()
        .chain(&agreed)
        .map(|row| row.0 as usize + 1)
        .max()
        .unwrap_or(0);
    let (mut stops, stop_starts) = by_contract(&stops, contracts);
    let (mut agreed, agreed_starts) = by_contract(&agreed, contracts);
    let stretches = stretches();
    let base = spread(&[(0, LENGTH as u32)], &stretches);
    let mut text = "contract,month,band,service_seconds,stop_seconds,numerator,denominator,met\n".to_owned();
    for contract in 0..contracts {
        let agreed = merge(&mut agreed[agreed_starts[contract]..agreed_starts[contract + 1]]);
        let stops = merge(&mut stops[stop_starts[contract]..stop_starts[contract + 1]]);
        let cut = spread(&agreed, &stretches);
        let stopped = spread(&subtract(&stops, &agreed), &stretches);
        for (month, name) in MONTH_NAMES.iter().enumerate() {
            for (band, band_name) in ["business", "other"].into_iter().enumerate() {
                let slot = month * 3 + band;
                let (service, stop) = (base[slot] - cut[slot], stopped[slot]);
                let up = service - stop;
                let met = if up * 1_000_000 >= TARGETS[band] * service {
                    "yes"
                } else {
                    "no"
                };
                let _ = writeln!(
                    text,
                    "{contract},{name},{band_name},{service},{stop},{up},{service},{met}"
                );
            }
        }
    }
    fs::write(out, &text).map_err(|error| format!("{out}: {error}"))?;
    Ok(contracts * 24)
}
