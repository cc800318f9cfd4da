//! Hours of a day and windows that recur, as a person writes them: `09:00-12:30, 15:00-19:00`, `none`,
//! `Sun 02:00-04:00`. The one reading of them, whatever file they stand in.

use crate::description::{Form, ValueType};
use crate::{FieldValue, Said, Words};
use jiff::civil::Weekday;
use std::fmt;
use std::sync::Arc;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A span between two times of the clock, in minutes from the midnight before its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockSpan {
    /// The first minute.
    pub start: u16,
    /// The minute at which it is over; beyond a day if it ends on the next.
    pub end: u16,
}

impl fmt::Display for ClockSpan {
    /// `09:00-18:00`, as it is written in files.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", clock_text(self.start), clock_text(self.end))
    }
}

/// A time of the clock: `09:00`; `24:00` is the end of the day, what lies beyond it a time of the next.
pub fn clock_text(minute: u16) -> String {
    let minute = if minute > DAY { minute - DAY } else { minute };
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The hours in which something is open on a day, kept as they were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHours {
    text: Arc<str>,
    opening: Opening,
}

/// What hours of a day mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Spans within the day, in order and apart; none if it is closed.
    Spans(Vec<ClockSpan>),
    /// The hours that the day of the week has: said of holidays that change nothing.
    SameAsWeekday,
}

impl DayHours {
    /// What they mean.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }
}

/// The words for no hours at all.
const NONE: [&str; 2] = ["none", "なし"];
/// The words for the hours of the weekday.
const SAME: [&str; 2] = ["same", "曜日のとおり"];

const DAY_HOURS: Form = Form {
    pattern: "^\\s*(none|なし|same|曜日のとおり|[0-9]{1,2}:[0-9]{2}\\s*[-–〜～]\\s*[0-9]{1,2}:[0-9]{2}(\\s*[,、]\\s*[0-9]{1,2}:[0-9]{2}\\s*[-–〜～]\\s*[0-9]{1,2}:[0-9]{2})*)\\s*$",
    words: Words::new(
        "時間帯（09:00-12:30, 15:00-19:00 の形）か none（なし）か same（曜日のとおり）",
        "spans of hours like 09:00-12:30, 15:00-19:00, or none, or same",
    ),
    examples: &["09:00-18:00", "09:00-12:30, 15:00-19:00", "none"],
};

impl FieldValue for DayHours {
    const TYPE: ValueType = ValueType::Formed(&DAY_HOURS);
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = text.trim();
        let opening = match text {
            word if SAME.contains(&word) => Opening::SameAsWeekday,
            word if NONE.contains(&word) => Opening::Spans(Vec::new()),
            spans => Opening::Spans(day_spans(spans)?),
        };
        Ok(DayHours {
            text: text.into(),
            opening,
        })
    }
    fn write(&self) -> String {
        self.text.to_string()
    }
}

fn day_spans(text: &str) -> Result<Vec<ClockSpan>, Said> {
    let mut spans: Vec<ClockSpan> = Vec::new();
    for part in text.split([',', '、']) {
        let span = clock_span(part).filter(|span| span.start < span.end);
        let span = span.ok_or_else(|| no_span(part))?;
        if spans.last().is_some_and(|last| span.start < last.end) {
            return Err(Said::new(
                format!("「{text}」の時間帯が重なっているか、順に並んでいません"),
                format!("The hours of \"{text}\" overlap or stand out of order"),
            ));
        }
        spans.push(span);
    }
    Ok(spans)
}

/// The hours of a window that recurs, kept as they were typed. What ends at or before its start ends on
/// the next day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowHours {
    text: Arc<str>,
    span: ClockSpan,
}

impl WindowHours {
    /// Its span; its end lies beyond a day if it is on the next.
    pub fn span(&self) -> ClockSpan {
        self.span
    }
}

