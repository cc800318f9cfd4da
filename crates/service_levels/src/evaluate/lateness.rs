//! First responses and updates that came too late (GL 別紙1-II 4.1 ②, 6.3 (2), 7.1 (1) ②).

use crate::instant::day_of;
use crate::{
    Agreement, Calendar, Cause, Events, Exception, ExcludedCause, HOUR_SECONDS, Instant, Interval, Response,
    Terms, Update,
};

/// What was late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LateKind {
    /// The report of a fault's cause.
    FirstResponse,
    /// The application of a signature or patch.
    Update,
}

/// Something that came too late, or has not come although its limit passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// What it is.
    pub kind: LateKind,
    /// The id of the event.
    pub id: String,
    /// The last instant at which it would have been in time.
    pub limit: Instant,
    /// When it came, if it did.
    pub came: Option<Instant>,
    /// The hours that were agreed.
    pub hours: u32,
    /// Whether it is no shortfall: the lateness has a cause that is left out, with evidence.
    pub excused: bool,
}

/// Everything late whose limit passed before `end`, in the order of limits.
pub fn late(agreement: &Agreement, events: &Events, end: Instant) -> Vec<Late> {
    let stops = events
        .stops
        .iter()
        .filter(|stop| stop.is_serious() && stop.cause != Cause::Excluded(ExcludedCause::AgreedBeforehand));
    let faults = stops
        .map(|stop| (&stop.id, &stop.response))
        .chain(events.slowdowns.iter().map(|slow| (&slow.id, &slow.response)));
    let responses = faults.filter_map(|(id, response)| late_response(agreement, events, id, response, end));
    let updates = events.updates.iter();
    let updates = updates.filter_map(|update| late_update(agreement, events, update, end));
    let mut late: Vec<Late> = responses.chain(updates).collect();
    late.sort_by(|one, two| (one.limit, one.kind, &one.id).cmp(&(two.limit, two.kind, &two.id)));
    late
}

fn late_response(
    agreement: &Agreement,
    events: &Events,
    id: &str,
    response: &Response,
    end: Instant,
) -> Option<Late> {
    let start = response.clock_start()?;
    let terms = agreement.at(start);
    let hours = terms.first_response_hours?;
    let limit = last_in_time(&terms.calendar, start, i64::from(hours) * HOUR_SECONDS, end)?;
    let came = response.responded;
    came.is_none_or(|came| came > limit).then(|| Late {
        kind: LateKind::FirstResponse,
        id: id.to_owned(),
        limit,
        came,
        hours,
        excused: is_excused(events, id, terms),
    })
}

fn late_update(agreement: &Agreement, events: &Events, update: &Update, end: Instant) -> Option<Late> {
    let terms = agreement.at(update.released);
    let hours = terms.update_hours;
    let limit = update.released.plus(i64::from(hours) * HOUR_SECONDS);
    let is_late = limit < end && update.applied.is_none_or(|applied| applied > limit);
    let own = Exception {
        cause: update.cause.unwrap_or_default(),
        evidence: update.note.clone(),
    };
    let careful = update.large_effect && update.measure.or(update.applied).is_some();
    is_late.then(|| Late {
        kind: LateKind::Update,
        id: update.id.clone(),
        limit,
        came: update.applied,
        hours,
        excused: careful || own.excuses(terms) || is_excused(events, &update.id, terms),
    })
}

fn is_excused(events: &Events, id: &str, terms: &Terms) -> bool {
    let exception = events.exceptions.get(id);
    exception.is_some_and(|exception| exception.excuses(terms))
}

/// The last instant up to which no more than `seconds` of business time have passed since `start`; nothing
/// if it is not before `end`.
fn last_in_time(calendar: &Calendar, start: Instant, seconds: i64, end: Instant) -> Option<Instant> {
    let span = Interval::new(start, end)?;
    let mut left = seconds;
    for day in day_of(start)..=day_of(end) {
        for hours in calendar.of_day(day).filter_map(|hours| hours.and(span)) {
            if hours.seconds() > left {
                return Some(hours.start().plus(left));
            }
            left -= hours.seconds();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stop;

    fn at(text: &str) -> Instant {
        Instant::read(&format!("{text}+09:00")).expect("an instant")
    }

    fn responded(detected: &str, came: Option<&str>) -> Option<Instant> {
        let agreement = Agreement::from(Terms {
            first_response_hours: Some(4),
            ..Terms::default()
        });
        let stop = Stop {
            id: "a".to_owned(),
            start: at(detected),
            end: None,
            cause: Cause::Excluded(ExcludedCause::BeyondControl),
            partial: false,
            hinders: false,
            response: Response {
                detected: Some(at(detected)),
                called: None,
                responded: came.map(at),
            },
            note: String::new(),
        };
        let events = Events {
            stops: vec![stop],
            ..Events::default()
        };
        let late = late(&agreement, &events, at("2026-04-03T00:00:00"));
        late.first().map(|late| late.limit)
    }

    #[test]
    fn exactly_the_agreed_hours_are_met_and_a_second_more_is_late() {
        assert_eq!(
            responded("2026-04-01T09:00:00", Some("2026-04-01T13:00:00")),
            None
        );
        let late = responded("2026-04-01T09:00:00", Some("2026-04-01T13:00:01"));
        assert_eq!(late, Some(at("2026-04-01T13:00:00")));
    }

    #[test]
    fn the_clock_stands_still_outside_business_hours() {
        // Four hours are up at 21:00; nothing more passes until 08:00.
        assert_eq!(
            responded("2026-04-01T17:00:00", Some("2026-04-02T08:00:00")),
            None
        );
        let late = responded("2026-04-01T17:00:00", Some("2026-04-02T08:00:01"));
        assert_eq!(late, Some(at("2026-04-02T08:00:00")));
        // Noticed in the night: the clock starts in the morning.
        assert_eq!(
            responded("2026-04-01T23:00:00", Some("2026-04-02T12:00:00")),
            None
        );
        assert_eq!(
            responded("2026-04-01T23:00:00", None),
            Some(at("2026-04-02T12:00:00"))
        );
        // Not yet passed at the end of the evaluation: still open.
        assert_eq!(responded("2026-04-02T17:00:00", None), None);
        assert_eq!(
            responded("2026-04-02T16:59:59", None),
            Some(at("2026-04-02T20:59:59"))
        );
    }
}
