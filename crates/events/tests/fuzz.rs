//! Some fuzzing, the same in every run: files of every format with bytes changed, cut, doubled and swapped.

use mamori_events::fuzz::{fuzz_events, fuzz_fleet};
use mamori_formats::fuzz::run;

const EVENTS: [&str; 6] = [
    "kind,id,start,end,cause,partial,hinders,detected,called,responded,released,applied,large_effect,note\n\
     stop,a,2026-12-31T23:00:00+09:00,2027-01-01T01:00:00+09:00,provider,no,yes,2026-12-31T23:05:00+09:00,,2027-01-01T02:00:00+09:00,,,,\"x, y\"\n\
     window,b,2027-01-10T01:00:00+09:00,2027-01-10T03:00:00+09:00,,,,,,,,,,\n\
     stop,b,2027-01-10T02:00:00+09:00,,agreed_beforehand,,,,,,,,,\n\
     update,c,,,,,,,,2027-02-01T00:00:00Z,2027-02-03T00:00:00Z,yes,\n\
     annexed,d,2027-02-01T00:00:00+09:00,,,,,,,,,,,\n\
     exception,a,,,institution,,,,,,,,,proof\n",
    "time,up\n2027-01-01T00:00:00+09:00,1\n2027-01-01T00:01:00+09:00,0\n2027-01-01T00:09:00+09:00,yes\n",
    "{\"kind\":\"stop\",\"id\":\"a\",\"start\":\"2027-01-01T00:00:00+09:00\",\"partial\":false}\n{\"kind\":\"slowdown\",\"id\":\"b\",\"start\":\"2027-01-02T00:00:00+09:00\"}\n",
    "[{\"monitorID\":1,\"status\":0,\"time\":\"2027-01-01 00:00:00.000\"},{\"monitorID\":1,\"status\":1,\"time\":\"2027-01-01 00:05:00\"}]",
    "{\"heartbeatList\":{\"1\":[{\"status\":3,\"time\":\"2027-01-01T00:00:00Z\"}]}}",
    "[{\"id\":\"x\",\"status\":\"down\",\"time\":1798729200},{\"id\":\"x\",\"event\":\"resolved\",\"time\":\"2027-01-01T00:10:00+09:00\"}]",
];

#[test]
fn no_bytes_make_a_reader_of_events_panic_or_lose_a_row() {
    let seeds = EVENTS.map(|text| text.as_bytes().to_vec());
    run(&seeds, 3_000, fuzz_events);
}

#[test]
fn no_bytes_make_the_reader_of_a_fleet_panic_or_depend_on_threads() {
    let seeds = [
        b"contract,start,end,source\n1,1798729200,1798732800,probe\n65,1798729200,,x\n1,1798730000,1798730001,\n".to_vec(),
        b"end,contract,start\n1798732800,7,1798729200\n".to_vec(),
    ];
    run(&seeds, 3_000, fuzz_fleet);
}
