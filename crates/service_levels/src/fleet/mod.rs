//! Many contracts under one agreement: each month and band of each contract, from stops that all count
//! and agreed stops (GL 別紙1-II 6.3 (2)). The same answer as an evaluation, for millions of rows.
//!
//! What all contracts share is laid out once, as a line of stretches that each lie in one month and band.
//! A contract's stops then walk along that line, so a stop costs a few steps however long the period is.

mod line;

pub use line::Piece;

use crate::evaluate::{BandResult, Measured, months};
use crate::{Agreement, Band, Instant, Interval, RecurringWindow, Seconds, Target, Terms};
use line::{Line, Stretch, merged};

/// What all contracts share: the months and bands of a span under an agreement.
#[derive(Debug, Clone)]
pub struct Fleet {
    start: Instant,
    length: u32,
    line: Line,
    months: Vec<FleetMonth>,
}

/// A month as all contracts share it.
#[derive(Debug, Clone)]
pub struct FleetMonth {
    /// The evaluated part of the month.
    pub span: Interval,
    targets: [Option<Target>; 2],
    /// Seconds of each band outside and inside the windows agreed for every week or day.
    free: [u32; 2],
    agreed: [u32; 2],
}

/// Slots of a month on the line: each band outside, then inside the windows agreed for all.
const SLOTS: usize = 4;

impl Fleet {
    /// Lays out a span; nothing if it is empty or longer than 2³² seconds (136 years).
    pub fn of(agreement: &Agreement, span: Interval) -> Option<Fleet> {
        let length = u32::try_from(span.seconds()).ok().filter(|length| *length > 0)?;
        let offset = |instant: Instant| u32::try_from(instant.unix() - span.start().unix()).unwrap_or(length);
        let (mut stretches, mut fleet_months) = (Vec::new(), Vec::new());
        for (number, month) in months(span).iter().enumerate() {
            let terms = agreement.at(month.span.start());
            let sets = sets(terms, month.span);
            for (slot, set) in sets.iter().enumerate() {
                stretches.extend(set.intervals().iter().map(|part| Stretch {
                    end: offset(part.end()),
                    slot: number * SLOTS + slot,
                }));
            }
            let seconds = |slot: usize| u32::try_from(sets[slot].total()).unwrap_or(length);
            fleet_months.push(FleetMonth {
                span: month.span,
                targets: Band::ALL.map(|band| terms.target(band)),
                free: [seconds(0), seconds(1)],
                agreed: [seconds(2), seconds(3)],
            });
        }
        Some(Fleet {
            start: span.start(),
            length,
            line: Line::new(stretches),
            months: fleet_months,
        })
    }

    /// The months in time order.
    pub fn months(&self) -> &[FleetMonth] {
        &self.months
    }

    /// The part within the span of an interval from one second since 1970-01-01T00:00:00Z up to, not
    /// including, another; empty if there is none.
    pub fn piece(&self, start: i64, end: i64) -> Piece {
        let within = |second: i64| {
            second
                .saturating_sub(self.start.unix())
                .clamp(0, self.length.into())
        };
        let offset = |second: i64| u32::try_from(within(second)).unwrap_or(self.length);
        Piece::new(offset(start), offset(end))
    }

    /// A meter, which measures one contract after another.
    pub fn meter(&self) -> Meter<'_> {
        let slots = self.months.len() * SLOTS;
        Meter {
            fleet: self,
            cuts: Vec::new(),
            cut: vec![0; slots],
            stopped: vec![0; slots],
        }
    }
}

/// The four sets of a month, in the order of its slots.
fn sets(terms: &Terms, span: Interval) -> [Seconds; SLOTS] {
    let business = terms.calendar.business(span);
    let other = Seconds::from(span).minus(&business);
    let agreed = RecurringWindow::seconds(&terms.agreed_windows, span);
    [
        business.minus(&agreed),
        other.minus(&agreed),
        business.and(&agreed),
        other.and(&agreed),
    ]
}

/// Measures contracts one after another in the same memory.
#[derive(Debug)]
pub struct Meter<'f> {
    fleet: &'f Fleet,
    /// The agreed stops of the contract, sorted and apart.
    cuts: Vec<(u32, u32)>,
    /// Seconds in each slot that agreed stops take, and that stops take outside of those.
    cut: Vec<u32>,
    stopped: Vec<u32>,
}

impl<'f> Meter<'f> {
    /// Measures a contract: for each month its two bands. Pieces come in any order and may overlap; they
    /// are left sorted.
    pub fn measure(&mut self, stops: &mut [Piece], agreed: &mut [Piece]) -> impl Iterator<Item = BandResult> {
        self.cut.fill(0);
        self.stopped.fill(0);
        agreed.sort_unstable();
        stops.sort_unstable();
        self.cuts.clear();
        self.cuts.extend(merged(agreed));
        let mut walk = self.fleet.line.walk();
        for &(start, end) in &self.cuts {
            walk.add(start, end, &mut self.cut);
        }
        self.add_stops(stops);
        let results = self.fleet.months.iter().enumerate();
        results.flat_map(|(number, month)| {
            Band::ALL.map(|band| self.result(month, number * SLOTS + band as usize, band))
        })
    }

    /// Adds what stops take outside of the agreed ones.
    fn add_stops(&mut self, stops: &[Piece]) {
        let mut walk = self.fleet.line.walk();
        let mut cuts = self.cuts.as_slice();
        for (mut start, end) in merged(stops) {
            while let [(cut_start, cut_end), rest @ ..] = cuts {
                if *cut_start >= end {
                    break;
                }
                if start < *cut_start {
                    walk.add(start, *cut_start, &mut self.stopped);
                }
                start = start.max(*cut_end);
                if *cut_end > end {
                    break;
                }
                cuts = rest;
            }
            if start < end {
                walk.add(start, end, &mut self.stopped);
            }
        }
    }

    fn result(&self, month: &FleetMonth, slot: usize, band: Band) -> BandResult {
        let at = band as usize;
        let own = self.cut[slot];
        let agreed = i64::from(month.agreed[at]) + i64::from(own);
        BandResult {
            band,
            measured: Measured {
                service_seconds: i64::from(month.free[at]) - i64::from(own),
                stop_seconds: i64::from(self.stopped[slot]),
                excluded_seconds: [agreed, 0, 0, 0],
            },
            target: month.targets[at],
        }
    }
}
