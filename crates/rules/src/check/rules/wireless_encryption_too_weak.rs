//! A wireless LAN is weakly encrypted or not at all (GL 5.1.5 (1)④).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, ConnectionMedium, Encryption, Said, Words};

/// An empty field is for connection-encryption-missing.
pub const RULE: Rule = Rule {
    code: "wireless-encryption-too-weak",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)④",
    title: Words::new("無線 LAN の暗号化が弱い", "A wireless LAN is weakly encrypted"),
    why: Words::new(
        "WEP と初期の WPA は短い時間で破られます。電波が届く場所なら、誰でも通信を読めます。",
        "WEP and early WPA are broken in a short time; whoever the radio reaches can read along.",
    ),
    help: Words::new(
        "WPA2 以上で暗号化し、接続（connections.csv）の encryption を改めてください",
        "Encrypt with WPA2 or later and correct encryption in connections.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for line in &subject.service.connections {
        if line.medium == ConnectionMedium::WirelessLan
            && matches!(line.encryption, Some(Encryption::None | Encryption::WpaOld))
        {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("encryption"),
                Said::new(
                    format!("「{name}」の無線 LAN の暗号化が弱いか、ありません"),
                    format!("The wireless LAN of \"{name}\" is weakly encrypted or not at all"),
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
    fn weak_wireless_encryption_is_found() {
        let mut case = Case::clean(&RULE);
        for weak in [Encryption::WpaOld, Encryption::None] {
            case.connection("clinic-wireless-lan").encryption = Some(weak);
            assert_eq!(case.found(), [("warning", "connection", "clinic-wireless-lan")]);
        }
        case.connection("clinic-wireless-lan").medium = ConnectionMedium::WiredLan;
        assert!(case.found().is_empty());
    }
}
