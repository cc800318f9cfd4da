//! A fleet answers what an evaluation answers, contract by contract, month by month, to the second.

use jiff::civil::{Weekday, date};
use mamori_service_levels::{
    Agreement, Band, BandResult, BusinessHours, Cause, Evaluation, Events, ExcludedCause, Fleet, Instant,
    Interval, Piece, RecurringWindow, Response, Stop, Target, Terms,
};
use proptest::prelude::*;

const DAY: i64 = 24 * 60 * 60;

/// Two versions: the example's hours, then nine to six with an agreed window and other targets.
fn agreement() -> Agreement {
    let window = |day, start: u16, end: u16| RecurringWindow::of_minutes(day, start * 60, end * 60).unwrap();
    let first = Terms {
        valid_from: Some(date(2025, 4, 1)),
        agreed_windows: vec![window(Some(Weekday::Sunday), 2, 4)],
        ..Terms::default()
    };
    let mut second = Terms {
        valid_from: Some(date(2026, 1, 1)),
        other: None,
        business: Target::from_parts(900_000),
        agreed_windows: vec![window(None, 16, 19), window(Some(Weekday::Saturday), 23, 25)],
        ..Terms::default()
    };
    let nine_to_six = BusinessHours::of_minutes(&[(540, 720), (780, 1080)]).unwrap();
    second.calendar.week = std::array::from_fn(|at| match at {
        0..5 => nine_to_six.clone(),
        _ => BusinessHours::NONE,
    });
    second.calendar.on_holidays = Some(BusinessHours::NONE);
    Agreement::new(vec![first, second]).unwrap()
}

fn stop(number: usize, start: i64, end: i64, cause: Cause) -> Stop {
    Stop {
        id: number.to_string(),
        start: Instant::from_unix(start),
        end: Some(Instant::from_unix(end)),
        cause,
        partial: false,
        hinders: false,
        response: Response::default(),
        note: String::new(),
    }
}

fn evaluated(span: Interval, stops: &[(i64, i64)], agreed: &[(i64, i64)]) -> Vec<BandResult> {
    let mut events = Events::default();
    let causes = [Cause::Provider, Cause::Excluded(ExcludedCause::AgreedBeforehand)];
    for (rows, cause) in [stops, agreed].into_iter().zip(causes) {
        for (start, end) in rows {
            events.stops.push(stop(events.stops.len(), *start, *end, cause));
        }
    }
    let evaluation = Evaluation::of(&agreement(), &events, span);
    evaluation.months.iter().flat_map(|month| month.bands).collect()
}

fn measured(fleet: &Fleet, stops: &[(i64, i64)], agreed: &[(i64, i64)]) -> Vec<BandResult> {
    let pieces = |rows: &[(i64, i64)]| -> Vec<Piece> {
        rows.iter()
            .map(|(start, end)| fleet.piece(*start, *end))
            .collect()
    };
    let mut meter = fleet.meter();
    // What a contract before left behind must not show.
    let _ = meter
        .measure(&mut [Piece::new(5, 500_000)], &mut [Piece::new(7, 9_000)])
        .count();
    meter.measure(&mut pieces(stops), &mut pieces(agreed)).collect()
}

fn rows(most: usize) -> impl Strategy<Value = Vec<(i64, i64)>> {
    let begin = Instant::midnight(date(2025, 11, 25)).unix();
    let length = prop_oneof![3 => 0..4_000i64, 2 => 0..3 * DAY, 1 => 0..60 * DAY];
    let row = (0..100 * DAY, length).prop_map(move |(start, length)| (begin + start, begin + start + length));
    proptest::collection::vec(row, 0..most)
}

proptest! {
    #[test]
    fn a_fleet_answers_what_an_evaluation_answers(
        stops in rows(40), agreed in rows(6), from in 0..20 * DAY, length in 1..90 * DAY,
    ) {
        let start = Instant::midnight(date(2025, 12, 1)).plus(from);
        let span = Interval::new(start, start.plus(length)).unwrap();
        let fleet = Fleet::of(&agreement(), span).unwrap();
        prop_assert_eq!(measured(&fleet, &stops, &agreed), evaluated(span, &stops, &agreed));
    }
}

#[test]
fn a_known_month_has_known_seconds() {
    let start = Instant::midnight(date(2026, 2, 1));
    let span = Interval::new(start, start.plus(28 * DAY)).unwrap();
    let fleet = Fleet::of(&agreement(), span).unwrap();
    // Monday 2 February, 15:00 to 16:30, of which 16:00 to 16:10 was agreed as every day from 16 to 19.
    let at = |minutes: i64| start.plus(DAY + 15 * 60 * 60 + minutes * 60).unix();
    let results = measured(&fleet, &[(at(0), at(90)), (at(30), at(45))], &[(at(0), at(20))]);
    // 20 weekdays less two holidays; 9–12 and 13–16 of each, less the agreed 20 minutes.
    let business = results[Band::Business as usize];
    assert_eq!(business.measured.service_seconds, 18 * 6 * 3_600 - 1_200);
    assert_eq!(business.measured.stop_seconds, 2_400);
    assert_eq!(business.met(), Some(true));
    assert_eq!(results[Band::Other as usize].met(), None, "no target");
}

#[test]
fn an_empty_span_and_one_beyond_counting_are_none() {
    let start = Instant::midnight(date(1950, 1, 1));
    let span = |seconds| Interval::new(start, start.plus(seconds)).unwrap();
    assert!(Fleet::of(&agreement(), span(0)).is_none());
    assert!(Fleet::of(&agreement(), span(1 << 32)).is_none());
    assert!(Fleet::of(&agreement(), span(1)).is_some());
}
