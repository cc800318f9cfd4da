//! A connection is an SSL VPN (GL 5.1.5 (1)③).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Said, VpnKind, Words};

/// The guideline does not use them in principle; ssl-vpn-not-client-type says more of the weaker type.
pub const RULE: Rule = Rule {
    code: "ssl-vpn-used",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)③",
    title: Words::new("SSL-VPN を使っている", "An SSL VPN is used"),
    why: Words::new(
        "SSL-VPN は、偽の接続先につながったり別の通信が入り込んだりするおそれがあるため、原則として使いません。",
        "With an SSL VPN one may be led to a false server, or other traffic may slip in; it is not used in principle.",
    ),
    help: Words::new(
        "IPsec（IKE）の VPN か閉域網に替え、接続（connections.csv）の vpn を改めてください。替えられない間は、理由と補う対策をリスク対応に書きます",
        "Replace it by an IPsec VPN with IKE or a closed network and correct vpn in connections.csv; until then give the reason and what makes up for it in the risk treatment",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for line in &subject.service.connections {
        if matches!(line.vpn, Some(VpnKind::SslClient | VpnKind::SslClientless)) {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("vpn"),
                Said::new(
                    format!("「{name}」は SSL-VPN です。原則として使いません"),
                    format!("\"{name}\" is an SSL VPN, which is not used in principle"),
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
    fn an_ssl_vpn_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("maintenance-vpn").vpn = Some(VpnKind::SslClient);
        assert_eq!(case.found(), [("warning", "connection", "maintenance-vpn")]);
    }
}
