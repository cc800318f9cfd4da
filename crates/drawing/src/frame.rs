//! Places: every node and site gets a rectangle, in steps of [`STEP`], from the arrangement in rows.
//!
//! The frame is what a router needs: nodes stand on whole steps, edges of sites half a step beside
//! them, so that a line on whole steps can cross an edge but never run along it.

use crate::arrangement::{Arrangement, Child};
use crate::sizes::Sizes;

/// A step: the distance of parallel lines, in hundredths of a millimetre.
pub(crate) const STEP: i32 = 200;

/// A rectangle in steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Rect {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) w: i32,
    pub(crate) h: i32,
}

impl Rect {
    /// Twice its centre, so that halves stay whole.
    pub(crate) fn middle(self) -> (i32, i32) {
        (2 * self.x + self.w, 2 * self.y + self.h)
    }
}

/// Room between things, in steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Gaps {
    /// Between neighbours in a row.
    pub(crate) across: i32,
    /// Between rows.
    pub(crate) down: i32,
    /// Between the edge of a site and what stands in it; at least 2.
    pub(crate) pad: i32,
}

/// Where everything stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Frame {
    pub(crate) nodes: Vec<Rect>,
    /// The edge is drawn half a step inside.
    pub(crate) sites: Vec<Rect>,
    pub(crate) width: i32,
    pub(crate) height: i32,
}

/// Free steps around the whole, for lines that go round.
const MARGIN: i32 = 2;

struct Placing<'a> {
    sizes: &'a Sizes,
    arrangement: &'a Arrangement,
    gaps: Gaps,
    /// Least width and height of each site.
    least: Vec<(i32, i32)>,
    frame: Frame,
}

/// Places everything. The whole is at least as wide as `width`: sites grow to fill their rows.
pub(crate) fn place(sizes: &Sizes, arrangement: &Arrangement, gaps: Gaps, width: i32) -> Frame {
    let sites = sizes.sites.len();
    let mut placing = Placing {
        sizes,
        arrangement,
        gaps,
        least: vec![(0, 0); sites],
        frame: Frame {
            nodes: vec![Rect::default(); sizes.nodes.len()],
            sites: vec![Rect::default(); sites],
            ..Frame::default()
        },
    };
    let (least_width, height) = placing.content(sites);
    let inner = least_width.max(width - 2 * MARGIN);
    placing.lay(
        sites,
        Rect {
            x: MARGIN,
            y: MARGIN,
            w: inner,
            h: height,
        },
    );
    placing.frame.width = inner + 2 * MARGIN;
    placing.frame.height = height + 2 * MARGIN;
    placing.frame
}

impl Placing<'_> {
    fn size(&self, child: Child) -> (i32, i32) {
        match child {
            Child::Node(node) => self.sizes.nodes[node],
            Child::Site(site) => self.least[site],
        }
    }

    /// The least size of what is in a container, after that of the sites in it.
    fn content(&mut self, container: usize) -> (i32, i32) {
        let (arrangement, sizes) = (self.arrangement, self.sizes);
        let rows = &arrangement.rows[container];
        let (mut width, mut height) = (0, 0);
        for (position, row) in rows.iter().enumerate() {
            let (mut row_width, mut row_height) = (0, 0);
            for (nth, child) in row.iter().enumerate() {
                if let Child::Site(site) = *child {
                    let (w, h) = self.content(site);
                    let title = &sizes.sites[site];
                    self.least[site] = (
                        w.max(title.width) + 2 * self.gaps.pad,
                        h + title.band + 2 * self.gaps.pad - 1,
                    );
                }
                let (w, h) = self.size(*child);
                row_width += w + if nth > 0 { self.gaps.across } else { 0 };
                row_height = row_height.max(h);
            }
            width = width.max(row_width);
            height += row_height + if position > 0 { self.gaps.down } else { 0 };
        }
        (width, height)
    }

    /// Gives places to what is in a container, whose content has this rectangle.
    fn lay(&mut self, container: usize, room: Rect) {
        let arrangement = self.arrangement;
        let rows = &arrangement.rows[container];
        let heights: Vec<i32> = rows
            .iter()
            .map(|row| row.iter().map(|child| self.size(*child).1).max().unwrap_or(0))
            .collect();
        let used: i32 = heights.iter().sum::<i32>() + self.gaps.down * (rows.len() as i32 - 1).max(0);
        let mut y = room.y;
        let mut spare = (room.h - used).max(0);
        for (position, row) in rows.iter().enumerate() {
            let open = rows.len() - position;
            let has_site = row.iter().any(|child| matches!(child, Child::Site(_)));
            // Room that is left over goes to rows with sites, which grow, or around rows of nodes.
            let share = spare / open as i32;
            spare -= share;
            let (lead, height) = match has_site {
                true => (0, heights[position] + share),
                false => (share / 2, heights[position]),
            };
            self.lay_row(row, room, y + lead, height);
            y += heights[position] + share + self.gaps.down;
        }
    }

    fn lay_row(&mut self, row: &[Child], room: Rect, y: i32, height: i32) {
        let taken: i32 = row.iter().map(|child| self.size(*child).0).sum::<i32>()
            + self.gaps.across * (row.len() as i32 - 1).max(0);
        let mut spare = (room.w - taken).max(0);
        let sites = row.iter().filter(|child| matches!(child, Child::Site(_))).count();
        // A row of nodes is spread, but not so far that it falls apart.
        let spread = match sites {
            0 => (spare / (row.len() as i32 + 1)).min(3 * self.gaps.across),
            _ => 0,
        };
        let mut x = match sites {
            0 => room.x + (spare - spread * (row.len() as i32 - 1)) / 2,
            _ => room.x,
        };
        let mut open = sites as i32;
        for child in row {
            let (mut w, h) = self.size(*child);
            match *child {
                Child::Node(node) => {
                    let y = y + (height - h) / 2;
                    self.frame.nodes[node] = Rect { x, y, w, h };
                }
                Child::Site(site) => {
                    let share = spare / open;
                    spare -= share;
                    open -= 1;
                    w += share;
                    self.frame.sites[site] = Rect { x, y, w, h: height };
                    let (pad, band) = (self.gaps.pad, self.sizes.sites[site].band);
                    let inside = Rect {
                        x: x + pad,
                        y: y + band + pad - 1,
                        w: w - 2 * pad,
                        h: height - band - 2 * pad + 1,
                    };
                    self.lay(site, inside);
                }
            }
            x += w + self.gaps.across + spread;
        }
    }
}
