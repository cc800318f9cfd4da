//! Business hours day by day, holidays and agreed windows, as the SLA says them (GL 別紙1 II 1.3, 7.1 (2)).

use super::decisions;
use super::terms::{holiday_times, weekday_times};
use crate::Paper;
use mamori_domain::{ClockSpan, DayHours, HoursDay, Opening, SlaWindow, clock_text};
use mamori_rules::agreed_terms::AgreedTerms;

wording! {
    SPAN = "{0}から{1}まで" / "{0} to {1}";
    NEXT_DAY = "{0}から翌日の{1}まで" / "{0} to {1} on the next day";
    WHOLE_DAY = "終日" / "all day";
    NONE = "なし" / "none";
    SAME = "曜日のとおり" / "those of the day of the week";
    ANY_WEEKDAY = "曜日にかかわらず {0}" / "{0}, whatever the day of the week";
    NATIONAL = "国民の祝日" / "national holidays";
    NATIONAL_AND = "国民の祝日と {0}" / "national holidays, and {0}";
    NO_HOLIDAYS = "設けない" / "there are none";
    GROUP = "{0}：{1}" / "{0}: {1}";
    WINDOW = "{0} {1}" / "{0} {1}";
    PURPOSE = "{0}（{1}）" / "{0} ({1})";
    HOLIDAYS_OF = "休日（{0}）" / "Holidays ({0})";
}

/// Whether hours are agreed otherwise than for Monday to Saturday, and for Sundays and national holidays.
/// Which days are holidays tells nothing while all days have the same hours.
pub(crate) fn are_by_day(paper: &Paper<'_>) -> bool {
    let terms = decisions::terms(paper);
    let agreed = terms.agreed();
    let other_holidays = !agreed.national_holidays() || !agreed.terms.extra_holidays.is_empty();
    !agreed.hours.is_empty() || (other_holidays && weekday_times(paper) != holiday_times(paper))
}

/// Whether windows are agreed.
pub(crate) fn has_windows(paper: &Paper<'_>) -> bool {
    !decisions::terms(paper).agreed().windows.is_empty()
}

/// The hours of a day; those of holidays with the days they are for.
pub(super) fn of_day(paper: &Paper<'_>, day: HoursDay) -> Option<String> {
    let terms = decisions::terms(paper);
    let agreed = terms.agreed();
    if day == HoursDay::Holiday && agreed.has_no_holidays() {
        return Some(paper.say(SAME).to_owned());
    }
    let spans = match agreed.hours.get(&day).map(DayHours::opening) {
        Some(Opening::Spans(spans)) => spans.clone(),
        Some(Opening::SameAsWeekday) => Vec::new(),
        None => {
            let times = match day {
                HoursDay::Sunday | HoursDay::Holiday => holiday_times(paper)?,
                _ => weekday_times(paper)?,
            };
            let minute = |hour: i64| u16::try_from(hour * 60).ok();
            let (start, end) = (minute(times.0)?, minute(times.1)?);
            let forwards = start < end;
            forwards.then_some(ClockSpan { start, end }).into_iter().collect()
        }
    };
    let text = hours(paper, &spans);
    Some(match day {
        HoursDay::Holiday => paper.fill(ANY_WEEKDAY, &[&text]),
        _ => text,
    })
}

/// Spans within a day.
pub(super) fn hours(paper: &Paper<'_>, spans: &[ClockSpan]) -> String {
    let texts: Vec<String> = spans.iter().map(|span| span_text(paper, *span)).collect();
    match texts.is_empty() {
        true => paper.say(NONE).to_owned(),
        false => paper.list(&texts.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

/// What was typed of a day: spans, none, or the hours of its weekday.
pub(super) fn typed(paper: &Paper<'_>, typed: &DayHours) -> String {
    match typed.opening() {
        Opening::Spans(spans) => hours(paper, spans),
        Opening::SameAsWeekday => paper.say(SAME).to_owned(),
    }
}

fn span_text(paper: &Paper<'_>, span: ClockSpan) -> String {
    const DAY: u16 = 24 * 60;
    let (start, end) = (clock_text(span.start), clock_text(span.end));
    match span {
        ClockSpan { start: 0, end: DAY } => paper.say(WHOLE_DAY).to_owned(),
        ClockSpan { end, .. } if end > DAY => paper.fill(NEXT_DAY, &[&start, &clock_text(end)]),
        _ => paper.fill(SPAN, &[&start, &end]),
    }
}

/// All days, those of the same hours together, a line for each.
pub(super) fn week(paper: &Paper<'_>) -> Option<String> {
    let mut groups: Vec<(Vec<String>, String)> = Vec::new();
    for day in HoursDay::ALL {
        let name = match day {
            HoursDay::Holiday => paper.fill(HOLIDAYS_OF, &[&holidays(paper)]),
            _ => paper.say(day.words()).to_owned(),
        };
        let text = of_day(paper, *day)?;
        match groups.iter_mut().find(|(_, hours)| *hours == text) {
            Some((days, _)) => days.push(name),
            None => groups.push((vec![name], text)),
        }
    }
    let line = |(days, hours): &(Vec<String>, String)| {
        let days = paper.list(&days.iter().map(String::as_str).collect::<Vec<_>>());
        paper.fill(GROUP, &[&days, hours])
    };
    Some(groups.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// The days that are holidays.
pub(super) fn holidays(paper: &Paper<'_>) -> String {
    let terms = decisions::terms(paper);
    let agreed: &AgreedTerms = terms.agreed();
    let days: Vec<String> = agreed
        .terms
        .extra_holidays
        .iter()
        .map(ToString::to_string)
        .collect();
    let days = paper.list(&days.iter().map(String::as_str).collect::<Vec<_>>());
    match (agreed.national_holidays(), days.is_empty()) {
        (true, true) => paper.say(NATIONAL).to_owned(),
        (true, false) => paper.fill(NATIONAL_AND, &[&days]),
        (false, true) => paper.say(NO_HOLIDAYS).to_owned(),
        (false, false) => days,
    }
}

/// The windows in which stops are agreed; nothing if there are none.
pub(super) fn windows(paper: &Paper<'_>) -> Option<String> {
    let terms = decisions::terms(paper);
    let texts: Vec<String> = terms
        .agreed()
        .windows
        .iter()
        .map(|row| window(paper, row))
        .collect();
    (!texts.is_empty()).then(|| paper.list(&texts.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// One window, with what it is for.
pub(super) fn window(paper: &Paper<'_>, row: &SlaWindow) -> String {
    let hours = span_text(paper, row.hours.span());
    let text = paper.fill(WINDOW, &[paper.say(row.day.words()), &hours]);
    match &row.purpose {
        Some(purpose) => paper.fill(PURPOSE, &[&text, purpose]),
        None => text,
    }
}

/// The same as a value of the table at the head.
pub(super) fn windows_or_none(paper: &Paper<'_>) -> String {
    windows(paper).unwrap_or_else(|| paper.say(NONE).to_owned())
}
