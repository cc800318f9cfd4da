//! A step names a record that does not exist (GL 3.2.2).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use crate::procedures::records;
use mamori_domain::{RecordStep, Said, Scope, Words};
use std::collections::BTreeSet;

/// A step and its record stand in the same part of the workspace.
pub const RULE: Rule = Rule {
    code: "step-of-no-record",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new("経過の記録先がない", "A step belongs to no record"),
    why: Words::new(
        "どの申請や報告の経過か分からない記録は、証拠になりません。",
        "A step that belongs to no request or report proves nothing.",
    ),
    help: Words::new(
        "steps.csv の kind と record を、同じフォルダーにある記録の種類とIDに合わせてください",
        "Let kind and record in steps.csv name a record that stands in the same folder",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let records = records(whole.workspace, whole.catalogue);
    let known: BTreeSet<_> = records
        .iter()
        .map(|record| (&record.scope, record.kind, record.id.as_str()))
        .collect();
    let mut look = |scope: Scope, steps: &[RecordStep]| {
        for step in steps {
            let record = step.record.trim();
            if known.contains(&(&scope, step.kind, record)) {
                continue;
            }
            let kind = step.kind.words();
            findings.add(
                About::row::<RecordStep>(scope.clone(), &step.id).field("record"),
                Said::new(
                    format!("経過「{}」の記録先の{}「{record}」がありません", step.id, kind.ja),
                    format!(
                        "Step \"{}\" belongs to {} \"{record}\", which does not exist",
                        step.id,
                        kind.en.to_lowercase()
                    ),
                ),
            );
        }
    };
    let workspace = whole.workspace;
    look(Scope::Organisation, &workspace.organisation.steps);
    for (id, service) in &workspace.services {
        look(Scope::Service(id.as_str().into()), &service.steps);
    }
    for (id, institution) in &workspace.institutions {
        look(Scope::Institution(id.as_str().into()), &institution.steps);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, maintenance, step};
    use mamori_domain::{MaintenanceMatter, Side, StepKind};

    #[test]
    fn a_step_has_a_record_beside_it() {
        let mut case = Case::clean(&RULE);
        let institution = case.institution();
        institution
            .maintenance
            .push(maintenance("patch", MaintenanceMatter::PatternFiles));
        institution
            .steps
            .push(step("patch", StepKind::Performed, "2026-10-01", Side::Provider));
        assert!(case.found().is_empty());
        case.institution().maintenance.pop();
        assert_eq!(case.found(), [("error", "step", "patch-performed")]);
    }
}
