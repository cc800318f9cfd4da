//! All lines of a sheet: routed one after another, pushed aside where there is no other way, and
//! routed anew while that makes them shorter or crosses fewer.

use crate::frame::Frame;
use crate::ground::{FREE, Ground, Spot};
use crate::scene::{End, Scene};
use crate::sizes::Sizes;
use crate::way::{Seeker, Start, Task};
use std::collections::{BTreeSet, VecDeque};

/// A line as it runs: the ways to its ends, each from the first end or from a way before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Route {
    /// Points in steps, corners and ends only.
    pub(crate) ways: Vec<Vec<(i32, i32)>>,
    /// Which end each way leads to: a position in the link's ends.
    pub(crate) ends: Vec<usize>,
}

#[derive(Clone, Default)]
struct Held {
    ways: Vec<Vec<Spot>>,
    ends: Vec<usize>,
    price: u32,
}

struct Routing<'a> {
    scene: &'a Scene,
    frame: &'a Frame,
    ground: Ground,
    seeker: Seeker,
    held: Vec<Option<Held>>,
}

/// Price of a further line out of the same node instead of a branch.
const SECOND_DOOR: u32 = 60;
/// Price of a branch.
const BRANCH: u32 = 12;

/// Routes every link; none where a link found no way.
pub(crate) fn routes(scene: &Scene, sizes: &Sizes, frame: &Frame) -> Vec<Option<Route>> {
    let ground = Ground::new(scene, sizes, frame);
    let seeker = Seeker::new(&ground);
    let mut routing = Routing {
        scene,
        frame,
        ground,
        seeker,
        held: vec![None; scene.links.len()],
    };
    routing.all();
    routing.improve();
    let ground = &routing.ground;
    routing
        .held
        .iter()
        .map(|held| {
            held.as_ref().map(|held| Route {
                ways: held.ways.iter().map(|way| corners(ground, way)).collect(),
                ends: held.ends.clone(),
            })
        })
        .collect()
}

fn corners(ground: &Ground, way: &[Spot]) -> Vec<(i32, i32)> {
    let points: Vec<(i32, i32)> = way.iter().map(|spot| ground.point(*spot)).collect();
    let mut kept = Vec::new();
    for (nth, point) in points.iter().enumerate() {
        let straight = nth > 0
            && nth + 1 < points.len()
            && (points[nth - 1].0 == points[nth + 1].0 || points[nth - 1].1 == points[nth + 1].1);
        if !straight {
            kept.push(*point);
        }
    }
    kept
}