const WINDOW_HOURS: Form = Form {
    pattern: "^\\s*[0-9]{1,2}:[0-9]{2}\\s*[-–〜～]\\s*[0-9]{1,2}:[0-9]{2}\\s*$",
    words: Words::new("時間帯（02:00-04:00 の形）", "a span of hours like 02:00-04:00"),
    examples: &["02:00-04:00", "23:00-01:00"],
};

impl FieldValue for WindowHours {
    const TYPE: ValueType = ValueType::Formed(&WINDOW_HOURS);
    const REQUIRED: bool = true;
    fn read(text: &str) -> Result<Self, Said> {
        let text = text.trim();
        let span = clock_span(text).ok_or_else(|| no_span(text))?;
        let end = if span.end <= span.start {
            span.end + DAY
        } else {
            span.end
        };
        Ok(WindowHours {
            text: text.into(),
            span: ClockSpan { end, ..span },
        })
    }
    fn write(&self) -> String {
        self.text.to_string()
    }
}

/// Both ends of `09:00-18:00`, in whatever order they stand.
fn clock_span(text: &str) -> Option<ClockSpan> {
    let (start, end) = text.trim().split_once(['-', '–', '〜', '～'])?;
    Some(ClockSpan {
        start: clock(start.trim())?,
        end: clock(end.trim())?,
    })
}

/// Minutes from midnight of `09:00`; `24:00` is the end of the day.
fn clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= DAY).then_some(minutes)
}

fn no_span(text: &str) -> Said {
    Said::new(
        format!("「{text}」は時間帯として読めません。09:00-18:00 のように書いてください"),
        format!("\"{text}\" is no span of hours: write it like 09:00-18:00"),
    )
}

choice!(
    /// A day for which hours are agreed: of the week, or any holiday.
    HoursDay {
        Monday = "monday", "月曜日" / "Monday";
        Tuesday = "tuesday", "火曜日" / "Tuesday";
        Wednesday = "wednesday", "水曜日" / "Wednesday";
        Thursday = "thursday", "木曜日" / "Thursday";
        Friday = "friday", "金曜日" / "Friday";
        Saturday = "saturday", "土曜日" / "Saturday";
        Sunday = "sunday", "日曜日" / "Sunday";
        Holiday = "holiday", "休日" / "Holidays";
    }
);

choice!(
    /// The day on which a window begins: of the week, or every day.
    WindowDay {
        Monday = "monday", "月曜日" / "Monday";
        Tuesday = "tuesday", "火曜日" / "Tuesday";
        Wednesday = "wednesday", "水曜日" / "Wednesday";
        Thursday = "thursday", "木曜日" / "Thursday";
        Friday = "friday", "金曜日" / "Friday";
        Saturday = "saturday", "土曜日" / "Saturday";
        Sunday = "sunday", "日曜日" / "Sunday";
        Daily = "daily", "毎日" / "daily";
    }
);

impl HoursDay {
    /// The days of the week, from Monday.
    pub fn week() -> &'static [HoursDay] {
        HoursDay::ALL.split_last().map_or(&[], |(_, week)| week)
    }
}

impl WindowDay {
    /// The day of the week; nothing if it is every day.
    pub const fn weekday(self) -> Option<Weekday> {
        match self {
            WindowDay::Monday => Some(Weekday::Monday),
            WindowDay::Tuesday => Some(Weekday::Tuesday),
            WindowDay::Wednesday => Some(Weekday::Wednesday),
            WindowDay::Thursday => Some(Weekday::Thursday),
            WindowDay::Friday => Some(Weekday::Friday),
            WindowDay::Saturday => Some(Weekday::Saturday),
            WindowDay::Sunday => Some(Weekday::Sunday),
            WindowDay::Daily => None,
        }
    }

