//! Drawings: shapes on a sheet, with every place decided before a press sees them.
//!
//! Lengths are hundredths of a millimetre in whole numbers, so that the same model gives the same
//! picture on every machine. The origin is the top left corner of the room a press leaves on the
//! sheet; x grows to the right and y downwards.

use crate::Orientation;

/// A drawing that fills one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Its title, printed above it, in the bookmarks and in file names of lists; unique in the document.
    pub name: String,
    /// What it shows, in words, for readers who cannot see it.
    pub summary: String,
    /// The sheet it was laid out for.
    pub sheet: Sheet,
    /// The shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sheet {
    /// Its size.
    pub size: SheetSize,
    /// Whether it stands or lies.
    pub orientation: Orientation,
}

/// Sizes of paper for drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetSize {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
}

/// A place on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// Width and height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Extent {
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour(pub u8, pub u8, pub u8);

/// How a line is drawn. Media are told apart by the dashes as well as by the colour, so that a copy
/// in black and white can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width of the line.
    pub width: i32,
    /// Lengths of dash and gap in turn; empty for a solid line.
    pub dashes: Vec<i32>,
}

/// Where a label stands relative to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// A shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle.
    Area {
        /// Top left corner.
        at: Point,
        /// Size.
        extent: Extent,
        /// Radius of the corners.
        radius: i32,
        /// Colour inside, if any.
        fill: Option<Colour>,
        /// Its outline, if any.
        stroke: Option<Stroke>,
    },
    /// A line through points.
    Path {
        /// The points, at least two.
        points: Vec<Point>,
        /// Radius by which corners are rounded.
        radius: i32,
        /// Whether the last point is joined to the first.
        closed: bool,
        /// Colour inside, if any.
        fill: Option<Colour>,
        /// The line, if any.
        stroke: Option<Stroke>,
    },
    /// An ellipse.
    Ellipse {
        /// Its centre.
        centre: Point,
        /// Half of its width and height.
        radii: Extent,
        /// Colour inside, if any.
        fill: Option<Colour>,
        /// Its outline, if any.
        stroke: Option<Stroke>,
    },
    /// One line of text, never broken by a press. Half-width characters are half as wide as
    /// `size`, the others as wide as it: the font of the papers has a fixed pitch.
    Label {
        /// The top of the line box (`size` high) at the side the anchor names.
        at: Point,
        /// Side on which `at` lies.
        anchor: Anchor,
        /// The text, as data.
        text: String,
        /// Size of the letters.
        size: i32,
        /// Whether it is bold.
        bold: bool,
        /// Colour of the letters.
        colour: Colour,
    },
}

impl Sheet {
    /// The room that every press leaves for a drawing under the running head and the drawing's own
    /// name.
    pub const fn room(self) -> Extent {
        const SIDES: i32 = 2 * 1_500;
        const HEAD_AND_FOOT: i32 = 2_200 + 1_800 + 1_400;
        let (short, long) = match self.size {
            SheetSize::A4 => (21_000, 29_700),
            SheetSize::A3 => (29_700, 42_000),
        };
        let (width, height) = match self.orientation {
            Orientation::Portrait => (short, long),
            Orientation::Landscape => (long, short),
        };
        Extent {
            width: width - SIDES,
            height: height - HEAD_AND_FOOT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_has_less_room_than_its_paper() {
        let sheet = |size, orientation| Sheet { size, orientation }.room();
        let lying = sheet(SheetSize::A4, Orientation::Landscape);
        assert_eq!(
            lying,
            Extent {
                width: 26_700,
                height: 15_600
            }
        );
        let standing = sheet(SheetSize::A3, Orientation::Portrait);
        assert!(standing.height < 42_000 && standing.width < 29_700);
    }
}
