//! A term of the SLA is written down and has no effect because of another one beside it (GL 別紙1-II 1.3,
//! 6.3 (2), 7.1 (2)).

use crate::agreed_terms::Layer;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::build::Kind;
use mamori_domain::raw::RawRow;
use mamori_domain::{
    HoursDay, NationalHolidays, NotAgreed, Opening, Said, Scope, SlaTerms, SlaVersion, SlaWindow, Words,
};

/// Only what stands at one place is held against each other, the service, an institution or an earlier version: that an institution's terms go before the service's is what they are for.
pub const RULE: Rule = Rule {
    code: "sla-term-without-effect",
    mark: Mark::Should,
    guideline: "GL 別紙1 II",
    title: Words::new(
        "SLAの取り決めの値が、ほかの値のために効かない",
        "A term of the SLA has no effect because of another",
    ),
    why: Words::new(
        "書いてあるのに使われない値があると、双方が違う約束を思い浮かべたまま署名することになります。",
        "Where something is written that does not count, both sides sign with different promises in mind.",
    ),
    help: Words::new(
        "どちらが合意した値かを確かめ、使わないほうを消してください",
        "Find out which of the two was agreed and remove the other",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (id, service) in &whole.workspace.services {
        let scope = Scope::Service(id.as_str().into());
        look(
            &Place { scope, version: None },
            &Layer::of_service(service),
            findings,
        );
    }
    for (id, institution) in &whole.workspace.institutions {
        let scope = Scope::Institution(id.as_str().into());
        let place = Place {
            scope: scope.clone(),
            version: None,
        };
        look(&place, &Layer::of_institution(institution), findings);
        for row in &institution.sla_versions {
            let terms = row.terms();
            let place = Place {
                scope: scope.clone(),
                version: Some(&row.version),
            };
            look(&place, &Layer::of_version(institution, row, &terms), findings);
        }
    }
}

/// Where a layer stands.
struct Place<'a> {
    scope: Scope,
    version: Option<&'a str>,
}

impl Place<'_> {
    /// A value of the terms.
    fn term(&self, field: &'static str) -> About {
        let about = match self.version {
            Some(version) => About::row::<SlaVersion>(self.scope.clone(), version),
            None => About::row::<SlaTerms>(self.scope.clone(), ""),
        };
        about.field(field)
    }

    /// A row of hours or windows.
    fn row<K: Kind>(&self, row: &K) -> About {
        About::row::<K>(self.scope.clone(), K::DESCRIPTION.key_of(&row.write()))
    }
}

fn look(place: &Place<'_>, layer: &Layer<'_>, findings: &mut Findings) {
    let written = layer.terms.write();
    times_behind_rows(place, layer, &written, findings);
    refused_and_given(place, layer, &written, findings);
    holidays_that_change_nothing(place, layer, &written, findings);
    windows_within_others(place, layer, findings);
}

/// What a term of this name is called.
fn label(field: &str) -> Words {
    SlaTerms::DESCRIPTION
        .field(field)
        .map_or(Words::new("値", "a value"), |field| field.label)
}

/// The two times of a part of the week all of whose days have a row.
fn times_behind_rows(place: &Place<'_>, layer: &Layer<'_>, written: &RawRow, findings: &mut Findings) {
    let has_row = |day: &HoursDay| layer.hours.iter().any(|row| row.day == *day);
    let rest = |day: &&HoursDay| matches!(day, HoursDay::Sunday | HoursDay::Holiday);
    let every = |wanted: bool| {
        HoursDay::ALL
            .iter()
            .filter(|day| rest(day) == wanted)
            .all(has_row)
    };
    for (fields, behind) in [
        (["weekday_start", "weekday_end"], every(false)),
        (["holiday_start", "holiday_end"], every(true)),
    ] {
        for field in fields
            .into_iter()
            .filter(|field| behind && written.cell(field).is_some())
        {
            let label = label(field);
            findings.add(
                place.term(field),
                Said::new(
                    format!(
                        "「{}」は、その曜日のすべてに業務時間の行があるため使われません",
                        label.ja
                    ),
                    format!(
                        "\"{}\" does not count: each of its days has a row of hours",
                        label.en
                    ),
                ),
            );
        }
    }
}

/// What is given and at the same time said not to be agreed.
fn refused_and_given(place: &Place<'_>, layer: &Layer<'_>, written: &RawRow, findings: &mut Findings) {
    for refused in &layer.terms.not_agreed {
        let words = refused.words();
        let said = || {
            Said::new(
                format!("「{}」は、合意しない値に挙げられているため使われません", words.ja),
                format!("It is given, but {} is said not to be agreed", words.en),
            )
        };
        match *refused {
            NotAgreed::Windows => layer
                .windows
                .iter()
                .for_each(|row| findings.add(place.row(*row), said())),
            _ if written.cell(refused.code()).is_some() => findings.add(place.term(refused.code()), said()),
            _ => {}
        }
    }
}

/// Days that are holidays although holidays are like other days, and hours of holidays where there are none.
fn holidays_that_change_nothing(
    place: &Place<'_>,
    layer: &Layer<'_>,
    written: &RawRow,
    findings: &mut Findings,
) {
    let Some(row) = layer.hours.iter().find(|row| row.day == HoursDay::Holiday) else {
        return;
    };
    if *row.hours.opening() == Opening::SameAsWeekday {
        for field in ["holidays", "extra_holidays"] {
            if written.cell(field).is_some() {
                let label = label(field);
                findings.add(
                    place.term(field),
                    Said::new(
                        format!(
                            "「{}」は、休日の業務時間が曜日のとおり（same）なので、何も変えません",
                            label.ja
                        ),
                        format!(
                            "\"{}\" changes nothing: holidays have the hours of their weekday (same)",
                            label.en
                        ),
                    ),
                );
            }
        }
    } else if layer.terms.holidays == Some(NationalHolidays::None) && layer.terms.extra_holidays.is_empty() {
        findings.add(
            place.row(*row),
            Said::new(
                "休日とする日が一日もないため、休日の業務時間は使われません",
                "The hours of holidays do not count: no day is a holiday",
            ),
        );
    }
}

