//! An SSL VPN is not of the client type (GL 5.1.5 (1)③).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Said, VpnKind, Words};

/// Where an SSL VPN is unavoidable, only the client type will do.
pub const RULE: Rule = Rule {
    code: "ssl-vpn-not-client-type",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)③",
    title: Words::new(
        "SSL-VPN がクライアント型でない",
        "An SSL VPN is not of the client type",
    ),
    why: Words::new(
        "専用のソフトを使わない型では、守られた通信と普通の通信が一つの端末で混ざります。",
        "Without client software, guarded and ordinary traffic mix on one terminal.",
    ),
    help: Words::new(
        "SSL-VPN をやめられない場合はクライアント型にし、接続（connections.csv）の vpn を改めてください",
        "Where an SSL VPN cannot be given up, use the client type and correct vpn in connections.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for line in &subject.service.connections {
        if line.vpn == Some(VpnKind::SslClientless) {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("vpn"),
                Said::new(
                    format!("「{name}」の SSL-VPN がクライアント型ではありません"),
                    format!("The SSL VPN of \"{name}\" is not of the client type"),
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
    fn the_weaker_type_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("maintenance-vpn").vpn = Some(VpnKind::SslClient);
        assert!(case.found().is_empty());
        case.connection("maintenance-vpn").vpn = Some(VpnKind::SslClientless);
        assert_eq!(case.found(), [("warning", "connection", "maintenance-vpn")]);
    }
}
