//! Users sign in with one factor where medical information is handled (GL 5.1.5 (1)①).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Authentication, Equipment, EquipmentKind, Said, Words};

/// A certificate alone is one factor too. Another company's system is that company's to mend.
pub const RULE: Rule = Rule {
    code: "user-single-factor",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)①",
    title: Words::new("利用者認証が一要素", "Users sign in with one factor"),
    why: Words::new(
        "パスワードだけの認証は、知られただけで破られます。記憶・生体・物のうち二つ以上を組み合わせれば、片方が漏れても守れます。",
        "A password alone is broken as soon as it is known. Two of knowledge, body and possession still guard when one of them leaks.",
    ),
    help: Words::new(
        "二要素以上の認証を取り入れ、機器（equipment.csv）の user_authentication を multi_factor に変えてください",
        "Bring in authentication by two or more factors, then set user_authentication in equipment.csv to multi_factor",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    for device in &subject.service.equipment {
        if one_factor(device) && device.handles.iter().any(|id| medical.contains(id)) {
            let name = &device.name;
            findings.add(
                About::service::<Equipment>(subject, &device.id).field("user_authentication"),
                Said::new(
                    format!("「{name}」の利用者認証が一要素です。早めに二要素以上にしてください"),
                    format!("Users sign in to \"{name}\" with one factor; move to two soon"),
                ),
            );
        }
    }
}

fn one_factor(device: &Equipment) -> bool {
    use Authentication::{Certificate, None, Password};
    let one = matches!(device.user_authentication, Some(None | Password | Certificate));
    one && device.kind != EquipmentKind::OtherSystem
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_terminal_with_one_factor_is_found() {
        let mut case = Case::example(&RULE);
        case.service()
            .equipment
            .iter_mut()
            .for_each(|device| device.user_authentication = Some(Authentication::MultiFactor));
        assert!(case.found().is_empty());
        case.equipment("chart-terminal").user_authentication = Some(Authentication::Certificate);
        assert_eq!(case.found(), [("warning", "equipment", "chart-terminal")]);
        case.equipment("chart-terminal").handles.clear();
        assert!(case.found().is_empty());
    }
}
