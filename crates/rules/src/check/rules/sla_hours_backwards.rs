//! Agreed business hours end before they begin, so that there are none (GL 別紙1-II 1.3).

use crate::agreed_terms::{AgreedTerms, Versions, times};
use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{
    HourOfDay, HoursDay, Id, Institution, InstitutionProfile, Said, Scope, SlaTerms, SlaVersion, Words,
};

/// Begin and end may stand at different places, such as the end at an institution and the begin at the service. Days with hours of their own in sla-hours are not looked at: they are refused when read.
pub const RULE: Rule = Rule {
    code: "sla-hours-backwards",
    mark: Mark::Should,
    guideline: "GL 別紙1 II 1.3",
    title: Words::new(
        "業務時間が、始まる前に終わっている",
        "Business hours end before they begin",
    ),
    why: Words::new(
        "終わりが始まりより後でないと、その日の業務時間はないことになり、稼働率も一次対応の時間も数えられません。",
        "Where the end is not behind the begin, the day has no business hours: neither availability nor time to first response is counted in them.",
    ),
    help: Words::new(
        "始まりと終わりの時刻を直すか、業務時間がない日なら sla-hours.csv にその日の行を none と書いてください",
        "Mend the two times, or write a row none for the day into sla-hours.csv if it has no business hours",
    ),
    run: Run::Service(run),
};

/// A part of the week that two times tell of, and the hours the example gives it.
struct Part {
    days: &'static [HoursDay],
    words: Words,
    /// The fields of begin and end.
    fields: [&'static str; 2],
    example: (i64, i64),
}

const PARTS: [Part; 2] = [
    Part {
        days: &[
            HoursDay::Monday,
            HoursDay::Tuesday,
            HoursDay::Wednesday,
            HoursDay::Thursday,
            HoursDay::Friday,
            HoursDay::Saturday,
        ],
        words: Words::new("月曜から土曜", "Monday to Saturday"),
        fields: ["weekday_start", "weekday_end"],
        example: (8, 21),
    },
    Part {
        days: &[HoursDay::Sunday, HoursDay::Holiday],
        words: Words::new("日曜と休日", "Sundays and holidays"),
        fields: ["holiday_start", "holiday_end"],
        example: (8, 17),
    },
];

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let general = AgreedTerms::in_force(Some(service), None);
    let institutions: Vec<(&Id<InstitutionProfile>, &Institution)> = subject.institutions().collect();
    for part in &PARTS {
        look(
            part,
            &general,
            &[(subject.scope(), None, &service.sla_terms)],
            findings,
        );
        for (id, institution) in &institutions {
            let scope = Scope::Institution(id.as_str().into());
            let own = institution.sla_versions.iter().map(|row| (row, row.terms()));
            let mut own: Vec<(&SlaVersion, SlaTerms)> = own.collect();
            own.sort_by_key(|(row, _)| row.valid_from);
            // Where a version gets its times from: itself, the later ones, then what is in force.
            let rows = own.iter().map(|(row, terms)| (scope.clone(), Some(*row), terms));
            let sources: Vec<Source<'_>> = rows
                .chain([
                    (scope.clone(), None, &institution.sla_terms),
                    (subject.scope(), None, &service.sla_terms),
                ])
                .collect();
            let versions = Versions::of(Some(service), Some(institution));
            for (at, terms) in versions.all().enumerate() {
                look(part, terms, sources.get(at..).unwrap_or_default(), findings);
            }
        }
    }
}

/// Where terms stand: the scope, the earlier version, what they say.
type Source<'a> = (Scope, Option<&'a SlaVersion>, &'a SlaTerms);

fn look(part: &Part, terms: &AgreedTerms, sources: &[Source<'_>], findings: &mut Findings) {
    let hours_of_its_own = |day: &HoursDay| terms.hours.contains_key(day);
    let first = part.days.first().copied().unwrap_or(HoursDay::Monday);
    let (start, end) = times(&terms.terms, first, part.example);
    if start < end || part.days.iter().all(hours_of_its_own) {
        return;
    }
    let given = |terms: &SlaTerms| -> [Option<HourOfDay>; 2] {
        match first {
            HoursDay::Sunday => [terms.holiday_start, terms.holiday_end],
            _ => [terms.weekday_start, terms.weekday_end],
        }
    };
    let source = sources
        .iter()
        .find(|(_, _, terms)| given(terms).iter().any(Option::is_some));
    let Some((scope, version, said)) = source else {
        return;
    };
    let field = part.fields[usize::from(given(said)[1].is_some())];
    let about = match version {
        Some(version) => About::row::<SlaVersion>(scope.clone(), &version.version),
        None => About::row::<SlaTerms>(scope.clone(), ""),
    };
    findings.add_once(
        about.field(field),
        Said::new(
            format!(
                "{}の業務時間が{start}時に始まり{end}時に終わることになっていて、業務時間がありません",
                part.words.ja
            ),
            format!(
                "Business hours on {} begin at {start} and end at {end}, so there are none",
                part.words.en
            ),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreed_terms::tests::{hours, row};
    use crate::check::testing::Case;

    #[test]
    fn hours_that_go_backwards_are_found_where_the_time_stands() {
        let mut case = Case::clean(&RULE);
        case.service().sla_terms.weekday_start = Some(HourOfDay(9));
        case.institution().sla_terms.weekday_end = Some(HourOfDay(18));
        assert!(case.found().is_empty());
        case.institution().sla_terms.weekday_end = Some(HourOfDay(9));
        assert_eq!(case.found(), [("warning", "sla-terms", "")]);
        assert!(
            case.told()
                .contains("月曜から土曜の業務時間が9時に始まり9時に終わる")
        );
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
        case.institution().sla_hours = days.iter().map(|day| hours(day, "none", "")).collect();
        assert!(case.found().is_empty(), "every day has hours of its own");
        case.institution().sla_hours.pop();
        assert_eq!(case.found().len(), 1);
    }

    #[test]
    fn an_earlier_version_and_the_service_alone_are_looked_at_too() {
        let mut case = Case::clean(&RULE);
        let earlier = [
            ("version", "0.9"),
            ("valid_from", "2025-04-01"),
            ("holiday_end", "8"),
        ];
        case.institution().sla_versions = vec![row(&earlier)];
        assert_eq!(case.found(), [("warning", "sla-version", "0.9")]);
        assert!(
            case.told()
                .contains("日曜と休日の業務時間が8時に始まり8時に終わる")
        );
        case.institution().sla_versions.clear();
        case.workspace.institutions.clear();
        case.service().sla_terms.holiday_start = Some(HourOfDay(20));
        assert_eq!(case.found(), [("warning", "sla-terms", "")]);
    }
}
