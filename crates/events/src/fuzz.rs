//! Entry points for fuzzing the readers of events: any bytes go in, nothing may panic, every row is
//! accounted for, and what is read can be evaluated.

use crate::{FleetTable, Format, Gap, Sampling, Shards, read, read_fleet};
use mamori_service_levels::{Agreement, Evaluation, Fleet, Instant, Intake, Interval, Terms, budgets};

/// Three months and a day, across the end of a year.
fn span() -> Option<Interval> {
    let at = |text| Instant::read(text).ok();
    Interval::new(at("2026-12-01T00:00:00+09:00")?, at("2027-03-02T00:00:00+09:00")?)
}

fn agreement() -> Agreement {
    Agreement::from(Terms {
        first_response_hours: Some(2),
        ..Terms::default()
    })
}

/// Reads bytes as events in every format, and evaluates what came of them.
///
/// # Panics
/// When a row was neither used nor refused, which would be a fault of ours.
pub fn fuzz_events(bytes: &[u8]) {
    let Some(span) = span() else { return };
    for format in Format::ALL {
        for sampling in [
            Sampling {
                interval: None,
                gap: Gap::Unknown,
            },
            Sampling {
                interval: Some(60),
                gap: Gap::Down,
            },
        ] {
            let mut intake = Intake::default();
            let whole = read(format, bytes, sampling, &mut intake);
            let taken = intake.end();
            assert!(taken.refused.len() as u64 <= taken.rows, "{format:?}: {taken:?}");
            if whole.is_ok() {
                let evaluation = Evaluation::of(&agreement(), &taken.events, span);
                assert_eq!(evaluation.months.len(), 4, "{format:?}");
                let _ = budgets(&agreement(), &taken.events, span);
            }
        }
    }
}

/// Reads bytes as a table of a fleet, and measures it.
///
/// # Panics
/// When the result depends on the number of threads, which would be a fault of ours.
pub fn fuzz_fleet(bytes: &[u8]) {
    let Some(fleet) = span().and_then(|span| Fleet::of(&agreement(), span)) else {
        return;
    };
    for table in [FleetTable::Stops, FleetTable::Exclusions] {
        let measured = |workers| {
            let mut shards = Shards::default();
            let account = read_fleet(bytes, table, &fleet, workers, &mut shards)?;
            let results = shards.measure(&fleet, workers, |_, results| results.collect::<Vec<_>>());
            Ok::<_, mamori_words::Said>((account, results))
        };
        assert_eq!(measured(1), measured(2), "{table:?}");
    }
}
