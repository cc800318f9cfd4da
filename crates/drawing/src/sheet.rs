//! One sheet: the paper is chosen, things are arranged, lines routed, captions placed — and all of
//! it again on a larger sheet when something found no place.

use crate::arrangement::{Arrangement, Search};
use crate::captions::captions;
use crate::frame::{Frame, Gaps, STEP, place};
use crate::ground::title_room;
use crate::legend::legend;
use crate::measure::crossings;
use crate::paint::paint;
use crate::places::{Field, Laid, PlacedLink, PlacedNode, PlacedSite, Places};
use crate::routes::{Route, routes};
use crate::scene::{End, Scene, View};
use crate::sizes::{DENSE, Scale, Sizes, TIGHT, WIDE, sizes};
use mamori_tree::{Drawing, Language, Orientation, Point, Shape, Sheet, SheetSize, Stroke};
use mamori_words::Words;

const MORE: Words = Words::new("ほか{0}件", "and {0} more");

/// The sheets in the order of liking; of one size, the one whose lines cross less. The last is for
/// a scene that must not be divided.
const SHEETS: [(SheetSize, Scale); 5] = [
    (SheetSize::A4, WIDE),
    (SheetSize::A4, DENSE),
    (SheetSize::A3, WIDE),
    (SheetSize::A3, DENSE),
    (SheetSize::A3, TIGHT),
];
/// Of the notes of a node, at most this many lines are printed; fewer when that lets them fit.
const NOTE_LINES: [usize; 3] = [9, 6, 4];
/// The same on the last sheet of all, after which the scene would be divided.
const LAST_NOTE_LINES: [usize; 3] = [4, 2, 1];
const LEAST: Gaps = Gaps {
    across: 3,
    down: 3,
    pad: 2,
};
const MOST: Gaps = Gaps {
    across: 9,
    down: 8,
    pad: 4,
};
/// Distance of the legend from the picture.
const LEGEND_AIR: i32 = 250;

/// Draws a scene on one sheet, if it fits on one. `like` is the arrangement of an earlier view of
/// the same scene, so that views look alike. A part of a divided scene is never drawn tight: it can
/// be divided again.
pub(crate) fn sheet(
    scene: &Scene,
    view: &View,
    language: Language,
    like: Option<&Arrangement>,
    whole: bool,
) -> Option<(Laid, Arrangement)> {
    for (size, scale) in SHEETS.into_iter().filter(|(_, scale)| whole || *scale != TIGHT) {
        let lines = if scale == TIGHT {
            LAST_NOTE_LINES
        } else {
            NOTE_LINES
        };
        for most in lines {
            let sizes = sizes(scene, view, scale, most, MORE.say(language));
            let mut best: Option<(i64, Laid, Arrangement)> = None;
            for orientation in [Orientation::Landscape, Orientation::Portrait] {
                let sheet = Sheet { size, orientation };
                if too_small(sheet, &sizes) {
                    continue;
                }
                let task = Task {
                    scene,
                    view,
                    language,
                    sizes: &sizes,
                    sheet,
                };
                for (price, laid, arrangement) in task.tries(like) {
                    if best.as_ref().is_none_or(|(least, _, _)| price < *least) {
                        best = Some((price, laid, arrangement));
                    }
                }
            }
            if let Some((_, laid, arrangement)) = best {
                return Some((laid, arrangement));
            }
            if view.notes.is_empty() {
                break;
            }
        }
    }
    None
}

/// Whether nodes with the least room around them would fill a sheet, so that nothing need be tried.
fn too_small(sheet: Sheet, sizes: &Sizes) -> bool {
    let room = sheet.room();
    let taken: i32 = sizes
        .nodes
        .iter()
        .map(|(w, h)| (w + LEAST.across) * (h + LEAST.down))
        .sum();
    taken > room.width / STEP * (room.height / STEP) * 4 / 5
}

struct Task<'a> {
    scene: &'a Scene,
    view: &'a View,
    language: Language,
    sizes: &'a Sizes,
    sheet: Sheet,
}

