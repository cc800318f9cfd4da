//! Entry points for fuzzing: any bytes go in, nothing may panic, and what is read is kept.

use crate::generate::Random;
use crate::normal::same;
use crate::{json, text};
use std::collections::BTreeMap;

/// Paths the text fuzzer writes to, one of each sort and some that are wrong.
const PATHS: [&str; 8] = [
    "mamori.toml",
    "organisation/officers.csv",
    "services/a/service.toml",
    "services/a/equipment.csv",
    "services/b/decisions.csv",
    "institutions/c/agreements.csv",
    "services/A b/sites.csv",
    "stray",
];

/// Reads bytes as a workspace's files: each line that is `@` and a digit begins the next file.
///
/// # Panics
/// When what was read is not written and read back the same, which would be a fault of ours.
pub fn fuzz_text(bytes: &[u8]) {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::from([("mamori.toml".to_owned(), Vec::new())]);
    let mut path = PATHS[2];
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line {
            [b'@', digit @ b'0'..=b'7', b'\n'] => path = PATHS[usize::from(digit - b'0')],
            line => files.entry(path.to_owned()).or_default().extend_from_slice(line),
        }
    }
    if let Ok(raw) = text::read_files(&files) {
        let back = text::read_files(&text::write(&raw)).expect("what we write can be read");
        assert!(same(&raw, &back), "what was read is kept");
    }
}

/// Reads bytes as JSON.
///
/// # Panics
/// When what was read is not written and read back the same, which would be a fault of ours.
pub fn fuzz_json(bytes: &[u8]) {
    if let Ok(raw) = json::read(bytes) {
        let back = json::read(json::write(&raw).as_bytes()).expect("what we write can be read");
        assert!(same(&raw, &back), "what was read is kept");
    }
}

/// What is put between the bytes of seeds: marks of every text format that is read.
const PIECES: [&[u8]; 18] = [
    b"\"",
    b"\"\"\"",
    b",",
    b"\r",
    b"\n",
    b"\xEF\xBB\xBF",
    b"\xff",
    b"@1\n",
    b"[",
    b"{",
    b"\\",
    b"0",
    b"#",
    b"=",
    b"-",
    b":",
    b"9999999999",
    b"+09:00",
];

/// Runs a fuzz function on seeds as they are, and as often as asked on one of them with bytes changed,
/// cut, doubled and swapped. The same seeds give the same runs.
pub fn run(seeds: &[Vec<u8>], runs: usize, fuzz: impl Fn(&[u8])) {
    let mut random = Random::new(42);
    seeds.iter().for_each(|seed| fuzz(seed));
    for _ in 0..runs {
        let seed = random.pick(seeds);
        fuzz(&mutated(seed, &mut random));
    }
}

fn mutated(seed: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..1 + random.below(8) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(20)).min(bytes.len());
        match random.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let piece: Vec<u8> = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            2 if at < bytes.len() => bytes[at] = random.below(256) as u8,
            3 => bytes.truncate(at.max(1)),
            _ => {
                let piece = *random.pick(&PIECES);
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
    bytes
}
