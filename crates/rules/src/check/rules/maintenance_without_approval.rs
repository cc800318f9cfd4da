//! Maintenance or access was carried out without the institution's approval (GL 別紙1-II 6.5 (3)).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use crate::procedures::{performed_without_approval, records};
use mamori_domain::{RecordStep, Said, Words};

/// For changes of programs, viewing, remote maintenance, taking out and storing at a subcontractor.
pub const RULE: Rule = Rule {
    code: "maintenance-without-approval",
    mark: Mark::Must,
    guideline: "GL 別紙1-II 6.5(3)②③",
    title: Words::new("承認なしに作業した", "Work was done without approval"),
    why: Words::new(
        "患者の情報に触れる作業や動きの変わる作業は、医療機関等が承認してから行う約束です。",
        "Work that touches patients' information or changes how things run is done once the institution has approved it.",
    ),
    help: Words::new(
        "承認を得ていたなら、requested と approved の経過を書いてください。得ていなければ、医療機関等に報告し、今後の手順を見直してください",
        "If it was approved, write the steps requested and approved; if not, tell the institution and mend the procedure",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for record in records(whole.workspace, whole.catalogue) {
        let Some(step) = performed_without_approval(&record) else {
            continue;
        };
        let (title, at, state) = (&record.title, &step.at, record.legal().state().words);
        findings.add(
            About::row::<RecordStep>(record.scope.clone(), &step.id).field("step"),
            Said::new(
                format!(
                    "「{title}」を、医療機関等の承認を得る前に実施しています（{at}。そのときの状態は「{}」）",
                    state.ja
                ),
                format!(
                    "\"{title}\" was done before the institution approved it ({at}, while it was \"{}\")",
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
    fn viewing_waits_for_approval_unless_both_conditions_hold() {
        let mut case = Case::clean(&RULE);
        let institution = case.institution();
        institution
            .maintenance
            .push(maintenance("look", MaintenanceMatter::Viewing));
        institution
            .steps
            .push(step("look", StepKind::Performed, "2026-10-02", Side::Provider));
        assert_eq!(case.found(), [("error", "step", "look-performed")]);
        let row = case.institution().maintenance.last_mut().expect("a record");
        let because = row.reason.clone();
        (row.approval_hindered, row.urgency) = (because.clone(), because);
        assert!(case.found().is_empty(), "the exception");
        let row = case.institution().maintenance.last_mut().expect("a record");
        row.urgency = None;
        let performed = case.institution().steps.pop().expect("a step");
        let requested = step("look", StepKind::Requested, "2026-10-01", Side::Provider);
        let approved = step("look", StepKind::Approved, "2026-10-01", Side::Institution);
        case.institution().steps.extend([requested, approved, performed]);
        assert!(case.found().is_empty(), "approved");
    }
}
