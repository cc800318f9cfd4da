//! The report of an evaluation period: the grade's arithmetic, the months, what follows, and the
//! confirmation of both sides (GL 別紙1-II 6.5 (1), 7.1, 7.2).

use crate::bands::{bands, budget};
use crate::channel::handing_over;
use crate::follows::{consequences, excused};
use crate::happened::late_reason;
use crate::parts::{blank, dash, form, heading, input, table};
use crate::shown::{length, month as month_name, time};
use crate::{Source, heat};
use mamori_service_levels::{Availability, Grade, Item, Late, LateKind, PeriodResult, Shortfall};
use mamori_tree::{Block, Cell, CellStyle, Column, Document, Row};

pub(crate) fn report(source: &Source<'_>, period: &PeriodResult) -> Document {
    let from = source.month_in_words(period.period.span.start().date());
    let title = source.tell(
        format!("サービスレベル年次報告（{from}からの評価期間）"),
        format!("Yearly service-level report (evaluation period from {from})"),
    );
    let purpose = source.say(
        "評価期間を通じて約束したサービスの水準が守られたかを示し、双方で評価を確かめます。",
        "Shows whether the promised levels were kept over the evaluation period, for both sides to confirm.",
    );
    let mut document = source.start("sla-year", title, purpose, period);
    let blocks = &mut document.blocks;
    blocks.push(Block::Note(verdict(source, period)));
    grade(source, period, blocks);
    bands(source, period, blocks);
    months(source, period, blocks);
    blocks.push(heat::period(source, period));
    excused(source, period, blocks);
    consequences(source, period, blocks);
    budget(source, period, blocks);
    others(source, blocks);
    confirmations(source, blocks);
    handing_over(source, blocks);
    input(source, blocks);
    document
}

fn verdict(source: &Source<'_>, period: &PeriodResult) -> String {
    let count = period.shortfalls.len();
    let grade = period.grade.map_or("—", Grade::letter);
    match period.period.is_complete() {
        true => source.tell(
            format!("この評価期間の未達成は{count}件で、評価は{grade}です。双方が確認したとき、この評価は確定します。"),
            format!("{count} shortfalls in this evaluation period: grade {grade}. It becomes final when both sides confirm it."),
        ),
        false => source.tell(
            format!("評価期間はまだ終わっていません。ここまでの未達成は{count}件で、いまのところ評価は{grade}にあたります（暫定）。"),
            format!("The evaluation period is still running. {count} shortfalls so far would be grade {grade} (provisional)."),
        ),
    }
}

/// Every shortfall, their sum, and the table in which the sum stands.
fn grade(source: &Source<'_>, period: &PeriodResult, blocks: &mut Vec<Block>) {
    blocks.push(heading(source.say("評価の計算", "How the grade is computed")));
    let rows = period.shortfalls.iter().enumerate().map(|(at, one)| {
        Row::new(vec![
            Cell::new((at + 1).to_string()),
            Cell::new(one.item.label().say(source.language)),
            Cell::new(subject(source, one)),
            Cell::new(time(one.at)),
            Cell::new(reason(source, period, one)),
        ])
    });
    let rows: Vec<Row> = rows.collect();
    let columns = [
        (Column::end(5), source.say("数", "No.")),
        (Column::start(26), source.say("項目", "Item")),
        (Column::start(22), source.say("対象", "Subject")),
        (Column::start(18), source.say("いつ", "When")),
        (Column::start(70), source.say("理由", "Why")),
    ];
    match rows.is_empty() {
        true => blocks.push(Block::Paragraph(
            source
                .say("未達成はありません。", "There is no shortfall.")
                .to_owned(),
        )),
        false => blocks.push(table(source.say("未達成の一覧", "Shortfalls"), &columns, rows)),
    }
    let number = |item: Item| period.shortfalls.iter().filter(|one| one.item == item).count();
    let parts = Item::ALL.map(|item| (item.label().say(source.language), number(item)));
    let parts =
        parts.map(|(name, count)| source.tell(format!("{name} {count}件"), format!("{name} {count}")));
    let (sum, total) = (parts.join(source.say("＋", " + ")), period.shortfalls.len());
    let grade = period.grade.map_or("—", Grade::letter);
    blocks.push(Block::Paragraph(source.tell(
        format!("{sum}＝{total}件。下の表で、{total}件は{grade}です。"),
        format!("{sum} = {total}. In the table below, {total} is {grade}."),
    )));
    blocks.push(grade_table(source, period));
    let counted = source.agreement.at(period.period.span.start()).annexed_count;
    if !counted {
        blocks.push(Block::Paragraph(
            source
                .say(
                    "巻末の事項が守られなかったことは、この取り決めでは件数に入れません。",
                    "By these terms, findings on annexed items are not in the sum.",
                )
                .to_owned(),
        ));
    }
}

