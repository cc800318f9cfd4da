//! Tables of a fleet: every row is used or refused with its line, in any order and on any number of threads.

use super::*;
use jiff::civil::date;
use mamori_service_levels::{Agreement, BandResult, Instant, Interval, Terms};

const DAY: i64 = 24 * 60 * 60;

fn fleet() -> Fleet {
    let start = Instant::midnight(date(2026, 4, 1));
    let span = Interval::new(start, start.plus(61 * DAY)).unwrap();
    Fleet::of(&Agreement::from(Terms::default()), span).unwrap()
}

fn begin() -> i64 {
    Instant::midnight(date(2026, 4, 1)).unix()
}

type Measured = Vec<(u32, Vec<BandResult>)>;

fn read(stops: &[u8], agreed: &[u8], workers: usize) -> Result<(FleetAccount, Measured), Said> {
    let (fleet, mut shards) = (fleet(), Shards::default());
    let account = read_fleet(stops, FleetTable::Stops, &fleet, workers, &mut shards)?;
    read_fleet(agreed, FleetTable::Exclusions, &fleet, workers, &mut shards)?;
    Ok((
        account,
        shards.measure(&fleet, workers, |_, results| results.collect()),
    ))
}

fn refused_as_a_whole(text: &str) -> String {
    read(text.as_bytes(), b"contract,start,end\n", 1).unwrap_err().en
}

#[test]
fn every_row_is_used_or_refused_with_its_line_and_reason() {
    let start = begin();
    let long = "9".repeat(5_000);
    let text = format!(
        "\u{FEFF}\"end\",source , start,\"contract\"\r\n\
         {start},probe,{start},7\r\n\
         \n\
         {start},\"a,b\",\"{start}\", 8 \n\
         ,0,{start},9\n\
         {start},0,,9\n\
         {start},0,x,9\n\
         {start},0,{start},-1\n\
         {start},0,{start},10000000\n\
         {start}000,0,{start},9\n\
         {start},0,{start}000,9\n\
         {start},0,{},9\n\
         {start},0,{start}\n\
         {start},0,{start},9,1\n\
         {long},0,{start},9\n\
         {start},0,{start},99999999999999999999\n\
         -600000000,0,-600000001,5",
        start + 1,
    );
    let (account, measured) = read(text.as_bytes(), b"contract,start,end\n", 2).unwrap();
    let expected = [
        (6, "start is empty"),
        (7, "start is no integer"),
        (8, "contract is a number from 0 to 9999999"),
        (9, "contract is a number"),
        (10, "end is no Unix time in seconds"),
        (11, "start is no Unix time in seconds"),
        (12, "It ends before it starts"),
        (13, "It has 3 cells, but there are 4"),
        (14, "It has 5 cells"),
        (15, "The line is too long"),
        (16, "contract is no integer"),
    ];
    assert_eq!(account.named.len(), expected.len(), "{:?}", account.named);
    for ((line, said), (row, begins)) in account.named.iter().zip(expected) {
        assert!(*line == row && said.en.starts_with(begins), "{line}: {}", said.en);
    }
    assert_eq!((account.rows, account.refused), (15, 11));
    let contracts: Vec<u32> = measured.iter().map(|(contract, _)| *contract).collect();
    assert_eq!(
        contracts,
        [5, 7, 8, 9],
        "one of before the span and an empty one are known too"
    );
    let stop_seconds = |at: usize| {
        measured[at]
            .1
            .iter()
            .map(|band| band.measured.stop_seconds)
            .sum::<i64>()
    };
    assert_eq!(stop_seconds(0), 0);
    assert_eq!(stop_seconds(3), 61 * DAY, "it goes on to the end");
}

#[test]
fn a_table_of_something_else_is_refused_as_a_whole() {
    assert!(refused_as_a_whole("").contains("empty"));
    assert!(refused_as_a_whole("contract,start,ende\n").contains("did you mean \"end\"?"));
    assert!(refused_as_a_whole("contract,start,start\n").contains("twice"));
    assert!(refused_as_a_whole("contract,end,source\n").contains("\"start\" is missing"));
    assert!(refused_as_a_whole(&"x".repeat(10_000)).contains("too long"));
    let stops = b"contract,start,end,source\n";
    assert!(
        read(stops, stops, 1)
            .unwrap_err()
            .en
            .contains("\"source\" is unknown")
    );
    assert_eq!(
        read(b"contract,start,end", b"contract,start,end", 2).unwrap().1,
        []
    );
}

