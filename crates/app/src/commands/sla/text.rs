//! Results for people, with the arithmetic open.

use mamori_domain::{Language, Words};
use mamori_service_levels::{
    Band, BandResult, Budget, Evaluation, Instant, Period, PeriodKind, PeriodResult, Taken,
};
use std::fmt::Write as _;

/// An evaluation in lines.
pub(super) fn evaluation(evaluation: &Evaluation, taken: &Taken, language: Language) -> String {
    let mut out = String::new();
    for result in evaluation.months.iter().chain(&evaluation.evaluations) {
        period(result, language, &mut out);
    }
    let heading = |out: &mut String, words: Words| {
        let _ = writeln!(out, "\n{}", words.say(language));
    };
    heading(&mut out, Words::new("未達成", "Shortfalls"));
    for one in evaluation.shortfalls() {
        let _ = writeln!(
            out,
            "  {}  {}  {}",
            shown(one.at),
            one.subject,
            one.detail.say(language)
        );
    }
    if evaluation.shortfalls().next().is_none() {
        let _ = writeln!(out, "  {}", Words::new("なし", "none").say(language));
    }
    if !evaluation.consequences.is_empty() {
        heading(&mut out, Words::new("その結果", "Consequences"));
    }
    for one in &evaluation.consequences {
        let _ = writeln!(out, "  {}  {}", shown(one.at), one.detail.say(language));
    }
    let grade = evaluation.grade().map_or("—", |grade| grade.letter());
    let words = Words::new(
        "終わった評価期間の評価",
        "Grade of the last complete evaluation period",
    );
    let _ = writeln!(out, "\n{}: {grade}", words.say(language));
    input(taken, language, &mut out);
    out
}

fn input(taken: &Taken, language: Language, out: &mut String) {
    let (rows, used, refused) = (taken.rows, taken.used(), taken.refused.len());
    let _ = match language {
        Language::Japanese => writeln!(out, "読んだ行 {rows}、使った行 {used}、使わなかった行 {refused}"),
        Language::English => writeln!(out, "Rows read {rows}, used {used}, refused {refused}"),
    };
    for one in &taken.refused {
        let _ = writeln!(out, "  {}: {}", one.row, one.reason.say(language));
    }
}

fn period(result: &PeriodResult, language: Language, out: &mut String) {
    let grade = result
        .grade
        .map(|grade| format!("  {}", grade.letter()))
        .unwrap_or_default();
    let running = match result.period.is_complete() {
        true => "",
        false => Words::new("（途中）", " (running)").say(language),
    };
    let title = title(&result.period, language);
    let _ = writeln!(out, "{title}{running}{grade}");
    for one in &result.bands {
        let _ = writeln!(out, "  {}", band(one, language));
    }
}

fn title(period: &Period, language: Language) -> String {
    let kind = match period.kind {
        PeriodKind::Month => Words::new("月", "Month"),
        PeriodKind::Evaluation => Words::new("評価期間", "Evaluation period"),
    };
    format!(
        "{} {} – {}",
        kind.say(language),
        shown(period.span.start()),
        shown(period.span.end())
    )
}

/// An instant; midnight as its day alone.
fn shown(instant: Instant) -> String {
    let text = instant.to_string();
    text.strip_suffix("T00:00:00+09:00")
        .map_or(text.clone(), str::to_owned)
}

fn name(band: Band) -> Words {
    match band {
        Band::Business => Words::new("業務時間", "Business hours"),
        Band::Other => Words::new("その他の時間", "Other times"),
    }
}

fn band(result: &BandResult, language: Language) -> String {
    let measured = &result.measured;
    let (service, stop) = (measured.service_seconds, measured.stop_seconds);
    let name = name(result.band).say(language);
    let Some(availability) = result.availability() else {
        let none = Words::new("提供する時間がありません", "no service was to be offered");
        return format!("{name}: {}", none.say(language));
    };
    let judged = match (result.target, result.met()) {
        (Some(target), Some(met)) => {
            let met = match met {
                true => Words::new("達成", "met"),
                false => Words::new("未達成", "not met"),
            };
            let word = Words::new("目標", "target").say(language);
            format!("{word} {target}% {}", met.say(language))
        }
        _ => Words::new("目標なし", "no target").say(language).to_owned(),
    };
    format!("{name}: ({service} − {stop}) ÷ {service} = {availability}%  {judged}")
}

/// Budgets in lines.
pub(super) fn budgets(budgets: &[Budget], language: Language) -> String {
    let mut out = String::new();
    for budget in budgets {
        let until = Words::new("終わり", "ends").say(language);
        let _ = writeln!(
            out,
            "{} ({until} {})",
            title(&budget.period, language),
            shown(budget.period.ends)
        );
        for one in &budget.bands {
            let name = name(one.band).say(language);
            let (allowed, used, left) = (one.allowed_seconds, one.used_seconds, one.left_seconds());
            let burn = one
                .burn_rate()
                .map_or_else(|| "—".to_owned(), |(n, d)| hundredths(n, d));
            let _ = match language {
                Language::Japanese => writeln!(
                    out,
                    "  {name}: 許される停止 {allowed}秒、使った {used}秒、残り {left}秒、消費の速さ {burn}倍"
                ),
                Language::English => writeln!(
                    out,
                    "  {name}: allowed {allowed} s, used {used} s, left {left} s, burn rate {burn}"
                ),
            };
        }
    }
    out
}

/// A fraction with two decimals, rounded up, so that a budget never looks better than it is.
fn hundredths(numerator: i128, denominator: i128) -> String {
    let parts = (numerator * 100 + denominator - 1) / denominator;
    format!("{}.{:02}", parts / 100, parts % 100)
}
