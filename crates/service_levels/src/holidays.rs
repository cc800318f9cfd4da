//! Japan's national holidays by law, 1948-07-20 to 2099 (国民の祝日に関する法律 and the laws that changed it).

use jiff::civil::{Date, Weekday};
use mamori_words::Words;

/// On which day of a year a holiday falls.
enum Falls {
    /// Month and day.
    On(i8, i8),
    /// Month, and which Monday of it.
    Monday(i8, i8),
    /// The day of the vernal equinox.
    Spring,
    /// The day of the autumnal equinox.
    Autumn,
}

/// A holiday in a run of years, both included.
struct Rule {
    name: Words,
    years: (i16, i16),
    falls: Falls,
}

const fn rule(ja: &'static str, en: &'static str, years: (i16, i16), falls: Falls) -> Rule {
    Rule {
        name: Words::new(ja, en),
        years,
        falls,
    }
}

/// The last year whose equinoxes the formulas foretell.
const LAST: i16 = 2099;

/// Every holiday the laws name. The law came into force on 1948-07-20, so its first year has three.
const RULES: &[Rule] = &[
    rule("元日", "New Year's Day", (1949, LAST), Falls::On(1, 1)),
    rule("成人の日", "Coming of Age Day", (1949, 1999), Falls::On(1, 15)),
    rule("成人の日", "Coming of Age Day", (2000, LAST), Falls::Monday(1, 2)),
    rule(
        "建国記念の日",
        "National Foundation Day",
        (1967, LAST),
        Falls::On(2, 11),
    ),
    rule("天皇誕生日", "Emperor's Birthday", (2020, LAST), Falls::On(2, 23)),
    rule("大喪の礼", "Imperial funeral", (1989, 1989), Falls::On(2, 24)),
    rule("春分の日", "Vernal Equinox Day", (1949, LAST), Falls::Spring),
    rule("結婚の儀", "Imperial wedding", (1959, 1959), Falls::On(4, 10)),
    rule("天皇誕生日", "Emperor's Birthday", (1949, 1988), Falls::On(4, 29)),
    rule("みどりの日", "Greenery Day", (1989, 2006), Falls::On(4, 29)),
    rule("昭和の日", "Showa Day", (2007, LAST), Falls::On(4, 29)),
    rule("即位の日", "Accession Day", (2019, 2019), Falls::On(5, 1)),
    rule(
        "憲法記念日",
        "Constitution Memorial Day",
        (1949, LAST),
        Falls::On(5, 3),
    ),
    rule("みどりの日", "Greenery Day", (2007, LAST), Falls::On(5, 4)),
    rule("こどもの日", "Children's Day", (1949, LAST), Falls::On(5, 5)),
    rule("結婚の儀", "Imperial wedding", (1993, 1993), Falls::On(6, 9)),
    rule("海の日", "Marine Day", (1996, 2002), Falls::On(7, 20)),
    rule("海の日", "Marine Day", (2003, 2019), Falls::Monday(7, 3)),
    rule("海の日", "Marine Day", (2020, 2020), Falls::On(7, 23)),
    rule("海の日", "Marine Day", (2021, 2021), Falls::On(7, 22)),
    rule("海の日", "Marine Day", (2022, LAST), Falls::Monday(7, 3)),
    rule("山の日", "Mountain Day", (2016, 2019), Falls::On(8, 11)),
    rule("山の日", "Mountain Day", (2020, 2020), Falls::On(8, 10)),
    rule("山の日", "Mountain Day", (2021, 2021), Falls::On(8, 8)),
    rule("山の日", "Mountain Day", (2022, LAST), Falls::On(8, 11)),
    rule(
        "敬老の日",
        "Respect for the Aged Day",
        (1966, 2002),
        Falls::On(9, 15),
    ),
    rule(
        "敬老の日",
        "Respect for the Aged Day",
        (2003, LAST),
        Falls::Monday(9, 3),
    ),
    rule("秋分の日", "Autumnal Equinox Day", (1948, LAST), Falls::Autumn),
    rule(
        "体育の日",
        "Health and Sports Day",
        (1966, 1999),
        Falls::On(10, 10),
    ),
    rule(
        "体育の日",
        "Health and Sports Day",
        (2000, 2019),
        Falls::Monday(10, 2),
    ),
    rule("スポーツの日", "Sports Day", (2020, 2020), Falls::On(7, 24)),
    rule("スポーツの日", "Sports Day", (2021, 2021), Falls::On(7, 23)),
    rule("スポーツの日", "Sports Day", (2022, LAST), Falls::Monday(10, 2)),
    rule("即位礼正殿の儀", "Enthronement", (2019, 2019), Falls::On(10, 22)),
    rule("文化の日", "Culture Day", (1948, LAST), Falls::On(11, 3)),
    rule("即位礼正殿の儀", "Enthronement", (1990, 1990), Falls::On(11, 12)),
    rule(
        "勤労感謝の日",
        "Labour Thanksgiving Day",
        (1948, LAST),
        Falls::On(11, 23),
    ),
    rule(
        "天皇誕生日",
        "Emperor's Birthday",
        (1989, 2018),
        Falls::On(12, 23),
    ),
];

/// The first day on which a holiday that falls on a Sunday moves on.
const SUBSTITUTES_FROM: Date = jiff::civil::date(1973, 4, 12);

