//! Half-open intervals and sets of them: union, intersection, subtraction, sum; all linear.

use crate::Instant;

/// The seconds from `start` up to, not including, `end`. Never backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interval {
    start: Instant,
    end: Instant,
}

impl Interval {
    /// The interval between two instants; nothing if it would end before it starts.
    pub fn new(start: Instant, end: Instant) -> Option<Interval> {
        (start <= end).then_some(Interval { start, end })
    }

    /// Its first second.
    pub fn start(self) -> Instant {
        self.start
    }

    /// The second after its last.
    pub fn end(self) -> Instant {
        self.end
    }

    /// How many seconds it has.
    pub fn seconds(self) -> i64 {
        self.end.unix() - self.start.unix()
    }

    /// Whether the second that begins at an instant is in it.
    pub fn holds(self, instant: Instant) -> bool {
        self.start <= instant && instant < self.end
    }

    /// What both have in common; nothing if they only touch.
    pub fn and(self, other: Interval) -> Option<Interval> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Interval { start, end })
    }
}

/// A set of seconds: sorted intervals that are not empty and neither overlap nor touch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seconds(Vec<Interval>);

impl Seconds {
    /// The union of intervals in any order.
    pub fn union(mut intervals: Vec<Interval>) -> Seconds {
        intervals.sort_unstable();
        Seconds::of_sorted(intervals)
    }

    /// The union of intervals that are sorted by their start.
    pub fn of_sorted(intervals: impl IntoIterator<Item = Interval>) -> Seconds {
        let mut merged: Vec<Interval> = Vec::new();
        for next in intervals {
            match merged.last_mut() {
                _ if next.start == next.end => {}
                Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
                _ => merged.push(next),
            }
        }
        Seconds(merged)
    }

    /// The intervals in time order.
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }

    /// Whether there is no second in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many seconds there are.
    pub fn total(&self) -> i64 {
        self.0.iter().map(|interval| interval.seconds()).sum()
    }

    /// The seconds in either.
    #[must_use]
    pub fn or(&self, other: &Seconds) -> Seconds {
        Seconds::union([self.0.as_slice(), &other.0].concat())
    }

    /// The seconds in both.
    #[must_use]
    pub fn and(&self, other: &Seconds) -> Seconds {
        let (mut ours, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        let mut common = Vec::new();
        while let ([one, our_rest @ ..], [two, their_rest @ ..]) = (ours, theirs) {
            common.extend(one.and(*two));
            match one.end <= two.end {
                true => ours = our_rest,
                false => theirs = their_rest,
            }
        }
        Seconds(common)
    }

    /// The seconds in this set that are not in the other.
    #[must_use]
    pub fn minus(&self, other: &Seconds) -> Seconds {
        let mut theirs = other.0.as_slice();
        let mut left = Vec::new();
        for &one in &self.0 {
            let mut start = one.start;
            while let [cut, rest @ ..] = theirs {
                if cut.start >= one.end {
                    break;
                }
                left.extend(Interval::new(start, cut.start).filter(|piece| piece.seconds() > 0));
                start = start.max(cut.end);
                if cut.end > one.end {
                    break;
                }
                theirs = rest;
            }
            left.extend(Interval::new(start, one.end).filter(|piece| piece.seconds() > 0));
        }
        Seconds(left)
    }

    /// The seconds that lie within an interval.
    #[must_use]
    pub fn within(&self, interval: Interval) -> Seconds {
        let first = self.0.partition_point(|one| one.end <= interval.start);
        let touched = self.0[first..].iter();
        let inside = touched.take_while(|one| one.start < interval.end);
        Seconds(inside.filter_map(|one| one.and(interval)).collect())
    }
}

impl From<Interval> for Seconds {
    fn from(interval: Interval) -> Self {
        Seconds::of_sorted([interval])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(pairs: &[(i64, i64)]) -> Seconds {
        Seconds::union(pairs.iter().map(|&pair| interval(pair)).collect())
    }

    fn interval((start, end): (i64, i64)) -> Interval {
        Interval::new(Instant::from_unix(start), Instant::from_unix(end)).expect("forwards")
    }

    /// The same set as one truth for each second.
    fn each(set: &Seconds) -> Vec<bool> {
        let inside = |second| set.0.iter().any(|one| one.holds(Instant::from_unix(second)));
        (0..60).map(inside).collect()
    }

    fn sets() -> impl Strategy<Value = Seconds> {
        let pair = (0i64..50, 0i64..10).prop_map(|(start, length)| (start, start + length));
        proptest::collection::vec(pair, 0..8).prop_map(|pairs| set(&pairs))
    }

    #[test]
    fn touching_intervals_become_one_and_empty_ones_none() {
        assert_eq!(
            set(&[(5, 9), (1, 5), (20, 20), (30, 31)]),
            set(&[(1, 9), (30, 31)])
        );
        assert_eq!(set(&[(1, 9), (3, 4)]).total(), 8);
        assert_eq!(Interval::new(Instant::from_unix(2), Instant::from_unix(1)), None);
    }

    proptest! {
        #[test]
        fn sets_agree_with_seconds_taken_one_by_one(one in sets(), two in sets(), start in 0i64..60, length in 0i64..60) {
            let span = interval((start, start + length));
            let (a, b, c) = (each(&one), each(&two), each(&span.into()));
            let both = |other: &[bool], rule: fn(bool, bool) -> bool| -> Vec<bool> {
                a.iter().zip(other).map(|(&a, &b)| rule(a, b)).collect()
            };
            prop_assert_eq!(each(&one.or(&two)), both(&b, |a, b| a || b));
            prop_assert_eq!(each(&one.and(&two)), both(&b, |a, b| a && b));
            prop_assert_eq!(each(&one.minus(&two)), both(&b, |a, b| a && !b));
            prop_assert_eq!(each(&one.within(span)), both(&c, |a, b| a && b));
            for made in [one.or(&two), one.and(&two), one.minus(&two), one.within(span)] {
                prop_assert!(made.0.windows(2).all(|pair| pair[0].end < pair[1].start));
                prop_assert!(made.0.iter().all(|one| one.seconds() > 0));
                prop_assert_eq!(made.total(), i64::try_from(each(&made).iter().filter(|&&in_it| in_it).count()).unwrap());
            }
        }
    }
}
