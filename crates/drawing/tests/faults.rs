//! What must not be on a sheet is found when it is planted there.

mod generated;

use mamori_drawing::{Fault, Field, Laid, Pin, crossings, draw, faults};
use mamori_tree::{Anchor, Colour, Language, Point, Shape};

/// A sheet without a fault, with lines and captions.
fn sheet() -> Laid {
    let (scene, views) = generated::scene(1, 14);
    let laid = draw(&scene, &views[..1], Language::Japanese).remove(0);
    assert_eq!(faults(&laid), []);
    assert!(laid.places.links.len() > 1 && !laid.places.captions.is_empty());
    laid
}

fn planted(fault: impl FnOnce(&mut Laid)) -> Vec<Fault> {
    let mut laid = sheet();
    fault(&mut laid);
    faults(&laid)
}

fn label(x: i32, y: i32, text: &str) -> Shape {
    Shape::Label {
        at: Point { x, y },
        anchor: Anchor::Start,
        text: text.to_owned(),
        size: 210,
        bold: false,
        colour: Colour(0, 0, 0),
    }
}

#[test]
fn overlapping_boxes_are_found() {
    let found = planted(|laid| laid.places.nodes[1].field = laid.places.nodes[0].field);
    assert!(
        found
            .iter()
            .any(|fault| matches!(fault, Fault::Boxes(what) if what == "nodes 0 and 1"))
    );
    let found = planted(|laid| laid.places.sites[0].field.w = 400);
    assert!(
        found.iter().any(|fault| matches!(fault, Fault::Boxes(_))),
        "{found:?}"
    );
}

#[test]
fn a_line_through_a_box_or_a_title_is_found() {
    let through = |laid: &mut Laid, field: Field| {
        let y = field.y + field.h / 2;
        let (from, to) = (
            Point { x: field.x - 50, y },
            Point {
                x: field.x + field.w + 50,
                y,
            },
        );
        laid.places.links[0].nodes.clear();
        laid.places.links[0].ways.push(vec![from, to]);
    };
    let found = planted(|laid| through(laid, laid.places.nodes[0].field));
    assert!(
        found
            .iter()
            .any(|fault| matches!(fault, Fault::Through(what) if what.ends_with("node 0")))
    );
    let found = planted(|laid| through(laid, laid.places.sites[0].title));
    assert!(
        found
            .iter()
            .any(|fault| matches!(fault, Fault::Through(what) if what.ends_with("title 0")))
    );
    let found = planted(|laid| {
        let point = &mut laid.places.links[0].ways[0][0];
        (point.x, point.y) = (point.x + 37, point.y + 53);
    });
    assert!(
        found
            .iter()
            .any(|fault| matches!(fault, Fault::Through(what) if what.ends_with("right angles")))
    );
}

#[test]
fn lines_that_share_their_way_are_found_and_crossings_are_counted() {
    let found = planted(|laid| laid.places.links[1].ways = laid.places.links[0].ways.clone());
    assert!(
        found.iter().any(|fault| matches!(fault, Fault::Shared(_, _))),
        "{found:?}"
    );
    let mut laid = sheet();
    let before = crossings(&laid.places);
    let way = laid.places.links[0].ways[0].clone();
    let middle = Point {
        x: (way[0].x + way[1].x) / 2,
        y: (way[0].y + way[1].y) / 2,
    };
    let across = i32::from(way[0].x == way[1].x) * 30;
    let down = 30 - across;
    let from = Point {
        x: middle.x - across,
        y: middle.y - down,
    };
    let to = Point {
        x: middle.x + across,
        y: middle.y + down,
    };
    laid.places.links[1].ways.push(vec![from, to]);
    assert_eq!(crossings(&laid.places), before + 1);
}

#[test]
fn labels_that_touch_something_are_found() {
    let node = sheet().places.nodes[0].field;
    let cut = planted(|laid| {
        laid.drawing
            .shapes
            .push(label(node.x + node.w - 100, node.y + node.h - 215, "はみ出す"))
    });
    assert!(
        cut.iter()
            .any(|fault| matches!(fault, Fault::Label(what) if what.contains("cut"))),
        "{cut:?}"
    );
    let twice = planted(|laid| {
        let copies: Vec<Shape> = laid
            .drawing
            .shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Label { .. }))
            .cloned()
            .collect();
        laid.drawing.shapes.extend(copies);
    });
    assert!(twice.iter().any(|fault| matches!(fault, Fault::Label(_))));
    let caption = planted(|laid| {
        let field = laid.places.captions[0].field;
        laid.places.captions[0].field = Field {
            x: node.x - field.w / 2,
            y: node.y,
            ..field
        };
    });
    assert!(
        caption
            .iter()
            .any(|fault| matches!(fault, Fault::Label(what) if what.ends_with("a node")))
    );
}

#[test]
fn what_lies_outside_or_is_missing_is_found() {
    let room = sheet().drawing.sheet.room();
    let out = planted(|laid| {
        laid.drawing
            .shapes
            .push(label(room.width - 300, 10, "端で切れる"))
    });
    assert!(out.iter().any(|fault| matches!(fault, Fault::Outside(_))));
    let missing = planted(|laid| laid.places.unrouted.push(4));
    assert_eq!(missing, [Fault::Missing(4)]);
}

#[test]
fn pins_are_kept_in_their_order() {
    let (mut scene, views) = generated::scene(11, 16);
    for site in &mut scene.sites {
        site.pin = None;
    }
    for (nth, node) in scene.nodes.iter_mut().enumerate() {
        node.site = Some(0);
        // Against the order in which they are written down.
        node.pin = (nth < 4).then_some(Pin {
            column: 2 - nth as i32 % 2,
            row: 2 - nth as i32 / 2,
        });
    }
    let laid = draw(&scene, &views[..1], Language::Japanese).remove(0);
    let at = |node: usize| laid.places.nodes[node].field;
    let middle = |node: usize| at(node).y + at(node).h / 2;
    assert!(at(1).x < at(0).x && at(3).x < at(2).x, "columns");
    assert!(
        middle(0).abs_diff(middle(1)) <= 200 && middle(2).abs_diff(middle(3)) <= 200,
        "rows"
    );
    assert!(at(2).y < at(0).y, "the second row stands below the first");
}
