//! Some fuzzing, the same in every run: written workspaces with bytes changed, cut, doubled and swapped.

use mamori_formats::fuzz::{fuzz_json, fuzz_text};
use mamori_formats::generate::{self, Random};
use mamori_formats::{json, text};

const RUNS: usize = 4_000;

fn mutated(seed: &[u8], random: &mut Random) -> Vec<u8> {
    const PIECES: [&[u8]; 14] = [
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
    ];
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

fn run(seeds: &[Vec<u8>], fuzz: fn(&[u8])) {
    let mut random = Random::new(42);
    seeds.iter().for_each(|seed| fuzz(seed));
    for _ in 0..RUNS {
        let seed = random.pick(seeds).clone();
        fuzz(&mutated(&seed, &mut random));
    }
}

/// The part of a written workspace the text fuzzer has paths for.
fn as_one_text(seed: u64) -> Vec<u8> {
    let files = text::write(&generate::workspace(seed));
    let pick = |path: &str| files.get(path).cloned().unwrap_or_default();
    let parts = [
        ("@0\n", pick("mamori.toml")),
        ("@1\n", pick("organisation/officers.csv")),
        ("@2\n", pick("services/service-1/service.toml")),
        ("@3\n", pick("services/service-1/equipment.csv")),
        ("@4\n", pick("services/service-1/decisions.csv")),
    ];
    parts
        .into_iter()
        .flat_map(|(mark, content)| [mark.as_bytes().to_vec(), content].concat())
        .collect()
}

#[test]
fn no_bytes_make_the_text_reader_panic_or_lose_anything() {
    let mut seeds: Vec<Vec<u8>> = (0..30).map(as_one_text).collect();
    seeds.push(b"@7\nx".to_vec());
    seeds.push(b"@3\nid,name\na,\"x\r\r\ny\r\"\r\r\n".to_vec());
    seeds.push(b"@6\nid\na\n".to_vec());
    run(&seeds, fuzz_text);
}

#[test]
fn no_bytes_make_the_json_reader_panic_or_lose_anything() {
    let mut seeds: Vec<Vec<u8>> = (0..30)
        .map(|seed| json::write(&generate::workspace(seed)).into_bytes())
        .collect();
    seeds.push(br#"{"format":1,"services":{"a":{"site":[{"id":"x","name":"y"}]}}}"#.to_vec());
    seeds.push(br#"{"settings":{"retired":["a/b"]},"organisation":{"officer":[{},{}]}}"#.to_vec());
    run(&seeds, fuzz_json);
}
