//! What an incident's record has to hold, one thing after the other (GL 3.2.3).

use super::{About, Findings, Whole};
use crate::procedures::incident_history;
use crate::procedures::machine::History;
use mamori_domain::{Incident, Said, Words};

/// A field that an incident has to have filled in.
pub(super) struct Wanted {
    /// Its name.
    pub(super) field: &'static str,
    /// What is missing while it is empty.
    pub(super) lacks: Words,
    /// Whether it is filled in, or a step shows it.
    pub(super) has: fn(&Incident, &History<'_>) -> bool,
}

/// Tells for each incident the first of the fields it lacks: the later ones rest on it.
pub(super) fn tell_first_lack(whole: &Whole<'_>, wanted: &[Wanted], findings: &mut Findings) {
    let organisation = &whole.workspace.organisation;
    for row in &organisation.incidents {
        let history = incident_history(row, &organisation.steps);
        let lacking = |wanted: &&Wanted| !(wanted.has)(row, &history);
        let Some(Wanted { field, lacks, .. }) = wanted.iter().find(lacking) else {
            continue;
        };
        let (title, date) = (&row.title, row.date);
        findings.add(
            About::organisation::<Incident>(&row.id).field(field),
            Said::new(
                format!("事故「{title}」（{date}）に、{}がありません", lacks.ja),
                format!("Incident \"{title}\" ({date}) lacks {}", lacks.en),
            ),
        );
    }
}

/// An incident whose record is complete, to plant gaps into.
#[cfg(test)]
pub(crate) fn complete() -> Incident {
    use mamori_domain::{Date, FieldValue, Id, Prose, Text};
    let prose = |text| Some(Prose::read(text).expect("it is prose"));
    let day: Date = "2026-09-01".parse().expect("a day");
    Incident {
        id: Id::parse("incident-1").expect("an id"),
        title: Text::read("ログの取り忘れ").expect("a title"),
        date: day,
        harm: Vec::new(),
        cause: prose("設定の誤り"),
        reported: Some(day),
        prevention: prose("設定を点検する"),
        aware_at: Some(day.into()),
        institutions: Vec::new(),
        scope: prose("記録の一部"),
        for_patients: prose("影響なし"),
        for_authorities: prose("影響なし"),
        for_public: prose("影響なし"),
        people: Some(mamori_domain::Count(0)),
        sensitive: None,
        improper_purpose: None,
        prevention_agreed: Some(day),
    }
}
