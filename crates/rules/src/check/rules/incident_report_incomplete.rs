//! An incident whose cause or report is not recorded (GL 3.2.3).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Incident, Said, Words};

/// Cause, extent and remedy share a field.
pub const RULE: Rule = Rule {
    code: "incident-report-incomplete",
    mark: Mark::Must,
    guideline: "GL 3.2.3",
    title: Words::new(
        "事故の記録が欠けている",
        "The record of an incident is incomplete",
    ),
    why: Words::new(
        "医療機関等の管理者は、患者や社会に説明する立場にあります。そのための事実を詳しく伝えます。",
        "The institution's managers answer to patients and the public and need the facts in detail.",
    ),
    help: Words::new(
        "organisation/incidents.csv の cause に原因・範囲・処置を、reported に医療機関等へ報告した日を書いてください",
        "Write cause, extent and remedy into cause and the day institutions were told into reported of organisation/incidents.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for row in &whole.workspace.organisation.incidents {
        let (field, ja, en) = match (&row.cause, row.reported) {
            (Some(_), Some(_)) => continue,
            (None, _) => (
                "cause",
                "原因・範囲・処置の記録",
                "a record of cause, extent and remedy",
            ),
            (Some(_), None) => (
                "reported",
                "医療機関等へ報告した日",
                "the day institutions were told",
            ),
        };
        findings.add(
            About::organisation::<Incident>(&row.id).field(field),
            Said::new(
                format!("事故「{}」（{}）に、{ja}がありません", row.title, row.date),
                format!("Incident \"{}\" ({}) lacks {en}", row.title, row.date),
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
    fn an_incident_has_a_cause_and_a_report() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.incidents.push(incident());
        assert!(case.found().is_empty());
        case.workspace.organisation.incidents.push(Incident {
            reported: None,
            ..incident()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1")]);
        assert!(case.told().contains("報告した日"));
        case.workspace.organisation.incidents.push(Incident {
            cause: None,
            ..incident()
        });
        assert_eq!(case.found(), [("error", "incident", "incident-1"); 2]);
    }
}