    /// The day of `Sun`, `sunday`, `日`, `日曜`, `日曜日`, `daily`, `毎日`.
    fn of_word(word: &str) -> Option<WindowDay> {
        let lower = word.to_ascii_lowercase();
        let bare = word.strip_suffix("曜日").or_else(|| word.strip_suffix('曜'));
        let fits = |day: &&WindowDay| {
            let (code, ja) = (day.code(), day.words().ja);
            match ja.strip_suffix("曜日") {
                None => lower == code || word == ja,
                Some(kanji) => {
                    let short = lower.len() == 3 && code.starts_with(&lower);
                    lower == code || short || bare.unwrap_or(word) == kanji
                }
            }
        };
        WindowDay::ALL.iter().find(fits).copied()
    }
}

/// Reads a window written in one: `Sun 02:00-04:00`, `日 02:00-04:00`, `daily 03:00-03:30`, `毎日
/// 23:00-01:00`.
///
/// # Errors
/// What is wrong with the text, with the way to write it.
pub fn window(text: &str) -> Result<(WindowDay, WindowHours), Said> {
    let wrong = || {
        Said::new(
            format!(
                "「{text}」は合意した時間帯として読めません。日 02:00-04:00、毎日 03:00-03:30 のように書いてください"
            ),
            format!("\"{text}\" is no agreed window: write Sun 02:00-04:00 or daily 03:00-03:30"),
        )
    };
    let (day, hours) = text.trim().split_once([' ', '　']).ok_or_else(wrong)?;
    let day = WindowDay::of_word(day).ok_or_else(wrong)?;
    Ok((day, WindowHours::read(hours)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str) -> Vec<String> {
        match DayHours::read(text).unwrap().opening() {
            Opening::Spans(spans) => spans.iter().map(ClockSpan::to_string).collect(),
            Opening::SameAsWeekday => vec!["same".to_owned()],
        }
    }

    #[test]
    fn hours_with_a_break_are_read_and_kept_as_typed() {
        assert_eq!(spans("9:00-12:30、15:00-19:00"), ["09:00-12:30", "15:00-19:00"]);
        assert_eq!(spans(" 00:00～24:00 "), ["00:00-24:00"]);
        assert!(spans("なし").is_empty() && spans("none").is_empty());
        assert_eq!(
            (spans("same"), spans("曜日のとおり")),
            (vec!["same".to_owned()], vec!["same".to_owned()])
        );
        let typed = DayHours::read("9:00-12:30、15:00-19:00").unwrap();
        assert_eq!(typed.write(), "9:00-12:30、15:00-19:00");
    }

    #[test]
    fn what_is_no_hours_of_a_day_is_refused() {
        for text in [
            "9-18",
            "18:00-09:00",
            "09:00-09:00",
            "09:00-24:01",
            "09:00-12:00,11:00-13:00",
            "15:00-19:00, 09:00-12:00",
            "09:60-10:00",
            "09:00-12:00,",
            "nones",
        ] {
            assert!(DayHours::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_window_is_read_in_both_languages_and_a_night_one_ends_on_the_next_day() {
        for text in [
            "Sun 02:00-04:00",
            "日 02:00-04:00",
            "日曜 02:00-04:00",
            "日曜日　02:00-04:00",
            "sunday 2:00-4:00",
        ] {
            let (day, hours) = window(text).unwrap();
            assert_eq!(
                (day, hours.span()),
                (WindowDay::Sunday, ClockSpan { start: 120, end: 240 }),
                "{text}"
            );
        }
        let (day, hours) = window("毎日 23:00-01:00").unwrap();
        assert_eq!((day, hours.span().end), (WindowDay::Daily, 25 * 60));
        assert_eq!(hours.span().to_string(), "23:00-01:00");
        assert_eq!(
            window("daily 03:00-03:00").unwrap().1.span().end,
            27 * 60,
            "a whole day"
        );
    }

    #[test]
    fn what_is_no_window_is_refused() {
        for text in [
            "",
            "Sun",
            "02:00-04:00",
            "Su 02:00-04:00",
            "dai 02:00-04:00",
            "Sun 2-4",
            "曜 02:00-04:00",
            "毎日曜 02:00-04:00",
            "holiday 02:00-04:00",
        ] {
            assert!(window(text).is_err(), "{text}");
        }
    }
}
