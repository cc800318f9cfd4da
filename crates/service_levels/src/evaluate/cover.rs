//! Which seconds of a span stops cover, by what they mean for availability (GL 別紙1-II 6.3 (2), 7.1 (2)).

use crate::{Band, Events, ExcludedCause, Instant, Interval, RecurringWindow, Seconds, Terms};

/// The seconds that stops cover within a span, under one version of the terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    span: Interval,
    business: Seconds,
    counting: Seconds,
    /// One set for each class, in the order of `ExcludedCause::ALL`.
    excluded: [Seconds; 4],
}

/// What was measured for a band: seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// Time in which the service was to be offered.
    pub service_seconds: i64,
    /// Time in which it was stopped and that counts.
    pub stop_seconds: i64,
    /// Time of stops left out, for each class in the order of `ExcludedCause::ALL`.
    pub excluded_seconds: [i64; 4],
}

impl Cover {
    /// Covers a span. Stops that go on are counted to `open_end`.
    pub fn of(events: &Events, terms: &Terms, span: Interval, open_end: Instant) -> Cover {
        let (mut counting, mut excluded) = (Vec::new(), [const { Vec::new() }; 4]);
        for stop in events.stops.iter().filter(|stop| stop.is_serious()) {
            let end = stop.end.unwrap_or(open_end);
            let own = Interval::new(stop.start, end).and_then(|own| own.and(span));
            let Some(own) = own else { continue };
            match (stop.cause.excluded(terms), events.windows.get(&stop.id)) {
                (None, _) => counting.push(own),
                (Some(ExcludedCause::AgreedBeforehand), Some(window)) => {
                    excluded[0].extend(own.and(window.0));
                    let overrun = Seconds::from(own).minus(&window.0.into());
                    counting.extend_from_slice(overrun.intervals());
                }
                (Some(class), _) => excluded[class as usize].push(own),
            }
        }
        let recurring = RecurringWindow::seconds(&terms.agreed_windows, span);
        excluded[0].extend_from_slice(recurring.intervals());
        Cover {
            span,
            business: terms.calendar.business(span),
            counting: Seconds::union(counting),
            excluded: excluded.map(Seconds::union),
        }
    }

    /// The business hours of the span.
    pub fn business(&self) -> &Seconds {
        &self.business
    }

    /// The seconds that lower availability: stops that count, outside agreed stops.
    pub fn stopped(&self) -> Seconds {
        self.counting.minus(&self.excluded[0])
    }

    /// The seconds of stops left out of the calculation, of whatever class, where nothing else counts.
    pub fn left_out(&self) -> Seconds {
        let all = self.excluded.iter().flat_map(|class| class.intervals());
        Seconds::union(all.copied().collect()).minus(&self.stopped())
    }

    /// Measures a band.
    pub fn measure(&self, band: Band) -> Measured {
        let time = match band {
            Band::Business => self.business.clone(),
            Band::Other => Seconds::from(self.span).minus(&self.business),
        };
        let service = time.minus(&self.excluded[0]);
        Measured {
            service_seconds: service.total(),
            stop_seconds: service.and(&self.counting).total(),
            excluded_seconds: std::array::from_fn(|class| time.and(&self.excluded[class]).total()),
        }
    }
}
