//! Availability per band with its arithmetic open, and the stop time that is left (GL 別紙1-II 6.3 (2)).

use crate::Source;
use crate::parts::{dash, heading, met, table};
use crate::shown::length;
use mamori_service_levels::{
    BandBudget, BandResult, Budget, ExcludedCause, Interval, PeriodKind, PeriodResult, budgets,
};
use mamori_tree::{Block, Cell, CellStyle, Column, Row};

/// The bands of a period.
pub(crate) fn bands(source: &Source<'_>, result: &PeriodResult, blocks: &mut Vec<Block>) {
    blocks.push(heading(source.say("稼働率", "Availability")));
    let mut columns = vec![
        (Column::start(14), source.say("時間帯", "Band")),
        (Column::end(13), source.say("提供すべき時間", "Service time")),
        (Column::end(12), source.say("停止時間", "Stop time")),
    ];
    let classes = ExcludedCause::ALL.map(|class| match class {
        ExcludedCause::AgreedBeforehand => source.say("除外：事前の合意", "Left out: agreed beforehand"),
        ExcludedCause::BeyondControl => source.say("除外：制御できない", "Left out: beyond control"),
        ExcludedCause::Institution => source.say("除外：医療機関等", "Left out: institution"),
        ExcludedCause::OtherExcluded => source.say("除外：その他", "Left out: others"),
    });
    columns.extend(classes.map(|label| (Column::end(12), label)));
    columns.extend([
        (
            Column::start(34),
            source.say("稼働率とその計算", "Availability and how it is computed"),
        ),
        (Column::end(10), source.say("目標", "Target")),
        (Column::centre(9), source.say("結果", "Result")),
    ]);
    let rows = result.bands.iter().map(|band| row(source, band)).collect();
    blocks.push(table(source.say("稼働率", "Availability"), &columns, rows));
    blocks.push(Block::Paragraph(source.say(
        "時間は「時:分:秒」です。提供すべき時間は、その時間帯から事前に合意した停止を除いた時間です。停止時間に数えない停止は、事由ごとに「除外」に示します。稼働率は小数第3位までを切り捨てて示し、目標とは切り捨てる前の値で比べます。",
        "Times are hours:minutes:seconds. Service time is the band's time less stops agreed beforehand. Stops that do not count are shown as left out, by cause. Availability is shown rounded down to three decimals and compared with its target unrounded.",
    ).to_owned()));
}

fn row(source: &Source<'_>, band: &BandResult) -> Row {
    let measured = &band.measured;
    let mut cells = vec![
        Cell::new(source.band(band.band)),
        Cell::new(length(measured.service_seconds)),
        Cell::new(length(measured.stop_seconds)),
    ];
    cells.extend(measured.excluded_seconds.map(|seconds| match seconds {
        0 => dash(),
        _ => Cell::new(length(seconds)),
    }));
    let arithmetic = band.availability().map_or_else(dash, |availability| {
        let (service, stop) = (measured.service_seconds, measured.stop_seconds);
        let (offered, due) = (availability.numerator(), availability.denominator());
        Cell::new(source.tell(
            format!("{availability}%\n＝({service}秒−{stop}秒)÷{service}秒\n＝{offered}÷{due}"),
            format!("{availability} %\n= ({service} s − {stop} s) / {service} s\n= {offered} / {due}"),
        ))
    });
    cells.extend([
        arithmetic,
        band.target
            .map_or_else(dash, |target| Cell::new(format!("{target}%"))),
        met(source, band.met()),
    ]);
    Row::new(cells)
}

/// The stop time still allowed in the periods that run at the end of a period.
pub(crate) fn budget(source: &Source<'_>, result: &PeriodResult, blocks: &mut Vec<Block>) {
    let start = source
        .evaluation
        .evaluations
        .first()
        .map(|first| first.period.span.start());
    let span = start.and_then(|start| Interval::new(start, result.period.span.end()));
    let Some(span) = span else { return };
    let budgets = budgets(source.agreement, &source.taken.events, span);
    let wanted = |budget: &&Budget| {
        result.period.kind == PeriodKind::Month || budget.period.kind == PeriodKind::Evaluation
    };
    let rows: Vec<Row> = budgets
        .iter()
        .filter(wanted)
        .flat_map(|budget| budget.bands.iter().map(move |band| left(source, budget, band)))
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(heading(
        source.say("あとどれだけ停止できるか", "Stop time that is left"),
    ));
    let columns = [
        (Column::start(40), source.say("期間", "Period")),
        (Column::start(14), source.say("時間帯", "Band")),
        (Column::end(10), source.say("目標", "Target")),
        (Column::end(16), source.say("許される停止", "Allowed")),
        (Column::end(16), source.say("使った停止", "Used")),
        (Column::end(16), source.say("残り", "Left")),
    ];
    blocks.push(table(
        source.say("残りの停止時間", "Stop time left"),
        &columns,
        rows,
    ));
}

fn left(source: &Source<'_>, budget: &Budget, band: &BandBudget) -> Row {
    let seconds = band.left_seconds();
    let left = Cell::new(length(seconds));
    let period = &budget.period;
    let (from, to) = (period.span.start().date(), period.ends.plus(-1).date());
    let kind = match period.kind {
        PeriodKind::Month => source.say("月", "Month"),
        PeriodKind::Evaluation => source.say("評価期間", "Evaluation period"),
    };
    Row::new(vec![
        Cell::new(source.tell(
            format!("{kind}（{from} から {to}）"),
            format!("{kind} ({from} to {to})"),
        )),
        Cell::new(source.band(band.band)),
        Cell::new(format!("{}%", band.target)),
        Cell::new(length(band.allowed_seconds)),
        Cell::new(length(band.used_seconds)),
        if seconds < 0 {
            left.styled(CellStyle::Severe)
        } else {
            left
        },
    ])
}
