//! The engine against a deliberately naive oracle that walks every second with plain booleans, and truths
//! that hold between two evaluations. Nothing but the input types is shared with the engine.

use jiff::civil::Weekday;
use mamori_service_levels::{
    Agreement, Band, Cause, Cover, Events, ExcludedCause, Instant, Interval, Measured, Notified,
    RecurringWindow, Response, Stop, Terms, late,
};
use proptest::prelude::*;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Where spans begin: around JST midnight, year ends, leap days, holidays on Saturdays and Sundays,
/// substitutes, sandwiched days.
const AROUND: [&str; 8] = [
    "2024-02-28T22:00:00+09:00",
    "2025-12-31T12:00:00+09:00",
    "2025-05-02T23:59:50+09:00",
    "2025-11-22T20:00:00+09:00",
    "2026-05-05T15:00:00+09:00",
    "2026-09-21T23:00:00+09:00",
    "2023-02-28T23:59:59+09:00",
    "2026-04-03T00:00:00+09:00",
];

/// The holidays that can lie in those spans, typed by hand.
const HOLIDAYS: [&str; 18] = [
    "2026-01-01",
    "2025-05-03",
    "2025-05-04",
    "2025-05-05",
    "2025-05-06",
    "2025-11-23",
    "2025-11-24",
    "2026-05-03",
    "2026-05-04",
    "2026-05-05",
    "2026-05-06",
    "2026-09-21",
    "2026-09-22",
    "2026-09-23",
    "2025-04-29",
    "2026-04-29",
    "2024-02-23",
    "2023-02-23",
];

fn at(text: &str) -> i64 {
    Instant::read(text).expect("an instant").unix()
}

fn instant(second: i64) -> Instant {
    Instant::from_unix(second)
}

fn span((from, to): (i64, i64)) -> Interval {
    Interval::new(instant(from), instant(to)).expect("forwards")
}

/// Whether a second lies in business hours: Monday to Saturday 8 to 21, Sundays and holidays 8 to 17.
fn in_business(second: i64, holidays: &[i64]) -> bool {
    let local = second + 9 * HOUR;
    let (day, hour) = (local.div_euclid(DAY), local.rem_euclid(DAY) / HOUR);
    let sunday = (day + 4).rem_euclid(7) == 0;
    let closes = if sunday || holidays.contains(&day) { 17 } else { 21 };
    (8..closes).contains(&hour)
}

/// Whether a second lies in the window of every Sunday, 2 to 4.
fn in_sunday_window(second: i64) -> bool {
    let local = second + 9 * HOUR;
    let (day, hour) = (local.div_euclid(DAY), local.rem_euclid(DAY) / HOUR);
    (day + 4).rem_euclid(7) == 0 && (2..4).contains(&hour)
}

fn holiday_days() -> Vec<i64> {
    let day = |date: &str| (at(&format!("{date}T00:00:00+09:00")) + 9 * HOUR) / DAY;
    HOLIDAYS.map(day).to_vec()
}

/// What each band of a span measures, second by second.
fn naive(events: &Events, terms: &Terms, (from, to): (i64, i64)) -> [Measured; 2] {
    let holidays = holiday_days();
    let windows = !terms.agreed_windows.is_empty();
    let zero = Measured {
        service_seconds: 0,
        stop_seconds: 0,
        excluded_seconds: [0; 4],
    };
    let mut bands = [zero; 2];
    for second in from..to {
        let mut counts = false;
        let mut excluded = [windows && in_sunday_window(second), false, false, false];
        for stop in &events.stops {
            let going_on = stop.start.unix() <= second && stop.end.is_none_or(|end| second < end.unix());
            if !going_on || (stop.partial && !stop.hinders) {
                continue;
            }
            let window = events.windows.get(&stop.id);
            let notified = window.is_none_or(|window| window.0.holds(instant(second)));
            match stop.cause {
                Cause::Provider => counts = true,
                Cause::Overload if terms.performance_defined => excluded[3] = true,
                Cause::Overload => counts = true,
                Cause::Excluded(ExcludedCause::AgreedBeforehand) if notified => excluded[0] = true,
                Cause::Excluded(ExcludedCause::AgreedBeforehand) => counts = true,
                Cause::Excluded(ExcludedCause::BeyondControl) => excluded[1] = true,
                Cause::Excluded(ExcludedCause::Institution) => excluded[2] = true,
                Cause::Excluded(ExcludedCause::OtherExcluded) => excluded[3] = true,
            }
        }
        let band = &mut bands[usize::from(!in_business(second, &holidays))];
        band.service_seconds += i64::from(!excluded[0]);
        band.stop_seconds += i64::from(counts && !excluded[0]);
        for (sum, covered) in band.excluded_seconds.iter_mut().zip(excluded) {
            *sum += i64::from(covered);
        }
    }
    bands
}

