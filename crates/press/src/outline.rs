//! The outline of a line with rounded corners, in whole numbers.

use mamori_tree::Point;

/// One step of an outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The outline begins here.
    Start(Point),
    /// A straight line to here.
    Line(Point),
    /// A curve around a corner: towards the first point, ending at the second.
    Curve(Point, Point),
}

/// The outline of a line through `points` whose corners are rounded by `radius`, but by no more than
/// half of the shorter line at the corner. Repeated points are passed over; nothing comes of fewer
/// than two.
pub fn outline(points: &[Point], radius: i32, closed: bool) -> Vec<Step> {
    let mut points = points.to_vec();
    points.dedup();
    if closed && points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    let count = points.len();
    if count < 2 {
        return Vec::new();
    }
    let rounded = radius > 0 && count > 2;
    if !rounded {
        let rest = points[1..].iter().map(|point| Step::Line(*point));
        return std::iter::once(Step::Start(points[0])).chain(rest).collect();
    }
    let mut steps = Vec::with_capacity(2 * count);
    let corners = if closed { 0..count } else { 1..count - 1 };
    if !closed {
        steps.push(Step::Start(points[0]));
    }
    for at in corners {
        let (before, corner, after) = (
            points[(at + count - 1) % count],
            points[at],
            points[(at + 1) % count],
        );
        let cut = i128::from(radius)
            .min(length(before, corner) / 2)
            .min(length(corner, after) / 2);
        let entry = towards(corner, before, cut);
        steps.push(match steps.is_empty() {
            true => Step::Start(entry),
            false => Step::Line(entry),
        });
        steps.push(Step::Curve(corner, towards(corner, after, cut)));
    }
    if !closed {
        steps.push(Step::Line(points[count - 1]));
    }
    steps
}

fn length(from: Point, to: Point) -> i128 {
    let square = |length: i128| length * length;
    let (x, y) = (
        i128::from(to.x) - i128::from(from.x),
        i128::from(to.y) - i128::from(from.y),
    );
    (square(x) + square(y)).isqrt()
}

/// The point at a distance from `from` on the way to `to`.
fn towards(from: Point, to: Point, distance: i128) -> Point {
    let whole = length(from, to).max(1);
    let part = |from: i32, to: i32| {
        let moved = i128::from(from) + (i128::from(to) - i128::from(from)) * distance / whole;
        i32::try_from(moved).expect("a point between two points")
    };
    Point {
        x: part(from.x, to.x),
        y: part(from.y, to.y),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(x: i32, y: i32) -> Point {
        Point { x, y }
    }

    #[test]
    fn corners_are_rounded_by_no_more_than_half_a_line() {
        let points = [point(0, 0), point(100, 0), point(100, 20)];
        let wanted = [
            Step::Start(point(0, 0)),
            Step::Line(point(90, 0)),
            Step::Curve(point(100, 0), point(100, 10)),
            Step::Line(point(100, 20)),
        ];
        assert_eq!(outline(&points, 30, false), wanted);
        assert_eq!(outline(&points, 30, false), outline(&points, 10, false));
        assert_eq!(outline(&points, 0, false).len(), 3);
    }

    #[test]
    fn a_closed_line_is_rounded_at_every_corner() {
        let points = [
            point(0, 0),
            point(100, 0),
            point(100, 100),
            point(0, 100),
            point(0, 0),
        ];
        let steps = outline(&points, 10, true);
        assert_eq!(steps[0], Step::Start(point(0, 10)));
        let curves = steps.iter().filter(|step| matches!(step, Step::Curve(..)));
        assert_eq!(curves.count(), 4);
    }

    #[test]
    fn points_that_make_no_line_give_nothing() {
        assert!(outline(&[], 5, true).is_empty());
        assert!(outline(&[point(1, 1), point(1, 1)], 5, false).is_empty());
        let far = outline(
            &[point(i32::MIN, 0), point(i32::MAX, 0), point(i32::MAX, i32::MAX)],
            i32::MAX,
            false,
        );
        assert_eq!(far.len(), 4, "places at the ends of the range");
    }
}
