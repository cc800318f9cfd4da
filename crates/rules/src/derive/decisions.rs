//! Decisions of people laid over what was derived: the most specific pattern wins.
//!
//! Patterns are kept as a tree of segments, so that the thousands of ids of one flow are matched by
//! walking on from the flow's own place in the tree instead of trying every pattern on every id.

use mamori_catalogue::{Catalogue, ItemId};
use mamori_domain::{Decision, DecisionKind};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A decision made ready: its value read once.
pub(super) struct Ruling {
    /// The pattern as typed.
    pub(super) pattern: Arc<str>,
    /// What was decided.
    pub(super) kind: DecisionKind,
    /// The step, for impact and likelihood; nothing when the value is none, which
    /// `decision-value-unusable` reports.
    pub(super) step: Option<u8>,
    /// The items, for a decision on items; empty when the value names none, which the same rule reports.
    pub(super) items: Arc<[ItemId]>,
    weight: Weight,
    used: Cell<bool>,
    effective: Cell<bool>,
}

impl Ruling {
    /// Notes that it settles something: one that never does is told of as overruled.
    pub(super) fn takes_effect(&self) {
        self.effective.set(true);
    }
}

/// How specific a pattern is: the segments it names in full, then how deep it goes, then the segments
/// of which it names the beginning. The length of the names says nothing, so that a thing renamed
/// changes no verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    named: usize,
    depth: usize,
    begun: usize,
}

impl Weight {
    fn of(pattern: &str) -> Self {
        let segments = || pattern.split('/');
        let begun = |segment: &&str| segment.len() > 1 && segment.ends_with('*');
        Weight {
            named: segments().filter(|segment| !segment.ends_with('*')).count(),
            depth: segments().count(),
            begun: segments().filter(begun).count(),
        }
    }
}

/// All decisions of a service.
pub(super) struct Decisions {
    rulings: Vec<Ruling>,
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    /// Next segments named in full.
    named: BTreeMap<Arc<str>, usize>,
    /// The next segment, whatever it is (`*` as a whole segment, with more behind it).
    any: Option<usize>,
    /// Patterns that end here.
    ends: Vec<usize>,
    /// Patterns that cover every next segment that begins so, and all behind it (`*` at the end).
    open: BTreeMap<Arc<str>, Vec<usize>>,
}

/// Where the segments read so far have led: tree nodes, and open patterns that cover all that follows.
#[derive(Debug, Clone, Default)]
pub(super) struct Reached {
    nodes: Vec<usize>,
    open: Vec<usize>,
}

impl Decisions {
    pub(super) fn of(decisions: &[Decision], catalogue: &Catalogue) -> Self {
        let mut all = Decisions {
            rulings: Vec::new(),
            nodes: vec![Node::default()],
        };
        for decision in decisions {
            let ruling = all.rulings.len();
            let value = decision.value.as_deref().unwrap_or_default().trim();
            let items = match decision.decision {
                DecisionKind::Items => items_of(value, catalogue),
                _ => Arc::new([]),
            };
            let step = value.parse().ok().filter(|step| (1..=5).contains(step));
            let pattern: Arc<str> = decision.pattern.as_str().into();
            all.insert(&pattern, ruling);
            all.rulings.push(Ruling {
                weight: Weight::of(&pattern),
                pattern,
                kind: decision.decision,
                step,
                items,
                used: Cell::new(false),
                effective: Cell::new(false),
            });
        }
        all
    }

    fn insert(&mut self, pattern: &str, ruling: usize) {
        let mut segments = pattern.split('/').peekable();
        let mut at = 0;
        while let Some(segment) = segments.next() {
            let last = segments.peek().is_none();
            if let (true, Some(begins)) = (last, segment.strip_suffix('*')) {
                self.nodes[at].open.entry(begins.into()).or_default().push(ruling);
                return;
            }
            at = self.next(at, segment);
        }
        self.nodes[at].ends.push(ruling);
    }

    /// The node behind a segment, made where there is none.
    fn next(&mut self, at: usize, segment: &str) -> usize {
        let new = self.nodes.len();
        let node = &mut self.nodes[at];
        let next = match segment {
            "*" => *node.any.get_or_insert(new),
            _ => *node.named.entry(segment.into()).or_insert(new),
        };
        if next == new {
            self.nodes.push(Node::default());
        }
        next
    }

    /// Nothing read yet.
    pub(super) fn start(&self) -> Reached {
        Reached {
            nodes: if self.rulings.is_empty() {
                Vec::new()
            } else {
                vec![0]
            },
            open: Vec::new(),
        }
    }

    /// Reads the segments of an id, or of the rest of one.
    pub(super) fn walk(&self, from: &Reached, id: &str) -> Reached {
        let mut reached = from.clone();
        for segment in id.split('/') {
            if reached.nodes.is_empty() {
                break;
            }
            reached = self.step(&reached, segment);
        }
        reached
    }

    fn step(&self, from: &Reached, segment: &str) -> Reached {
        let mut to = Reached {
            nodes: Vec::new(),
            open: from.open.clone(),
        };
        for node in from.nodes.iter().map(|at| &self.nodes[*at]) {
            to.nodes.extend(node.named.get(segment).copied());
            to.nodes.extend(node.any);
            if !node.open.is_empty() {
                let beginnings = (0..=segment.len()).filter_map(|length| segment.get(..length));
                to.open
                    .extend(beginnings.filter_map(|begins| node.open.get(begins)).flatten());
            }
        }
        to
    }

