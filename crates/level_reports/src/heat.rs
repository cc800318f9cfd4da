//! Calendars of stops as drawings: days by hours for a month, months by days for a period.
//!
//! Every cell says its minutes in figures as well as by its shade, and what is left out is crossed by a
//! line instead of being shaded, so that a copy in black and white says the same.

use crate::Source;
use crate::shown::{length, month as month_name};
use mamori_service_levels::{Cover, DAY_SECONDS, HOUR_SECONDS, Instant, Interval, PeriodResult, Seconds};
use mamori_tree::{
    Anchor, Block, Colour, Drawing, Extent, Orientation, Point, Shape, Sheet, SheetSize, Stroke,
};

const BLACK: Colour = Colour(0, 0, 0);
const WHITE: Colour = Colour(255, 255, 255);
const RULE: Colour = Colour(170, 170, 170);

/// From no stop to the longest: white, then ever darker, and nearly black.
const SHADES: [Colour; 5] = [
    WHITE,
    Colour(226, 226, 226),
    Colour(190, 190, 190),
    Colour(130, 130, 130),
    Colour(45, 45, 45),
];

/// Least seconds of each shade but the first, in a cell of an hour.
const HOUR_STEPS: [i64; 4] = [1, 15 * 60, 30 * 60, 60 * 60];

/// Least seconds of each shade but the first, in a cell of a day.
const DAY_STEPS: [i64; 4] = [1, 30 * 60, 60 * 60, 120 * 60];

/// Where the legend stands, and where the heads of columns and the first row begin.
const LEGEND: i32 = 100;
const HEADS: i32 = 1_000;
const TOP: i32 = 1_450;

/// Size of small letters.
const SMALL: i32 = 260;

const SHEET: Sheet = Sheet {
    size: SheetSize::A4,
    orientation: Orientation::Landscape,
};

/// Shapes so far, and the steps of their shades.
struct Sketch {
    shapes: Vec<Shape>,
    steps: [i64; 4],
}

impl Sketch {
    fn label(&mut self, x: i32, y: i32, anchor: Anchor, text: impl Into<String>, colour: Colour) {
        self.shapes.push(Shape::Label {
            at: Point { x, y },
            anchor,
            text: text.into(),
            size: SMALL,
            bold: false,
            colour,
        });
    }

    fn area(&mut self, at: Point, extent: Extent, fill: Option<Colour>, colour: Colour, width: i32) {
        self.shapes.push(Shape::Area {
            at,
            extent,
            radius: 0,
            fill,
            stroke: Some(stroke(colour, width)),
        });
    }

    /// A cell of so many seconds stopped and left out.
    fn cell(&mut self, at: Point, extent: Extent, stopped: i64, left_out: i64) {
        let shade = self.steps.iter().filter(|least| stopped >= **least).count();
        self.area(at, extent, Some(SHADES[shade]), RULE, 8);
        if left_out > 0 {
            // Beside a figure only a corner is cut, so that the figure stays legible.
            let (left, right) = (at.x, at.x + extent.width);
            let (top, bottom) = (at.y, at.y + extent.height);
            let ends = match stopped {
                0 => [(left, bottom), (right, top)],
                _ => [
                    (left, bottom - extent.height / 3),
                    (left + extent.width / 4, bottom),
                ],
            };
            self.shapes.push(Shape::Path {
                points: ends.map(|(x, y)| Point { x, y }).to_vec(),
                radius: 0,
                closed: false,
                fill: None,
                stroke: Some(stroke(if shade >= 3 { WHITE } else { BLACK }, 20)),
            });
        }
        if stopped > 0 {
            let colour = if shade >= 3 { WHITE } else { BLACK };
            let (x, y) = (at.x + extent.width / 2, at.y + (extent.height - SMALL) / 2);
            // Rounded up: a second of stop is not nothing.
            let minutes = (stopped + 59) / 60;
            self.label(x, y, Anchor::Middle, minutes.to_string(), colour);
        }
    }

