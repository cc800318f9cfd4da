//! In which order and in which rows things stand: sought by small changes that make lines shorter
//! and let fewer of them cross, always from the same beginning and by the same dice.

use crate::frame::{Frame, Gaps, Rect, place};
use crate::scene::{End, Pin, Scene};
use crate::sizes::Sizes;

/// What stands in a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Child {
    Node(usize),
    Site(usize),
}

/// Rows of every container: of each site, and at last of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrangement {
    pub(crate) rows: Vec<Vec<Vec<Child>>>,
}

/// Dice that always fall the same way (xorshift).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`, which is not 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 16) % limit.max(1) as u64).unwrap_or(0)
    }
}

fn pin(scene: &Scene, child: Child) -> Option<Pin> {
    match child {
        Child::Node(node) => scene.nodes[node].pin,
        Child::Site(site) => scene.sites[site].pin,
    }
}

/// The beginning: pinned things in their rows, the others in rows of like length as they come.
fn beginning(scene: &Scene, per_row: usize) -> Arrangement {
    let sites = scene.sites.len();
    let mut children: Vec<Vec<Child>> = vec![Vec::new(); sites + 1];
    for (position, node) in scene.nodes.iter().enumerate() {
        children[node.site.filter(|site| *site < sites).unwrap_or(sites)].push(Child::Node(position));
    }
    for position in 0..sites {
        children[scene.around(position).unwrap_or(sites)].push(Child::Site(position));
    }
    let rows = children
        .into_iter()
        .map(|children| {
            let (mut pinned, free): (Vec<Child>, Vec<Child>) = children
                .into_iter()
                .partition(|child| pin(scene, *child).is_some());
            pinned.sort_by_key(|child| pin(scene, *child).map(|pin| (pin.row, pin.column)));
            let row = |child: &Child| pin(scene, *child).map(|pin| pin.row);
            let mut rows: Vec<Vec<Child>> = pinned
                .chunk_by(|a, b| row(a) == row(b))
                .map(<[Child]>::to_vec)
                .collect();
            rows.extend(free.chunks(per_row).map(<[Child]>::to_vec));
            rows
        })
        .collect();
    Arrangement { rows }
}

/// Whether pinned things of a container stand in the order of their pins.
fn keeps_pins(scene: &Scene, rows: &[Vec<Child>]) -> bool {
    let mut last: Option<(Pin, usize)> = None;
    for (position, row) in rows.iter().enumerate() {
        for pin in row.iter().filter_map(|child| pin(scene, *child)) {
            if let Some((before, at)) = last {
                let same = before.row == pin.row;
                if same != (at == position) || (before.row, before.column) > (pin.row, pin.column) {
                    return false;
                }
            }
            last = Some((pin, position));
        }
    }
    true
}

/// One small change of a container's rows.
fn change(rows: &mut Vec<Vec<Child>>, dice: &mut Dice) {
    let from = dice.below(rows.len());
    let at = dice.below(rows[from].len());
    if dice.below(3) == 0 {
        let to = dice.below(rows.len());
        let other = dice.below(rows[to].len());
        let (a, b) = (rows[from][at], rows[to][other]);
        rows[from][at] = b;
        rows[to][other] = a;
        return;
    }
    let child = rows[from].remove(at);
    let to = dice.below(rows.len() + 1);
    if to == rows.len() || (dice.below(4) == 0 && rows.len() < 12) {
        rows.insert(to, vec![child]);
    } else {
        let place = dice.below(rows[to].len() + 1);
        rows[to].insert(place, child);
    }
    rows.retain(|row| !row.is_empty());
}

/// What is sought: an arrangement for a room of this many steps.
pub(crate) struct Search<'a> {
    pub(crate) scene: &'a Scene,
    pub(crate) sizes: &'a Sizes,
    pub(crate) gaps: Gaps,
    pub(crate) room: (i32, i32),
    pub(crate) links: bool,
}

