//! Which rows of two lists are the same, and the fewest moves that bring them into order.

use mamori_domain::description::KindDescription;
use mamori_domain::raw::RawRow;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// For each row of either list, its partner's number in the other one.
pub(super) struct Pairs {
    pub(super) to: Vec<Option<usize>>,
    pub(super) from: Vec<Option<usize>>,
}

/// Pairs rows by key; of rows with a repeated key (in a list that is still being mended) the first
/// goes with the first, the second with the second.
pub(super) fn pair(kind: &KindDescription, before: &[RawRow], after: &[RawRow]) -> Pairs {
    let mut waiting: BTreeMap<Cow<'_, str>, std::collections::VecDeque<usize>> = BTreeMap::new();
    for (at, row) in after.iter().enumerate() {
        waiting.entry(kind.key_of(row)).or_default().push_back(at);
    }
    let mut pairs = Pairs {
        to: vec![None; before.len()],
        from: vec![None; after.len()],
    };
    for (at, row) in before.iter().enumerate() {
        let partner = waiting
            .get_mut(&kind.key_of(row))
            .and_then(|rows| rows.pop_front());
        pairs.to[at] = partner;
        if let Some(partner) = partner {
            pairs.from[partner] = Some(at);
        }
    }
    pairs
}

/// One row's move; `row` is its number in the final list, `from` and `to` count in the list of kept
/// rows at the moment of the move.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) row: usize,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The moves that sort the kept rows. The longest run that already stands in order stays; every
/// other row is put right behind the one it follows in the end.
pub(super) fn moves(kept: &[usize]) -> Vec<Move> {
    let staying = longest_increasing(kept);
    let mut sorted = kept.to_vec();
    sorted.sort_unstable();
    let mut now = kept.to_vec();
    let mut moves = Vec::new();
    for (at, row) in sorted.iter().enumerate() {
        if staying.binary_search(row).is_ok() {
            continue;
        }
        let Some(from) = now.iter().position(|found| found == row) else {
            continue;
        };
        now.remove(from);
        let before = at
            .checked_sub(1)
            .and_then(|before| now.iter().position(|found| *found == sorted[before]));
        let to = before.map_or(0, |before| before + 1);
        now.insert(to, *row);
        if from != to {
            moves.push(Move { row: *row, from, to });
        }
    }
    moves
}

/// The values of a longest increasing subsequence, in order.
fn longest_increasing(values: &[usize]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        run.push(values[at]);
        next = previous[at];
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_rows_as_possible_are_moved() {
        assert_eq!(moves(&[0, 1, 2, 3]), vec![]);
        assert_eq!(
            moves(&[1, 2, 3, 0]),
            vec![Move {
                row: 0,
                from: 3,
                to: 0
            }]
        );
        assert_eq!(
            moves(&[3, 0, 1, 2]),
            vec![Move {
                row: 3,
                from: 0,
                to: 3
            }]
        );
        assert_eq!(moves(&[2, 1, 0]).len(), 2);
    }
}
