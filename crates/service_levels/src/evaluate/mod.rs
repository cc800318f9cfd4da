//! A span of time evaluated: months, evaluation periods, shortfalls, grades and what follows from them.

mod availability;
mod cover;
mod lateness;
mod period;

pub use availability::{Availability, BandResult};
pub use cover::{Cover, Measured};
pub use lateness::{Late, LateKind, late};
pub use period::{Period, PeriodKind, evaluations, months};

use crate::consequence::{self, Consequence};
use crate::{Agreement, Band, Events, Grade, Interval, Item, Shortfall};
use std::collections::BTreeSet;

/// A period with what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodResult {
    /// The period.
    pub period: Period,
    /// Its bands.
    pub bands: [BandResult; 2],
    /// What makes the grade, in time order; months have none of their own.
    pub shortfalls: Vec<Shortfall>,
    /// The grade of an evaluation period, provisional while it is not complete; months have none.
    pub grade: Option<Grade>,
}

/// What was found in a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The months in time order.
    pub months: Vec<PeriodResult>,
    /// The evaluation periods in time order.
    pub evaluations: Vec<PeriodResult>,
    /// First responses and updates that came too late in the span, excused or not.
    pub late: Vec<Late>,
    /// What follows.
    pub consequences: Vec<Consequence>,
}

impl Evaluation {
    /// Evaluates a span. Its end is the end of the evaluation: what goes on is counted to it.
    pub fn of(agreement: &Agreement, events: &Events, span: Interval) -> Evaluation {
        let mut late = late(agreement, events, span.end());
        late.retain(|late| span.holds(late.limit));
        let result = |period: Period| {
            let bands = bands(agreement, events, period, span);
            let shortfalls = match period.kind {
                PeriodKind::Month => Vec::new(),
                PeriodKind::Evaluation => shortfalls(agreement, events, &period, &bands, &late),
            };
            let table = &agreement.at(period.span.start()).grades;
            let graded = period.kind == PeriodKind::Evaluation;
            PeriodResult {
                period,
                bands,
                grade: graded.then(|| Grade::of(shortfalls.len() as u64, table)),
                shortfalls,
            }
        };
        let months: Vec<PeriodResult> = months(span).into_iter().map(result).collect();
        let evaluations: Vec<PeriodResult> = evaluations(agreement, span).into_iter().map(result).collect();
        let mut evaluation = Evaluation {
            months,
            evaluations,
            late,
            consequences: Vec::new(),
        };
        evaluation.consequences = consequence::all(agreement, events, &evaluation, span);
        evaluation
    }

    /// The shortfalls of all evaluation periods in time order.
    pub fn shortfalls(&self) -> impl Iterator<Item = &Shortfall> {
        self.evaluations.iter().flat_map(|result| &result.shortfalls)
    }

    /// The items short in a month, complete or not: those that owe cause and improvement plan (GL 別紙1-II 7.2).
    pub fn short_items(&self, events: &Events, month: &PeriodResult) -> BTreeSet<Item> {
        consequence::short_items(events, self, month)
    }

    /// The grade of the last complete evaluation period.
    pub fn grade(&self) -> Option<Grade> {
        let mut complete = self
            .evaluations
            .iter()
            .rev()
            .filter(|result| result.period.is_complete());
        complete.next()?.grade
    }
}

fn bands(agreement: &Agreement, events: &Events, period: Period, span: Interval) -> [BandResult; 2] {
    let terms = agreement.at(period.span.start());
    let cover = Cover::of(events, terms, period.span, span.end());
    Band::ALL.map(|band| BandResult {
        band,
        measured: cover.measure(band),
        target: terms.target(band),
    })
}

fn shortfalls(
    agreement: &Agreement,
    events: &Events,
    period: &Period,
    bands: &[BandResult; 2],
    late: &[Late],
) -> Vec<Shortfall> {
    let span = period.span;
    let of_bands = bands
        .iter()
        .filter_map(|band| Shortfall::of_band(band, span.end()));
    let in_period = late.iter().filter(|late| span.holds(late.limit));
    let of_late = in_period.filter_map(Shortfall::of_late);
    let counted = agreement.at(span.start()).annexed_count;
    let findings = events
        .annexed
        .iter()
        .filter(|finding| counted && span.holds(finding.start));
    let mut all: Vec<Shortfall> = of_bands
        .chain(of_late)
        .chain(findings.map(Shortfall::of_finding))
        .collect();
    all.sort_by(|one, two| (one.at, one.item, &one.subject).cmp(&(two.at, two.item, &two.subject)));
    all
}