    /// The legend: the shades with their least minutes, the line, the outline of business hours.
    fn legend(&mut self, source: &Source<'_>, outline: bool) {
        let extent = Extent {
            width: 900,
            height: 420,
        };
        let steps = self.steps;
        let names =
            (0..SHADES.len()).map(
                |at| match (at.checked_sub(1).map(|at| steps[at]), steps.get(at)) {
                    (None, _) => source.say("停止なし", "no stop").to_owned(),
                    (Some(from), None) => {
                        let from = from / 60;
                        source.tell(format!("{from}分以上"), format!("{from} min or more"))
                    }
                    (Some(_), Some(to)) => {
                        let to = to / 60;
                        source.tell(format!("{to}分未満"), format!("under {to} min"))
                    }
                },
            );
        let names: Vec<String> = names.collect();
        let mut x = 0;
        for (at, name) in names.into_iter().enumerate() {
            let corner = Point { x, y: LEGEND };
            self.area(corner, extent, Some(SHADES[at]), RULE, 8);
            self.label(x + 1_000, LEGEND + 80, Anchor::Start, name, BLACK);
            x += 3_400;
        }
        self.cell(Point { x, y: LEGEND }, extent, 0, 1);
        let name = source.say("算定から除いた停止", "left out");
        self.label(x + 1_000, LEGEND + 80, Anchor::Start, name, BLACK);
        x += 4_400;
        if outline {
            self.area(Point { x, y: LEGEND }, extent, None, BLACK, 35);
            let name = source.say("太枠：業務時間", "outline: business hours");
            self.label(x + 1_000, LEGEND + 80, Anchor::Start, name, BLACK);
        }
    }
}

fn stroke(colour: Colour, width: i32) -> Stroke {
    Stroke {
        colour,
        width,
        dashes: Vec::new(),
    }
}

fn in_cell(seconds: &Seconds, start: Instant, length: i64) -> i64 {
    Interval::new(start, start.plus(length)).map_or(0, |cell| seconds.within(cell).total())
}

/// The days that a span touches, by their midnights.
fn days(span: Interval) -> impl Iterator<Item = Instant> {
    let first = Instant::midnight(span.start().date());
    (0..)
        .map(move |day| first.plus(day * DAY_SECONDS))
        .take_while(move |midnight| *midnight < span.end())
}

fn cover(source: &Source<'_>, result: &PeriodResult) -> Cover {
    let span = result.period.span;
    // What goes on is counted to the end of the evaluation, as in the figures.
    let end = source
        .evaluation
        .months
        .last()
        .map_or(span.end(), |last| last.period.span.end());
    Cover::of(&source.taken.events, source.agreement.at(span.start()), span, end)
}

/// The month: a row for each day, a column for each hour.
pub(crate) fn month(source: &Source<'_>, result: &PeriodResult) -> Block {
    const LEFT: i32 = 2_600;
    const WIDTH: i32 = 900;
    const HEIGHT: i32 = 450;
    let cover = cover(source, result);
    let (stopped, left_out) = (cover.stopped(), cover.left_out());
    let holidays = &source.agreement.at(result.period.span.start()).calendar.holidays;
    let mut sketch = Sketch {
        shapes: Vec::new(),
        steps: HOUR_STEPS,
    };
    sketch.legend(source, true);
    for hour in 0..=24i32 {
        sketch.label(
            LEFT + hour * WIDTH,
            HEADS,
            Anchor::Middle,
            hour.to_string(),
            BLACK,
        );
    }
    let total = source.say("停止の計", "stopped");
    sketch.label(SHEET.room().width - 100, HEADS, Anchor::End, total, BLACK);
    let mut y = TOP;
    for midnight in days(result.period.span) {
        let name = source.day(midnight.date(), holidays.hold(midnight.date()));
        sketch.label(LEFT - 200, y + 90, Anchor::End, name, BLACK);
        let mut start = midnight;
        for hour in 0..24i32 {
            let at = Point {
                x: LEFT + hour * WIDTH,
                y,
            };
            let extent = Extent {
                width: WIDTH,
                height: HEIGHT,
            };
            let parts = [&stopped, &left_out].map(|seconds| in_cell(seconds, start, HOUR_SECONDS));
            sketch.cell(at, extent, parts[0], parts[1]);
            start = start.plus(HOUR_SECONDS);
        }
        let of_day = in_cell(&stopped, midnight, DAY_SECONDS);
        if of_day > 0 {
            sketch.label(
                SHEET.room().width - 100,
                y + 90,
                Anchor::End,
                length(of_day),
                BLACK,
            );
        }
        outline(&mut sketch, &cover, midnight, Point { x: LEFT, y }, WIDTH, HEIGHT);
        y += HEIGHT;
    }
    let total = length(stopped.total());
    Block::Drawing(Drawing {
        name: source.say("停止の暦（日×時刻、数字は分）", "Calendar of stops: days by hours, figures in minutes").to_owned(),
        summary: source.tell(
            format!("一日を一行、一時間を一ますとして、停止時間に数えた分数を濃さと数字で示す。停止の合計は{total}。"),
            format!("A row a day, a cell an hour, shaded by the minutes that count as stopped; {total} in all."),
        ),
        sheet: SHEET,
        shapes: sketch.shapes,
    })
}

