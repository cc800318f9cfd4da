//! Prints a drawing as SVG: a file of its own, or a picture within a page.
//!
//! Labels stay text, so that they can be searched, copied and read aloud. No style sheet, script,
//! link or identifier is in it: several pictures can stand in one page under a strict policy.

use mamori_tree::{Anchor, Colour, Drawing, Shape, Stroke};
use maud::{Markup, html as markup};

use crate::{Step, outline, single_line, width};

/// Families with kanji of one width and Latin letters of half of it come first: labels were laid
/// out for them.
const FONTS: &str = "'BIZ UDGothic','BIZ UDゴシック','Noto Sans Mono CJK JP','MS Gothic','ＭＳ ゴシック','Osaka-Mono','IPAGothic',monospace";

/// How far below the top of its box the baseline of a label lies, in hundredths of the letters'
/// size.
const BASELINE: i32 = 88;

/// The drawing as a complete SVG document. Its units are hundredths of a millimetre.
pub fn svg(drawing: &Drawing) -> String {
    let room = drawing.sheet.room();
    let picture = markup! {
        svg xmlns="http://www.w3.org/2000/svg" role="img"
            viewBox={ "0 0 " (room.width) " " (room.height) }
            width={ (millimetres(room.width)) "mm" } height={ (millimetres(room.height)) "mm" }
            font-family=(FONTS) {
            title { (single_line(&drawing.name)) }
            desc { (single_line(&drawing.summary)) }
            @for shape in &drawing.shapes { (self::shape(shape)) }
        }
    };
    picture.into_string()
}

/// Hundredths of a millimetre as millimetres.
fn millimetres(length: i32) -> String {
    format!("{}.{:02}", length / 100, length % 100)
}

fn shape(shape: &Shape) -> Markup {
    match shape {
        Shape::Area {
            at,
            extent,
            radius,
            fill,
            stroke,
        } => {
            let Look { fill, line } = Look::of(*fill, stroke.as_ref());
            markup! {
                rect x=(at.x) y=(at.y) width=(extent.width) height=(extent.height)
                    rx=[(*radius > 0).then_some(radius)] fill=(fill)
                    stroke=[line.colour] stroke-width=[line.width] stroke-dasharray=[line.dashes] {}
            }
        }
        Shape::Path {
            points,
            radius,
            closed,
            fill,
            stroke,
        } => {
            let mut course: String = outline(points, *radius, *closed).iter().map(step).collect();
            if *closed {
                course.push('Z');
            }
            let Look { fill, line } = Look::of(*fill, stroke.as_ref());
            markup! {
                path d=(course) fill=(fill) stroke=[line.colour] stroke-width=[line.width]
                    stroke-dasharray=[line.dashes] stroke-linejoin="round" {}
            }
        }
        Shape::Ellipse {
            centre,
            radii,
            fill,
            stroke,
        } => {
            let Look { fill, line } = Look::of(*fill, stroke.as_ref());
            markup! {
                ellipse cx=(centre.x) cy=(centre.y) rx=(radii.width) ry=(radii.height) fill=(fill)
                    stroke=[line.colour] stroke-width=[line.width] stroke-dasharray=[line.dashes] {}
            }
        }
        Shape::Label {
            at,
            anchor,
            text,
            size,
            bold,
            colour,
        } => label(&single_line(text), (at.x, at.y), (*anchor, *size, *bold, *colour)),
    }
}

/// A line of text. Its length is given, so that a reader's other font keeps to its place.
fn label(
    text: &str,
    (x, y): (i32, i32),
    (anchor, size, bold, colour): (Anchor, i32, bool, Colour),
) -> Markup {
    let wide: usize = text.chars().map(width).sum();
    let length = i64::try_from(wide).unwrap_or(0) * i64::from(size) / 2;
    let anchor = match anchor {
        Anchor::Start => None,
        Anchor::Middle => Some("middle"),
        Anchor::End => Some("end"),
    };
    markup! {
        text x=(x) y=(y + size * BASELINE / 100) font-size=(size) fill=(hexadecimal(colour))
            font-weight=[bold.then_some("bold")] text-anchor=[anchor]
            textLength=[(length > 0).then_some(length)] lengthAdjust=[(length > 0).then_some("spacingAndGlyphs")]
            xml:space="preserve" { (text) }
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Start(point) => format!("M{} {}", point.x, point.y),
        Step::Line(point) => format!("L{} {}", point.x, point.y),
        Step::Curve(corner, end) => format!("Q{} {} {} {}", corner.x, corner.y, end.x, end.y),
    }
}

/// Inside and outline of a shape as values of attributes.
struct Look {
    fill: String,
    line: Line,
}

#[derive(Default)]
struct Line {
    colour: Option<String>,
    width: Option<i32>,
    dashes: Option<String>,
}

impl Look {
    fn of(fill: Option<Colour>, stroke: Option<&Stroke>) -> Look {
        let line = stroke.map_or_else(Line::default, |stroke| {
            let dashes: Vec<String> = stroke.dashes.iter().map(i32::to_string).collect();
            Line {
                colour: Some(hexadecimal(stroke.colour)),
                width: Some(stroke.width),
                dashes: (!dashes.is_empty()).then(|| dashes.join(" ")),
            }
        });
        Look {
            fill: fill.map_or_else(|| "none".to_owned(), hexadecimal),
            line,
        }
    }
}

fn hexadecimal(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use mamori_tree::{Extent, Orientation, Point, Sheet, SheetSize};

    #[test]
    fn a_picture_has_its_name_its_words_and_its_labels_as_text() {
        let drawing = Drawing {
            name: "構成図".to_owned(),
            summary: "端末から\nサーバへ".to_owned(),
            sheet: Sheet {
                size: SheetSize::A4,
                orientation: Orientation::Landscape,
            },
            shapes: vec![
                Shape::Area {
                    at: Point { x: 10, y: 20 },
                    extent: Extent {
                        width: 3_000,
                        height: 1_000,
                    },
                    radius: 0,
                    fill: Some(Colour(255, 255, 255)),
                    stroke: Some(Stroke {
                        colour: Colour(0, 23, 193),
                        width: 25,
                        dashes: vec![200, 100],
                    }),
                },
                Shape::Label {
                    at: Point { x: 100, y: 200 },
                    anchor: Anchor::Middle,
                    text: "受付<端末>".to_owned(),
                    size: 300,
                    bold: true,
                    colour: Colour(0, 0, 0),
                },
            ],
        };
        let picture = svg(&drawing);
        for wanted in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 26700 15600\" width=\"267.00mm\"",
            "<title>構成図</title><desc>端末から サーバへ</desc>",
            "stroke=\"#0017c1\" stroke-width=\"25\" stroke-dasharray=\"200 100\"",
            "<text x=\"100\" y=\"464\" font-size=\"300\"",
            "textLength=\"1500\"",
            ">受付&lt;端末&gt;</text>",
        ] {
            assert!(picture.contains(wanted), "{wanted} in {picture}");
        }
    }
}
