//! Rows sorted into shards by contract, so that threads can measure contracts side by side.

use super::FleetTable;
use mamori_service_levels::{BandResult, Fleet, Meter, Piece};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many shards there are; the rows of one fit into a processor's cache.
const SHARDS: usize = 64;

/// Rows of a chunk.
const CHUNK: usize = 4_096;

/// A row as it is kept: the contract, and start and end within the span.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    contract: u32,
    start: u32,
    end: u32,
}

impl Entry {
    pub(super) fn new(contract: u32, piece: Piece) -> Entry {
        Entry {
            contract,
            start: piece.start(),
            end: piece.end(),
        }
    }

    /// Its contract among those of its shard.
    fn place(self) -> usize {
        self.contract as usize / SHARDS
    }
}

/// Rows in chunks that never move.
type Chunks = Vec<Vec<Entry>>;

/// Rows by shard.
pub(super) struct Sorted([Chunks; SHARDS]);

impl Default for Sorted {
    fn default() -> Self {
        Sorted([const { Vec::new() }; SHARDS])
    }
}

impl Sorted {
    pub(super) fn push(&mut self, entry: Entry) {
        let chunks = &mut self.0[entry.contract as usize % SHARDS];
        match chunks.last_mut() {
            Some(last) if last.len() < CHUNK => last.push(entry),
            _ => {
                let mut chunk = Vec::with_capacity(CHUNK);
                chunk.push(entry);
                chunks.push(chunk);
            }
        }
    }
}

/// The stops and agreed stops of all contracts, by shard.
#[derive(Default)]
pub struct Shards {
    stops: Vec<Sorted>,
    agreed: Vec<Sorted>,
}

impl Shards {
    pub(super) fn add(&mut self, table: FleetTable, rows: Sorted) {
        match table {
            FleetTable::Stops => self.stops.push(rows),
            FleetTable::Exclusions => self.agreed.push(rows),
        }
    }

    /// Measures every contract of which there is a row, on several threads, and gives what `each` makes of
    /// the results, by contract. The results are those of the months in time order, two bands each.
    pub fn measure<T: Send>(
        self,
        fleet: &Fleet,
        workers: usize,
        each: impl Fn(u32, &mut dyn Iterator<Item = BandResult>) -> T + Sync,
    ) -> Vec<(u32, T)> {
        let shards = self.into_shards();
        let next = AtomicUsize::new(0);
        let work = || {
            let (mut made, mut bench) = (Vec::new(), Bench::new(fleet));
            // Each shard is taken out by one thread, which frees it when it is done.
            while let Some(shard) = shards.get(next.fetch_add(1, Ordering::Relaxed)) {
                let taken = shard
                    .lock()
                    .map(|mut shard| std::mem::take(&mut *shard))
                    .unwrap_or_default();
                bench.measure(taken, &each, &mut made);
            }
            made
        };
        let mut all: Vec<(u32, T)> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..workers.max(1)).map(|_| scope.spawn(work)).collect();
            let joined = threads.into_iter().map(|thread| thread.join());
            joined
                .flat_map(|made| made.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        });
        all.sort_unstable_by_key(|(contract, _)| *contract);
        all
    }

    fn into_shards(self) -> Vec<Mutex<Shard>> {
        let mut shards: Vec<Shard> = (0..SHARDS)
            .map(|number| Shard {
                number,
                ..Shard::default()
            })
            .collect();
        for (sorted, side) in [(self.stops, 0), (self.agreed, 1)] {
            for part in sorted {
                for (shard, chunks) in shards.iter_mut().zip(part.0) {
                    shard.rows[side].extend(chunks);
                }
            }
        }
        shards.into_iter().map(Mutex::new).collect()
    }
}

/// The rows of one shard: stops and agreed stops.
#[derive(Default)]
struct Shard {
    number: usize,
    rows: [Chunks; 2],
}

/// What a thread needs to measure contracts, used again for each shard.
struct Bench<'f> {
    meter: Meter<'f>,
    sides: [Side; 2],
}

impl<'f> Bench<'f> {
    fn new(fleet: &'f Fleet) -> Self {
        Bench {
            meter: fleet.meter(),
            sides: Default::default(),
        }
    }

    fn measure<T>(
        &mut self,
        shard: Shard,
        each: &impl Fn(u32, &mut dyn Iterator<Item = BandResult>) -> T,
        made: &mut Vec<(u32, T)>,
    ) {
        let places = shard
            .rows
            .iter()
            .flatten()
            .flatten()
            .map(|entry| entry.place() + 1)
            .max()
            .unwrap_or(0);
        let [stops, agreed] = &mut self.sides;
        stops.lay(&shard.rows[0], places);
        agreed.lay(&shard.rows[1], places);
        drop(shard.rows);
        for place in 0..places {
            let (stops, agreed) = (stops.of(place), agreed.of(place));
            if stops.is_empty() && agreed.is_empty() {
                continue;
            }
            let contract = u32::try_from(place * SHARDS + shard.number).unwrap_or(u32::MAX);
            made.push((contract, each(contract, &mut self.meter.measure(stops, agreed))));
        }
    }
}

/// Pieces laid out contract by contract.
#[derive(Default)]
struct Side {
    pieces: Vec<Piece>,
    /// Where the pieces of each contract end.
    ends: Vec<usize>,
}

impl Side {
    /// Lays out rows by counting: how many each contract has tells where they go.
    fn lay(&mut self, rows: &Chunks, places: usize) {
        let rows = rows.iter().flatten();
        self.ends.clear();
        self.ends.resize(places, 0);
        for entry in rows.clone() {
            self.ends[entry.place()] += 1;
        }
        let mut total = 0;
        for end in &mut self.ends {
            total += std::mem::replace(end, total);
        }
        self.pieces.clear();
        self.pieces.resize(total, Piece::new(0, 0));
        for entry in rows {
            let next = &mut self.ends[entry.place()];
            self.pieces[*next] = Piece::new(entry.start, entry.end);
            *next += 1;
        }
    }

    fn of(&mut self, place: usize) -> &mut [Piece] {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &mut self.pieces[start..self.ends[place]]
    }
}
