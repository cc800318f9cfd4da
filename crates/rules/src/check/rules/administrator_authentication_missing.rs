//! It is not written how administrators are authenticated (GL 別紙2 3.1).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, Said, Words};

/// Only where medical information stays: elsewhere the rest of the row says enough.
pub const RULE: Rule = Rule {
    code: "administrator-authentication-missing",
    mark: Mark::Must,
    guideline: "GL 別紙2 3.1",
    title: Words::new(
        "管理者の認証方法が書かれていない",
        "Administrators' authentication is not given",
    ),
    why: Words::new(
        "患者の情報が残る機器に、管理者がどう入るか分からなければ、なりすましを防げているか判断できません。",
        "Unless it is known how administrators get into a device that keeps patients' information, nobody can tell whether impersonation is prevented.",
    ),
    help: Words::new(
        "機器（equipment.csv）の administrator_authentication に、none・password・certificate・multi_factor のどれかを書いてください",
        "Write none, password, certificate or multi_factor into administrator_authentication of equipment.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    for device in &subject.service.equipment {
        if device.administrator_authentication.is_none()
            && device.stores.iter().any(|id| medical.contains(id))
        {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("administrator_authentication"),
                Said::new(
                    format!("「{name}」の管理者の認証方法が書かれていません"),
                    format!("How administrators of \"{name}\" are authenticated is not given"),
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
    fn a_server_without_it_is_found() {
        let mut case = Case::clean(&RULE);
        case.equipment("dc-switch").administrator_authentication = None;
        assert!(case.found().is_empty());
        case.equipment("billing-server").administrator_authentication = None;
        assert_eq!(case.found(), [("error", "equipment", "billing-server")]);
    }
}
