//! One row of a fleet's table: three integers, read eight digits at a time.
//!
//! Almost every row is plain digits and commas and takes the short way. Any other takes the long way, which
//! knows quotes, spaces, signs and empty cells, and says what is wrong.

use super::CONTRACT_MAX;
use super::blocks::LINE_MAX;
use super::headings::{Layout, Role};
use mamori_service_levels::Instant;
use mamori_words::Said;

/// A row. A stop that goes on ends at the end of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) contract: u32,
    /// Seconds since 1970-01-01T00:00:00Z.
    pub(super) start: i64,
    pub(super) end: i64,
}

/// Why a row is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    TooLong,
    Cells { found: usize, expected: usize },
    Empty(Role),
    NoInteger(Role),
    NoContract,
    OutsideYears(Role),
    Backwards,
}

/// Reads the line at a place of a block and moves the place behind it; nothing if the line is empty.
pub(super) fn read(block: &[u8], at: &mut usize, layout: &Layout) -> Option<Result<Row, Fault>> {
    if let Some((row, behind)) = plain(block, *at, layout) {
        *at = behind;
        return Some(judged(row.0, row.1, row.2));
    }
    let line = &block[*at..];
    let end = line.iter().position(|byte| *byte == b'\n').unwrap_or(line.len());
    *at += end + 1;
    let line = line[..end].strip_suffix(b"\r").unwrap_or(&line[..end]);
    if line.iter().all(u8::is_ascii_whitespace) {
        return None;
    }
    Some(careful(line, layout))
}

type Numbers = (i64, i64, i64);

/// The short way; nothing if the line needs the long one.
fn plain(block: &[u8], start: usize, layout: &Layout) -> Option<(Numbers, usize)> {
    let (mut at, mut numbers) = (start, [0; 3]);
    let last = layout.roles.len() - 1;
    for (column, role) in layout.roles.iter().enumerate() {
        match role {
            Role::Ignored => {
                while !matches!(block.get(at)?, b',' | b'\n' | b'\r' | b'"') {
                    at += 1;
                }
            }
            role => numbers[*role as usize] = digits(block, &mut at)?,
        }
        let mut mark = *block.get(at)?;
        at += 1;
        if column == last {
            if mark == b'\r' {
                mark = *block.get(at)?;
                at += 1;
            }
            return (mark == b'\n').then_some(((numbers[0], numbers[1], numbers[2]), at));
        }
        if mark != b',' {
            return None;
        }
    }
    None
}

/// A number of 1 to 15 digits at a place, which moves behind it.
fn digits(block: &[u8], at: &mut usize) -> Option<i64> {
    let (high, count) = eight_digits(block, *at)?;
    *at += count;
    match count {
        0 => None,
        1..8 => Some(high.cast_signed()),
        _ => {
            let (low, count) = eight_digits(block, *at)?;
            *at += count;
            const TENS: [u64; 8] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
            Some((high * TENS.get(count)? + low).cast_signed())
        }
    }
}

/// The number that up to eight digits make, and how many there are. All eight bytes are looked at as one
/// word: a digit becomes its value, and pairs, then fours, then all are added up with their weights.
fn eight_digits(block: &[u8], at: usize) -> Option<(u64, usize)> {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const PAIRS: u64 = 0x0000_00FF_0000_00FF;
    let bytes: [u8; 8] = block.get(at..at + 8)?.try_into().ok()?;
    let values = u64::from_le_bytes(bytes) ^ 0x3030_3030_3030_3030;
    // A value above 9 sets the high bit of its byte; a carry only reaches bytes behind it.
    let others = (values.wrapping_add(0x7676_7676_7676_7676) | values) & HIGH;
    let count = others.trailing_zeros() / 8;
    if count == 0 {
        return Some((0, 0));
    }
    let values = values << (64 - count * 8);
    let pairs = values.wrapping_mul(10).wrapping_add(values >> 8);
    let odd = (pairs & PAIRS).wrapping_mul(100 + (1_000_000 << 32));
    let even = (pairs >> 16 & PAIRS).wrapping_mul(1 + (10_000 << 32));
    Some((odd.wrapping_add(even) >> 32, count as usize))
}

