//! The next step of a procedure is overdue (GL 3.2.2).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use crate::procedures::records;
use mamori_domain::{RecordKind, Said, Words};

/// Notices, after-reports, returns of what was taken out, erasures, checks of whereabouts, copies of
/// backups: whatever a record owes by a day. Incidents have a rule of their own, with the law's days.
pub const RULE: Rule = Rule {
    code: "procedure-overdue",
    mark: Mark::Should,
    guideline: "GL 3.2.2",
    title: Words::new("手続の期日が過ぎている", "A procedure is overdue"),
    why: Words::new(
        "期日を過ぎた手続は、忘れられているか、行ったのに記録がないかのどちらかです。",
        "A step past its day was either forgotten or taken without being recorded.",
    ),
    help: Words::new(
        "その手続を行い、経過を steps.csv に書いてください",
        "Take the step and write it into steps.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for record in records(whole.workspace, whole.catalogue) {
        let late = record.late(whole.as_of) && record.kind != RecordKind::Incident;
        let Some(due) = record.due.filter(|_| late) else {
            continue;
        };
        let (kind, title) = (record.kind.words(), &record.title);
        let state = record.legal().state().words;
        findings.add(
            About {
                scope: record.scope.clone(),
                kind: record.description.name.to_owned(),
                id: record.id.clone(),
                field: None,
            },
            Said::new(
                format!(
                    "{}「{title}」（{}）の次の手続の期日（{due}）が過ぎています",
                    kind.ja, state.ja
                ),
                format!(
                    "The next step of {} \"{title}\" ({}) was due on {due}",
                    kind.en.to_lowercase(),
                    state.en
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, maintenance, step};
    use mamori_domain::{MaintenanceMatter, Side, StepKind};

    #[test]
    fn work_is_reported_within_the_days_of_the_data() {
        let mut case = Case::clean(&RULE);
        let institution = case.institution();
        institution
            .maintenance
            .push(maintenance("patch", MaintenanceMatter::PatternFiles));
        institution
            .steps
            .push(step("patch", StepKind::Performed, "2026-10-25", Side::Provider));
        assert!(case.found().is_empty());
        case.as_of = "2026-11-02".parse().expect("a day");
        assert_eq!(case.found(), [("warning", "maintenance", "patch")]);
        assert!(case.told().contains("2026-11-01"));
        case.institution()
            .steps
            .push(step("patch", StepKind::Reported, "2026-11-02", Side::Provider));
        assert!(case.found().is_empty());
    }
}
