//! What an incident's record has to hold, one thing after the other (GL 3.2.3).

use super::{About, Findings, Whole};
use mamori_domain::{Incident, Said, Words};

/// A field that an incident has to have filled in.
pub(super) struct Wanted {
    /// Its name.
    pub(super) field: &'static str,
    /// What is missing while it is empty.
    pub(super) lacks: Words,
    /// Whether it is filled in.
    pub(super) has: fn(&Incident) -> bool,
}

/// Tells for each incident the first of the fields it lacks: the later ones rest on it.
pub(super) fn tell_first_lack(whole: &Whole<'_>, wanted: &[Wanted], findings: &mut Findings) {
    for row in &whole.workspace.organisation.incidents {
        let Some(Wanted { field, lacks, .. }) = wanted.iter().find(|wanted| !(wanted.has)(row)) else {
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
pub(super) fn complete() -> Incident {
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
        prevention_agreed: Some(day),
    }
}
