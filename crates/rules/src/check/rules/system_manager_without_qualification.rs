//! Nothing shows the system manager's skill and experience (GL 5.1.6 (2)(イ)).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Officer, OfficerRole, Said, Words};

/// A qualification or years of practice, in the words of the provider.
pub const RULE: Rule = Rule {
    code: "system-manager-without-qualification",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)(イ)",
    title: Words::new(
        "システム管理者の技能と経験が示されていない",
        "Nothing shows the system manager's skill",
    ),
    why: Words::new(
        "システム管理者には、資格や実務の年数で示せる技能が求められます。",
        "The system manager has to have skills that a qualification or years of practice show.",
    ),
    help: Words::new(
        "organisation/officers.csv のシステム管理者の行の qualification に、資格や実務の年数を書いてください",
        "Write the qualification or years of practice into qualification of the system manager's row in organisation/officers.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let bare = |row: &&Officer| row.role == OfficerRole::SystemManager && row.qualification.is_none();
    for row in whole.workspace.organisation.officers.iter().filter(bare) {
        findings.add(
            About::organisation::<Officer>(&row.id).field("qualification"),
            Said::new(
                format!("システム管理者「{}」の技能と経験を示すものがありません", row.name),
                format!(
                    "Nothing shows the skill and experience of system manager \"{}\"",
                    row.name
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_system_manager_shows_skill() {
        let mut case = Case::clean(&RULE);
        let officers = &mut case.workspace.organisation.officers;
        officers.iter_mut().for_each(|row| row.qualification = None);
        let manager = officers
            .iter()
            .find(|row| row.role == OfficerRole::SystemManager)
            .unwrap();
        let id = manager.id.to_string();
        assert_eq!(case.found(), [("error", "officer", id.as_str())]);
    }
}
