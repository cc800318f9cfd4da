//! Captions on lines: each sits on a straight piece of its own line, clear of everything else. Where
//! no piece has room for the words, a number does, and the words stand in the legend.

use crate::places::{Field, PlacedCaption, Places};
use crate::sizes::{SMALL, SMALL_PITCH};
use crate::text::{MAY_CUT, measure, worst, wrap};
use mamori_tree::Point;
use std::collections::BTreeMap;

/// Room around the words of a caption.
const AIR: i32 = 50;
/// Clear distance from anything foreign.
const CLEAR: i32 = 45;
/// Widths at which words are tried, widest first.
const WIDTHS: [i32; 4] = [3_600, 2_600, 1_900, 1_400];

/// Places the captions; what finds no place at all is added to the unlabelled.
pub(crate) fn captions(places: &mut Places, texts: &BTreeMap<usize, String>) {
    let mut open: Vec<(usize, usize)> = places
        .links
        .iter()
        .enumerate()
        .filter(|(_, link)| texts.contains_key(&link.link))
        .map(|(position, link)| (link.ways.iter().map(|way| way.len() - 1).sum(), position))
        .collect();
    // Lines with few pieces have the least choice.
    open.sort_unstable();
    let mut homeless = Vec::new();
    for (_, position) in open {
        let link = places.links[position].link;
        let text = &texts[&link];
        let whole = |width: &&i32| worst(text, SMALL, **width) < MAY_CUT;
        let placed = WIDTHS.iter().filter(whole).find_map(|width| {
            let lines = wrap(text, SMALL, *width);
            let extent = extent(&lines);
            best(places, position, extent).map(|field| (field, lines))
        });
        match placed {
            Some((field, lines)) => places.captions.push(PlacedCaption {
                link,
                field,
                lines,
                number: None,
            }),
            None => homeless.push(position),
        }
    }
    homeless.sort_unstable();
    let mut number = 0;
    for position in homeless {
        let link = places.links[position].link;
        let lines = vec![(number + 1).to_string()];
        let (w, h) = extent(&lines);
        match best(places, position, (w.max(300), h)) {
            Some(field) => {
                number += 1;
                places.captions.push(PlacedCaption {
                    link,
                    field,
                    lines,
                    number: Some(number),
                });
            }
            None => places.unlabelled.push(link),
        }
    }
}

fn extent(lines: &[String]) -> (i32, i32) {
    let wide = lines.iter().map(|line| measure(line, SMALL)).max().unwrap_or(0);
    let high = SMALL + SMALL_PITCH * (i32::try_from(lines.len()).unwrap_or(1) - 1);
    (wide + 2 * AIR, high + 2 * AIR)
}

/// Where the words of a caption begin inside its field.
pub(crate) fn text_top(field: Field, nth: usize) -> i32 {
    field.y + AIR + SMALL_PITCH * i32::try_from(nth).unwrap_or(0)
}

/// The best place on a line for a caption of this size.
fn best(places: &Places, position: usize, (w, h): (i32, i32)) -> Option<Field> {
    let mut best: Option<(i32, Field)> = None;
    let link = &places.links[position];
    for way in &link.ways {
        for (nth, pair) in way.windows(2).enumerate() {
            let [a, b] = [pair[0], pair[1]];
            let across = a.y == b.y;
            let length = (a.x - b.x).abs() + (a.y - b.y).abs();
            // Some of the line must be seen on both sides, and all of a head of an arrow.
            let lead = if nth == 0 { 320 } else { 100 };
            let tail = if nth + 2 == way.len() { 320 } else { 100 };
            let (before, after) = if a.x + a.y < b.x + b.y {
                (lead, tail)
            } else {
                (tail, lead)
            };
            if length < lead + tail + if across { w } else { h } {
                continue;
            }
            let mut at = 100;
            while at < length {
                let along = |from: i32, to: i32| from + (to - from).signum() * at;
                let middle = Point {
                    x: along(a.x, b.x),
                    y: along(a.y, b.y),
                };
                at += 100;
                let field = Field {
                    x: middle.x - w / 2,
                    y: middle.y - h / 2,
                    w,
                    h,
                };
                let inside = match across {
                    true => field.x >= a.x.min(b.x) + before && field.x + w <= a.x.max(b.x) - after,
                    false => field.y >= a.y.min(b.y) + before && field.y + h <= a.y.max(b.y) - after,
                };
                if !inside || !clear(places, position, field) {
                    continue;
                }
                let off = (2 * at - length).abs() / 4;
                // The trunk of a line says more than one of its branches; words read best across.
                let cost =
                    off - length / 3 + if across { 0 } else { 500 } + i32::try_from(nth).unwrap_or(0) * 20;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, field));
                }
            }
        }
    }
    best.map(|(_, field)| field)
}

fn clear(places: &Places, position: usize, field: Field) -> bool {
    let wide = field.grown(CLEAR);
    if !places.room.contains(field) || wide.overlaps(places.legend) {
        return false;
    }
    let boxes = places.nodes.iter().map(|node| node.field);
    let titles = places.sites.iter().map(|site| site.title);
    let others = places.captions.iter().map(|caption| caption.field);
    if boxes
        .chain(titles)
        .chain(others)
        .any(|other| wide.overlaps(other))
    {
        return false;
    }
    for site in &places.sites {
        if wide.overlaps(site.field) && !site.field.contains(wide) {
            return false;
        }
    }
    for (other, link) in places.links.iter().enumerate() {
        for way in &link.ways {
            for pair in way.windows(2) {
                let segment = Field::of(pair[0], pair[1]);
                if !touches(wide, segment) {
                    continue;
                }
                // The piece it sits on passes through its middle; another piece of its own line may not.
                let on = match segment.h == 0 {
                    true => segment.y == field.y + field.h / 2,
                    false => segment.x == field.x + field.w / 2,
                };
                let through = match segment.h == 0 {
                    true => segment.x <= field.x && segment.x + segment.w >= field.x + field.w,
                    false => segment.y <= field.y && segment.y + segment.h >= field.y + field.h,
                };
                if other != position || !on || !through {
                    return false;
                }
            }
        }
    }
    true
}

/// Whether a segment without thickness touches the inside of a rectangle.
pub(crate) fn touches(field: Field, segment: Field) -> bool {
    segment.x < field.x + field.w
        && segment.x + segment.w > field.x
        && segment.y < field.y + field.h
        && segment.y + segment.h > field.y
}