fn engine(events: &Events, terms: &Terms, (from, to): (i64, i64)) -> [Measured; 2] {
    let cover = Cover::of(events, terms, span((from, to)), instant(to));
    Band::ALL.map(|band| cover.measure(band))
}

fn causes() -> impl Strategy<Value = Cause> {
    prop_oneof![
        3 => Just(Cause::Provider),
        1 => Just(Cause::Overload),
        4 => (0usize..4).prop_map(|at| Cause::Excluded(ExcludedCause::ALL[at])),
    ]
}

fn stop(id: usize, start: i64, length: Option<i64>, cause: Cause, parts: (bool, bool)) -> Stop {
    Stop {
        id: format!("s{id}"),
        start: instant(start),
        end: length.map(|length| instant(start + length)),
        cause,
        partial: parts.0,
        hinders: parts.1,
        response: Response::default(),
        note: String::new(),
    }
}

/// Lengths from nothing over minutes and hours to longer than any span; nothing for a stop that goes on.
fn lengths() -> impl Strategy<Value = Option<i64>> {
    prop_oneof![
        1 => Just(Some(0)),
        3 => (1i64..600).prop_map(Some),
        4 => (1i64..40 * HOUR).prop_map(Some),
        1 => Just(Some(40 * DAY)),
        1 => Just(None),
    ]
}

fn spans() -> impl Strategy<Value = (i64, i64)> {
    let length = prop_oneof![1i64..5 * HOUR, HOUR..50 * HOUR];
    (0usize..AROUND.len(), 0i64..30 * HOUR, length).prop_map(|(around, offset, length)| {
        let from = at(AROUND[around]) + offset;
        (from, from + length)
    })
}

fn stops(from: i64) -> impl Strategy<Value = (Vec<Stop>, Events)> {
    let one = (
        -20 * HOUR..60 * HOUR,
        lengths(),
        causes(),
        any::<(bool, bool)>(),
        any::<bool>(),
        0i64..10 * HOUR,
    );
    proptest::collection::vec(one, 0..7).prop_map(move |made| {
        let mut events = Events::default();
        for (id, (offset, length, cause, parts, noticed, shift)) in made.into_iter().enumerate() {
            let stop = stop(id, from + offset, length, cause, parts);
            if noticed && cause == Cause::Excluded(ExcludedCause::AgreedBeforehand) {
                let start = from + offset - HOUR + shift;
                events
                    .windows
                    .insert(stop.id.clone(), Notified(span((start, start + shift))));
            }
            events.stops.push(stop);
        }
        (events.stops.clone(), events)
    })
}

fn cases() -> impl Strategy<Value = ((i64, i64), Events)> {
    spans().prop_flat_map(|span| (Just(span), stops(span.0).prop_map(|(_, events)| events)))
}

