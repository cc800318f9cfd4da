//! Availability as an exact ratio, held against its target unrounded (GL 別紙1-II 6.3 (2)).

use super::cover::Measured;
use crate::{Band, Target};
use std::fmt;

/// (service time − stop time) / service time, in seconds and not reduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Availability {
    numerator: i64,
    denominator: i64,
}

impl Availability {
    /// The ratio of what was measured; nothing if no service was to be offered.
    pub fn of(measured: &Measured) -> Option<Availability> {
        let denominator = measured.service_seconds;
        let numerator = denominator - measured.stop_seconds;
        (denominator > 0).then_some(Availability {
            numerator,
            denominator,
        })
    }

    /// Seconds in which the service was offered.
    pub fn numerator(self) -> i64 {
        self.numerator
    }

    /// Seconds in which it was to be offered.
    pub fn denominator(self) -> i64 {
        self.denominator
    }

    /// Whether it reaches a target.
    pub fn reaches(self, target: Target) -> bool {
        let (whole, parts) = (i128::from(Target::WHOLE), i128::from(target.parts()));
        i128::from(self.numerator) * whole >= parts * i128::from(self.denominator)
    }
}

/// Per cent, rounded down to three decimals: `99.949`.
impl fmt::Display for Availability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = i128::from(self.numerator) * 100_000 / i128::from(self.denominator);
        write!(f, "{}.{:03}", parts / 1000, parts % 1000)
    }
}

/// A band in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandResult {
    /// The band.
    pub band: Band,
    /// What was measured.
    pub measured: Measured,
    /// What was agreed.
    pub target: Option<Target>,
}

impl BandResult {
    /// The availability; nothing if no service was to be offered.
    pub fn availability(&self) -> Option<Availability> {
        Availability::of(&self.measured)
    }

    /// Whether the target is met; nothing without an availability or a target.
    pub fn met(&self) -> Option<bool> {
        Some(self.availability()?.reaches(self.target?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(stop_seconds: i64, service_seconds: i64) -> Option<Availability> {
        Availability::of(&Measured {
            service_seconds,
            stop_seconds,
            excluded_seconds: [0; 4],
        })
    }

    #[test]
    fn it_is_shown_rounded_down_and_compared_unrounded() {
        let target = Target::from_parts(999_500).unwrap();
        let exact = ratio(1, 2000).unwrap();
        assert!(exact.reaches(target));
        assert_eq!(exact.to_string(), "99.950");
        let short = ratio(100_000_001, 200_000_000_000).unwrap();
        assert!(!short.reaches(target));
        assert_eq!(short.to_string(), "99.949");
        assert_eq!(ratio(0, 3).unwrap().to_string(), "100.000");
        assert_eq!(ratio(1, 3).unwrap().to_string(), "66.666");
        assert_eq!(ratio(0, 0), None);
    }
}
