//! Medical information crosses an open network without encryption that fits it (GL 別紙2 3.13).

use crate::assessment::Assessment;
use crate::check::lines::{guards_the_way, is_open};
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Said, Words};

/// Only TLS and IPsec guard the whole way. An empty field is for connection-encryption-missing.
pub const RULE: Rule = Rule {
    code: "internet-without-encryption",
    mark: Mark::Must,
    guideline: "GL 別紙2 3.13",
    title: Words::new(
        "開かれた網を、それを守る暗号化なしに使っている",
        "An open network is used without encryption that guards it",
    ),
    why: Words::new(
        "インターネットや携帯電話網を通る情報は、途中の誰でも読める状態です。",
        "What crosses the internet or a mobile network in the clear can be read by anyone on the way.",
    ),
    help: Words::new(
        "TLS 1.2 以上か IPsec（IKE）で暗号化し、接続（connections.csv）の encryption を改めてください",
        "Encrypt it with TLS 1.2 or later or with IPsec and IKE, and correct encryption in connections.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    for line in &subject.service.connections {
        if is_open(line.medium)
            && line.encryption.is_some_and(|way| !guards_the_way(way))
            && line.carries.iter().any(|id| medical.contains(id))
        {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("encryption"),
                Said::new(
                    format!("「{name}」は開かれた網ですが、TLSかIPsecで暗号化されていません"),
                    format!("\"{name}\" runs over an open network without TLS or IPsec"),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{ConnectionMedium, Encryption};

    #[test]
    fn an_open_network_in_the_clear_is_found() {
        let mut case = Case::clean(&RULE);
        let line = case.connection("closed-vpn");
        line.encryption = Some(Encryption::None);
        assert!(case.found().is_empty());
        case.connection("closed-vpn").medium = ConnectionMedium::Mobile;
        assert_eq!(case.found(), [("error", "connection", "closed-vpn")]);
        for unfit in [Encryption::Wpa, Encryption::WpaOld, Encryption::Other] {
            case.connection("closed-vpn").encryption = Some(unfit);
            assert_eq!(case.found(), [("error", "connection", "closed-vpn")]);
        }
        for fit in [Encryption::Tls13, Encryption::IpsecIke] {
            case.connection("closed-vpn").encryption = Some(fit);
            assert!(case.found().is_empty());
        }
    }
}