fn terms(windows: bool, performance_defined: bool) -> Terms {
    let window = RecurringWindow::of_minutes(Some(Weekday::Sunday), 120, 240).expect("a window");
    Terms {
        agreed_windows: windows.then_some(window).into_iter().collect(),
        performance_defined,
        ..Terms::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_second_is_judged_as_the_oracle_does((span, events) in cases(), windows: bool, defined: bool) {
        let terms = terms(windows, defined);
        prop_assert_eq!(engine(&events, &terms, span), naive(&events, &terms, span));
    }

    #[test]
    fn splitting_a_stop_changes_nothing((span, events) in cases(), at in 0usize..7, cut in 0i64..40 * HOUR) {
        let mut split = events.clone();
        if let Some(first) = events.stops.get(at) {
            let middle = instant(first.start.unix() + cut);
            if first.end.is_some_and(|end| middle <= end) {
                let second = Stop { start: middle, id: "second".to_owned(), ..first.clone() };
                if let Some(window) = events.windows.get(&first.id) {
                    split.windows.insert("second".to_owned(), *window);
                }
                split.stops[at].end = Some(middle);
                split.stops.push(second);
            }
        }
        let terms = terms(true, true);
        prop_assert_eq!(engine(&events, &terms, span), engine(&split, &terms, span));
    }

    #[test]
    fn the_other_three_classes_never_change_availability((span, events) in cases(), class in 1usize..4, start in -10 * HOUR..40 * HOUR, length in 0i64..40 * HOUR) {
        let mut more = events.clone();
        let cause = Cause::Excluded(ExcludedCause::ALL[class]);
        more.stops.push(stop(99, span.0 + start, Some(length), cause, (false, false)));
        let terms = terms(true, true);
        let ratio = |bands: [Measured; 2]| bands.map(|band| (band.service_seconds, band.stop_seconds));
        prop_assert_eq!(ratio(engine(&events, &terms, span)), ratio(engine(&more, &terms, span)));
    }

    #[test]
    fn months_add_up_to_their_whole((span, events) in cases(), cut in 0i64..50 * HOUR) {
        let terms = terms(true, false);
        let middle = (span.0 + cut).min(span.1);
        let parts = [(span.0, middle), (middle, span.1)].map(|part| {
            let cover = Cover::of(&events, &terms, self::span(part), instant(span.1));
            Band::ALL.map(|band| cover.measure(band))
        });
        for (at, whole) in engine(&events, &terms, span).into_iter().enumerate() {
            prop_assert_eq!(whole.service_seconds, parts[0][at].service_seconds + parts[1][at].service_seconds);
            prop_assert_eq!(whole.stop_seconds, parts[0][at].stop_seconds + parts[1][at].stop_seconds);
        }
    }

    #[test]
    fn a_response_is_late_when_a_second_too_many_of_business_passed(
        (from, to) in spans(), offset in -20 * HOUR..20 * HOUR, taken in proptest::option::of(0i64..60 * HOUR), hours in 0u32..14,
    ) {
        let start = from + offset;
        let mut fault = stop(0, start, None, Cause::Excluded(ExcludedCause::Institution), (true, true));
        fault.response = Response {
            detected: Some(instant(start)),
            called: Some(instant(start + 5)),
            responded: taken.map(|taken| instant(start + taken)),
        };
        let events = Events { stops: vec![fault], ..Events::default() };
        let agreement = Agreement::from(Terms { first_response_hours: Some(hours), ..Terms::default() });
        let holidays = holiday_days();
        let passed = |end: i64| (start..end).filter(|second| in_business(*second, &holidays)).count() as i64;
        let limit = i64::from(hours) * HOUR;
        let expected = passed(to) > limit && taken.is_none_or(|taken| passed(start + taken) > limit);
        let found = late(&agreement, &events, instant(to));
        prop_assert_eq!(!found.is_empty(), expected);
        if let Some(late) = found.first() {
            prop_assert_eq!(passed(late.limit.unix()), limit);
            prop_assert_eq!(passed(late.limit.unix() + 1), limit + 1);
        }
    }
}

#[test]
fn an_agreed_stop_may_lower_availability() {
    let from = at("2026-04-01T00:00:00+09:00");
    let whole = (from, from + 100 * HOUR);
    let mut events = Events {
        stops: vec![stop(0, from, Some(10 * HOUR), Cause::Provider, (false, false))],
        ..Events::default()
    };
    let sums = |events: &Events| {
        let bands = engine(events, &Terms::default(), whole);
        let sum = |field: fn(&Measured) -> i64| bands.iter().map(field).sum::<i64>() / HOUR;
        (sum(|band| band.service_seconds), sum(|band| band.stop_seconds))
    };
    assert_eq!(sums(&events), (100, 10), "90 %");
    let agreed = Cause::Excluded(ExcludedCause::AgreedBeforehand);
    events
        .stops
        .push(stop(1, from + 50 * HOUR, Some(50 * HOUR), agreed, (false, false)));
    assert_eq!(sums(&events), (50, 10), "80 %");
}

#[test]
fn a_partial_agreed_stop_that_does_not_hinder_leaves_the_service_time_alone() {
    let from = at("2026-04-01T00:00:00+09:00");
    let agreed = Cause::Excluded(ExcludedCause::AgreedBeforehand);
    let with = |parts| Events {
        stops: vec![stop(0, from, Some(10 * HOUR), agreed, parts)],
        ..Events::default()
    };
    let whole = (from, from + DAY);
    let quiet = engine(&Events::default(), &Terms::default(), whole);
    assert_eq!(engine(&with((true, false)), &Terms::default(), whole), quiet);
    assert_ne!(engine(&with((true, true)), &Terms::default(), whole), quiet);
}
