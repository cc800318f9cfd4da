//! One of the four officers is not named (GL 5.1.6 (2)(イ)).

use crate::check::told::officers_missing;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Officer, Said, Words};

/// Told once for all that are missing.
pub const RULE: Rule = Rule {
    code: "officer-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)(イ)",
    title: Words::new("責任者が決まっていない", "An officer is not named"),
    why: Words::new(
        "誰が決め、誰が動くかが決まっていないと、事故のときに判断が遅れます。",
        "Where nobody knows who decides and who acts, decisions come late in an incident.",
    ),
    help: Words::new(
        "organisation/officers.csv に、最終的な管理責任者・システム管理者・運用責任者・個人情報保護責任者を書いてください。一人が兼ねるときは役割ごとに行を書きます",
        "Name the manager with final responsibility, the system manager, the operations manager and the personal-information manager in organisation/officers.csv; a person with two roles takes two rows",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let missing = officers_missing(&whole.workspace.organisation.officers);
    if missing.is_empty() {
        return;
    }
    let ja: String = missing
        .iter()
        .map(|role| format!("「{}」", role.words().ja))
        .collect();
    let en = missing
        .iter()
        .map(|role| format!("\"{}\"", role.words().en))
        .collect::<Vec<_>>()
        .join(", ");
    findings.add(
        About::organisation::<Officer>("").field("role"),
        Said::new(
            format!("{ja}が決まっていません"),
            format!("{en}: nobody is named"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::OfficerRole;

    #[test]
    fn every_missing_officer_is_named_in_one_finding() {
        let mut case = Case::clean(&RULE);
        let officers = &mut case.workspace.organisation.officers;
        officers.retain(|row| row.role != OfficerRole::OperationsManager);
        assert_eq!(case.found(), [("error", "officer", "")]);
        assert!(case.told().contains("運用責任者") && !case.told().contains("システム管理者"));
        case.workspace.organisation.officers.clear();
        assert_eq!(case.found(), [("error", "officer", "")]);
        assert!(case.told().contains("個人情報保護責任者"));
    }
}