impl Task<'_> {
    fn tries(&self, like: Option<&Arrangement>) -> Vec<(i64, Laid, Arrangement)> {
        let mut found = Vec::new();
        if let Some(like) = like {
            found.extend(self.lay(like).map(|(price, laid)| (price, laid, like.clone())));
            if !found.is_empty() {
                return found;
            }
        }
        let room = self.sheet.room();
        let reserved = legend(self.scene, self.view, &[], room.width, self.language).height + LEGEND_AIR;
        let search = Search {
            scene: self.scene,
            sizes: self.sizes,
            gaps: LEAST,
            room: (room.width / STEP, (room.height - reserved) / STEP),
            links: !self.scene.links.is_empty(),
        };
        let things = self.scene.nodes.len() + self.scene.sites.len();
        // Nothing larger comes after a full sheet of the largest size: there it pays to seek longer.
        let last = self.sheet.size == SheetSize::A3 && self.sizes.scale != WIDE;
        let (rounds, seeds) = match last {
            true if self.sizes.scale == TIGHT => ((600 * things).min(36_000), 40),
            true => ((400 * things).min(20_000), 4),
            false => ((80 * things).clamp(400, 3_000), 3),
        };
        for seed in 1..=seeds {
            if last && !found.is_empty() {
                break;
            }
            let arrangement = search.run(seed, rounds);
            let least = place(self.sizes, &arrangement, LEAST, 0);
            if least.width * least.height > search.room.0 * search.room.1 * 9 / 8 {
                // So far from fitting that no other fall of the dice will.
                break;
            }
            found.extend(
                self.lay(&arrangement)
                    .map(|(price, laid)| (price, laid, arrangement)),
            );
        }
        found
    }

    /// Lays one arrangement out; none when it does not fit or something found no place.
    fn lay(&self, arrangement: &Arrangement) -> Option<(i64, Laid)> {
        let room = self.sheet.room();
        let mut numbered: Vec<(usize, String)> = Vec::new();
        let mut reserved = 0;
        for _ in 0..4 {
            let legend = legend(self.scene, self.view, &numbered, room.width, self.language);
            reserved = reserved.max(legend.height);
            let free = (room.width / STEP, (room.height - reserved - LEGEND_AIR) / STEP);
            let frame = self.frame(arrangement, free)?;
            let places = self.places(&frame, legend.height);
            if !places.unrouted.is_empty() || !places.unlabelled.is_empty() {
                return None;
            }
            let now: Vec<(usize, String)> = places
                .captions
                .iter()
                .filter_map(|caption| Some((caption.number?, self.view.captions[&caption.link].clone())))
                .collect();
            let height = |numbered: &[(usize, String)]| {
                crate::legend::legend(self.scene, self.view, numbered, room.width, self.language).height
            };
            if now == numbered || height(&now) <= legend.height {
                return Some(self.finish(places, &now));
            }
            numbered = now;
        }
        None
    }

    /// The widest gaps that fit.
    fn frame(&self, arrangement: &Arrangement, free: (i32, i32)) -> Option<Frame> {
        let fits = |gaps: Gaps| {
            let frame = place(self.sizes, arrangement, gaps, 0);
            frame.width <= free.0 && frame.height <= free.1
        };
        let mut gaps = LEAST;
        if !fits(gaps) {
            return None;
        }
        loop {
            let before = gaps;
            for grow in 0..3 {
                let mut wider = gaps;
                match grow {
                    0 if gaps.down < MOST.down => wider.down += 1,
                    1 if gaps.across < MOST.across => wider.across += 1,
                    2 if gaps.pad < MOST.pad && gaps.down > 4 => wider.pad += 1,
                    _ => continue,
                }
                if fits(wider) {
                    gaps = wider;
                }
            }
            if gaps == before {
                break;
            }
        }
        Some(place(self.sizes, arrangement, gaps, free.0))
    }

    fn places(&self, frame: &Frame, legend: i32) -> Places {
        let room = self.sheet.room();
        let field = |rect: crate::frame::Rect| Field {
            x: rect.x * STEP,
            y: rect.y * STEP,
            w: rect.w * STEP,
            h: rect.h * STEP,
        };
        let mut places = Places {
            room: Field {
                x: 0,
                y: 0,
                w: room.width,
                h: room.height,
            },
            ..Places::default()
        };
        places.legend = Field {
            x: 0,
            y: frame.height * STEP + LEGEND_AIR,
            w: room.width,
            h: legend,
        };
        for (site, rect) in frame.sites.iter().enumerate() {
            let (x, y, w, h) = title_room(self.sizes, site, *rect);
            places.sites.push(PlacedSite {
                site,
                field: field(*rect).grown(-STEP / 2),
                within: self.scene.around(site),
                title: Field { x, y, w, h },
            });
        }
        for (node, rect) in frame.nodes.iter().enumerate() {
            places.nodes.push(PlacedNode {
                node,
                field: field(*rect),
                site: self.scene.nodes[node].site,
            });
        }
        if self.view.links {
            for (link, route) in routes(self.scene, self.sizes, frame).into_iter().enumerate() {
                match route {
                    Some(route) => places.links.push(self.link(frame, link, &route)),
                    None => places.unrouted.push(link),
                }
            }
            captions(&mut places, &self.view.captions);
        }
        places
    }

    fn link(&self, frame: &Frame, link: usize, route: &Route) -> PlacedLink {
        let ends = &self.scene.links[link].ends;
        let mut ways = Vec::new();
        for (nth, way) in route.ways.iter().enumerate() {
            let mut points: Vec<Point> = way
                .iter()
                .map(|(x, y)| Point {
                    x: x * STEP,
                    y: y * STEP,
                })
                .collect();
            // The edge of a site lies half a step from the last point before it.
            if nth == 0 {
                reach(frame, ends[0], &mut points, 0);
            }
            let last = points.len() - 1;
            reach(frame, ends[route.ends[nth]], &mut points, last);
            ways.push(points);
        }
        let nodes = ends.iter().filter_map(|end| match end {
            End::Node(node) => Some(*node),
            End::Site(_) => None,
        });
        PlacedLink {
            link,
            ways,
            nodes: nodes.collect(),
        }
    }

    fn finish(&self, places: Places, numbered: &[(usize, String)]) -> (i64, Laid) {
        let room = self.sheet.room();
        let mut shapes = paint(self.scene, self.view, self.sizes, &places);
        let legend = legend(self.scene, self.view, numbered, room.width, self.language);
        let mut places = places;
        places.legend.h = legend.height;
        let down = places.legend.y;
        shapes.extend(legend.shapes.into_iter().map(|shape| moved(shape, down)));
        let length: i64 = places
            .links
            .iter()
            .flat_map(|link| link.ways.iter())
            .flat_map(|way| way.windows(2))
            .map(|pair| i64::from((pair[0].x - pair[1].x).abs() + (pair[0].y - pair[1].y).abs()) / 8 + 600)
            .sum();
        // Half a sheet left blank is a sheet badly chosen.
        let blank = i64::from(room.height - places.legend.y - legend.height);
        let crossed = i64::try_from(crossings(&places)).unwrap_or(0);
        let price = length + 2 * blank + 6_000 * crossed + 9_000 * i64::try_from(numbered.len()).unwrap_or(0);
        let drawing = Drawing {
            name: self.view.name.clone(),
            summary: self.view.summary.clone(),
            sheet: self.sheet,
            shapes,
        };
        (price, Laid { drawing, places })
    }
}

