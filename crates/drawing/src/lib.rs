//! Drawings of a configuration (全体構成図, GL 5.2.1 (1)): a [`Scene`] of nested sites, things in them
//! and lines between them becomes sheets of shapes.
//!
//! Nothing here knows the model or a press. The same scene gives the same shapes on every machine:
//! whole numbers, no clock, dice that always fall the same way. What is given out holds to this, and
//! [`faults`] finds where it does not: no two things overlap, no line runs through a box or a title
//! or along another line, no label is cut or touches anything, nothing lies outside the sheet.

mod arrangement;
mod captions;
mod frame;
mod ground;
mod legend;
mod measure;
mod paint;
mod places;
mod routes;
mod scene;
mod sheet;
mod sizes;
mod split;
mod strokes;
mod sub_scene;
mod symbols;
mod text;
mod way;

pub use measure::{Fault, crossings, faults};
pub use places::{Field, Laid, PlacedCaption, PlacedLink, PlacedNode, PlacedSite, Places};
pub use scene::{Company, End, Link, Node, Note, Pin, Scene, Site, Standing, View};
pub use split::{SHEET_LIMIT, draw};
pub use strokes::Line;
pub use symbols::Symbol;