impl Routing<'_> {
    fn all(&mut self) {
        let mut order: Vec<usize> = (0..self.scene.links.len()).collect();
        order.sort_by_key(|link| (self.reach(*link), *link));
        let mut queue: VecDeque<usize> = order.into();
        let mut tries = 80 + 8 * queue.len();
        while let Some(link) = queue.pop_front() {
            if let Some(held) = self.try_route(link, false) {
                self.hold(link, held);
                continue;
            }
            if tries == 0 {
                continue;
            }
            tries -= 1;
            let Some(held) = self.try_route(link, true) else {
                continue;
            };
            for pushed in self.in_the_way(link, &held) {
                self.release(pushed);
                queue.push_back(pushed);
            }
            self.hold(link, held);
        }
    }

    /// Routes every line anew among the others, three times.
    fn improve(&mut self) {
        for _ in 0..3 {
            for link in 0..self.held.len() {
                let Some(before) = self.held[link].clone() else {
                    continue;
                };
                self.release(link);
                let after = self
                    .try_route(link, false)
                    .filter(|held| held.price < before.price);
                self.hold(link, after.unwrap_or(before));
            }
        }
    }

    fn reach(&self, link: usize) -> i32 {
        let middle = |end: &End| match end {
            End::Node(node) => self.frame.nodes[*node].middle(),
            End::Site(site) => self.frame.sites[*site].middle(),
        };
        let ends = &self.scene.links[link].ends;
        let points: Vec<(i32, i32)> = ends.iter().map(middle).collect();
        let span = |pick: fn(&(i32, i32)) -> i32| {
            let of = || points.iter().map(pick);
            of().max().unwrap_or(0) - of().min().unwrap_or(0)
        };
        span(|point| point.0) + span(|point| point.1)
    }

    /// Whether a line leaves a site towards its inside: the other end lies in it.
    fn inward(&self, end: End, others: &[End]) -> bool {
        let End::Site(site) = end else { return false };
        others.iter().any(|other| {
            *other != end
                && self
                    .scene
                    .site_of(*other)
                    .is_some_and(|inner| self.scene.chain(inner).contains(&site))
        })
    }

    fn try_route(&mut self, link: usize, push: bool) -> Option<Held> {
        let ends = &self.scene.links[link].ends;
        let line = u32::try_from(link).unwrap_or(FREE - 1);
        let mut home = vec![false; self.scene.sites.len() + 1];
        home[0] = true;
        for end in ends {
            for site in self
                .scene
                .site_of(*end)
                .map_or(Vec::new(), |site| self.scene.chain(site))
            {
                home[site + 1] = true;
            }
        }
        let first = *ends.first()?;
        let doors = self.ground.doors(self.frame, first, self.inward(first, ends));
        let price = |off: i32| u32::try_from(off).unwrap_or(0);
        let mut held = Held::default();
        let mut open: BTreeSet<usize> = (1..ends.len()).collect();
        let mut tree: BTreeSet<Spot> = BTreeSet::new();
        while !open.is_empty() {
            let mut starts: Vec<Start> = Vec::new();
            for (spot, direction, off) in &doors {
                let used = [0, 1].map(|axis| self.ground.lanes[axis][*spot]);
                let taken = held.ways.iter().any(|way| way[0] == *spot);
                let foreign = used.iter().any(|lane| *lane != FREE && *lane != line)
                    || self.met_beyond(line, first, *spot, *direction);
                if taken || (foreign && !push) {
                    continue;
                }
                let second = if held.ways.is_empty() { 0 } else { SECOND_DOOR };
                let pushed = if foreign { 1_800 } else { 0 };
                starts.push((*spot, Some(*direction), price(*off) + second + pushed));
            }
            // No branch where another line crosses: it would look like a join of the two.
            let alone = |spot: &&Spot| {
                [0, 1].iter().all(|axis| {
                    let lane = self.ground.lanes[*axis][**spot];
                    lane == FREE || lane == line
                })
            };
            starts.extend(tree.iter().filter(alone).map(|spot| (*spot, None, BRANCH)));
            let mut goals = Vec::new();
            let mut owner = Vec::new();
            for end in &open {
                let inward = self.inward(ends[*end], ends);
                for (spot, direction, off) in self.ground.doors(self.frame, ends[*end], inward) {
                    if !push && self.met_beyond(line, ends[*end], spot, direction) {
                        continue;
                    }
                    goals.push((spot, (direction + 2) % 4, price(off)));
                    owner.push((spot, *end));
                }
            }
            let task = Task {
                line,
                starts: &starts,
                goals: &goals,
                home: &home,
                push,
            };
            let (way, cost) = self.seeker.seek(&self.ground, &task)?;
            let last = way[way.len() - 1];
            let end = owner
                .iter()
                .find(|(spot, _)| *spot == last)
                .map(|(_, end)| *end)?;
            open.remove(&end);
            tree.extend(way[1..way.len() - 1].iter().copied());
            held.price += cost;
            held.ways.push(way);
            held.ends.push(end);
        }
        (!held.ways.is_empty()).then_some(held)
    }

    /// The lanes a line takes: both where it begins, turns, branches or ends.
    /// At the edge of a site it also takes the lane just beyond, so that no line ends there from
    /// the other side.
    fn lanes(&self, link: usize, held: &Held) -> Vec<(usize, Spot)> {
        let ends = &self.scene.links[link].ends;
        let mut lanes = Vec::new();
        for (nth, way) in held.ways.iter().enumerate() {
            let last = way.len() - 1;
            let tips = [
                (nth == 0).then_some((ends[0], way[0], way[1])),
                Some((ends[held.ends[nth]], way[last], way[last - 1])),
            ];
            for (end, tip, before) in tips.into_iter().flatten() {
                let beyond = (2 * tip)
                    .checked_sub(before)
                    .filter(|_| matches!(end, End::Site(_)));
                lanes.extend(beyond.map(|beyond| (usize::from(tip.abs_diff(before) > 1), beyond)));
            }
        }
        for way in &held.ways {
            for pair in way.windows(2) {
                let axis = usize::from(pair[0].abs_diff(pair[1]) > 1);
                lanes.extend([(axis, pair[0]), (axis, pair[1])]);
            }
            let ends = [way[0], way[way.len() - 1]];
            lanes.extend(ends.iter().flat_map(|spot| [(0, *spot), (1, *spot)]));
        }
        lanes
    }

    /// Whether another line holds the lane just beyond the edge of a site.
    fn met_beyond(&self, line: u32, end: End, spot: Spot, direction: usize) -> bool {
        let lanes = &self.ground.lanes[direction % 2];
        let beyond = self.ground.next(spot, (direction + 2) % 4);
        matches!(end, End::Site(_))
            && beyond.is_some_and(|beyond| lanes[beyond] != FREE && lanes[beyond] != line)
    }

    fn in_the_way(&self, link: usize, held: &Held) -> BTreeSet<usize> {
        let own = u32::try_from(link).unwrap_or(FREE - 1);
        self.lanes(link, held)
            .into_iter()
            .map(|(axis, spot)| self.ground.lanes[axis][spot])
            .filter(|lane| *lane != FREE && *lane != own)
            .map(|lane| lane as usize)
            .collect()
    }

    fn hold(&mut self, link: usize, held: Held) {
        for (axis, spot) in self.lanes(link, &held) {
            self.ground.lanes[axis][spot] = u32::try_from(link).unwrap_or(FREE - 1);
        }
        self.held[link] = Some(held);
    }

    fn release(&mut self, link: usize) {
        if let Some(held) = self.held[link].take() {
            for (axis, spot) in self.lanes(link, &held) {
                self.ground.lanes[axis][spot] = FREE;
            }
        }
    }
}
