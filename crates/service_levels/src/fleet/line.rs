//! A line of stretches that follow each other without gaps, and pieces of time that walk along it.

/// A part of a span, in seconds from its start: sorts by start, then by end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece(u64);

impl Piece {
    /// From a start up to, not including, an end; empty if it would end before it starts.
    pub fn new(start: u32, end: u32) -> Piece {
        Piece(u64::from(start) << 32 | u64::from(end.max(start)))
    }

    /// Its first second.
    pub fn start(self) -> u32 {
        (self.0 >> 32) as u32
    }

    /// The second after its last.
    pub fn end(self) -> u32 {
        self.0 as u32
    }
}

/// The union of sorted pieces: starts and ends, apart and not empty.
pub(super) fn merged(pieces: &[Piece]) -> impl Iterator<Item = (u32, u32)> {
    let mut left = pieces.iter().filter(|piece| piece.start() < piece.end());
    let mut open = left.next().map(|piece| (piece.start(), piece.end()));
    std::iter::from_fn(move || {
        let (start, mut end) = open?;
        open = None;
        for piece in left.by_ref() {
            if piece.start() > end {
                open = Some((piece.start(), piece.end()));
                break;
            }
            end = end.max(piece.end());
        }
        Some((start, end))
    })
}

/// A part of the line whose seconds all go to one slot. It begins where the one before ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    /// The second after its last.
    pub(super) end: u32,
    /// The slot.
    pub(super) slot: usize,
}

/// Stretches in time order.
#[derive(Debug, Clone)]
pub(super) struct Line(Vec<Stretch>);

impl Line {
    /// The line of stretches that together cover a span.
    pub(super) fn new(mut stretches: Vec<Stretch>) -> Line {
        stretches.sort_by_key(|stretch| stretch.end);
        Line(stretches)
    }

    /// A walk from its beginning.
    pub(super) fn walk(&self) -> Walk<'_> {
        Walk { ahead: &self.0 }
    }
}

/// A walk along a line; it never goes back.
pub(super) struct Walk<'l> {
    ahead: &'l [Stretch],
}

impl Walk<'_> {
    /// Adds the seconds from a start up to an end to the slots they lie in. Starts never decrease.
    pub(super) fn add(&mut self, mut start: u32, end: u32, slots: &mut [u32]) {
        while let [stretch, rest @ ..] = self.ahead {
            if stretch.end > start {
                slots[stretch.slot] += end.min(stretch.end) - start;
                start = stretch.end;
                if end <= stretch.end {
                    return;
                }
            }
            self.ahead = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_pieces_become_one_and_empty_ones_none() {
        let mut pieces =
            [(5, 9), (1, 5), (20, 20), (30, 31), (2, 3), (40, 35)].map(|(s, e)| Piece::new(s, e));
        pieces.sort_unstable();
        assert_eq!(merged(&pieces).collect::<Vec<_>>(), [(1, 9), (30, 31)]);
        assert_eq!(merged(&[]).next(), None);
    }

    #[test]
    fn a_walk_gives_every_second_to_its_slot() {
        let stretch = |end, slot| Stretch { end, slot };
        let line = Line::new(vec![stretch(30, 0), stretch(10, 0), stretch(20, 1)]);
        let mut slots = [0; 2];
        let mut walk = line.walk();
        for (start, end) in [(1, 3), (8, 12), (15, 27), (29, 30)] {
            walk.add(start, end, &mut slots);
        }
        assert_eq!(slots, [2 + 2 + 7 + 1, 2 + 5]);
    }
}