fn grade_table(source: &Source<'_>, period: &PeriodResult) -> Block {
    let bounds = &source.agreement.at(period.period.span.start()).grades;
    let (a, b, c) = (bounds.a_at_most, bounds.b_at_most, bounds.c_at_most);
    let range = |from: u64, to: u64| match from == to {
        true => source.tell(format!("{to}件"), to.to_string()),
        false => source.tell(format!("{from}〜{to}件"), format!("{from} to {to}")),
    };
    let beyond = source.tell(format!("{}件以上", c + 1), format!("{} or more", c + 1));
    let grades = [
        (Grade::A, range(0, a)),
        (Grade::B, range(a + 1, b)),
        (Grade::C, range(b + 1, c)),
        (Grade::D, beyond),
    ];
    let rows = grades.map(|(grade, range)| {
        let own = period.grade == Some(grade);
        let mark = match own {
            true => Cell::new(source.say("● この評価期間", "● this period")).styled(CellStyle::Raised),
            false => Cell::new(""),
        };
        Row::new(vec![Cell::new(grade.letter()), Cell::new(range), mark])
    });
    let columns = [
        (Column::centre(10), source.say("評価", "Grade")),
        (Column::start(20), source.say("未達成の件数", "Shortfalls")),
        (Column::start(24), source.say("結果", "Result")),
    ];
    table(source.say("評価の段階", "Grades"), &columns, rows.into())
}

fn subject(source: &Source<'_>, one: &Shortfall) -> String {
    match one.item {
        Item::Availability(band) => source.band(band).to_owned(),
        _ => one.subject.clone(),
    }
}

/// Why a shortfall is one, in a sentence.
fn reason(source: &Source<'_>, period: &PeriodResult, one: &Shortfall) -> String {
    let of_late = |late: &&Late| Item::from(late.kind) == one.item && late.id == one.subject;
    match one.item {
        Item::Availability(band) => {
            let result = period.bands.iter().find(|result| result.band == band);
            let figures = result.and_then(|result| Some((result.availability()?, result.target?)));
            figures.map_or_else(String::new, |(availability, target)| {
                source.tell(
                    format!("評価期間の稼働率 {availability}%が目標の{target}%に届かない"),
                    format!(
                        "Availability over the period, {availability} %, is below the target of {target} %"
                    ),
                )
            })
        }
        Item::FirstResponse | Item::Update => {
            let late = source.evaluation.late.iter().find(of_late);
            late.map_or_else(String::new, |late| late_reason(source, late))
        }
        Item::Annexed => one.detail.say(source.language).to_owned(),
    }
}

