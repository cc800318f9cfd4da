//! What an incident makes the provider owe, to whom, by when and by which source (GL 3.2.3, the law on
//! personal information).

use super::deadlines::Within;
use super::machine::History;
use mamori_catalogue::{Bilingual, Catalogue, Deadline};
use mamori_domain::{Date, Incident, StepKind, YesNo};

/// To whom something is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Creditor {
    /// The institutions affected.
    Institutions,
    /// The Personal Information Protection Commission.
    Commission,
}

/// Something an incident makes the provider owe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// The deadline's id in the catalogue.
    pub id: String,
    /// What is owed.
    pub what: Bilingual,
    /// To whom.
    pub to: Creditor,
    /// The last day that is in time.
    pub by: Option<Date>,
    /// Where the duty stands.
    pub source: Bilingual,
    /// The day it was done.
    pub done: Option<Date>,
}

impl Owed {
    /// Whether it is late on a day: done after the last day, or not done when that day is past.
    pub fn late(&self, as_of: Date) -> bool {
        self.by.is_some_and(|by| self.done.unwrap_or(as_of) > by)
    }
}

/// From how many people on a leak is reported whatever it holds: more than a thousand.
const MANY_PEOPLE: i64 = 1000;

/// Whether the law wants the incident reported: personal data of somebody are concerned, and they are
/// sensitive, or an improper purpose is possible, or the people are more than a thousand. What nobody
/// has answered counts as yes: records of care are always sensitive.
pub fn law_applies(incident: &Incident) -> bool {
    let people = incident.people.map_or(0, |people| people.0);
    let unless_denied = |answer: Option<YesNo>| answer != Some(YesNo::No);
    let improper = incident.improper_purpose == Some(YesNo::Yes);
    people > 0 && (unless_denied(incident.sensitive) || improper || people > MANY_PEOPLE)
}

/// What an incident makes the provider owe, by the deadlines that held when it became known. The
/// steps tell what was done. A provider that handles data for institutions need not report to the
/// Commission once it has told them: their being told counts as the report.
pub fn owed(incident: &Incident, history: &History<'_>, catalogue: &Catalogue) -> Vec<Owed> {
    let aware = incident.aware_at.as_ref().map_or(incident.date, |at| at.day());
    let told = history
        .taken()
        .iter()
        .find(|step| step.step == StepKind::Reported);
    let told = told.map(|step| step.at.day()).or(incident.reported);
    let entry = |id: &str, to: Creditor, done: Option<Date>| {
        let deadline: &Deadline = catalogue.deadline(id, &aware.to_string())?;
        Some(Owed {
            id: deadline.id.clone(),
            what: deadline.what.clone(),
            to,
            by: Within::from(deadline).after(aware),
            source: deadline.source.clone(),
            done,
        })
    };
    let first = |step| {
        let taken = history.taken().iter().find(|taken| taken.step == step);
        taken.map(|step| step.at.day())
    };
    let mut all = vec![entry("incident-report", Creditor::Institutions, told)];
    if law_applies(incident) {
        let preliminary = first(StepKind::AuthorityPreliminary)
            .into_iter()
            .chain(told)
            .min();
        let last = match incident.improper_purpose {
            Some(YesNo::Yes) => "personal-information-final-improper",
            _ => "personal-information-final",
        };
        let report = first(StepKind::AuthorityFinal).into_iter().chain(told).min();
        all.push(entry(
            "personal-information-preliminary",
            Creditor::Commission,
            preliminary,
        ));
        all.push(entry(last, Creditor::Commission, report));
    }
    all.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::incidents::complete;
    use crate::check::testing::catalogue;
    use crate::procedures::incident_history;
    use mamori_domain::Count;

    fn days(incident: &Incident) -> Vec<(String, String)> {
        let history = incident_history(incident, &[]);
        let owed = owed(incident, &history, catalogue());
        let by = |one: Owed| (one.id, one.by.map(|by| by.to_string()).unwrap_or_default());
        owed.into_iter().map(by).collect()
    }

    fn leak() -> Incident {
        Incident {
            people: Some(Count(1)),
            reported: None,
            ..complete()
        }
    }

    #[test]
    fn the_law_counts_the_day_of_awareness_as_the_first() {
        let by = |id: &str, day: &str| (id.to_owned(), day.to_owned());
        let told = by("incident-report", "2026-09-03");
        let preliminary = by("personal-information-preliminary", "2026-09-05");
        let last = by("personal-information-final", "2026-09-30");
        assert_eq!(days(&leak()), [told.clone(), preliminary.clone(), last]);
        let improper = Incident {
            improper_purpose: Some(YesNo::Yes),
            ..leak()
        };
        let last = by("personal-information-final-improper", "2026-10-30");
        assert_eq!(days(&improper), [told, preliminary, last]);
    }

    #[test]
    fn the_law_does_not_ask_without_people_or_before_it_was_in_force() {
        let none = Incident {
            people: Some(Count(0)),
            ..leak()
        };
        assert!(law_applies(&leak()) && !law_applies(&none));
        let few = Incident {
            sensitive: Some(YesNo::No),
            people: Some(Count(1000)),
            ..leak()
        };
        assert!(!law_applies(&few), "more than a thousand, not a thousand");
        let many = Incident {
            people: Some(Count(1001)),
            ..few
        };
        assert!(law_applies(&many));
        let early: Date = "2022-03-31".parse().expect("a day");
        let before = Incident {
            aware_at: Some(early.into()),
            ..leak()
        };
        assert_eq!(days(&before).len(), 1, "the duty began on 1 April 2022");
    }

    #[test]
    fn telling_the_institutions_in_time_is_the_processor_s_report() {
        let told = Incident {
            reported: "2026-09-02".parse().ok(),
            ..leak()
        };
        let history = incident_history(&told, &[]);
        let owed = owed(&told, &history, catalogue());
        let later: Date = "2027-01-01".parse().expect("a day");
        assert!(owed.iter().all(|one| one.done.is_some() && !one.late(later)));
    }
}
