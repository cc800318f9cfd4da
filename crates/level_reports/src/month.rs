//! The monthly report: what was promised, what happened, what is owed (GL 別紙1-II 6.5 (1), 7.2).

use crate::bands::{bands, budget};
use crate::channel::handing_over;
use crate::happened::{happened, late_reason};
use crate::parts::{blank, form, heading, input, table};
use crate::shown::length;
use crate::{Source, heat};
use mamori_service_levels::{Item, PeriodResult};
use mamori_tree::{Block, Cell, Column, Document, Row};
use std::collections::BTreeSet;

pub(crate) fn report(source: &Source<'_>, month: &PeriodResult) -> Document {
    let name = source.month_in_words(month.period.span.start().date());
    let title = source.tell(
        format!("サービスレベル月次報告（{name}）"),
        format!("Monthly service-level report ({name})"),
    );
    let purpose = source.say(
        "約束したサービスの水準がこの月に守られたかを、医療機関等へ報告します。",
        "Reports to the institution whether the promised service levels were kept in this month.",
    );
    let mut document = source.start("sla-month", title, purpose, month);
    let short = source.evaluation.short_items(&source.taken.events, month);
    let blocks = &mut document.blocks;
    blocks.push(Block::Note(verdict(source, month, &short)));
    bands(source, month, blocks);
    happened(source, month, blocks);
    shortfalls(source, month, &short, blocks);
    blocks.push(heat::month(source, month));
    plans(source, month, &short, blocks);
    budget(source, month, blocks);
    if source.channel.carries_volume() {
        volume(source, blocks);
    }
    handing_over(source, blocks);
    input(source, blocks);
    document
}

/// Blanks for what no event tells, and what goes on paper or by mail alone (GL 別紙1-II 6.5 (2)).
fn volume(source: &Source<'_>, blocks: &mut Vec<Block>) {
    blocks.push(heading(source.say(
        "受託した情報の量と利用の実績",
        "Volume of entrusted information and its use",
    )));
    blocks.push(Block::Paragraph(source.say(
        "もとにした記録に量と利用の実績はないため、空欄にしてあります。提供事業者が記入してください。",
        "The records hold neither, so these are blanks for the provider to fill in.",
    ).to_owned()));
    blocks.push(form(
        source,
        source.say("量と利用の実績", "Volume and use"),
        &[
            source.say("受託した情報の量", "Volume of entrusted information"),
            source.say("利用の実績", "Use"),
        ],
    ));
}

/// The month in a sentence.
fn verdict(source: &Source<'_>, month: &PeriodResult, short: &BTreeSet<Item>) -> String {
    let name = source.month_in_words(month.period.span.start().date());
    let stopped: i64 = month.bands.iter().map(|band| band.measured.stop_seconds).sum();
    let stopped = match stopped {
        0 => source
            .say("数える停止はありませんでした。", "No stop counts.")
            .to_owned(),
        _ => {
            let [business, other] = month.bands.map(|band| length(band.measured.stop_seconds));
            source.tell(
                format!("停止時間は、業務時間に{business}、その他の時間に{other}でした（時:分:秒）。"),
                format!("Stop time was {business} in business hours and {other} at other times."),
            )
        }
    };
    let names: Vec<&str> = short
        .iter()
        .map(|item| item.label().say(source.language))
        .collect();
    let (count, list) = (short.len(), source.list(&names));
    let running = match month.period.is_complete() {
        true => "",
        false => source.say(
            "この月はまだ終わっておらず、数字は暫定です。",
            " The month is still running; figures are provisional.",
        ),
    };
    match short.is_empty() {
        true => source.tell(
            format!("{name}は、測った水準のすべてで約束を守りました。{stopped}{running}"),
            format!("In {name} every level that was measured was kept. {stopped}{running}"),
        ),
        false => source.tell(
            format!("{name}は、{count}つの水準（{list}）で約束に届きませんでした。{stopped}{running}"),
            format!("In {name}, {count} of the promised levels were missed: {list}. {stopped}{running}"),
        ),
    }
}

