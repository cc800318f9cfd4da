//! A record has a step that its procedure does not allow there (GL 3.2.2).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use crate::procedures::{performed_without_approval, records};
use mamori_domain::{RecordStep, Said, Words};

/// The message says in which state the record was, what was tried and what is possible.
pub const RULE: Rule = Rule {
    code: "step-not-possible",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new("手続の順序が正しくない", "A procedure is out of order"),
    why: Words::new(
        "合意した順序で進めていないか、記録が抜けています。どちらの場合も、正しく行ったことを示せません。",
        "Either the agreed order was not kept or the record has a gap; in both cases nobody can show that it was done rightly.",
    ),
    help: Words::new(
        "steps.csv の経過を、行った順に、抜けなく書いてください",
        "Write the steps into steps.csv without gaps, in the order in which they were taken",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for record in records(whole.workspace, whole.catalogue) {
        let Err(illegal) = &record.history else { continue };
        if performed_without_approval(&record).is_some() {
            continue;
        }
        let (said, title) = (illegal.said(), &record.title);
        let kind = record.kind.words();
        findings.add(
            About::row::<RecordStep>(record.scope.clone(), &illegal.step.id).field("step"),
            Said::new(
                format!("{}「{title}」：{}", kind.ja, said.ja),
                format!("{} \"{title}\": {}", kind.en, said.en),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, day, maintenance, step};
    use mamori_domain::{MaintenanceMatter, Side, StepKind};

    #[test]
    fn steps_are_taken_in_their_order() {
        let mut case = Case::clean(&RULE);
        let institution = case.institution();
        institution
            .maintenance
            .push(maintenance("patch", MaintenanceMatter::PatternFiles));
        let performed = step("patch", StepKind::Performed, "2026-10-02", Side::Provider);
        let reported = step("patch", StepKind::Reported, "2026-10-03", Side::Provider);
        institution.steps.extend([reported.clone(), performed.clone()]);
        assert_eq!(case.found(), [("error", "step", "patch-reported")]);
        assert!(
            case.told().contains("「計画中」の状態では「報告」"),
            "{}",
            case.told()
        );
        assert!(case.told().contains("「実施」（performed）"));
        let steps = case.institution().steps.len();
        case.institution().steps.swap(steps - 1, steps - 2);
        assert!(case.found().is_empty());
        let last = case.institution().steps.last_mut().expect("a step");
        last.at = day("2026-10-01");
        assert_eq!(case.found(), [("error", "step", "patch-reported")]);
        assert!(case.told().contains("より前の日時"));
        case.institution().steps.last_mut().expect("a step").by = Side::Institution;
        assert_eq!(case.found().len(), 1);
        assert!(case.told().contains("自社です"), "{}", case.told());
    }
}
