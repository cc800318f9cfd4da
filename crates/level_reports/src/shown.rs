//! Times, lengths, periods and names as a clinic's manager reads them.

use crate::Source;
use jiff::civil::{Date, Weekday};
use mamori_service_levels::{Band, Cause, Instant, Period};
use mamori_words::Words;

/// `2026-04-14 09:05` in Japan, with seconds only where they are not zero.
pub(crate) fn time(instant: Instant) -> String {
    let local = instant.local();
    let (date, time) = (local.date(), local.time());
    let minutes = format!("{date} {:02}:{:02}", time.hour(), time.minute());
    match time.second() {
        0 => minutes,
        second => format!("{minutes}:{second:02}"),
    }
}

/// `2:45:00`: hours, minutes, seconds; hours go beyond a day.
pub(crate) fn length(seconds: i64) -> String {
    let sign = if seconds < 0 { "−" } else { "" };
    let seconds = seconds.unsigned_abs();
    format!(
        "{sign}{}:{:02}:{:02}",
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// The month of a day: `2026-04`.
pub(crate) fn month(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

impl Source<'_> {
    /// The month of a day in a sentence: `2026年4月`, `2026-04`.
    pub(crate) fn month_in_words(&self, day: Date) -> String {
        self.tell(format!("{}年{}月", day.year(), day.month()), month(day))
    }

    /// First and last day of what was evaluated, and whether the period goes on.
    pub(crate) fn period(&self, period: &Period) -> String {
        let (start, end) = (period.span.start(), period.span.end());
        let whole_days = Instant::midnight(start.date()) == start && Instant::midnight(end.date()) == end;
        let (from, to) = match whole_days {
            true => (start.date().to_string(), end.plus(-1).date().to_string()),
            false => (time(start), time(end)),
        };
        let running = match period.is_complete() {
            true => "",
            false => self.say(
                "（期間の途中。暫定の数字）",
                " (still running; provisional figures)",
            ),
        };
        self.tell(
            format!("{from} から {to} まで{running}"),
            format!("{from} to {to}{running}"),
        )
    }

    /// A band's name.
    pub(crate) fn band(&self, band: Band) -> &'static str {
        match band {
            Band::Business => self.say("業務時間", "Business hours"),
            Band::Other => self.say("その他の時間", "Other times"),
        }
    }

    /// A cause's name, and whether it counts is told beside it.
    pub(crate) fn cause(&self, cause: Cause) -> &'static str {
        let words = match cause {
            Cause::Provider => Words::new("提供事業者", "the provider's"),
            Cause::Excluded(class) => class.label(),
            Cause::Overload => Words::new("取り決めた性能を超える負荷", "load beyond the agreed performance"),
        };
        words.say(self.language)
    }

    /// A day of a calendar: `4/14 火`, with a mark on holidays.
    pub(crate) fn day(&self, day: Date, holiday: bool) -> String {
        let weekday = match day.weekday() {
            Weekday::Monday => self.say("月", "Mo"),
            Weekday::Tuesday => self.say("火", "Tu"),
            Weekday::Wednesday => self.say("水", "We"),
            Weekday::Thursday => self.say("木", "Th"),
            Weekday::Friday => self.say("金", "Fr"),
            Weekday::Saturday => self.say("土", "Sa"),
            Weekday::Sunday => self.say("日", "Su"),
        };
        let mark = if holiday { self.say("・祝", " *") } else { "" };
        format!("{}/{} {weekday}{mark}", day.month(), day.day())
    }
}
