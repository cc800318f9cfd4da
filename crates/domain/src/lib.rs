//! The nouns of Mamori: a provider, its services and institutions, described once.
//!
//! Every kind of thing is declared by one [`kind!`] declaration: its typed structure, the file it
//! lives in, and label and help of each field in both languages. Readers, writers, schemas, forms
//! and differences walk that description ([`description`]) over one raw tree ([`raw`]); [`build`]
//! turns the raw tree into the typed [`Workspace`] and back, and collects every problem with its
//! place.
//!
//! Pure: no clock, no files, no hash order.

#[macro_use]
mod declare;

pub mod build;
pub mod description;
mod hours;
mod id;
pub mod kinds;
mod moment;
mod pattern;
mod problem;
pub mod raw;
mod references;
mod shared_ids;
mod value;
mod workspace;

pub use hours::{ClockSpan, DayHours, HoursDay, Opening, WindowDay, WindowHours, clock_text, window};
pub use id::{Id, is_id};
pub use kinds::*;
pub use mamori_words::{Explanation, Language, Said, Words};
pub use moment::Moment;
pub use pattern::Pattern;
pub use problem::Problem;
pub use value::*;
pub use workspace::{Institution, Organisation, Scope, Service, Workspace, scopes_of};

/// The day type of the model: a civil date without time or zone.
pub type Date = jiff::civil::Date;

/// The anniversary of a day some years later, by the calendar: leap days in between make no
/// difference. Of 29 February it is 28 February in years without that day.
pub fn anniversary(day: Date, years: i32) -> Date {
    day.saturating_add(jiff::Span::new().years(years))
}

/// The day some days later, or earlier where they are negative; nothing beyond the calendar's end.
pub fn days_later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The day some months later by the calendar: of the 31st it is the last day of a shorter month.
/// Nothing beyond the calendar's end.
pub fn months_later(day: Date, months: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}

/// The number of the newest text, workbook and JSON layout this program reads and the only one it
/// writes.
pub const FORMAT: i64 = 1;
