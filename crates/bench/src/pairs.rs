//! Two works run in turn, A B A B, so that what disturbs the machine disturbs both; medians count.

use crate::cost::{self, Cost};
use serde_json::{Value, json};

/// How often each work runs.
pub const RUNS: usize = 7;

/// A work that runs in a process of its own and says what it cost.
pub type Work<'w> = Box<dyn FnMut() -> Result<Cost, String> + 'w>;

/// What the runs of one work cost.
#[derive(Debug, Clone, Default)]
pub struct Costs(Vec<Cost>);

impl Costs {
    /// Median processor time, in nanoseconds.
    pub fn cpu(&self) -> u64 {
        median(self.0.iter().map(|cost| cost.cpu).collect())
    }

    /// Median peak memory, in KiB.
    pub fn peak(&self) -> u64 {
        median(self.0.iter().map(|cost| cost.peak).collect())
    }

    /// Median processor time in milliseconds, peak in MiB, and the fastest and slowest run.
    pub fn shown(&self) -> Value {
        let fastest = self.0.iter().map(|cost| cost.cpu).min().unwrap_or(0);
        let slowest = self.0.iter().map(|cost| cost.cpu).max().unwrap_or(0);
        json!({
            "cpu_ms": milliseconds(self.cpu()),
            "cpu_ms_fastest": milliseconds(fastest),
            "cpu_ms_slowest": milliseconds(slowest),
            "peak_mib": self.peak().div_ceil(1_024),
            "runs": self.0.len(),
        })
    }
}

/// Runs several works in turn, each [`RUNS`] times. With them comes the load of the machine before
/// the first and after the last run.
///
/// # Errors
/// The first failure of a work.
pub fn in_turn<const N: usize>(mut works: [Work<'_>; N]) -> Result<([Costs; N], Value), String> {
    let before = cost::load();
    let mut costs: [Costs; N] = std::array::from_fn(|_| Costs::default());
    for _ in 0..RUNS {
        for (work, costs) in works.iter_mut().zip(&mut costs) {
            costs.0.push(work()?);
        }
    }
    Ok((costs, json!([before, cost::load()])))
}

/// A ratio with two decimals.
pub fn ratio(over: u64, under: u64) -> f64 {
    (over as f64 / under.max(1) as f64 * 100.0).round() / 100.0
}

/// Nanoseconds as milliseconds with two decimals.
pub fn milliseconds(nanoseconds: u64) -> f64 {
    (nanoseconds as f64 / 10_000.0).round() / 100.0
}

fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn works_take_turns_and_medians_count() {
        let order = RefCell::new(String::new());
        let cpu = |at: usize| [900, 5, 6, 7, 8, 9, 1][at];
        let work = |name: char, times: u64| -> Work<'_> {
            let mut at = 0;
            let order = &order;
            Box::new(move || {
                order.borrow_mut().push(name);
                at += 1;
                Ok(Cost {
                    cpu: cpu(at - 1) * times,
                    peak: 1_025,
                })
            })
        };
        let ([a, b], _) = in_turn([work('A', 1), work('B', 2)]).unwrap();
        assert_eq!(*order.borrow(), "ABABABABABABAB");
        assert_eq!((a.cpu(), b.cpu(), b.peak()), (7, 14, 1_025));
        assert_eq!(ratio(b.cpu(), a.cpu()), 2.0);
        assert_eq!(a.shown()["peak_mib"], 2);
    }

    #[test]
    fn a_work_that_fails_ends_the_turns() {
        let fails: Work<'_> = Box::new(|| Err("no".to_owned()));
        assert_eq!(in_turn([fails]).unwrap_err(), "no");
    }
}
