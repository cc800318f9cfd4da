//! Measuring a finished sheet: what a reader would stumble over, found from where things stand and
//! from the shapes, without asking how they came there.

use crate::places::{Field, Laid, Places};
use mamori_tree::{Anchor, Point, Shape, width};

/// Something that must not be on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// A shape reaches over the edge of the sheet.
    Outside(String),
    /// Two boxes overlap, or one sticks out of the site it belongs to.
    Boxes(String),
    /// A line runs through a box or a title.
    Through(String),
    /// Two lines share a piece of their way or touch without crossing.
    Shared(usize, usize),
    /// A label touches something it does not belong to, or is cut by the edge of a box.
    Label(String),
    /// A link or its caption is missing.
    Missing(usize),
}

/// Everything wrong with a sheet; nothing on a sheet that is given out.
pub fn faults(laid: &Laid) -> Vec<Fault> {
    let mut faults = Vec::new();
    outside(laid, &mut faults);
    boxes(&laid.places, &mut faults);
    lines(&laid.places, &mut faults);
    labels(laid, &mut faults);
    captions(&laid.places, &mut faults);
    let missing = laid.places.unrouted.iter().chain(&laid.places.unlabelled);
    faults.extend(missing.map(|link| Fault::Missing(*link)));
    faults
}

fn points(points: &[Point]) -> Field {
    let of = |pick: fn(&Point) -> i32| points.iter().map(pick);
    let (left, top) = (
        of(|point| point.x).min().unwrap_or(0),
        of(|point| point.y).min().unwrap_or(0),
    );
    Field {
        x: left,
        y: top,
        w: of(|point| point.x).max().unwrap_or(0) - left,
        h: of(|point| point.y).max().unwrap_or(0) - top,
    }
}

/// The rectangle a shape takes.
fn bounds(shape: &Shape) -> Field {
    match shape {
        Shape::Area { at, extent, .. } => Field {
            x: at.x,
            y: at.y,
            w: extent.width,
            h: extent.height,
        },
        Shape::Path { points: all, .. } => points(all),
        Shape::Ellipse { centre, radii, .. } => Field {
            x: centre.x - radii.width,
            y: centre.y - radii.height,
            w: 2 * radii.width,
            h: 2 * radii.height,
        },
        Shape::Label {
            at,
            anchor,
            text,
            size,
            ..
        } => {
            let halves: usize = text.chars().map(width).sum();
            let w = (i32::try_from(halves).unwrap_or(i32::MAX / 1_000) * size + 1) / 2;
            let x = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - w / 2,
                Anchor::End => at.x - w,
            };
            Field {
                x,
                y: at.y,
                w,
                h: *size,
            }
        }
    }
}

fn outside(laid: &Laid, faults: &mut Vec<Fault>) {
    let room = laid.drawing.sheet.room();
    let room = Field {
        x: 0,
        y: 0,
        w: room.width,
        h: room.height,
    };
    for shape in &laid.drawing.shapes {
        if !room.contains(bounds(shape)) {
            faults.push(Fault::Outside(format!("{shape:?}")));
        }
    }
}

fn boxes(places: &Places, faults: &mut Vec<Fault>) {
    let mut wrong = |what: String| faults.push(Fault::Boxes(what));
    let around = |site: usize| {
        let found = places.sites.iter().find(|placed| placed.site == site);
        found.and_then(|placed| placed.within)
    };
    let inside = |inner: Option<usize>, outer: usize| {
        let (mut at, mut left) = (inner, places.sites.len() + 1);
        while let Some(site) = at.filter(|_| left > 0) {
            if site == outer {
                return true;
            }
            (at, left) = (around(site), left - 1);
        }
        false
    };
    for (nth, node) in places.nodes.iter().enumerate() {
        for other in &places.nodes[nth + 1..] {
            if node.field.overlaps(other.field) {
                wrong(format!("nodes {} and {}", node.node, other.node));
            }
        }
        for site in &places.sites {
            let belongs = inside(node.site, site.site);
            if belongs && !site.field.contains(node.field) || !belongs && site.field.overlaps(node.field) {
                wrong(format!("node {} and site {}", node.node, site.site));
            }
            if site.title.overlaps(node.field) {
                wrong(format!("node {} and title {}", node.node, site.site));
            }
        }
        if node.field.overlaps(places.legend) {
            wrong(format!("node {} and the legend", node.node));
        }
    }
    for site in &places.sites {
        if !site.field.contains(site.title) {
            wrong(format!("title {} is larger than its site", site.site));
        }
        if site.field.overlaps(places.legend) {
            wrong(format!("site {} and the legend", site.site));
        }
        for other in places.sites.iter().filter(|other| other.site != site.site) {
            let belongs = inside(site.within, other.site);
            let contains = inside(other.within, site.site);
            if belongs && (!other.field.contains(site.field) || other.title.overlaps(site.field))
                || !belongs && !contains && site.field.overlaps(other.field)
            {
                wrong(format!("sites {} and {}", site.site, other.site));
            }
        }
    }
}