    /// The decisions of some kinds that cover what was read, the most specific last, and of patterns
    /// as specific the one listed later.
    pub(super) fn covering<'s>(&'s self, reached: &Reached, kinds: &[DecisionKind]) -> Vec<&'s Ruling> {
        if reached.nodes.is_empty() && reached.open.is_empty() {
            return Vec::new();
        }
        let ends = reached.nodes.iter().flat_map(|at| &self.nodes[*at].ends);
        let mut places: Vec<usize> = ends.chain(&reached.open).copied().collect();
        places.retain(|place| kinds.contains(&self.rulings[*place].kind));
        places.sort_by_key(|place| (self.rulings[*place].weight, *place));
        places.dedup();
        let rulings: Vec<&Ruling> = places.into_iter().map(|place| &self.rulings[place]).collect();
        rulings.iter().for_each(|ruling| ruling.used.set(true));
        rulings
    }

    /// The places of the decisions that covered nothing, in the order of the list.
    pub(super) fn unmatched(&self) -> Vec<usize> {
        self.places(|ruling| !ruling.used.get())
    }

    /// The places of the decisions that covered something and settled nothing, because others
    /// overruled them everywhere.
    pub(super) fn overruled(&self) -> Vec<usize> {
        self.places(|ruling| ruling.used.get() && !ruling.effective.get())
    }

    fn places(&self, is: impl Fn(&Ruling) -> bool) -> Vec<usize> {
        let rulings = self.rulings.iter().enumerate();
        rulings
            .filter_map(|(place, ruling)| is(ruling).then_some(place))
            .collect()
    }
}

/// The items a value names: items, or measures for all their items; unknown ones are left out.
fn items_of(value: &str, catalogue: &Catalogue) -> Arc<[ItemId]> {
    let mut items: Vec<ItemId> = Vec::new();
    for word in value.split_whitespace() {
        match catalogue.items().get(word) {
            Some(item) => items.push(item.id.clone()),
            None => items.extend(
                word.parse()
                    .iter()
                    .flat_map(|id| catalogue.items_of(id))
                    .map(|item| item.id.clone()),
            ),
        }
    }
    items.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_domain::Pattern;

    fn decisions(patterns: &[&str]) -> Decisions {
        let decision = |pattern: &&str| Decision {
            pattern: Pattern::new(pattern),
            decision: DecisionKind::Accept,
            value: None,
            reason: None,
            who: None,
            date: None,
        };
        let catalogue = Catalogue::embedded("2020-08").unwrap();
        Decisions::of(&patterns.iter().map(decision).collect::<Vec<_>>(), &catalogue)
    }

    #[test]
    fn the_tree_covers_what_the_pattern_covers() {
        let patterns = [
            "*", "a", "a*", "a/*", "a/b", "a/*/c", "a/b/c*", "*/b/c", "a/*/*", "*/*", "a/b/", "", "あ*",
            "a/b/cd/e",
        ];
        let ids = [
            "a",
            "ab",
            "a/b",
            "a/b/c",
            "a/x/c",
            "a/b/cd",
            "a/b/cd/e",
            "b/b/c",
            "a/b/",
            "",
            "あい/う",
            "x",
        ];
        let all = decisions(&patterns);
        for id in ids {
            let found = all.covering(&all.walk(&all.start(), id), &[DecisionKind::Accept]);
            let mut found: Vec<&str> = found.iter().map(|ruling| &*ruling.pattern).collect();
            let mut wanted: Vec<&str> = patterns
                .into_iter()
                .filter(|pattern| Pattern::new(pattern).covers(id))
                .collect();
            found.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(found, wanted, "{id}");
        }
        assert_eq!(all.unmatched(), Vec::<usize>::new());
    }

    #[test]
    fn segments_named_weigh_more_than_depth_and_depth_more_than_letters() {
        let rising = [
            "*",
            "a*",
            "*/*/*/*/*/*/*",
            "operation-with-a-long-name",
            "operation/*",
            "o/app*",
            "*/*/*/*/*/*/T1/*",
            "operation/app/*",
            "operation/app/v*",
            "operation/app/*/*",
            "o/a/v",
        ];
        for pair in rising.windows(2) {
            assert!(Weight::of(pair[0]) < Weight::of(pair[1]), "{pair:?}");
        }
        assert_eq!(Weight::of("long-name/b/*"), Weight::of("a/bb/*"));
    }

    #[test]
    fn walking_on_is_the_same_as_walking_all_the_way() {
        let all = decisions(&["a/b/*", "a/*/c/d", "a/b/c/d", "z/*"]);
        let whole = all.walk(&all.start(), "a/b/c/d");
        let parts = all.walk(&all.walk(&all.start(), "a/b"), "c/d");
        let names = |reached: &Reached| {
            let found = all.covering(reached, &[DecisionKind::Accept]);
            found
                .iter()
                .map(|ruling| ruling.pattern.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&whole), names(&parts));
        assert_eq!(names(&whole), ["a/b/*", "a/*/c/d", "a/b/c/d"]);
        assert_eq!(all.unmatched(), [3]);
    }
}
