//! There is no information-security policy (GL 5.1.6 (2)(ア)).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Policy, PolicyKind, Said, Words};

/// The basic policy of safety management is another paper and does not replace it.
pub const RULE: Rule = Rule {
    code: "security-policy-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)(ア)",
    title: Words::new("情報セキュリティの方針がない", "There is no security policy"),
    why: Words::new(
        "安全管理の基本方針では、情報セキュリティの方針を定めて守ることを約束します。",
        "The basic policy of safety management promises that a security policy is laid down and kept.",
    ),
    help: Words::new(
        "情報セキュリティの方針を定め、organisation/policies.csv に kind を security_policy として書いてください",
        "Lay down a security policy and add it to organisation/policies.csv with kind security_policy",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let policies = &whole.workspace.organisation.policies;
    if policies.iter().all(|row| row.kind != PolicyKind::SecurityPolicy) {
        findings.add(
            About::organisation::<Policy>("").field("kind"),
            Said::new(
                "情報セキュリティの方針がありません",
                "There is no information-security policy",
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_basic_policy_is_no_security_policy() {
        let mut case = Case::clean(&RULE);
        case.workspace
            .organisation
            .policies
            .retain(|row| row.kind != PolicyKind::SecurityPolicy);
        assert!(
            case.workspace
                .organisation
                .policies
                .iter()
                .any(|row| row.kind == PolicyKind::BasicPolicy)
        );
        assert_eq!(case.found(), [("error", "policy", "")]);
    }
}