/// Windows that lie within another one of the same list.
fn windows_within_others(place: &Place<'_>, layer: &Layer<'_>, findings: &mut Findings) {
    for (at, row) in layer.windows.iter().enumerate() {
        let mut others = layer.windows.iter().enumerate().filter(|(other, _)| *other != at);
        // Of two that are the same the first counts.
        let around = others.find(|(other, one)| within(row, one) && (*other < at || !within(one, row)));
        if let Some((_, around)) = around {
            let name = |row: &SlaWindow| {
                let (day, span) = (row.day.words(), row.hours.span());
                (format!("{} {span}", day.ja), format!("{} {span}", day.en))
            };
            let ((ja, en), (around_ja, around_en)) = (name(row), name(around));
            findings.add(
                place.row(*row),
                Said::new(
                    format!("時間帯「{ja}」は、「{around_ja}」に含まれています"),
                    format!("The window \"{en}\" lies within \"{around_en}\""),
                ),
            );
        }
    }
}

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Whether all of a window lies in another: in that of the same day, or in that of the day before which
/// reaches into it.
fn within(row: &SlaWindow, around: &SlaWindow) -> bool {
    let (inner, outer) = (row.hours.span(), around.hours.span());
    let covers = |shift: u16| outer.start <= inner.start + shift && inner.end + shift <= outer.end;
    match (row.day.weekday(), around.day.weekday()) {
        (_, None) => covers(0) || covers(DAY),
        (Some(day), Some(other)) => (day == other && covers(0)) || (day == other.next() && covers(DAY)),
        (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreed_terms::tests::{hours, row, terms, window};
    use crate::check::testing::Case;

    const WEEK: [&str; 6] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    #[test]
    fn times_behind_rows_of_every_day_are_found() {
        let mut case = Case::clean(&RULE);
        case.institution().sla_terms = terms(&[("weekday_end", "20"), ("holiday_start", "9")]);
        case.institution().sla_hours = WEEK.iter().map(|day| hours(day, "09:00-18:00", "")).collect();
        assert_eq!(case.found(), [("warning", "sla-terms", "")]);
        assert!(case.told().contains("業務時間の終わり（月〜土）"));
        case.institution().sla_hours.remove(0);
        assert!(case.found().is_empty(), "Monday goes by the times");
        // What stands at the service is put out of force by the institution, which is what it is for.
        case.service().sla_hours = WEEK.iter().map(|day| hours(day, "none", "")).collect();
        assert!(case.found().is_empty());
    }

    #[test]
    fn what_is_given_and_refused_is_found_in_an_earlier_version_too() {
        let mut case = Case::clean(&RULE);
        case.service().sla_terms.not_agreed = vec![NotAgreed::AvailabilityOther, NotAgreed::Windows];
        assert!(case.found().is_empty());
        case.service().sla_windows = vec![window("sunday", "02:00-04:00", "")];
        let values = [
            ("version", "0.9"),
            ("update_hours", "30"),
            ("availability_other", "990000"),
        ];
        let refusing = [&values[..], &[("not_agreed", "availability_other")]].concat();
        case.institution().sla_versions = vec![row(&refusing)];
        let expected = [
            ("warning", "sla-window", "sunday 02:00-04:00"),
            ("warning", "sla-version", "0.9"),
        ];
        assert_eq!(case.found(), expected);
    }

    #[test]
    fn holidays_that_change_nothing_are_found() {
        let mut case = Case::clean(&RULE);
        case.service().sla_terms.extra_holidays = vec![crate::agreed_terms::tests::date("2026-12-29")];
        case.service().sla_hours = vec![hours("holiday", "same", "")];
        assert_eq!(case.found(), [("warning", "sla-terms", "")]);
        case.service().sla_hours = vec![hours("holiday", "10:00-12:00", "")];
        assert!(case.found().is_empty());
        case.service().sla_terms.extra_holidays.clear();
        case.service().sla_terms.holidays = Some(NationalHolidays::None);
        assert_eq!(case.found(), [("warning", "sla-hours", "holiday")]);
    }

    #[test]
    fn a_window_within_another_is_found_across_midnight_too() {
        let mut case = Case::clean(&RULE);
        let mut found = |windows: &[(&str, &str)]| {
            case.service().sla_windows = windows
                .iter()
                .map(|(day, hours)| window(day, hours, ""))
                .collect();
            case.found()
                .iter()
                .map(|(_, _, id)| (*id).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found(&[("sunday", "02:00-04:00"), ("daily", "03:00-05:00")]),
            Vec::<String>::new()
        );
        assert_eq!(
            found(&[("sunday", "03:00-04:00"), ("daily", "03:00-05:00")]),
            ["sunday 03:00-04:00"]
        );
        assert_eq!(
            found(&[("daily", "03:00-04:00"), ("daily", "3:00-4:00")]),
            ["daily 3:00-4:00"]
        );
        assert_eq!(
            found(&[("saturday", "23:00-03:00"), ("sunday", "01:00-02:00")]),
            ["sunday 01:00-02:00"]
        );
        assert_eq!(
            found(&[("saturday", "23:00-03:00"), ("monday", "01:00-02:00")]),
            Vec::<String>::new()
        );
    }
}
