//! The cheapest way of one line: A* over the ground with prices for length, turns and crossings.

use crate::ground::{FREE, Ground, Spot};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

const LENGTH: u32 = 10;
const TURN: u32 = 34;
const CROSSING: u32 = 140;
const CLOSE: u32 = 5;
const FOREIGN_SITE: u32 = 14;
/// Price of pushing another line out of its way.
const PUSH: u32 = 900;

/// Where lines may begin: point, direction (none: any), price.
pub(crate) type Start = (Spot, Option<usize>, u32);

/// Working memory of searches, kept between them.
pub(crate) struct Seeker {
    stamp: u32,
    seen: Vec<u32>,
    price: Vec<u32>,
    from: Vec<u32>,
    goal: Vec<u32>,
    goal_price: Vec<u32>,
}

/// What a search is for.
pub(crate) struct Task<'a> {
    pub(crate) line: u32,
    pub(crate) starts: &'a [Start],
    /// Points with the direction in which a line arrives there, and a price.
    pub(crate) goals: &'a [(Spot, usize, u32)],
    /// Which sites the line may pass without a price, by number plus one.
    pub(crate) home: &'a [bool],
    /// Whether other lines may be pushed away.
    pub(crate) push: bool,
}

impl Seeker {
    pub(crate) fn new(ground: &Ground) -> Seeker {
        let states = ground.blocked.len() * 4;
        Seeker {
            stamp: 0,
            seen: vec![0; states],
            price: vec![0; states],
            from: vec![0; states],
            goal: vec![0; states],
            goal_price: vec![0; states],
        }
    }

    /// The points of the cheapest way, from a start to a goal, and its price.
    pub(crate) fn seek(&mut self, ground: &Ground, task: &Task<'_>) -> Option<(Vec<Spot>, u32)> {
        self.stamp += 1;
        let stamp = self.stamp;
        let mut bounds = (i32::MAX, i32::MAX, i32::MIN, i32::MIN);
        for (spot, direction, price) in task.goals {
            if !self.enterable(ground, task, *spot) {
                continue;
            }
            let (x, y) = ground.point(*spot);
            bounds = (bounds.0.min(x), bounds.1.min(y), bounds.2.max(x), bounds.3.max(y));
            let state = spot * 4 + direction;
            self.goal[state] = stamp;
            self.goal_price[state] = *price;
        }
        if bounds.0 > bounds.2 {
            return None;
        }
        let far = |spot: Spot| {
            let (x, y) = ground.point(spot);
            let across = (bounds.0 - x).max(x - bounds.2).max(0);
            let down = (bounds.1 - y).max(y - bounds.3).max(0);
            LENGTH * u32::try_from(across + down).unwrap_or(0)
        };
        let mut heap = BinaryHeap::new();
        for (spot, direction, price) in task.starts {
            for leave in 0..4 {
                if direction.is_none_or(|only| only == leave) {
                    self.step(ground, task, *spot, leave, *price, u32::MAX, &mut heap, &far);
                }
            }
        }
        while let Some(Reverse((_, price, state))) = heap.pop() {
            let at = state as usize;
            if at >= self.price.len() {
                // A goal, reached: the state behind it.
                let goal = at - self.price.len();
                return Some((self.way(goal), price));
            }
            if self.price[at] != price || self.seen[at] != stamp {
                continue;
            }
            let (spot, arrived) = (at / 4, at % 4);
            if self.goal[at] == stamp {
                let whole = price + self.goal_price[at];
                heap.push(Reverse((whole, whole, (at + self.price.len()) as u32)));
            }
            if ground.blocked[spot] {
                continue;
            }
            for leave in 0..4 {
                if leave != (arrived + 2) % 4 {
                    let turn = if leave == arrived { 0 } else { TURN };
                    self.step(ground, task, spot, leave, price + turn, state, &mut heap, &far);
                }
            }
        }
        None
    }

    fn enterable(&self, ground: &Ground, task: &Task<'_>, spot: Spot) -> bool {
        let both = [ground.lanes[0][spot], ground.lanes[1][spot]];
        task.push || both.iter().all(|lane| *lane == FREE || *lane == task.line)
    }

    #[allow(clippy::too_many_arguments)]
    fn step(
        &mut self,
        ground: &Ground,
        task: &Task<'_>,
        spot: Spot,
        leave: usize,
        price: u32,
        from: u32,
        heap: &mut BinaryHeap<Reverse<(u32, u32, u32)>>,
        far: &impl Fn(Spot) -> u32,
    ) {
        let Some(to) = ground.next(spot, leave) else {
            return;
        };
        let state = to * 4 + leave;
        let goal = self.goal[state] == self.stamp;
        if ground.blocked[to] && !goal {
            return;
        }
        let (lane, other) = (&ground.lanes[leave % 2], &ground.lanes[(leave + 1) % 2]);
        let mut price = price + LENGTH;
        for at in [spot, to] {
            if lane[at] != FREE && lane[at] != task.line {
                if !task.push {
                    return;
                }
                price += PUSH;
            }
        }
        if other[to] != FREE && other[to] != task.line {
            price += CROSSING;
        }
        if ground.close[to] && !goal {
            price += CLOSE;
        }
        if !task.home[usize::from(ground.site[to])] {
            price += FOREIGN_SITE;
        }
        if self.seen[state] == self.stamp && self.price[state] <= price {
            return;
        }
        self.seen[state] = self.stamp;
        self.price[state] = price;
        self.from[state] = match from {
            u32::MAX => u32::MAX - u32::try_from(spot).unwrap_or(0),
            state => state,
        };
        heap.push(Reverse((price + far(to), price, state as u32)));
    }

    fn way(&self, goal: usize) -> Vec<Spot> {
        let mut way = vec![goal / 4];
        let mut state = goal;
        loop {
            let from = self.from[state] as usize;
            if from >= self.price.len() {
                way.push((u32::MAX - self.from[state]) as usize);
                break;
            }
            way.push(from / 4);
            state = from;
        }
        way.reverse();
        way
    }
}
