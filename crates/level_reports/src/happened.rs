//! What happened in a month, in time order: stops, slowdowns, updates, findings, each with what was owed.

use crate::Source;
use crate::channel::remark;
use crate::parts::{dash, heading, table};
use crate::shown::{length, time};
use mamori_service_levels::{
    Cause, ExcludedCause, Instant, Interval, Late, LateKind, PeriodResult, Response, Slowdown, Stop, Update,
};
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

/// The list of a month.
pub(crate) fn happened(source: &Source<'_>, month: &PeriodResult, blocks: &mut Vec<Block>) {
    let span = month.period.span;
    let events = &source.taken.events;
    let mut rows: Vec<(Instant, &str, Row)> = Vec::new();
    for stop in &events.stops {
        if touches(span, stop.start, stop.end) || is_limit(source, span, LateKind::FirstResponse, &stop.id) {
            rows.push((stop.start, &stop.id, stopped(source, span, stop)));
        }
    }
    for slow in &events.slowdowns {
        if touches(span, slow.start, slow.end) || is_limit(source, span, LateKind::FirstResponse, &slow.id) {
            rows.push((slow.start, &slow.id, slowed(source, span, slow)));
        }
    }
    for update in &events.updates {
        let came = update.applied.is_some_and(|applied| span.holds(applied));
        if span.holds(update.released) || came || is_limit(source, span, LateKind::Update, &update.id) {
            rows.push((update.released, &update.id, updated(source, update)));
        }
    }
    for finding in &events.annexed {
        if touches(span, finding.start, finding.end) {
            let cells = vec![
                Cell::new(source.say("巻末の事項", "Annexed item")),
                Cell::new(&finding.id),
                from_to(source, span, finding.start, finding.end),
                dash(),
                dash(),
                dash(),
                remark(source, &finding.note),
            ];
            rows.push((finding.start, &finding.id, Row::new(cells)));
        }
    }
    rows.sort_by_key(|(at, id, _)| (*at, *id));
    blocks.push(heading(
        source.say("停止・応答の低下・更新", "Stops, slowdowns and updates"),
    ));
    if rows.is_empty() {
        let none = source.say(
            "この月の記録はありません。",
            "Nothing is recorded for this month.",
        );
        blocks.push(Block::Paragraph(none.to_owned()));
        return;
    }
    let columns = [
        (Column::start(11), source.say("種類", "Kind")),
        (Column::start(20), source.say("記録のID", "Record")),
        (Column::start(20), source.say("いつから・いつまで", "From, to")),
        (
            Column::start(20),
            source.say("原因と算定", "Cause, and whether it counts"),
        ),
        (
            Column::start(30),
            source.say("知った時・対応した時", "Known, answered"),
        ),
        (Column::start(24), source.say("期限", "In time")),
        (
            Column::start(36),
            source.say("備考（記録のまま）", "Remarks, as recorded"),
        ),
    ];
    let rows = rows.into_iter().map(|(_, _, row)| row).collect();
    blocks.push(table(
        source.say("停止・応答の低下・更新", "What happened"),
        &columns,
        rows,
    ));
}

/// Whether something that lasts, or goes on, lies in a span; what has no length lies where it began.
fn touches(span: Interval, start: Instant, end: Option<Instant>) -> bool {
    let end = end.unwrap_or(span.end()).max(start.plus(1));
    Interval::new(start, end).and_then(|own| own.and(span)).is_some()
}

fn late<'a>(source: &Source<'a>, kind: LateKind, id: &str) -> Option<&'a Late> {
    let mut all = source.evaluation.late.iter();
    all.find(|late| late.kind == kind && late.id == id)
}

fn is_limit(source: &Source<'_>, span: Interval, kind: LateKind, id: &str) -> bool {
    late(source, kind, id).is_some_and(|late| span.holds(late.limit))
}

fn from_to(source: &Source<'_>, span: Interval, start: Instant, end: Option<Instant>) -> Cell {
    let until = end.map_or_else(|| source.say("続いている", "goes on").to_owned(), time);
    let seconds = end.unwrap_or(span.end()).unix() - start.unix();
    let lasted = length(seconds.max(0));
    Cell::new(source.tell(
        format!("{}\n〜{until}\n（{lasted}）", time(start)),
        format!("{}\n– {until}\n({lasted})", time(start)),
    ))
}

