//! The prevention after an incident is not agreed (GL 3.2.3).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Incident, Said, Words};

/// It has to be proposed first, then agreed.
pub const RULE: Rule = Rule {
    code: "incident-prevention-not-agreed",
    mark: Mark::Must,
    guideline: "GL 3.2.3",
    title: Words::new(
        "再発防止策が合意されていない",
        "Prevention after an incident is not agreed",
    ),
    why: Words::new(
        "再発防止策は、医療機関等に示して合意してから行います。",
        "What prevents recurrence is proposed to institutions and carried out once they agree.",
    ),
    help: Words::new(
        "organisation/incidents.csv の prevention に再発防止策を、prevention_agreed に合意した日を書いてください",
        "Write the proposal into prevention and the day of agreement into prevention_agreed of organisation/incidents.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for row in &whole.workspace.organisation.incidents {
        let (field, ja, en) = match (&row.prevention, row.prevention_agreed) {
            (Some(_), Some(_)) => continue,
            (None, _) => (
                "prevention",
                "再発防止策がありません",
                "there is no proposal to prevent recurrence",
            ),
            (Some(_), None) => (
                "prevention_agreed",
                "再発防止策が合意されていません",
                "prevention is not agreed",
            ),
        };
        findings.add(
            About::organisation::<Incident>(&row.id).field(field),
            Said::new(
                format!("事故「{}」（{}）の{ja}", row.title, row.date),
                format!("After incident \"{}\" ({}), {en}", row.title, row.date),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{Date, FieldValue, Id, Prose, Text};

    fn incident() -> Incident {
        let prose = |text| Some(Prose::read(text).unwrap());
        let day: Date = "2026-09-01".parse().unwrap();
        Incident {
            id: Id::parse("incident-1").unwrap(),
            title: Text::read("ログの取り忘れ").unwrap(),
            date: day,
            harm: Vec::new(),
            cause: prose("設定の誤り"),
            reported: Some(day),
            prevention: prose("設定を点検する"),
            prevention_agreed: Some(day),
        }
    }

    #[test]
    fn a_prevention_is_proposed_and_agreed() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.incidents.push(incident());
        assert!(case.found().is_empty());
        case.workspace.organisation.incidents.push(Incident {
            prevention_agreed: None,
            ..incident()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1")]);
        case.workspace.organisation.incidents.push(Incident {
            prevention: None,
            ..incident()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1"); 2]);
    }
}
