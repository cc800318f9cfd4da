//! The periods of an evaluation: calendar months in Japan, and the agreed evaluation periods.

use crate::{Agreement, Instant, Interval};

/// What a period is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// A calendar month, for the monthly report.
    Month,
    /// An evaluation period, for the grade.
    Evaluation,
}

impl PeriodKind {
    /// Its name in results.
    pub const fn code(self) -> &'static str {
        match self {
            PeriodKind::Month => "month",
            PeriodKind::Evaluation => "evaluation",
        }
    }
}

/// A period as far as it is evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// What it is for.
    pub kind: PeriodKind,
    /// The evaluated part.
    pub span: Interval,
    /// When the period itself ends, which may be after the evaluated part.
    pub ends: Instant,
    /// Whether the evaluated part begins with the period.
    pub whole_start: bool,
}

impl Period {
    /// Whether the period is over at the end of the evaluation.
    pub fn is_complete(&self) -> bool {
        self.ends == self.span.end()
    }

    fn within(kind: PeriodKind, start: Instant, ends: Instant, span: Interval) -> Option<Period> {
        Some(Period {
            kind,
            span: Interval::new(start, ends)?.and(span)?,
            ends,
            whole_start: start >= span.start(),
        })
    }
}

/// The calendar months that a span touches.
pub fn months(span: Interval) -> Vec<Period> {
    let first = Instant::midnight(span.start().date().first_of_month());
    consecutive(first, |_| 1)
        .take_while(|(start, _)| *start < span.end())
        .filter_map(|(start, ends)| Period::within(PeriodKind::Month, start, ends, span))
        .collect()
}

/// The evaluation periods of a span, counted from its start. Each is as long as the terms valid at its
/// start say.
pub fn evaluations(agreement: &Agreement, span: Interval) -> Vec<Period> {
    consecutive(span.start(), |start| agreement.at(start).evaluation_months.max(1))
        .take_while(|(start, _)| *start < span.end())
        .filter_map(|(start, ends)| Period::within(PeriodKind::Evaluation, start, ends, span))
        .collect()
}

/// Starts and ends of periods that follow each other. Months are added to the first start, so that a
/// contract of the 31st stays on the last day of short months without slipping.
fn consecutive(first: Instant, length: impl Fn(Instant) -> u32) -> impl Iterator<Item = (Instant, Instant)> {
    let mut passed = 0u32;
    let mut start = first;
    std::iter::from_fn(move || {
        passed = passed.saturating_add(length(start)).min(12 * 1000);
        let end = first.plus_months(passed.cast_signed());
        let period = (start, end);
        start = end;
        (period.0 < period.1).then_some(period)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Terms;

    fn span(from: &str, to: &str) -> Interval {
        let at = |text: &str| Instant::read(text).expect("an instant");
        Interval::new(at(from), at(to)).expect("forwards")
    }

    #[test]
    fn months_are_clipped_and_the_running_one_is_not_complete() {
        let months = months(span("2025-12-10T12:00:00+09:00", "2026-02-03T00:00:00+09:00"));
        let shown: Vec<_> = months
            .iter()
            .map(|month| {
                (
                    month.span.start().date().to_string(),
                    month.is_complete(),
                    month.whole_start,
                )
            })
            .collect();
        let expected = [
            ("2025-12-10", true, false),
            ("2026-01-01", true, true),
            ("2026-02-01", false, true),
        ];
        assert_eq!(
            shown,
            expected.map(|(day, complete, whole)| (day.to_owned(), complete, whole))
        );
    }

    #[test]
    fn evaluation_periods_count_from_the_start_without_slipping() {
        let agreement = Agreement::from(Terms {
            evaluation_months: 1,
            ..Terms::default()
        });
        let span = span("2026-01-31T00:00:00+09:00", "2026-04-15T00:00:00+09:00");
        let starts: Vec<_> = evaluations(&agreement, span)
            .iter()
            .map(|period| period.span.start().date().to_string())
            .collect();
        assert_eq!(starts, ["2026-01-31", "2026-02-28", "2026-03-31"]);
    }
}
