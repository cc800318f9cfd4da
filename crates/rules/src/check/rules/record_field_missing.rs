//! A record lacks a field that the guideline names for it (GL 別紙2 1.1, 1.7, 1.8, 1.14; 別紙1-II 6.2, 6.6).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use crate::procedures::records;
use mamori_domain::{Said, Words};

/// Which fields, and from which step on, `procedures::required` says.
pub const RULE: Rule = Rule {
    code: "record-field-missing",
    mark: Mark::Must,
    guideline: "GL 別紙2 1.1",
    title: Words::new("記録の必要な欄が空", "A record lacks a field it needs"),
    why: Words::new(
        "申請書や記録の欄は、あとで確かめるために決められています。空のままでは、何を承認し、何をしたのか示せません。",
        "The fields of requests and records are laid down so that they can be checked later: left empty, nobody can show what was approved and done.",
    ),
    help: Words::new("その欄を書いてください", "Fill in the field"),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for record in records(whole.workspace, whole.catalogue) {
        for name in record.lacking() {
            let Some(field) = record.description.field(name) else {
                continue;
            };
            let (kind, title) = (record.kind.words(), &record.title);
            findings.add(
                About {
                    scope: record.scope.clone(),
                    kind: record.description.name.to_owned(),
                    id: record.id.clone(),
                    field: Some(field.name),
                },
                Said::new(
                    format!("{}「{title}」に、{}がありません", kind.ja, field.label.ja),
                    format!("{} \"{title}\" lacks: {}", kind.en, field.label.en.to_lowercase()),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, day, maintenance};
    use mamori_domain::{Hours, MaintenanceMatter};

    #[test]
    fn a_planned_stop_says_its_scope_times_and_the_time_to_restore() {
        let mut case = Case::clean(&RULE);
        let stop = maintenance("stop", MaintenanceMatter::PlannedStop);
        case.institution().maintenance.push(stop);
        assert_eq!(case.found(), [("error", "maintenance", "stop"); 4]);
        let row = case.institution().maintenance.last_mut().expect("a record");
        row.scope = row.reason.clone();
        row.start = Some(day("2026-10-20"));
        row.end = row.start.clone();
        assert_eq!(case.found(), [("error", "maintenance", "stop")]);
        assert!(case.told().contains("原状回復の見込み"));
        let row = case.institution().maintenance.last_mut().expect("a record");
        row.restore_hours = Some(Hours(2));
        assert!(case.found().is_empty());
    }
}
