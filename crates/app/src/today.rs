//! The one place that asks what day it is.

use mamori_domain::Date;

/// Today in Japan. Japan keeps UTC+9 the whole year, so no time zone data is needed.
#[expect(
    clippy::disallowed_methods,
    reason = "time enters the program here and nowhere else"
)]
pub fn in_japan() -> Date {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    let days = (now.as_secs() + 9 * 60 * 60) / (24 * 60 * 60);
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.saturating_add(jiff::Span::new().days(i64::try_from(days).unwrap_or(0)))
}
