//! Turns a drawing into the values that the template draws. Lengths stay hundredths of a
//! millimetre.

use mamori_press::{Step, labels, outline, single_line};
use mamori_tree::{Anchor, Colour, Drawing, Language, Orientation, Point, Shape, SheetSize, Stroke};
use serde_json::{Value, json};

use crate::Fonts;
use crate::data::blank;
use crate::glyphs::settable;

/// A drawing's values. Its name becomes a bookmark one level below the heading before it.
pub(crate) fn values(drawing: &Drawing, fonts: &Fonts, level: u8, language: Language) -> Value {
    let say = |text: &str| settable(&single_line(text), fonts.family(language), usize::MAX);
    let room = drawing.sheet.room();
    let name = say(&drawing.name);
    let summary = say(&drawing.summary);
    json!({
        "kind": "drawing",
        "paper": match drawing.sheet.size { SheetSize::A4 => "a4", SheetSize::A3 => "a3" },
        "landscape": drawing.sheet.orientation == Orientation::Landscape,
        "level": (level + 1).min(3),
        // A picture must be described: by its name when it has no words of its own.
        "summary": match (blank(&summary), blank(&name)) {
            (false, _) => &summary,
            (_, false) => &name,
            _ => labels::DRAWING.say(language),
        },
        "name": if blank(&name) { "" } else { &name },
        "room": [room.width, room.height],
        "shapes": drawing.shapes.iter().map(|shape| self::shape(shape, fonts)).collect::<Vec<_>>(),
    })
}

fn shape(shape: &Shape, fonts: &Fonts) -> Value {
    match shape {
        Shape::Area {
            at,
            extent,
            radius,
            fill,
            stroke,
        } => json!({
            "kind": "area", "at": place(*at), "size": [extent.width, extent.height], "radius": radius,
            "fill": colour(*fill), "stroke": line(stroke.as_ref()),
        }),
        Shape::Path {
            points,
            radius,
            closed,
            fill,
            stroke,
        } => json!({
            "kind": "path", "closed": closed, "fill": colour(*fill), "stroke": line(stroke.as_ref()),
            "steps": outline(points, *radius, *closed).into_iter().map(step).collect::<Vec<_>>(),
        }),
        Shape::Ellipse {
            centre,
            radii,
            fill,
            stroke,
        } => json!({
            "kind": "ellipse",
            "at": [centre.x - radii.width, centre.y - radii.height],
            "size": [2 * radii.width, 2 * radii.height],
            "fill": colour(*fill), "stroke": line(stroke.as_ref()),
        }),
        Shape::Label {
            at,
            anchor,
            text,
            size,
            bold,
            colour: ink,
        } => json!({
            "kind": "label", "at": place(*at), "size": size, "bold": bold, "fill": colour(Some(*ink)),
            "anchor": match anchor { Anchor::Start => 0, Anchor::Middle => 1, Anchor::End => 2 },
            "text": settable(&single_line(text), fonts.figures(), usize::MAX),
        }),
    }
}

fn place(point: Point) -> [i32; 2] {
    [point.x, point.y]
}

/// A step: its end, and for a curve the corner before it.
fn step(step: Step) -> Value {
    match step {
        Step::Start(point) | Step::Line(point) => json!([place(point)]),
        Step::Curve(corner, end) => json!([place(end), place(corner)]),
    }
}

fn colour(colour: Option<Colour>) -> Value {
    colour.map_or(Value::Null, |Colour(red, green, blue)| json!([red, green, blue]))
}

fn line(stroke: Option<&Stroke>) -> Value {
    stroke.map_or(
        Value::Null,
        |stroke| json!({ "colour": colour(Some(stroke.colour)), "width": stroke.width, "dashes": stroke.dashes }),
    )
}
