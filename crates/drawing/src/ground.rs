//! The ground lines run on: a grid of steps with what blocks it and which line holds which lane.
//!
//! Every point has two lanes, one across and one down, each held by at most one line. A line that
//! passes straight holds one lane, a line that turns or ends holds both; so two lines can cross,
//! and can never lie on one another, touch at a corner or share a way.

use crate::frame::{Frame, Rect, STEP};
use crate::scene::{End, Scene};
use crate::sizes::Sizes;
use crate::text::measure;

/// East, south, west, north.
pub(crate) const MOVES: [(i32, i32); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// A point of the grid, by number.
pub(crate) type Spot = usize;

/// Nobody holds this lane.
pub(crate) const FREE: u32 = u32::MAX;

/// The ground.
pub(crate) struct Ground {
    pub(crate) columns: i32,
    pub(crate) rows: i32,
    pub(crate) blocked: Vec<bool>,
    /// Points beside a node or a title, where a line had better not run.
    pub(crate) close: Vec<bool>,
    /// The innermost site, plus one; 0 outside all.
    pub(crate) site: Vec<u16>,
    /// Who holds the lanes across and down.
    pub(crate) lanes: [Vec<u32>; 2],
}

/// The rectangle of a title's text, in hundredths of a millimetre.
pub(crate) fn title_room(sizes: &Sizes, site: usize, rect: Rect) -> (i32, i32, i32, i32) {
    let title = &sizes.sites[site];
    let wide = title
        .lines
        .iter()
        .map(|line| measure(line, sizes.scale.title))
        .max()
        .unwrap_or(0);
    let high =
        sizes.scale.title_pitch * (i32::try_from(title.lines.len()).unwrap_or(1) - 1) + sizes.scale.title;
    (rect.x * STEP + 220, rect.y * STEP + 200, wide, high)
}

impl Ground {
    pub(crate) fn new(scene: &Scene, sizes: &Sizes, frame: &Frame) -> Ground {
        let (columns, rows) = (frame.width + 1, frame.height + 1);
        let count = usize::try_from(columns * rows).unwrap_or(0);
        let mut ground = Ground {
            columns,
            rows,
            blocked: vec![false; count],
            close: vec![false; count],
            site: vec![0; count],
            lanes: [vec![FREE; count], vec![FREE; count]],
        };
        // A line on the outermost points would reach over the edge of the sheet.
        for spot in 0..count {
            let (x, y) = ground.point(spot);
            ground.blocked[spot] = x == 0 || y == 0 || x == columns - 1 || y == rows - 1;
        }
        let mut order: Vec<usize> = (0..scene.sites.len()).collect();
        order.sort_by_key(|site| scene.chain(*site).len());
        for site in order {
            let rect = frame.sites[site];
            let mark = u16::try_from(site + 1).unwrap_or(0);
            // The edge lies half a step inside, so the outermost points are outside.
            ground.each(
                rect.x + 1,
                rect.y + 1,
                rect.x + rect.w - 1,
                rect.y + rect.h - 1,
                |ground, spot| {
                    ground.site[spot] = mark;
                },
            );
        }
        for (site, rect) in frame.sites.iter().enumerate() {
            let (x, y, wide, high) = title_room(sizes, site, *rect);
            const AIR: i32 = 130;
            let (left, top) = ((x - AIR) / STEP, (y - AIR + STEP - 1) / STEP);
            let (right, bottom) = ((x + wide + AIR) / STEP, (y + high + AIR) / STEP);
            ground.each(left.max(rect.x + 1), top, right, bottom, |ground, spot| {
                ground.blocked[spot] = true;
            });
        }
        for rect in &frame.sites {
            // A line had better not run along the edge of a site either, where no caption has room.
            for shift in [0, 1] {
                let (left, top) = (rect.x + shift, rect.y + shift);
                let (right, bottom) = (rect.x + rect.w - shift, rect.y + rect.h - shift);
                for (from, to) in [
                    ((left, top), (right, top)),
                    ((left, bottom), (right, bottom)),
                    ((left, top), (left, bottom)),
                    ((right, top), (right, bottom)),
                ] {
                    ground.each(from.0, from.1, to.0, to.1, |ground, spot| {
                        ground.close[spot] = true
                    });
                }
            }
        }
        for rect in &frame.nodes {
            ground.each(
                rect.x - 1,
                rect.y - 1,
                rect.x + rect.w + 1,
                rect.y + rect.h + 1,
                |ground, spot| {
                    ground.close[spot] = true;
                },
            );
        }
        for rect in &frame.nodes {
            ground.each(
                rect.x,
                rect.y,
                rect.x + rect.w,
                rect.y + rect.h,
                |ground, spot| {
                    ground.blocked[spot] = true;
                },
            );
        }
        ground
    }

    fn each(&mut self, left: i32, top: i32, right: i32, bottom: i32, mut act: impl FnMut(&mut Ground, Spot)) {
        for y in top.max(0)..=bottom.min(self.rows - 1) {
            for x in left.max(0)..=right.min(self.columns - 1) {
                let spot = self.spot(x, y);
                act(self, spot);
            }
        }
    }

    pub(crate) fn spot(&self, x: i32, y: i32) -> Spot {
        usize::try_from(y * self.columns + x).unwrap_or(0)
    }

    pub(crate) fn point(&self, spot: Spot) -> (i32, i32) {
        let spot = i32::try_from(spot).unwrap_or(0);
        (spot % self.columns, spot / self.columns)
    }

    /// The next point in a direction.
    pub(crate) fn next(&self, spot: Spot, direction: usize) -> Option<Spot> {
        let (x, y) = self.point(spot);
        let (x, y) = (x + MOVES[direction].0, y + MOVES[direction].1);
        (x >= 0 && y >= 0 && x < self.columns && y < self.rows).then(|| self.spot(x, y))
    }

    /// Where a line may leave an end, and in which direction: points of a node's outline that are no
    /// corners, or points just outside (`inside`: just inside) the edge of a site; with the distance
    /// from the middle of the side.
    pub(crate) fn doors(&self, frame: &Frame, end: End, inside: bool) -> Vec<(Spot, usize, i32)> {
        let (rect, shift) = match end {
            End::Node(node) => (frame.nodes[node], 0),
            End::Site(site) => (frame.sites[site], i32::from(inside)),
        };
        let Rect { x, y, w, h } = rect;
        let mut doors = Vec::new();
        let turn = |direction: usize| if inside { (direction + 2) % 4 } else { direction };
        for at in 1..w {
            let off = (2 * at - w).abs();
            doors.push((self.spot(x + at, y + shift), turn(3), off));
            doors.push((self.spot(x + at, y + h - shift), turn(1), off));
        }
        for at in 1..h {
            let off = (2 * at - h).abs();
            doors.push((self.spot(x + shift, y + at), turn(2), off));
            doors.push((self.spot(x + w - shift, y + at), turn(0), off));
        }
        if matches!(end, End::Site(_)) {
            doors.retain(|(spot, _, _)| !self.blocked[*spot]);
        }
        doors
    }
}