impl Search<'_> {
    /// The best arrangement that `rounds` changes find from one fall of the dice.
    pub(crate) fn run(&self, seed: u64, rounds: usize) -> Arrangement {
        let mut dice = Dice::new(seed);
        let per_row = 2 + usize::try_from(seed % 3).unwrap_or(0);
        let mut at = beginning(self.scene, per_row);
        let containers: Vec<usize> = (0..at.rows.len())
            .filter(|container| at.rows[*container].iter().map(Vec::len).sum::<usize>() > 1)
            .collect();
        let mut cost = self.cost(&at);
        let (mut best, mut least) = (at.clone(), cost);
        if containers.is_empty() {
            return at;
        }
        for round in 0..rounds {
            let container = containers[dice.below(containers.len())];
            let before = at.rows[container].clone();
            change(&mut at.rows[container], &mut dice);
            if !keeps_pins(self.scene, &at.rows[container]) || at.rows[container] == before {
                at.rows[container] = before;
                continue;
            }
            let now = self.cost(&at);
            // Cooling: at first a change for the worse may stand, later none.
            let heat = (least / 12 + 20) * (rounds - round) as i64 / rounds as i64;
            let allowed = cost + (heat * dice.below(100) as i64) / 200;
            if now > allowed {
                at.rows[container] = before;
                continue;
            }
            cost = now;
            if cost < least {
                least = cost;
                best = at.clone();
            }
        }
        best
    }

    fn cost(&self, arrangement: &Arrangement) -> i64 {
        let frame = place(self.sizes, arrangement, self.gaps, 0);
        let over = (frame.width - self.room.0).max(0) + (frame.height - self.room.1).max(0);
        // A shape like the room's leaves the most room for lines.
        let fill = (frame.width * 100 / self.room.0).max(frame.height * 100 / self.room.1);
        let mut cost = i64::from(over) * 400 + i64::from(fill) * 6;
        if self.links {
            cost += lines(self.scene, &frame);
        }
        cost
    }
}

fn rect(frame: &Frame, end: End) -> Rect {
    match end {
        End::Node(node) => frame.nodes[node],
        End::Site(site) => frame.sites[site],
    }
}

/// Length of all links, their crossings and what stands in their way, as the crow flies.
fn lines(scene: &Scene, frame: &Frame) -> i64 {
    let mut segments = Vec::new();
    let mut cost = 0;
    for (position, link) in scene.links.iter().enumerate() {
        let Some((first, others)) = link.ends.split_first() else {
            continue;
        };
        let from = rect(frame, *first);
        for other in others {
            let to = rect(frame, *other);
            let apart = |a: i32, al: i32, b: i32, bl: i32| (b - a - al).max(a - b - bl).max(0);
            let across = apart(from.x, from.w, to.x, to.w);
            let down = apart(from.y, from.h, to.y, to.h);
            let (a, b) = (from.middle(), to.middle());
            let skew = ((a.0 - b.0).abs().min((a.1 - b.1).abs())) / 8;
            cost += i64::from(2 * (across + down) + skew);
            segments.push((position, a, b, *first, *other));
        }
    }
    for (nth, one) in segments.iter().enumerate() {
        for two in &segments[nth + 1..] {
            if one.0 != two.0 && cross(one.1, one.2, two.1, two.2) {
                cost += 30;
            }
        }
        for (node, rect) in frame.nodes.iter().enumerate() {
            let end = End::Node(node);
            if end != one.3 && end != one.4 && passes(*rect, one.1, one.2) {
                cost += 18;
            }
        }
    }
    cost
}

fn side(a: (i32, i32), b: (i32, i32), c: (i32, i32)) -> i64 {
    let (ax, ay) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
    ax * i64::from(c.1 - a.1) - ay * i64::from(c.0 - a.0)
}

fn cross(a: (i32, i32), b: (i32, i32), c: (i32, i32), d: (i32, i32)) -> bool {
    (side(a, b, c).signum() * side(a, b, d).signum()) < 0
        && (side(c, d, a).signum() * side(c, d, b).signum()) < 0
}

/// Whether the straight way between two doubled points passes a rectangle.
fn passes(rect: Rect, a: (i32, i32), b: (i32, i32)) -> bool {
    let (x0, y0, x1, y1) = (
        2 * rect.x,
        2 * rect.y,
        2 * (rect.x + rect.w),
        2 * (rect.y + rect.h),
    );
    if a.0.max(b.0) <= x0 || a.0.min(b.0) >= x1 || a.1.max(b.1) <= y0 || a.1.min(b.1) >= y1 {
        return false;
    }
    let corners = [(x0, y0), (x1, y0), (x0, y1), (x1, y1)].map(|corner| side(a, b, corner).signum());
    corners.contains(&1) && corners.contains(&-1)
}