fn reach(frame: &Frame, end: End, points: &mut [Point], at: usize) {
    let End::Site(site) = end else { return };
    let rect = frame.sites[site];
    let edge = Field {
        x: rect.x * STEP,
        y: rect.y * STEP,
        w: rect.w * STEP,
        h: rect.h * STEP,
    }
    .grown(-STEP / 2);
    let next = if at == 0 { points[1] } else { points[at - 1] };
    let point = &mut points[at];
    if next.y == point.y {
        point.x = if (point.x - edge.x).abs() <= STEP {
            edge.x
        } else {
            edge.x + edge.w
        };
    } else {
        point.y = if (point.y - edge.y).abs() <= STEP {
            edge.y
        } else {
            edge.y + edge.h
        };
    }
}

fn moved(shape: Shape, down: i32) -> Shape {
    let lower = |point: Point| Point {
        x: point.x,
        y: point.y + down,
    };
    match shape {
        Shape::Area {
            at,
            extent,
            radius,
            fill,
            stroke,
        } => Shape::Area {
            at: lower(at),
            extent,
            radius,
            fill,
            stroke,
        },
        Shape::Path {
            points,
            radius,
            closed,
            fill,
            stroke,
        } => Shape::Path {
            points: points.into_iter().map(lower).collect(),
            radius,
            closed,
            fill,
            stroke: stroke.map(|stroke: Stroke| stroke),
        },
        Shape::Ellipse {
            centre,
            radii,
            fill,
            stroke,
        } => Shape::Ellipse {
            centre: lower(centre),
            radii,
            fill,
            stroke,
        },
        Shape::Label {
            at,
            anchor,
            text,
            size,
            bold,
            colour,
        } => Shape::Label {
            at: lower(at),
            anchor,
            text,
            size,
            bold,
            colour,
        },
    }
}