/// The first day on which a substitute passes over holidays that follow the Sunday.
const SUBSTITUTES_PASS_FROM: Date = jiff::civil::date(2007, 1, 1);

/// The first day on which a day between two holidays is one.
const BETWEEN_FROM: Date = jiff::civil::date(1985, 12, 27);

/// The holiday of a day, substitutes and days between two holidays included; nothing on other days and
/// outside 1948–2099.
pub fn national_holiday(date: Date) -> Option<Words> {
    let named = named(date);
    named.or_else(|| substitute(date)).or_else(|| between(date))
}

/// The holiday the law names for a day.
fn named(date: Date) -> Option<Words> {
    let rule = RULES.iter().find(|rule| rule.falls_on(date))?;
    Some(rule.name)
}

/// 振替休日: the day after a holiday on a Sunday, since 2007 the next that is no holiday by name.
fn substitute(date: Date) -> Option<Words> {
    let mut before = date.yesterday().ok()?;
    while before.weekday() != Weekday::Sunday && date >= SUBSTITUTES_PASS_FROM && named(before).is_some() {
        before = before.yesterday().ok()?;
    }
    let moves = before.weekday() == Weekday::Sunday && before >= SUBSTITUTES_FROM && named(before).is_some();
    moves.then_some(Words::new("振替休日", "Substitute holiday"))
}

/// 国民の休日: a day between two holidays; until 2006 no Sunday.
fn between(date: Date) -> Option<Words> {
    let neighbours = [date.yesterday().ok()?, date.tomorrow().ok()?];
    let open = date >= SUBSTITUTES_PASS_FROM || date.weekday() != Weekday::Sunday;
    let is_between = date >= BETWEEN_FROM && open && neighbours.into_iter().all(|day| named(day).is_some());
    is_between.then_some(Words::new("国民の休日", "Citizens' holiday"))
}

impl Rule {
    fn falls_on(&self, date: Date) -> bool {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let in_years = (self.years.0..=self.years.1).contains(&year);
        in_years
            && match self.falls {
                Falls::On(own_month, own_day) => (month, day) == (own_month, own_day),
                Falls::Monday(own_month, nth) => {
                    month == own_month && date.weekday() == Weekday::Monday && (day - 1) / 7 + 1 == nth
                }
                Falls::Spring => month == 3 && i32::from(day) == spring(i32::from(year)),
                Falls::Autumn => month == 9 && i32::from(day) == autumn(i32::from(year)),
            }
    }
}

/// Millionths of a day by which the equinox moves on from year to year.
const YEARLY: i32 = 242_194;

/// The day of March of the vernal equinox: the approximation of the maritime safety agency's tables.
fn spring(year: i32) -> i32 {
    match year {
        ..1980 => (20_835_700 + YEARLY * (year - 1980)) / 1_000_000 - (year - 1983) / 4,
        _ => (20_843_100 + YEARLY * (year - 1980)) / 1_000_000 - (year - 1980) / 4,
    }
}

/// The day of September of the autumnal equinox, likewise.
fn autumn(year: i32) -> i32 {
    match year {
        ..1980 => (23_258_800 + YEARLY * (year - 1980)) / 1_000_000 - (year - 1983) / 4,
        _ => (23_248_800 + YEARLY * (year - 1980)) / 1_000_000 - (year - 1980) / 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Tables that others keep, one date a line; the file names its sources.
    const PUBLISHED: &str = include_str!("../tests/holidays.csv");

    fn published() -> Vec<Date> {
        let dates = PUBLISHED.lines().filter(|line| !line.starts_with('#'));
        dates.map(|line| line.parse().expect("a date a line")).collect()
    }

    #[test]
    fn holidays_are_the_published_ones_on_every_day_of_151_years() {
        let mut day = date(1948, 1, 1);
        let mut found = Vec::new();
        while day < date(2100, 1, 1) {
            found.extend(national_holiday(day).map(|_| day));
            day = day.tomorrow().unwrap();
        }
        let published = published();
        assert!(published.len() > 2200);
        for (found, published) in found.iter().zip(&published) {
            assert_eq!(found, published);
        }
        assert_eq!(found.len(), published.len());
    }

    #[test]
    fn days_that_laws_moved_are_known_by_name() {
        let name = |year, month, day| national_holiday(date(year, month, day)).map(|words| words.ja);
        assert_eq!(name(1973, 2, 12), None, "the law on substitutes came in April");
        assert_eq!(name(1973, 4, 30), Some("振替休日"));
        assert_eq!(name(1986, 5, 4), None, "a Sunday between two holidays");
        assert_eq!(name(1988, 5, 4), Some("国民の休日"));
        assert_eq!(
            name(2009, 5, 6),
            Some("振替休日"),
            "the third day after the Sunday"
        );
        assert_eq!(name(2009, 9, 22), Some("国民の休日"));
        assert_eq!(name(2019, 4, 30), Some("国民の休日"));
        assert_eq!(name(2019, 12, 23), None);
        assert_eq!(name(2020, 7, 24), Some("スポーツの日"));
        assert_eq!(name(2020, 10, 12), None);
        assert_eq!(name(2021, 8, 9), Some("振替休日"));
        assert_eq!(name(2100, 1, 1), None);
    }
}