/// A row for each month.
fn months(source: &Source<'_>, period: &PeriodResult, blocks: &mut Vec<Block>) {
    let span = period.period.span;
    blocks.push(heading(source.say("月ごとのまとめ", "The months")));
    let mut rows = Vec::new();
    for month in &source.evaluation.months {
        let own = month.period.span;
        if own.and(span).is_none() {
            continue;
        }
        let late = |kind: LateKind| {
            let all = source.evaluation.late.iter();
            let count = all
                .filter(|late| late.kind == kind && !late.excused && own.holds(late.limit))
                .count();
            if count == 0 {
                dash()
            } else {
                Cell::new(count.to_string())
            }
        };
        let short = source.evaluation.short_items(&source.taken.events, month);
        let names: Vec<&str> = short
            .iter()
            .map(|item| item.label().say(source.language))
            .collect();
        let mut cells = vec![Cell::new(month_name(own.start().date()))];
        for band in &month.bands {
            let percent = band.availability().as_ref().map(Availability::to_string);
            let percent = percent.map_or_else(dash, |percent| Cell::new(format!("{percent}%")));
            cells.push(match band.met() {
                Some(false) => percent.styled(CellStyle::Severe),
                _ => percent,
            });
            cells.push(match band.measured.stop_seconds {
                0 => dash(),
                seconds => Cell::new(length(seconds)),
            });
        }
        cells.extend([late(LateKind::FirstResponse), late(LateKind::Update)]);
        cells.push(if names.is_empty() {
            dash()
        } else {
            Cell::new(source.list(&names))
        });
        rows.push(Row::new(cells));
    }
    let columns = [
        (Column::start(10), source.say("月", "Month")),
        (
            Column::end(12),
            source.say("稼働率（業務時間）", "Availability, business hours"),
        ),
        (
            Column::end(12),
            source.say("停止（業務時間）", "Stopped, business hours"),
        ),
        (
            Column::end(12),
            source.say("稼働率（その他）", "Availability, other times"),
        ),
        (
            Column::end(12),
            source.say("停止（その他）", "Stopped, other times"),
        ),
        (
            Column::end(11),
            source.say("一次対応の遅れ", "Late first responses"),
        ),
        (Column::end(11), source.say("更新の遅れ", "Late updates")),
        (
            Column::start(50),
            source.say("約束に届かなかった項目", "Items that fell short"),
        ),
    ];
    blocks.push(table(source.say("月ごとのまとめ", "Months"), &columns, rows));
}

/// What a yearly report holds besides, which no event tells (GL 別紙1-II 6.5 (1)).
fn others(source: &Source<'_>, blocks: &mut Vec<Block>) {
    let name = source.say("年次で報告するほかの事項", "Other subjects of the yearly report");
    blocks.push(heading(name));
    blocks.push(Block::Paragraph(source.say(
        "もとにした記録にないため、空欄にしてあります。内容、または内容を示した文書の名前を、提供事業者が記入してください。",
        "The records do not hold these. The provider fills in the content or names the paper that has it.",
    ).to_owned()));
    blocks.push(form(
        source,
        name,
        &[
            source.say("法令等の順守の状況", "Conformity with laws"),
            source.say("個人情報の安全管理の実施の記録", "Record of personal-data safety"),
            source.say("監査の結果", "Results of audits"),
            source.say("教育・訓練の実施", "Training"),
            source.say("財務の状況", "Finances"),
        ],
    ));
}

/// The confirmation of both sides.
fn confirmations(source: &Source<'_>, blocks: &mut Vec<Block>) {
    blocks.push(heading(source.say("双方の確認", "Confirmation of both sides")));
    let about = source.about;
    let side = |role: &str, name: &Option<String>| {
        let name = name.as_deref().unwrap_or("\u{3000}");
        Row::new(vec![
            Cell::new(format!("{role}\n{name}")),
            blank(5),
            blank(1),
            blank(1),
        ])
    };
    let rows = vec![
        side(source.say("提供事業者", "Provider"), &about.provider),
        side(source.say("医療機関等", "Institution"), &about.institution),
    ];
    let columns = [
        (Column::start(34), source.say("当事者", "Side")),
        (Column::start(56), source.say("所見", "Remarks")),
        (Column::start(20), source.say("確認した日", "Date")),
        (Column::start(36), source.say("氏名・署名", "Name, signature")),
    ];
    blocks.push(table(source.say("双方の確認", "Confirmation"), &columns, rows));
}
