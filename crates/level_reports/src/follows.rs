//! What follows from an evaluation, and what was late without being a shortfall (GL 別紙1-II 7.1 (2), 7.2).

use crate::Source;
use crate::happened::late_reason;
use crate::parts::{heading, table};
use crate::shown::time;
use mamori_service_levels::{Consequence, ConsequenceKind, DAY_SECONDS, Item, PeriodResult};
use mamori_tree::{Block, Cell, Column, Row};

/// What was late and is no shortfall, with what excuses it.
pub(crate) fn excused(source: &Source<'_>, period: &PeriodResult, blocks: &mut Vec<Block>) {
    let span = period.period.span;
    let all = source.evaluation.late.iter();
    let rows: Vec<Row> = all
        .filter(|late| late.excused && span.holds(late.limit))
        .map(|late| {
            let exception = source.taken.events.exceptions.get(&late.id);
            let update = source
                .taken
                .events
                .updates
                .iter()
                .find(|update| update.id == late.id);
            let why = match (exception, update) {
                (Some(exception), _) => {
                    let cause = source.cause(exception.cause);
                    match source.channel.carries_remarks() {
                        true => format!("{cause}{}{}", source.say("：", ": "), exception.evidence),
                        false => cause.to_owned(),
                    }
                }
                (None, Some(update)) if update.large_effect => source
                    .say(
                        "システムへの影響が大きい更新",
                        "an update with a large effect on the system",
                    )
                    .to_owned(),
                (None, Some(update)) if source.channel.carries_remarks() => update.note.clone(),
                _ => String::new(),
            };
            Row::new(vec![
                Cell::new(Item::from(late.kind).label().say(source.language)),
                Cell::new(&late.id),
                Cell::new(late_reason(source, late)),
                Cell::new(why),
            ])
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(heading(
        source.say("遅れたが、未達成に数えないもの", "Late, but no shortfall"),
    ));
    let columns = [
        (Column::start(26), source.say("項目", "Item")),
        (Column::start(22), source.say("対象", "Subject")),
        (Column::start(50), source.say("遅れ", "Lateness")),
        (
            Column::start(44),
            source.say("数えない理由（記録のまま）", "What excuses it, as recorded"),
        ),
    ];
    blocks.push(table(
        source.say("未達成に数えない遅れ", "Excused"),
        &columns,
        rows,
    ));
}

/// What follows. Rights are stated as following from an evaluation that both sides confirmed.
pub(crate) fn consequences(source: &Source<'_>, period: &PeriodResult, blocks: &mut Vec<Block>) {
    let span = period.period.span;
    blocks.push(heading(
        source.say("この評価から導かれること", "What follows from this evaluation"),
    ));
    let own = |one: &&Consequence| match one.kind {
        ConsequenceKind::ImprovementPeriod => span.holds(one.at),
        _ => span.start() < one.at && one.at <= span.end(),
    };
    let all: Vec<&Consequence> = source.evaluation.consequences.iter().filter(own).collect();
    let plans = all
        .iter()
        .filter(|one| one.kind == ConsequenceKind::ImprovementPlan)
        .count();
    let others = all
        .iter()
        .filter(|one| one.kind != ConsequenceKind::ImprovementPlan);
    let rows: Vec<Row> = others
        .map(|one| {
            Row::new(vec![
                Cell::new(time(one.at)),
                Cell::new(match one.kind {
                    ConsequenceKind::NoticeRight => source.say("申し入れの権利", "Right to give notice"),
                    _ => source.say("改善の期間", "Time to improve"),
                }),
                Cell::new(consequence(source, one)),
            ])
        })
        .collect();
    blocks.push(Block::Paragraph(source.tell(
        format!("月次報告で事由と改善策を示すべきだったものは、期間を通じて{plans}件です（月ごとのまとめの「約束に届かなかった項目」）。"),
        format!("Causes and improvement plans owed in monthly reports over the period: {plans} (see the items that fell short, by month)."),
    )));
    if rows.is_empty() {
        let none = source.say("ほかにはありません。", "Nothing else follows.");
        blocks.push(Block::Paragraph(none.to_owned()));
        return;
    }
    let columns = [
        (Column::start(18), source.say("いつから", "From")),
        (Column::start(24), source.say("種類", "Kind")),
        (Column::start(100), source.say("内容", "Content")),
    ];
    blocks.push(table(
        source.say("評価から導かれること", "What follows"),
        &columns,
        rows,
    ));
    blocks.push(Block::Paragraph(source.say(
        "権利は、双方がこの評価を確認したときに、それに基づいて生じます。使うかどうかは医療機関等が決めます。",
        "Rights follow from this evaluation once both sides confirmed it. Whether to use them is for the institution to decide.",
    ).to_owned()));
}

/// A consequence in a sentence; times to improve with the time as the reports show it.
fn consequence(source: &Source<'_>, one: &Consequence) -> String {
    if one.kind != ConsequenceKind::ImprovementPeriod {
        return one.detail.say(source.language).to_owned();
    }
    let id = &one.subject;
    let days = source.agreement.at(one.at).annexed_improvement_days;
    let limit = days.map(|days| time(one.at.plus(i64::from(days) * DAY_SECONDS)));
    let finding = source
        .taken
        .events
        .annexed
        .iter()
        .find(|finding| finding.id == *id);
    let end = finding.and_then(|finding| finding.end).map(time);
    let state = end.map_or_else(
        || {
            source
                .say("まだ改善の記録がありません", "no improvement is recorded yet")
                .to_owned()
        },
        |end| {
            source.tell(
                format!("{end} に改善しました"),
                format!("it was improved at {end}"),
            )
        },
    );
    let limit = limit.map_or_else(
        || {
            source
                .say(
                    "改善の期間は双方で決めます",
                    "the time to improve is for both sides to settle",
                )
                .to_owned()
        },
        |limit| {
            source.tell(
                format!("改善の期限は {limit} です"),
                format!("it is to be improved by {limit}"),
            )
        },
    );
    source.tell(
        format!("巻末の事項（{id}）が守られていませんでした。{limit}。{state}。"),
        format!("An annexed item ({id}) was not observed: {limit}; {state}."),
    )
}