fn stopped(source: &Source<'_>, span: Interval, stop: &Stop) -> Row {
    let terms = source.agreement.at(span.start());
    let kind = match stop.partial {
        true => source.say("一部の停止", "Partial stop"),
        false => source.say("停止", "Stop"),
    };
    let window = source.taken.events.windows.get(&stop.id);
    let counts = match (stop.is_serious(), stop.cause.excluded(terms), window) {
        (false, _, _) => source
            .say("数えない（重い支障なし）", "no stop: no serious hindrance")
            .to_owned(),
        (_, None, _) => source.say("停止時間に数える", "counts").to_owned(),
        (_, Some(ExcludedCause::AgreedBeforehand), Some(window)) => {
            let (from, to) = (time(window.0.start()), time(window.0.end()));
            source.tell(
                format!("予告した {from}〜{to} は除き、残りを数える"),
                format!("left out from {from} to {to} as notified; the rest counts"),
            )
        }
        (_, Some(_), _) => source.say("算定から除く", "left out").to_owned(),
    };
    let agreed = stop.cause == Cause::Excluded(ExcludedCause::AgreedBeforehand);
    let owed = stop.is_serious() && !agreed;
    let [known, in_time] = response(source, owed, &stop.id, &stop.response);
    Row::new(vec![
        Cell::new(kind),
        Cell::new(&stop.id),
        from_to(source, span, stop.start, stop.end),
        Cell::new(format!("{}\n{counts}", source.cause(stop.cause))),
        known,
        in_time,
        remark(source, &stop.note),
    ])
}

fn slowed(source: &Source<'_>, span: Interval, slow: &Slowdown) -> Row {
    let [known, in_time] = response(source, true, &slow.id, &slow.response);
    let cause = source.cause(slow.cause);
    Row::new(vec![
        Cell::new(source.say("応答の低下", "Slowdown")),
        Cell::new(&slow.id),
        from_to(source, span, slow.start, slow.end),
        Cell::new(source.tell(format!("{cause}\n停止ではない"), format!("{cause}\nno stop"))),
        known,
        in_time,
        remark(source, &slow.note),
    ])
}

/// When a fault was known and its cause reported, and whether that was in time.
fn response(source: &Source<'_>, owed: bool, id: &str, response: &Response) -> [Cell; 2] {
    let moment = |words: &str, at: Option<Instant>| at.map(|at| format!("{words} {}", time(at)));
    let lines: Vec<String> = [
        moment(source.say("検知", "detected"), response.detected),
        moment(source.say("連絡", "called"), response.called),
        moment(source.say("原因の報告", "cause reported"), response.responded),
    ]
    .into_iter()
    .flatten()
    .collect();
    let known = if lines.is_empty() {
        dash()
    } else {
        Cell::new(lines.join("\n"))
    };
    let Some(start) = response.clock_start().filter(|_| owed) else {
        return [known, dash()];
    };
    let found = late(source, LateKind::FirstResponse, id);
    let settled = source.agreement.at(start).first_response_hours.is_some();
    let in_time = match (found, response.responded) {
        (Some(late), _) => lateness(source, late),
        (None, _) if !settled => Cell::new(source.say("時間の取り決めなし", "no hours settled")),
        (None, Some(_)) => Cell::new(source.say("期限内", "in time")),
        (None, None) => Cell::new(source.say("期限前", "not yet due")),
    };
    [known, in_time]
}

fn updated(source: &Source<'_>, update: &Update) -> Row {
    let applied = update
        .applied
        .map_or_else(|| source.say("まだ", "not yet").to_owned(), time);
    let released = time(update.released);
    let known = source.tell(
        format!("公開 {released}\n適用 {applied}"),
        format!("released {released}\napplied {applied}"),
    );
    let in_time = match (late(source, LateKind::Update, &update.id), update.applied) {
        (Some(late), _) => lateness(source, late),
        (None, Some(_)) => Cell::new(source.say("期限内", "in time")),
        (None, None) => Cell::new(source.say("期限前", "not yet due")),
    };
    let cause = update
        .cause
        .map_or_else(dash, |cause| Cell::new(source.cause(cause)));
    Row::new(vec![
        Cell::new(source.say("更新・修正", "Update")),
        Cell::new(&update.id),
        dash(),
        cause,
        Cell::new(known),
        in_time,
        remark(source, &update.note),
    ])
}

/// That something was late, with the limit, and whether it is excused.
fn lateness(source: &Source<'_>, late: &Late) -> Cell {
    let limit = time(late.limit);
    match late.excused {
        true => Cell::new(source.tell(
            format!("遅れたが未達成に数えない\n期限 {limit}"),
            format!("late, excused\nlimit {limit}"),
        )),
        false => Cell::new(source.tell(format!("遅れ\n期限 {limit}"), format!("late\nlimit {limit}")))
            .styled(CellStyle::Severe),
    }
}

/// Why something late is a shortfall, in a sentence.
pub(crate) fn late_reason(source: &Source<'_>, late: &Late) -> String {
    let (limit, hours) = (time(late.limit), late.hours);
    let (came_ja, came_en) = match late.came {
        Some(came) => (
            format!("実際は {}", time(came)),
            format!("it came at {}", time(came)),
        ),
        None => ("まだ済んでいない".to_owned(), "it has not come".to_owned()),
    };
    match late.kind {
        LateKind::FirstResponse => source.tell(
            format!("原因の報告の期限（業務時間で{hours}時間）は {limit}、{came_ja}"),
            format!("The cause was due by {limit} ({hours} business hours); {came_en}"),
        ),
        LateKind::Update => source.tell(
            format!("適用の期限（公開から{hours}時間）は {limit}、{came_ja}"),
            format!("It was to be applied by {limit} ({hours} hours from release); {came_en}"),
        ),
    }
}