/// Each shortfall of an item in the month: the item, what it is about, and why.
fn reasons(source: &Source<'_>, month: &PeriodResult, item: Item) -> Vec<(String, String)> {
    let span = month.period.span;
    let events = &source.taken.events;
    match item {
        Item::Availability(band) => {
            let results = month.bands.iter().filter(|result| result.band == band);
            let reason = |result: &mamori_service_levels::BandResult| {
                let (availability, target) = (result.availability()?, result.target?);
                Some((
                    source.band(band).to_owned(),
                    source.tell(
                        format!("稼働率 {availability}%が目標の{target}%に届かない"),
                        format!("Availability {availability} % is below the target of {target} %"),
                    ),
                ))
            };
            results.filter_map(reason).collect()
        }
        Item::FirstResponse | Item::Update => {
            let late = source.evaluation.late.iter();
            let own =
                late.filter(|late| Item::from(late.kind) == item && !late.excused && span.holds(late.limit));
            own.map(|late| (late.id.clone(), late_reason(source, late)))
                .collect()
        }
        Item::Annexed => {
            let open = events.annexed.iter().filter(|finding| {
                finding.start < span.end() && finding.end.is_none_or(|end| end > span.start())
            });
            let reason = source.say("巻末の事項が守られていない", "An annexed item was not observed");
            open.map(|finding| (finding.id.clone(), reason.to_owned()))
                .collect()
        }
    }
}

fn shortfalls(source: &Source<'_>, month: &PeriodResult, short: &BTreeSet<Item>, blocks: &mut Vec<Block>) {
    blocks.push(heading(source.say("約束に届かなかったもの", "What fell short")));
    let mut rows = Vec::new();
    for item in short {
        for (subject, reason) in reasons(source, month, *item) {
            rows.push(Row::new(vec![
                Cell::new(item.label().say(source.language)),
                Cell::new(subject),
                Cell::new(reason),
            ]));
        }
    }
    if rows.is_empty() {
        blocks.push(Block::Paragraph(
            source.say("ありません。", "Nothing.").to_owned(),
        ));
        return;
    }
    let columns = [
        (Column::start(28), source.say("項目", "Item")),
        (Column::start(24), source.say("対象", "Subject")),
        (Column::start(80), source.say("理由", "Why")),
    ];
    blocks.push(table(
        source.say("約束に届かなかったもの", "What fell short"),
        &columns,
        rows,
    ));
}

/// The form for cause and improvement plan that each missed item owes.
fn plans(source: &Source<'_>, month: &PeriodResult, short: &BTreeSet<Item>, blocks: &mut Vec<Block>) {
    if short.is_empty() {
        return;
    }
    blocks.push(heading(source.say(
        "事由と改善策（記入欄）",
        "Causes and improvement plans to fill in",
    )));
    blocks.push(Block::Paragraph(
        match month.period.is_complete() {
            true => source.say(
                "届かなかった項目ごとに、提供事業者が事由と改善策を記入します。",
                "The provider fills in cause and improvement plan of each item that fell short.",
            ),
            false => source.say(
                "月が終わった時点で届かなかった項目について、提供事業者が事由と改善策を記入します。",
                "Owed for the items that are short when the month is over.",
            ),
        }
        .to_owned(),
    ));
    let lines = [
        (source.say("事由", "Cause"), 3),
        (source.say("改善策", "Improvement plan"), 3),
        (source.say("期限", "By when"), 1),
        (source.say("責任者", "Responsible"), 1),
    ];
    let rows = short.iter().flat_map(|item| {
        lines.iter().enumerate().map(move |(at, (label, height))| {
            let mut cells = vec![Cell::new(*label), blank(*height)];
            if at == 0 {
                cells.insert(0, Cell::new(item.label().say(source.language)).spanning(4, 1));
            }
            Row::new(cells)
        })
    });
    let columns = [
        (Column::start(28), source.say("項目", "Item")),
        (Column::start(18), source.say("書くこと", "To tell")),
        (Column::start(86), source.say("記入欄", "To fill in")),
    ];
    blocks.push(table(
        source.say("事由と改善策", "Causes and plans"),
        &columns,
        rows.collect(),
    ));
}
