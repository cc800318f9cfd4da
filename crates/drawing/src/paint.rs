//! Places become shapes.

use crate::captions::text_top;
use crate::legend::company;
use crate::places::{Field, PlacedCaption, PlacedLink, PlacedNode, PlacedSite, Places};
use crate::scene::{Scene, View};
use crate::sizes::{INSET, Lines, SMALL, SMALL_PITCH, Scale, Sizes, upper_height};
use crate::strokes::{EDGE, FINE, GREY, INK, WHITE};
use crate::symbols::Symbol;
use mamori_tree::{Anchor, Colour, Extent, Point, Shape, Stroke};

fn solid(colour: Colour, width: i32) -> Option<Stroke> {
    Some(Stroke {
        colour,
        width,
        dashes: Vec::new(),
    })
}

fn text(x: i32, y: i32, anchor: Anchor, words: &str, size: i32, bold: bool, colour: Colour) -> Shape {
    Shape::Label {
        at: Point { x, y },
        anchor,
        text: words.to_owned(),
        size,
        bold,
        colour,
    }
}

/// Lines of text below one another, of a size and a pitch, and the height after the last.
fn column(
    x: i32,
    y: i32,
    lines: &[String],
    (size, pitch): (i32, i32),
    bold: bool,
    colour: Colour,
    shapes: &mut Vec<Shape>,
) -> i32 {
    let mut y = y;
    for line in lines {
        shapes.push(text(x, y, Anchor::Start, line, size, bold, colour));
        y += pitch;
    }
    y
}

/// The shapes of a sheet, without its legend.
pub(crate) fn paint(scene: &Scene, view: &View, sizes: &Sizes, places: &Places) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut sites: Vec<&PlacedSite> = places.sites.iter().collect();
    sites.sort_by_key(|placed| (scene.chain(placed.site).len(), placed.site));
    for placed in sites {
        site(scene, sizes, placed, &mut shapes);
    }
    for placed in &places.links {
        link(scene, placed, &mut shapes);
    }
    for placed in &places.nodes {
        let pale = !view.stressed.is_empty() && !view.stressed.contains(&placed.node);
        node(
            scene,
            (&sizes.lines[placed.node], sizes.scale),
            placed,
            pale,
            &mut shapes,
        );
    }
    for placed in &places.captions {
        caption(scene, placed, &mut shapes);
    }
    shapes
}

fn site(scene: &Scene, sizes: &Sizes, placed: &PlacedSite, shapes: &mut Vec<Shape>) {
    let tint = company(scene, scene.sites[placed.site].company);
    let outer = placed.within.is_none();
    shapes.push(Shape::Area {
        at: placed.field.at(),
        extent: placed.field.extent(),
        radius: if outer { 160 } else { 100 },
        fill: Some(if outer || differs(scene, placed) {
            tint.site
        } else {
            WHITE
        }),
        stroke: Some(Stroke {
            colour: if outer { tint.edge } else { EDGE },
            width: if outer { 40 } else { 22 },
            dashes: Vec::new(),
        }),
    });
    let (lines, scale) = (&sizes.sites[placed.site].lines, sizes.scale);
    column(
        placed.title.x,
        placed.title.y,
        lines,
        (scale.title, scale.title_pitch),
        true,
        tint.edge,
        shapes,
    );
}

/// Whether a site is another's than the one around it.
fn differs(scene: &Scene, placed: &PlacedSite) -> bool {
    placed
        .within
        .is_some_and(|around| scene.sites[around].company != scene.sites[placed.site].company)
}

fn link(scene: &Scene, placed: &PlacedLink, shapes: &mut Vec<Shape>) {
    let link = &scene.links[placed.link];
    let stroke = link.line.stroke();
    for (nth, way) in placed.ways.iter().enumerate() {
        let mut points = way.clone();
        let (tail, head) = (link.arrows.0 && nth == 0, link.arrows.1);
        let last = points.len() - 1;
        let tips = [(tail, 0, 1), (head, last, last.saturating_sub(1))];
        let mut heads = Vec::new();
        for (wanted, tip, before) in tips {
            if wanted {
                heads.push(arrow(points[tip], way[before], stroke.colour));
                points[tip] = towards(points[tip], way[before], 120);
            }
        }
        shapes.push(Shape::Path {
            points,
            radius: 90,
            closed: false,
            fill: None,
            stroke: Some(stroke.clone()),
        });
        shapes.extend(heads);
        // A dot tells a branch from a crossing.
        let start = way[0];
        let on = |other: &Vec<Point>| {
            other.windows(2).any(|pair| {
                let field = Field::of(pair[0], pair[1]);
                field.contains(Field {
                    x: start.x,
                    y: start.y,
                    w: 0,
                    h: 0,
                })
            })
        };
        if placed.ways[..nth].iter().any(on) {
            shapes.push(Shape::Ellipse {
                centre: start,
                radii: Extent {
                    width: 52,
                    height: 52,
                },
                fill: Some(stroke.colour),
                stroke: None,
            });
        }
    }
}

