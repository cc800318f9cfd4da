//! How much stop time a running period still allows, and how fast it is used up.

use crate::evaluate::{Cover, Period, evaluations, months};
use crate::{Agreement, Band, Events, Interval, Target};

/// The budget of a band in a period. Seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandBudget {
    /// The band.
    pub band: Band,
    /// The target.
    pub target: Target,
    /// Service time of the whole period, as far as agreed stops are known.
    pub service_seconds: i64,
    /// Service time that has passed.
    pub elapsed_seconds: i64,
    /// Stop time with which the target is still met over the whole period.
    pub allowed_seconds: i64,
    /// Stop time so far.
    pub used_seconds: i64,
}

impl BandBudget {
    /// What is left; below zero once the target cannot be met any more.
    pub fn left_seconds(&self) -> i64 {
        self.allowed_seconds - self.used_seconds
    }

    /// How many times faster than allowed stop time is used up, as an exact fraction, not reduced: the share of
    /// stops in the time that passed over the share that the target allows. Nothing before any service time
    /// passed and where the target allows no stop at all.
    pub fn burn_rate(&self) -> Option<(i128, i128)> {
        let share = i128::from(Target::WHOLE - self.target.parts());
        let numerator = i128::from(self.used_seconds) * i128::from(Target::WHOLE);
        let denominator = i128::from(self.elapsed_seconds) * share;
        (denominator > 0).then_some((numerator, denominator))
    }
}

/// The budgets of a running period, for the bands that have a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// The period; it runs to its `ends`.
    pub period: Period,
    /// The bands.
    pub bands: Vec<BandBudget>,
}

/// The budgets of the month and of the evaluation period in which a span ends.
pub fn budgets(agreement: &Agreement, events: &Events, span: Interval) -> Vec<Budget> {
    let running = [months(span).pop(), evaluations(agreement, span).pop()];
    let budget = |period: Period| {
        Some(Budget {
            period,
            bands: bands(agreement, events, &period)?,
        })
    };
    running.into_iter().flatten().filter_map(budget).collect()
}

fn bands(agreement: &Agreement, events: &Events, period: &Period) -> Option<Vec<BandBudget>> {
    let terms = agreement.at(period.span.start());
    let (start, now) = (period.span.start(), period.span.end());
    let whole = Cover::of(events, terms, Interval::new(start, period.ends)?, now);
    let passed = Cover::of(events, terms, period.span, now);
    let budget = |band: Band| {
        let target = terms.target(band)?;
        let service_seconds = whole.measure(band).service_seconds;
        let passed = passed.measure(band);
        let allowed = i128::from(service_seconds) * i128::from(Target::WHOLE - target.parts());
        Some(BandBudget {
            band,
            target,
            service_seconds,
            elapsed_seconds: passed.service_seconds,
            allowed_seconds: i64::try_from(allowed / i128::from(Target::WHOLE)).ok()?,
            used_seconds: passed.stop_seconds,
        })
    };
    Some(Band::ALL.into_iter().filter_map(budget).collect())
}
