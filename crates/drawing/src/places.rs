//! What a finished sheet holds and where, in hundredths of a millimetre: the ground on which a
//! sheet is painted, and on which it is measured.

use mamori_tree::{Drawing, Extent, Point};

/// A rectangle on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Field {
    /// Left.
    pub x: i32,
    /// Top.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

impl Field {
    /// Whether two rectangles share more than an edge.
    pub fn overlaps(self, other: Field) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }

    /// Whether another lies inside, edges included.
    pub fn contains(self, other: Field) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.x + self.w >= other.x + other.w
            && self.y + self.h >= other.y + other.h
    }

    /// The rectangle with this much more on every side.
    pub fn grown(self, by: i32) -> Field {
        Field {
            x: self.x - by,
            y: self.y - by,
            w: self.w + 2 * by,
            h: self.h + 2 * by,
        }
    }

    /// The rectangle that a straight segment covers, without thickness.
    pub fn of(a: Point, b: Point) -> Field {
        Field {
            x: a.x.min(b.x),
            y: a.y.min(b.y),
            w: (a.x - b.x).abs(),
            h: (a.y - b.y).abs(),
        }
    }

    pub(crate) fn at(self) -> Point {
        Point { x: self.x, y: self.y }
    }

    pub(crate) fn extent(self) -> Extent {
        Extent {
            width: self.w,
            height: self.h,
        }
    }
}

/// A place on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedSite {
    /// Which site of the scene.
    pub site: usize,
    /// Its outline.
    pub field: Field,
    /// The site around it, if one is.
    pub within: Option<usize>,
    /// Where its title stands.
    pub title: Field,
}

/// A node on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedNode {
    /// Which node of the scene.
    pub node: usize,
    /// Its outline.
    pub field: Field,
    /// The site it stands in.
    pub site: Option<usize>,
}

/// A link on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedLink {
    /// Which link of the scene.
    pub link: usize,
    /// The ways it takes.
    pub ways: Vec<Vec<Point>>,
    /// The nodes it may touch.
    pub nodes: Vec<usize>,
}

/// A caption on a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedCaption {
    /// Which link of the scene.
    pub link: usize,
    /// Its place.
    pub field: Field,
    /// Its lines: the words, or the number under which they stand in the legend.
    pub lines: Vec<String>,
    /// The number, where there was no room for the words.
    pub number: Option<usize>,
}

/// Everything on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// The room of the sheet.
    pub room: Field,
    /// Sites.
    pub sites: Vec<PlacedSite>,
    /// Nodes.
    pub nodes: Vec<PlacedNode>,
    /// Links that found a way.
    pub links: Vec<PlacedLink>,
    /// Links that found none; a sheet that is given out has none of them.
    pub unrouted: Vec<usize>,
    /// Captions.
    pub captions: Vec<PlacedCaption>,
    /// Links whose caption found no place; a sheet that is given out has none of them.
    pub unlabelled: Vec<usize>,
    /// The legend.
    pub legend: Field,
}

/// A drawing with what it was painted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// The shapes.
    pub drawing: Drawing,
    /// Where everything stands.
    pub places: Places,
}
