//! An IPsec connection has no key exchange (GL 5.1.5 (1)③).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Encryption, Said, Words};

/// Keys set by hand are seldom changed, and one leak opens all traffic.
pub const RULE: Rule = Rule {
    code: "ipsec-without-ike",
    mark: Mark::Strong,
    guideline: "GL 5.1.5(1)(イ)③",
    title: Words::new("IPsec に鍵交換（IKE）がない", "IPsec without key exchange (IKE)"),
    why: Words::new(
        "手で決めた鍵を使い続けると、一度漏れただけで、それまでの通信もすべて読まれます。",
        "With keys set by hand, a single leak opens all traffic, past traffic included.",
    ),
    help: Words::new(
        "IKE による鍵交換を使う設定に替え、接続（connections.csv）の encryption を ipsec_ike に改めてください",
        "Set up key exchange by IKE and correct encryption in connections.csv to ipsec_ike",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for line in &subject.service.connections {
        if line.encryption == Some(Encryption::IpsecManual) {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("encryption"),
                Said::new(
                    format!("「{name}」の IPsec に鍵交換（IKE）がありません"),
                    format!("The IPsec of \"{name}\" lacks key exchange (IKE)"),
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
    fn manual_keys_are_found() {
        let mut case = Case::clean(&RULE);
        case.connection("maintenance-vpn").encryption = Some(Encryption::IpsecManual);
        assert_eq!(case.found(), [("warning", "connection", "maintenance-vpn")]);
    }
}
