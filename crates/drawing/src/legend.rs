//! The legend of a sheet: lines, owners, signs and marks that are used on it, and the words of
//! numbered captions.

use crate::scene::{Scene, Standing, View};
use crate::sizes::SMALL;
use crate::strokes::{FINE, GREY, INK, Line, Tint, tint};
use crate::symbols::Symbol;
use crate::text::{measure, wrap};
use mamori_tree::{Anchor, Extent, Language, Point, Shape};
use std::collections::BTreeSet;

/// A legend, laid out for a width: its height and shapes with the origin at its top left corner.
pub(crate) struct Legend {
    pub(crate) height: i32,
    pub(crate) shapes: Vec<Shape>,
}

enum Sign {
    Line(Line),
    Owner(Tint),
    Symbol(Symbol),
    Text(String),
}

const ROW: i32 = 420;
const PAD: i32 = 150;
const BETWEEN: i32 = 420;

/// The tint of a company of a scene.
pub(crate) fn company(scene: &Scene, company: usize) -> Tint {
    let Some(found) = scene.companies.get(company) else {
        return tint(Standing::Provider, 0);
    };
    let nth = scene.companies[..company]
        .iter()
        .filter(|other| other.standing == found.standing)
        .count();
    tint(found.standing, nth)
}

/// Lays the legend out. `numbered` are the words of numbered captions.
pub(crate) fn legend(
    scene: &Scene,
    view: &View,
    numbered: &[(usize, String)],
    width: i32,
    language: Language,
) -> Legend {
    let mut groups: Vec<Vec<(Sign, String)>> = Vec::new();
    if view.links {
        let used: BTreeSet<Line> = scene.links.iter().map(|link| link.line).collect();
        groups.push(
            used.into_iter()
                .map(|line| (Sign::Line(line), line.words().say(language).to_owned()))
                .collect(),
        );
    }
    let owners: BTreeSet<usize> = scene
        .sites
        .iter()
        .map(|site| site.company)
        .chain(scene.nodes.iter().map(|node| node.company))
        .filter(|company| *company < scene.companies.len())
        .collect();
    groups.push(
        owners
            .into_iter()
            .map(|owner| {
                (
                    Sign::Owner(company(scene, owner)),
                    scene.companies[owner].name.clone(),
                )
            })
            .collect(),
    );
    let notes = view.notes.values().flatten().filter_map(|note| note.symbol);
    let symbols: BTreeSet<Symbol> = scene.nodes.iter().map(|node| node.symbol).chain(notes).collect();
    groups.push(
        symbols
            .into_iter()
            .map(|symbol| (Sign::Symbol(symbol), symbol.words().say(language).to_owned()))
            .collect(),
    );
    if scene.nodes.iter().any(|node| !node.badge.is_empty()) {
        let used: BTreeSet<&str> = scene
            .nodes
            .iter()
            .flat_map(|node| node.badge.split(' '))
            .collect();
        let badges = scene
            .badges
            .iter()
            .filter(|(badge, _)| used.contains(badge.as_str()));
        groups.push(
            badges
                .map(|(badge, text)| (Sign::Text(badge.clone()), text.clone()))
                .collect(),
        );
    }
    let numbers = numbered.iter();
    groups.push(
        numbers
            .map(|(number, text)| (Sign::Text(number.to_string()), text.clone()))
            .collect(),
    );
    groups.retain(|group| !group.is_empty());
    flow(&groups, width)
}

fn flow(groups: &[Vec<(Sign, String)>], width: i32) -> Legend {
    let mut shapes = Vec::new();
    let mut y = PAD;
    for (nth, group) in groups.iter().enumerate() {
        if nth > 0 {
            shapes.push(rule(y - 20, width));
            y += 60;
        }
        let mut x = PAD;
        // What entries of several lines add to the height of their row.
        let mut more = 0;
        for (sign, text) in group {
            let sign_width = match sign {
                Sign::Line(_) => 1_000,
                Sign::Owner(_) => 420,
                Sign::Symbol(_) => 320,
                Sign::Text(text) => measure(text, SMALL).max(300),
            };
            let room = width - 2 * PAD - sign_width - 120;
            let lines = wrap(text, SMALL, room);
            let wide = lines.iter().map(|line| measure(line, SMALL)).max().unwrap_or(0);
            if x > PAD && x + sign_width + 120 + wide > width - PAD {
                x = PAD;
                y += ROW + more;
                more = 0;
            }
            draw(sign, x, y, sign_width, &mut shapes);
            for (nth, line) in lines.iter().enumerate() {
                let down = i32::try_from(nth).unwrap_or(0) * 280;
                shapes.push(label(x + sign_width + 120, y + 80 + down, line, false));
            }
            more = more.max((i32::try_from(lines.len()).unwrap_or(1) - 1).max(0) * 280);
            x += sign_width + 120 + wide + BETWEEN;
        }
        y += ROW + more;
    }
    let height = y + PAD - 80;
    let frame = Shape::Area {
        at: Point { x: 0, y: 0 },
        extent: Extent { width, height },
        radius: 60,
        fill: None,
        stroke: Some(mamori_tree::Stroke {
            colour: FINE,
            width: 20,
            dashes: Vec::new(),
        }),
    };
    shapes.insert(0, frame);
    Legend { height, shapes }
}

fn rule(y: i32, width: i32) -> Shape {
    Shape::Path {
        points: vec![Point { x: PAD, y }, Point { x: width - PAD, y }],
        radius: 0,
        closed: false,
        fill: None,
        stroke: Some(mamori_tree::Stroke {
            colour: FINE,
            width: 12,
            dashes: Vec::new(),
        }),
    }
}

fn label(x: i32, y: i32, text: &str, bold: bool) -> Shape {
    Shape::Label {
        at: Point { x, y },
        anchor: Anchor::Start,
        text: text.to_owned(),
        size: SMALL,
        bold,
        colour: if bold { INK } else { GREY },
    }
}

fn draw(sign: &Sign, x: i32, y: i32, width: i32, shapes: &mut Vec<Shape>) {
    let middle = y + 185;
    match sign {
        Sign::Line(line) => shapes.push(Shape::Path {
            points: vec![
                Point { x, y: middle },
                Point {
                    x: x + width,
                    y: middle,
                },
            ],
            radius: 0,
            closed: false,
            fill: None,
            stroke: Some(line.stroke()),
        }),
        Sign::Owner(tint) => {
            for (shift, w, fill, edge) in [(0, 420, tint.site, tint.edge), (90, 240, tint.node, tint.edge)] {
                shapes.push(Shape::Area {
                    at: Point {
                        x: x + shift,
                        y: middle - 140 + shift * 2 / 3,
                    },
                    extent: Extent {
                        width: w,
                        height: 280 - shift * 4 / 3,
                    },
                    radius: 40,
                    fill: Some(fill),
                    stroke: Some(mamori_tree::Stroke {
                        colour: edge,
                        width: 20,
                        dashes: Vec::new(),
                    }),
                });
            }
        }
        Sign::Symbol(symbol) => {
            shapes.extend(symbol.shapes(Point { x, y: middle - 150 }, 300, INK));
        }
        Sign::Text(text) => shapes.push(label(x, y + 80, text, true)),
    }
}
