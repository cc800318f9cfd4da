//! Administrators sign in with one factor (GL 5.1.5 (1)①).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Authentication, Equipment, Said, Words};

/// An empty field is for administrator-authentication-missing.
pub const RULE: Rule = Rule {
    code: "administrator-without-second-factor",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)①",
    title: Words::new(
        "管理者が一要素だけで入れる",
        "Administrators sign in with one factor",
    ),
    why: Words::new(
        "管理者の権限を奪われると、すべての患者の情報が見られ、記録も消されます。利用者より先に二要素にします。",
        "Whoever gains an administrator's rights sees every patient and erases the traces. Administrators get a second factor before anyone else.",
    ),
    help: Words::new(
        "管理者の認証を二要素以上にし、機器（equipment.csv）の administrator_authentication を multi_factor に変えてください",
        "Give administrators a second factor, then set administrator_authentication in equipment.csv to multi_factor",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for device in &subject.service.equipment {
        if device
            .administrator_authentication
            .is_some_and(|way| way != Authentication::MultiFactor)
        {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("administrator_authentication"),
                Said::new(
                    format!("「{name}」の管理者が一要素だけで入れます"),
                    format!("Administrators of \"{name}\" sign in with one factor"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_administrator_with_a_password_alone_is_found() {
        let mut case = Case::clean(&RULE);
        case.equipment("chart-server").administrator_authentication = Some(Authentication::Password);
        assert_eq!(case.found(), [("warning", "equipment", "chart-server")]);
        case.equipment("chart-server").administrator_authentication = None;
        assert!(case.found().is_empty());
    }
}
