//! The exception to approval is claimed with one of its two conditions (GL 別紙1-II 6.5 (3)②).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Maintenance, Said, Scope, Words};

/// Both are needed: approval cannot be had for a reason that is not the provider's, and it is urgent.
pub const RULE: Rule = Rule {
    code: "maintenance-exception-incomplete",
    mark: Mark::Must,
    guideline: "GL 別紙1-II 6.5(3)②",
    title: Words::new(
        "承認の例外の条件が片方だけ",
        "The exception to approval lacks a condition",
    ),
    why: Words::new(
        "承認なしに進められるのは、自社の責めによらず承認を得られず、しかも急ぐ場合だけです。",
        "Work goes ahead without approval only when it cannot be had through no fault of the provider and it is urgent.",
    ),
    help: Words::new(
        "approval_hindered と urgency の両方に事情を書いてください。片方しか当てはまらなければ、承認を得てから行います",
        "Give the circumstances in both approval_hindered and urgency; if only one holds, wait for approval",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for (id, institution) in &whole.workspace.institutions {
        for row in &institution.maintenance {
            let (field, lacks) = match (&row.approval_hindered, &row.urgency) {
                (Some(_), None) => ("urgency", Words::new("緊急の事情", "the urgency")),
                (None, Some(_)) => (
                    "approval_hindered",
                    Words::new("承認を得られない事情", "why approval cannot be had"),
                ),
                _ => continue,
            };
            let title = &row.title;
            findings.add(
                About::row::<Maintenance>(Scope::Institution(id.as_str().into()), &row.id).field(field),
                Said::new(
                    format!(
                        "「{title}」は承認の例外とされていますが、{}がありません",
                        lacks.ja
                    ),
                    format!(
                        "\"{title}\" claims the exception to approval without {}",
                        lacks.en
                    ),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, maintenance};
    use mamori_domain::MaintenanceMatter;

    #[test]
    fn one_condition_is_not_enough() {
        let mut case = Case::clean(&RULE);
        let mut row = maintenance("look", MaintenanceMatter::Viewing);
        row.urgency = row.reason.clone();
        case.institution().maintenance.push(row);
        assert_eq!(case.found(), [("error", "maintenance", "look")]);
        let row = case.institution().maintenance.last_mut().expect("a record");
        row.approval_hindered = row.reason.clone();
        assert!(case.found().is_empty());
        let row = case.institution().maintenance.last_mut().expect("a record");
        row.urgency = None;
        assert_eq!(case.found(), [("error", "maintenance", "look")]);
    }
}
