//! There is no contact desk, or no way to reach it (GL 5.1.6 (2)(コ)).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Officer, OfficerRole, Said, Words};

/// One desk that can be reached is enough.
pub const RULE: Rule = Rule {
    code: "contact-desk-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)(コ)",
    title: Words::new("問い合わせ窓口がない", "There is no contact desk"),
    why: Words::new(
        "医療機関等の管理者が、困ったときにどこへ連絡すればよいかを一つに決めておきます。",
        "The institution's managers need one place to turn to, with the ways and hours to reach it.",
    ),
    help: Words::new(
        "organisation/officers.csv に role が contact_desk の行を作り、reached_by に連絡方法と受け付ける時間帯を書いてください",
        "Add a row of role contact_desk to organisation/officers.csv and write how and when it is reached into reached_by",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let officers = &whole.workspace.organisation.officers;
    let mut desks = officers
        .iter()
        .filter(|row| row.role == OfficerRole::ContactDesk)
        .peekable();
    let Some(first) = desks.peek().copied() else {
        findings.add(
            About::organisation::<Officer>("").field("role"),
            Said::new("問い合わせ窓口がありません", "There is no contact desk"),
        );
        return;
    };
    if desks.all(|desk| desk.reached_by.is_none()) {
        findings.add(
            About::organisation::<Officer>(&first.id).field("reached_by"),
            Said::new(
                format!("問い合わせ窓口「{}」の連絡方法と時間帯がありません", first.name),
                format!(
                    "How and when contact desk \"{}\" is reached is not given",
                    first.name
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
    fn a_desk_exists_and_can_be_reached() {
        let mut case = Case::clean(&RULE);
        let officers = &mut case.workspace.organisation.officers;
        officers.iter_mut().for_each(|row| row.reached_by = None);
        let id = officers
            .iter()
            .find(|row| row.role == OfficerRole::ContactDesk)
            .unwrap()
            .id
            .to_string();
        assert_eq!(case.found(), [("error", "officer", id.as_str())]);
        case.workspace
            .organisation
            .officers
            .retain(|row| row.role != OfficerRole::ContactDesk);
        assert_eq!(case.found(), [("error", "officer", "")]);
    }
}
