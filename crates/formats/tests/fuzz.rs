//! Some fuzzing, the same in every run: written workspaces with bytes changed, cut, doubled and swapped.

use mamori_formats::fuzz::{fuzz_json, fuzz_text, run};
use mamori_formats::generate;
use mamori_formats::{json, text};

const RUNS: usize = 4_000;

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
    run(&seeds, RUNS, fuzz_text);
}

#[test]
fn no_bytes_make_the_json_reader_panic_or_lose_anything() {
    let mut seeds: Vec<Vec<u8>> = (0..30)
        .map(|seed| json::write(&generate::workspace(seed)).into_bytes())
        .collect();
    seeds.push(br#"{"format":1,"services":{"a":{"site":[{"id":"x","name":"y"}]}}}"#.to_vec());
    seeds.push(br#"{"settings":{"retired":["a/b"]},"organisation":{"officer":[{},{}]}}"#.to_vec());
    run(&seeds, RUNS, fuzz_json);
}