/// A point moved towards another.
fn towards(from: Point, to: Point, by: i32) -> Point {
    Point {
        x: from.x + (to.x - from.x).signum() * by,
        y: from.y + (to.y - from.y).signum() * by,
    }
}

fn arrow(tip: Point, before: Point, colour: Colour) -> Shape {
    let base = towards(tip, before, 200);
    let (dx, dy) = ((tip.y - base.y).signum() * 85, (tip.x - base.x).signum() * 85);
    Shape::Path {
        points: vec![
            tip,
            Point {
                x: base.x + dx,
                y: base.y + dy,
            },
            Point {
                x: base.x - dx,
                y: base.y - dy,
            },
        ],
        radius: 0,
        closed: true,
        fill: Some(colour),
        stroke: None,
    }
}

fn node(
    scene: &Scene,
    (lines, scale): (&Lines, Scale),
    placed: &PlacedNode,
    pale: bool,
    shapes: &mut Vec<Shape>,
) {
    let node = &scene.nodes[placed.node];
    let tint = company(scene, node.company);
    let away = node.symbol == Symbol::Away;
    let field = placed.field;
    let ink = if pale { GREY } else { INK };
    shapes.push(Shape::Area {
        at: field.at(),
        extent: field.extent(),
        radius: if away { 280 } else { 90 },
        fill: Some(tint.node),
        stroke: Some(Stroke {
            colour: if pale { EDGE } else { tint.edge },
            width: if pale { 18 } else { 32 },
            dashes: if away { vec![90, 60] } else { Vec::new() },
        }),
    });
    let upper = upper_height(lines, scale);
    let notes = !lines.notes.is_empty();
    let head = if notes { upper } else { field.h };
    let count = |lines: &[String]| i32::try_from(lines.len()).unwrap_or(0);
    let left = scale.symbol
        + if lines.badge.is_empty() {
            0
        } else {
            50 + count(&lines.badge) * SMALL_PITCH
        };
    let symbol_top = field.y + (head - left) / 2;
    let middle = field.x + scale.text_left / 2;
    let at = Point {
        x: middle - scale.symbol / 2,
        y: symbol_top,
    };
    shapes.extend(
        node.symbol
            .shapes(at, scale.symbol, if pale { EDGE } else { tint.edge }),
    );
    let mut y = symbol_top + scale.symbol + 50;
    for line in &lines.badge {
        shapes.push(text(middle, y, Anchor::Middle, line, SMALL, true, tint.edge));
        y += SMALL_PITCH;
    }
    let words = count(&lines.name) * scale.name_pitch + count(&lines.small) * SMALL_PITCH;
    let top = field.y + (head - words) / 2 + 30;
    let x = field.x + scale.text_left;
    let y = column(
        x,
        top,
        &lines.name,
        (scale.name, scale.name_pitch),
        true,
        ink,
        shapes,
    );
    column(x, y, &lines.small, (SMALL, SMALL_PITCH), false, GREY, shapes);
    if notes {
        below(lines, field, upper, shapes);
    }
}

fn below(lines: &Lines, field: Field, upper: i32, shapes: &mut Vec<Shape>) {
    let mut y = field.y + upper;
    shapes.push(Shape::Path {
        points: vec![
            Point {
                x: field.x + INSET,
                y,
            },
            Point {
                x: field.x + field.w - INSET,
                y,
            },
        ],
        radius: 0,
        closed: false,
        fill: None,
        stroke: solid(FINE, 14),
    });
    y += 60;
    for (symbol, words) in &lines.notes {
        if let Some(symbol) = symbol {
            let at = Point {
                x: field.x + INSET,
                y,
            };
            shapes.extend(symbol.shapes(at, SMALL, INK));
        }
        let x = field.x + INSET + SMALL + 60;
        y = column(x, y, words, (SMALL, SMALL_PITCH), false, INK, shapes);
    }
}

fn caption(scene: &Scene, placed: &PlacedCaption, shapes: &mut Vec<Shape>) {
    let stroke = scene.links[placed.link].line.stroke();
    shapes.push(Shape::Area {
        at: placed.field.at(),
        extent: placed.field.extent(),
        radius: 40,
        fill: Some(WHITE),
        stroke: placed.number.map(|_| Stroke {
            colour: stroke.colour,
            width: 18,
            dashes: Vec::new(),
        }),
    });
    let x = placed.field.x + placed.field.w / 2;
    for (nth, line) in placed.lines.iter().enumerate() {
        let y = text_top(placed.field, nth);
        shapes.push(text(
            x,
            y,
            Anchor::Middle,
            line,
            SMALL,
            placed.number.is_some(),
            stroke.colour,
        ));
    }
}
