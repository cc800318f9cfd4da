//! A generated fleet: a year of stops of many contracts, most short and a fifth of the reported ones
//! overlapping a probed one, and an agreed stop of each contract in each month.

use std::io::{self, Write};

const SEED: u64 = 20_260_401;

/// 2025-04-01 00:00 in Japan, in Unix seconds, and the seconds of the year that follows.
pub const START: i64 = 1_743_433_200;
/// Seconds from 2025-04-01 to 2026-04-01.
pub const LENGTH: i64 = 365 * 86_400;

/// Days of the months from April 2025.
const MONTH_DAYS: [i64; 12] = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];

/// The value at a place, from 1, of a stream of numbers: splitmix64 of a counter.
fn at(stream: u64, place: u64) -> u64 {
    let seed = SEED.wrapping_add(stream.wrapping_mul(0xD134_2543_DE82_EF95));
    let mut z = place.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(seed);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The same as a number below another.
fn below(limit: i64, stream: u64, place: u64) -> i64 {
    let part = (at(stream, place) >> 32) * limit.unsigned_abs();
    i64::try_from(part >> 32).unwrap_or(0)
}

/// One generated stop.
struct Stop {
    contract: i64,
    start: i64,
    seconds: i64,
    source: i64,
}

impl Stop {
    /// The stop of a row, from 1, before overlaps are laid.
    fn of(place: u64, contracts: i64) -> Stop {
        let contract = below(contracts, 101, place);
        let (kind, r) = (below(100, 103, place), below(1 << 20, 104, place));
        let seconds = match kind {
            ..80 => 5 + r % 56,
            80..98 => 60 + r % 541,
            _ => 600 + r % 6_601,
        };
        let tier = [1, 6, 20][usize::try_from(contract % 3).unwrap_or(0)];
        Stop {
            contract,
            start: START + below(LENGTH - 7_200, 102, place),
            seconds: (seconds * tier / 20).max(5),
            source: i64::from(below(4, 105, place) == 0),
        }
    }
}

/// Writes the stops as CSV.
///
/// # Errors
/// As the writer.
pub fn stops(out: &mut impl Write, contracts: i64, rows: u64) -> io::Result<()> {
    writeln!(out, "\"contract\",\"start\",\"end\",\"source\"")?;
    let mut before: Option<Stop> = None;
    for place in 1..=rows {
        let own = Stop::of(place, contracts);
        // A reported stop that overlaps the row before it.
        let covers = own.source == 1 && below(5, 106, place) == 0;
        let (contract, start) = match &before {
            Some(before) if covers => (before.contract, before.start + before.seconds / 2),
            _ => (own.contract, own.start),
        };
        let end = (start + own.seconds).min(START + LENGTH);
        writeln!(out, "{contract},{start},{end},{}", own.source)?;
        before = Some(own);
    }
    Ok(())
}

/// Writes the agreed stops as CSV.
///
/// # Errors
/// As the writer.
pub fn exclusions(out: &mut impl Write, contracts: i64) -> io::Result<()> {
    writeln!(out, "\"contract\",\"start\",\"end\"")?;
    let mut place = 0;
    for contract in 0..contracts {
        let mut month = START;
        for days in MONTH_DAYS {
            place += 1;
            let start = month + below(27 * 24, 107, place) * 3_600;
            writeln!(out, "{contract},{start},{}", start + 4 * 3_600)?;
            month += days * 86_400;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    fn hash(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> String {
        let mut bytes = Vec::new();
        write(&mut bytes).unwrap();
        Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    #[test]
    fn a_small_fleet_is_the_agreed_one() {
        assert_eq!(
            hash(|out| stops(out, 50, 3_000)),
            "0adadaf1fb360d831d65c76358480445cc532dfcffddc3333cbb8984b71bcbbf"
        );
        assert_eq!(
            hash(|out| exclusions(out, 50)),
            "87f9d60e52e7fce5721ac71f84a244f4e6a5a869a75f7435085959a430398734"
        );
    }
}