/// Outlines the business hours of a day.
fn outline(sketch: &mut Sketch, cover: &Cover, midnight: Instant, at: Point, width: i32, height: i32) {
    let Some(day) = Interval::new(midnight, midnight.plus(DAY_SECONDS)) else {
        return;
    };
    let place = |instant: Instant| {
        let seconds = instant.unix() - midnight.unix();
        at.x + i32::try_from(seconds * i64::from(width) / HOUR_SECONDS).unwrap_or(0)
    };
    for hours in cover.business().within(day).intervals() {
        let (from, to) = (place(hours.start()), place(hours.end()));
        let extent = Extent {
            width: to - from,
            height,
        };
        sketch.area(Point { x: from, y: at.y }, extent, None, BLACK, 35);
    }
}

/// The period: a row for each month, a column for each day. Rows grow narrower when there are many.
pub(crate) fn period(source: &Source<'_>, result: &PeriodResult) -> Block {
    const LEFT: i32 = 2_000;
    const WIDTH: i32 = 720;
    let span = result.period.span;
    let cover = cover(source, result);
    let (stopped, left_out) = (cover.stopped(), cover.left_out());
    let mut months: Vec<Vec<Instant>> = Vec::new();
    for midnight in days(span) {
        match months.last_mut() {
            Some(days) if days[0].date().first_of_month() == midnight.date().first_of_month() => {
                days.push(midnight)
            }
            _ => months.push(vec![midnight]),
        }
    }
    let count = i32::try_from(months.len()).unwrap_or(i32::MAX).max(1);
    let height = ((SHEET.room().height - TOP) / count).min(1_000);
    let mut sketch = Sketch {
        shapes: Vec::new(),
        steps: DAY_STEPS,
    };
    sketch.legend(source, false);
    for day in 1..=31i32 {
        sketch.label(
            LEFT + day * WIDTH - WIDTH / 2,
            HEADS,
            Anchor::Middle,
            day.to_string(),
            BLACK,
        );
    }
    let total = source.say("停止の計", "stopped");
    sketch.label(SHEET.room().width - 100, HEADS, Anchor::End, total, BLACK);
    let mut y = TOP;
    for days in &months {
        let line = y + (height - SMALL) / 2;
        sketch.label(LEFT - 200, line, Anchor::End, month_name(days[0].date()), BLACK);
        let mut sum = 0;
        for midnight in days {
            let at = Point {
                x: LEFT + (i32::from(midnight.date().day()) - 1) * WIDTH,
                y,
            };
            let extent = Extent { width: WIDTH, height };
            let parts = [&stopped, &left_out].map(|seconds| in_cell(seconds, *midnight, DAY_SECONDS));
            sketch.cell(at, extent, parts[0], parts[1]);
            sum += parts[0];
        }
        sketch.label(SHEET.room().width - 100, line, Anchor::End, length(sum), BLACK);
        y += height;
    }
    let total = length(stopped.total());
    Block::Drawing(Drawing {
        name: source.say("停止の暦（月×日、数字は分）", "Calendar of stops: months by days, figures in minutes").to_owned(),
        summary: source.tell(
            format!("一か月を一行、一日を一ますとして、停止時間に数えた分数を濃さと数字で示す。停止の合計は{total}。"),
            format!("A row a month, a cell a day, shaded by the minutes that count as stopped; {total} in all."),
        ),
        sheet: SHEET,
        shapes: sketch.shapes,
    })
}
