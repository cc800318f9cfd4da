//! A wireless LAN is guarded by a shared password alone (GL 5.1.5 (1)④).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Admission, Connection, ConnectionMedium, Said, Words};

/// A key that all share tells no device from another and goes with everyone who leaves.
pub const RULE: Rule = Rule {
    code: "wireless-password-alone",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)④",
    title: Words::new(
        "無線 LAN が共有のパスワードだけで守られている",
        "A wireless LAN is guarded by a shared password alone",
    ),
    why: Words::new(
        "皆で使うパスワードは、知った人ならだれの端末でもつなげられ、辞めた人も覚えています。",
        "Whoever knows a shared password can connect any device, and those who leave remember it.",
    ),
    help: Words::new(
        "IEEE 802.1X と電子証明書などで端末を確かめ、接続（connections.csv）の admission を改めてください",
        "Check devices by IEEE 802.1X with certificates or the like, and correct admission in connections.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for line in &subject.service.connections {
        if line.medium == ConnectionMedium::WirelessLan && line.admission == Some(Admission::Password) {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("admission"),
                Said::new(
                    format!("「{name}」の無線 LAN が共有のパスワードだけで守られています"),
                    format!("The wireless LAN of \"{name}\" is guarded by a shared password alone"),
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
    fn a_wireless_lan_with_a_password_alone_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("clinic-wired-lan").admission = Some(Admission::Password);
        assert!(case.found().is_empty());
        case.connection("clinic-wireless-lan").admission = Some(Admission::Password);
        assert_eq!(case.found(), [("warning", "connection", "clinic-wireless-lan")]);
    }
}