#[test]
fn an_exclusion_needs_its_end() {
    let agreed = format!("contract,start,end\n1,{},\n", begin());
    let mut shards = Shards::default();
    let account = read_fleet(
        agreed.as_bytes(),
        FleetTable::Exclusions,
        &fleet(),
        1,
        &mut shards,
    )
    .unwrap();
    assert_eq!(account.named[0].1.en, "end is empty");
}

/// A table larger than some blocks, with a line longer than a block in its middle.
fn large() -> String {
    let mut text = "contract,start,end,source\n".to_owned();
    for row in 0..120_000u64 {
        let turned = row.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        let start = begin() + i64::try_from(turned % (60 * 86_400)).unwrap();
        let end = start + i64::try_from(turned % 977).unwrap();
        text.push_str(&format!("{},{start},{end},{}\n", turned % 331, turned % 2));
        if row == 60_000 {
            text.push_str(&"1".repeat(3 << 20));
            text.push('\n');
        }
    }
    text.push_str("no,row,at,all\n");
    text
}

#[test]
fn threads_and_order_change_nothing() {
    let text = large();
    let agreed = format!("contract,start,end\n3,{},{}\n", begin(), begin() + 9 * DAY);
    let one = read(text.as_bytes(), agreed.as_bytes(), 1).unwrap();
    assert_eq!(one.0.rows, 120_002);
    let lines: Vec<u64> = one.0.named.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [60_003, 120_003]);
    assert_eq!(read(text.as_bytes(), agreed.as_bytes(), 5).unwrap(), one);
    let mut rows: Vec<&str> = text.lines().skip(1).filter(|line| line.len() < 100).collect();
    rows.reverse();
    let turned = format!("contract,start,end,source\n{}", rows.join("\r\n"));
    assert_eq!(read(turned.as_bytes(), agreed.as_bytes(), 2).unwrap().1, one.1);
}

/// A stream that gives a few bytes at a time.
struct Drops<'a>(&'a [u8], usize);

impl Read for Drops<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.1 = (self.1 * 7 + 3) % 11;
        let count = (self.1 + 1).min(self.0.len()).min(into.len());
        into[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

#[test]
fn a_stream_in_drops_is_read_as_the_whole() {
    let text: String = large()
        .lines()
        .filter(|line| line.len() < 100)
        .take(5_000)
        .map(|line| format!("{line}\n"))
        .collect();
    let (fleet, mut shards) = (fleet(), Shards::default());
    let account = read_fleet(
        Drops(text.as_bytes(), 1),
        FleetTable::Stops,
        &fleet,
        2,
        &mut shards,
    )
    .unwrap();
    let measured: Measured = shards.measure(&fleet, 2, |_, results| results.collect());
    assert_eq!(
        (account, measured),
        read(text.as_bytes(), b"contract,start,end\n", 1).unwrap()
    );
}

#[test]
fn the_short_way_reads_what_the_long_way_reads() {
    let layout = Layout::read(b"contract,start,end,source", FleetTable::Stops).unwrap();
    let samples = [
        "0,0,0,0",
        "1,12,123,1234",
        "12345678,12345678,123456789,1",
        "1,123456789012345,1,1",
        "1,1,1,",
        "00000007,001,01,x",
        "1,1234567890123456,1,0",
        "1,9223372036854775807,1,0",
        "+1,1,1,1",
        "1,-1,1,1",
        "1,,1,1",
        "1,1,1",
        "1,1,1,1,1",
        "１,1,1,1",
        ":,1,1,1",
        "1,/,1,1",
    ];
    for sample in samples {
        for ending in ["\n", "\r\n"] {
            let mut block = format!("{sample}{ending}").into_bytes();
            let end = block.len();
            block.resize(end + blocks::PADDING, 0);
            let mut at = 0;
            let read = row::read(&block, &mut at, &layout);
            assert_eq!(at, end, "{sample}");
            // Quotes send a row the long way.
            let mut quoted = format!("\"{}\"{ending}", sample.replace(',', "\",\"")).into_bytes();
            quoted.resize(quoted.len() + blocks::PADDING, 0);
            assert_eq!(row::read(&quoted, &mut 0, &layout), read, "{sample}");
        }
    }
}