/// The long way.
fn careful(line: &[u8], layout: &Layout) -> Result<Row, Fault> {
    if line.len() > LINE_MAX {
        return Err(Fault::TooLong);
    }
    let cells = cells(line);
    let (found, expected) = (cells.len(), layout.roles.len());
    if found != expected {
        return Err(Fault::Cells { found, expected });
    }
    let mut numbers = [0; 3];
    for (cell, role) in cells.iter().zip(&layout.roles) {
        let cell = cell.trim_ascii();
        let cell = cell
            .strip_prefix(b"\"")
            .and_then(|cell| cell.strip_suffix(b"\""))
            .unwrap_or(cell);
        match role {
            Role::Ignored => {}
            Role::End if cell.is_empty() && layout.open => numbers[Role::End as usize] = i64::MAX,
            role => numbers[*role as usize] = integer(cell, *role)?,
        }
    }
    judged(numbers[0], numbers[1], numbers[2])
}

/// The cells of a line; a comma between quotes parts nothing.
fn cells(line: &[u8]) -> Vec<&[u8]> {
    let mut quoted = false;
    let parted = line.split(|byte| {
        quoted ^= *byte == b'"';
        *byte == b',' && !quoted
    });
    parted.collect()
}

fn integer(cell: &[u8], role: Role) -> Result<i64, Fault> {
    let text = str::from_utf8(cell.trim_ascii()).map_err(|_| Fault::NoInteger(role))?;
    match text {
        "" => Err(Fault::Empty(role)),
        _ => text.parse().map_err(|_| Fault::NoInteger(role)),
    }
}

fn judged(contract: i64, start: i64, end: i64) -> Result<Row, Fault> {
    const FIRST: i64 = Instant::FIRST.unix();
    const LAST: i64 = Instant::LAST.unix();
    let contract = u32::try_from(contract)
        .ok()
        .filter(|contract| *contract <= CONTRACT_MAX);
    let contract = contract.ok_or(Fault::NoContract)?;
    if !(FIRST..=LAST).contains(&start) {
        return Err(Fault::OutsideYears(Role::Start));
    }
    if !(FIRST..=LAST).contains(&end) && end != i64::MAX {
        return Err(Fault::OutsideYears(Role::End));
    }
    if end < start {
        return Err(Fault::Backwards);
    }
    Ok(Row { contract, start, end })
}

impl Fault {
    /// The reason in words.
    pub(super) fn said(self) -> Said {
        match self {
            Fault::TooLong => Said::new(
                format!("行が長すぎます（上限{LINE_MAX}バイト）"),
                format!("The line is too long ({LINE_MAX} bytes at most)"),
            ),
            Fault::Cells { found, expected } => Said::new(
                format!("欄が{found}個あります。見出しは{expected}個です"),
                format!("It has {found} cells, but there are {expected} headings"),
            ),
            Fault::Empty(role) => {
                let name = role.name();
                Said::new(format!("{name} が空です"), format!("{name} is empty"))
            }
            Fault::NoInteger(role) => {
                let name = role.name();
                Said::new(
                    format!("{name} が整数ではありません"),
                    format!("{name} is no integer"),
                )
            }
            Fault::NoContract => Said::new(
                format!("contract は0から{CONTRACT_MAX}までの番号です"),
                format!("contract is a number from 0 to {CONTRACT_MAX}"),
            ),
            Fault::OutsideYears(role) => {
                let name = role.name();
                Said::new(
                    format!(
                        "{name} が、1948年から2099年までの秒（UNIX時間）ではありません。ミリ秒になっていませんか"
                    ),
                    format!("{name} is no Unix time in seconds from 1948 to 2099; is it in milliseconds?"),
                )
            }
            Fault::Backwards => Said::new(
                "終わり（end）が始まり（start）より前です",
                "It ends before it starts",
            ),
        }
    }
}
