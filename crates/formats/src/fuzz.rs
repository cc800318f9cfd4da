//! Entry points for fuzzing: any bytes go in, nothing may panic, and what is read is kept.

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
