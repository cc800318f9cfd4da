//! A wireless LAN is guarded by MAC addresses alone (GL 5.1.5 (1)④).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Admission, Connection, ConnectionMedium, Said, Words};

/// A MAC address is sent in the clear and easily imitated.
pub const RULE: Rule = Rule {
    code: "wireless-mac-filtering-alone",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)④",
    title: Words::new(
        "無線 LAN が MAC アドレスだけで守られている",
        "A wireless LAN is guarded by MAC addresses alone",
    ),
    why: Words::new(
        "MAC アドレスは電波から読み取ってまねることができ、それだけでは他人の端末を止められません。",
        "MAC addresses can be read from the air and imitated; they keep no stranger out.",
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
        if line.medium == ConnectionMedium::WirelessLan && line.admission == Some(Admission::Mac) {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("admission"),
                Said::new(
                    format!("「{name}」の無線 LAN が MAC アドレスだけで守られています"),
                    format!("The wireless LAN of \"{name}\" is guarded by MAC addresses alone"),
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
    fn a_wireless_lan_with_mac_addresses_alone_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("clinic-wired-lan").admission = Some(Admission::Mac);
        assert!(case.found().is_empty());
        case.connection("clinic-wireless-lan").admission = Some(Admission::Mac);
        assert_eq!(case.found(), [("warning", "connection", "clinic-wireless-lan")]);
    }
}