/// Every straight piece: its link and the rectangle it covers.
fn pieces(places: &Places) -> Vec<(usize, Field)> {
    places
        .links
        .iter()
        .flat_map(|link| link.ways.iter().map(move |way| (link.link, way)))
        .flat_map(|(link, way)| {
            way.windows(2)
                .map(move |pair| (link, Field::of(pair[0], pair[1])))
        })
        .collect()
}

/// Whether two rectangles, which may be without thickness, share a point.
fn meet(a: Field, b: Field) -> bool {
    a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}

/// Whether a piece passes through the inside of a rectangle.
fn through(piece: Field, field: Field) -> bool {
    piece.x < field.x + field.w
        && piece.x + piece.w > field.x
        && piece.y < field.y + field.h
        && piece.y + piece.h > field.y
}

fn lines(places: &Places, faults: &mut Vec<Fault>) {
    for link in &places.links {
        for (_, piece) in pieces(&Places {
            links: vec![link.clone()],
            ..Places::default()
        }) {
            if piece.w > 0 && piece.h > 0 {
                faults.push(Fault::Through(format!(
                    "link {} is not at right angles",
                    link.link
                )));
            }
            for node in &places.nodes {
                let own = link.nodes.contains(&node.node);
                if through(piece, node.field) || !own && meet(piece, node.field) {
                    faults.push(Fault::Through(format!(
                        "link {} and node {}",
                        link.link, node.node
                    )));
                }
            }
            for site in &places.sites {
                if through(piece, site.title) {
                    faults.push(Fault::Through(format!(
                        "link {} and title {}",
                        link.link, site.site
                    )));
                }
            }
        }
    }
    let pieces = pieces(places);
    for (nth, (link, a)) in pieces.iter().enumerate() {
        for (other, b) in &pieces[nth + 1..] {
            if link != other && meet(*a, *b) && !crosses(*a, *b) {
                faults.push(Fault::Shared(*link, *other));
            }
        }
    }
}

/// Whether two pieces cross, each in its inside.
fn crosses(a: Field, b: Field) -> bool {
    let (flat, steep) = if a.h == 0 { (a, b) } else { (b, a) };
    flat.h == 0
        && steep.w == 0
        && flat.x < steep.x
        && steep.x < flat.x + flat.w
        && steep.y < flat.y
        && flat.y < steep.y + steep.h
}

/// How often lines of different links cross.
pub fn crossings(places: &Places) -> usize {
    let pieces = pieces(places);
    let mut count = 0;
    for (nth, (link, a)) in pieces.iter().enumerate() {
        count += pieces[nth + 1..]
            .iter()
            .filter(|(other, b)| link != other && crosses(*a, *b))
            .count();
    }
    count
}

fn labels(laid: &Laid, faults: &mut Vec<Fault>) {
    let labels: Vec<(Field, &str)> = laid
        .drawing
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Label { text, .. } => Some((bounds(shape), text.as_str())),
            _ => None,
        })
        .collect();
    let pieces = pieces(&laid.places);
    for (nth, (field, text)) in labels.iter().enumerate() {
        for (other, words) in &labels[nth + 1..] {
            if field.overlaps(*other) {
                faults.push(Fault::Label(format!("{text} and {words}")));
            }
        }
        for node in &laid.places.nodes {
            if node.field.overlaps(*field) && !node.field.contains(*field) {
                faults.push(Fault::Label(format!("{text} is cut by node {}", node.node)));
            }
        }
        for (link, piece) in &pieces {
            let captioned =
                |caption: &&crate::PlacedCaption| caption.link == *link && caption.field.contains(*field);
            if through(*piece, *field) && !laid.places.captions.iter().any(|caption| captioned(&caption)) {
                faults.push(Fault::Label(format!("{text} and link {link}")));
            }
        }
    }
}

fn captions(places: &Places, faults: &mut Vec<Fault>) {
    let mut wrong = |what: String| faults.push(Fault::Label(what));
    let pieces = pieces(places);
    for (nth, caption) in places.captions.iter().enumerate() {
        let (link, field) = (caption.link, caption.field);
        if places.nodes.iter().any(|node| node.field.overlaps(field)) {
            wrong(format!("caption {link} and a node"));
        }
        if places.sites.iter().any(|site| site.title.overlaps(field)) {
            wrong(format!("caption {link} and a title"));
        }
        if places
            .sites
            .iter()
            .any(|site| site.field.overlaps(field) && !site.field.contains(field))
        {
            wrong(format!("caption {link} and the edge of a site"));
        }
        if places.captions[nth + 1..]
            .iter()
            .any(|other| other.field.overlaps(field))
        {
            wrong(format!("caption {link} and another"));
        }
        if field.overlaps(places.legend) {
            wrong(format!("caption {link} and the legend"));
        }
        if pieces
            .iter()
            .any(|(other, piece)| *other != link && through(*piece, field))
        {
            wrong(format!("caption {link} and a line"));
        }
        if !pieces
            .iter()
            .any(|(other, piece)| *other == link && through(*piece, field))
        {
            wrong(format!("caption {link} is not on its line"));
        }
    }
}
