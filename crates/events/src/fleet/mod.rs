//! Stops and agreed stops of many contracts: tables of integers, read in blocks of whole lines by all
//! cores, and measured contract by contract. What stays in memory is twelve bytes a row.

mod blocks;
mod headings;
mod row;
mod shards;

pub use shards::Shards;

use blocks::Blocks;
use headings::Layout;
use mamori_service_levels::Fleet;
use mamori_words::Said;
use row::Fault;
use shards::Entry;
use std::io::Read;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Most rows of a table.
pub const ROWS_MAX: u64 = 50_000_000;

/// Largest number of a contract.
pub const CONTRACT_MAX: u32 = 9_999_999;

/// How many refused rows are named; the others are counted.
pub const NAMED_MAX: usize = 100;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FleetTable {
    /// Stops; every one counts. Columns: contract, start, end, and source, which is not looked at.
    Stops,
    /// Agreed stops. Columns: contract, start, end.
    Exclusions,
}

/// What became of the rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FleetAccount {
    /// How many rows were read.
    pub rows: u64,
    /// How many of them are not used.
    pub refused: u64,
    /// The first of those, by their lines: the line in the file, the headings being line 1, and the reason.
    pub named: Vec<(u64, Said)>,
}

/// Reads a table on several threads and adds its rows to the shards.
///
/// # Errors
/// Why the file as a whole cannot be read; a row that cannot be used is refused in the account.
pub fn read_fleet(
    source: impl Read + Send,
    table: FleetTable,
    fleet: &Fleet,
    workers: usize,
    shards: &mut Shards,
) -> Result<FleetAccount, Said> {
    let mut blocks = Blocks::new(source);
    let layout = Layout::read(&blocks.headings()?, table)?;
    let (blocks, rows) = (Mutex::new(blocks), AtomicU64::new(0));
    let work = || part(&blocks, &rows, &layout, fleet);
    let parts = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers.max(1)).map(|_| scope.spawn(work)).collect();
        let joined = threads.into_iter().map(|thread| thread.join());
        joined
            .map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect::<Result<Vec<Part>, Said>>()
    })?;
    let account = account(&parts);
    for part in parts {
        shards.add(table, part.rows);
    }
    Ok(account)
}

/// What one thread read.
struct Part {
    rows: shards::Sorted,
    read: u64,
    refused: u64,
    /// The first faults by block and line within it.
    faults: Vec<(usize, u64, Fault)>,
    /// The blocks it took and how many lines they have.
    lines: Vec<(usize, u64)>,
}

fn part<R: Read>(
    blocks: &Mutex<Blocks<R>>,
    rows: &AtomicU64,
    layout: &Layout,
    fleet: &Fleet,
) -> Result<Part, Said> {
    let mut part = Part {
        rows: shards::Sorted::default(),
        read: 0,
        refused: 0,
        faults: Vec::new(),
        lines: Vec::new(),
    };
    let mut buffer = Vec::new();
    loop {
        let taken = blocks
            .lock()
            .map_err(|_| Said::new("読み取りが途中で止まりました", "The reading stopped halfway"))?
            .next(&mut buffer)?;
        let Some(number) = taken else {
            return Ok(part);
        };
        let before = part.read;
        part.take(number, &buffer, layout, fleet);
        let new = part.read - before;
        if rows.fetch_add(new, Ordering::Relaxed) + new > ROWS_MAX {
            return Err(Said::new(
                format!("行が多すぎます（上限{ROWS_MAX}行）。契約で分けて実行してください"),
                format!("There are too many rows ({ROWS_MAX} at most): split the run by contracts"),
            ));
        }
    }
}

impl Part {
    /// Takes the rows of a block.
    fn take(&mut self, number: usize, block: &[u8], layout: &Layout, fleet: &Fleet) {
        let (mut at, mut line) = (0, 0);
        while at < block.len() - blocks::PADDING {
            match row::read(block, &mut at, layout) {
                None => {}
                Some(Ok(row)) => {
                    self.read += 1;
                    let piece = fleet.piece(row.start, row.end);
                    self.rows.push(Entry::new(row.contract, piece));
                }
                Some(Err(fault)) => {
                    self.read += 1;
                    self.refused += 1;
                    // A thread takes blocks in their order, so its first faults are enough for the first of all.
                    if self.faults.len() < NAMED_MAX {
                        self.faults.push((number, line, fault));
                    }
                }
            }
            line += 1;
        }
        self.lines.push((number, line));
    }
}

/// The account of all parts, with faults at their lines in the file.
fn account(parts: &[Part]) -> FleetAccount {
    let mut lines: Vec<(usize, u64)> = parts.iter().flat_map(|part| &part.lines).copied().collect();
    lines.sort_unstable();
    // Line 1 holds the headings.
    let mut next = 2;
    let starts: Vec<u64> = lines
        .iter()
        .map(|(_, count)| {
            next += count;
            next - count
        })
        .collect();
    let faults = parts.iter().flat_map(|part| &part.faults);
    let mut named: Vec<(u64, Said)> = faults
        .map(|(block, line, fault)| (starts[*block] + line, fault.said()))
        .collect();
    named.sort_by_key(|(line, _)| *line);
    named.truncate(NAMED_MAX);
    FleetAccount {
        rows: parts.iter().map(|part| part.read).sum(),
        refused: parts.iter().map(|part| part.refused).sum(),
        named,
    }
}

#[cfg(test)]
mod tests;
