//! A connection is encrypted by a version of TLS that is broken (GL 別紙2 3.13).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Encryption, Said, Words};

/// TLS 1.3 is never a fault, though the edition of 2020 names 1.2 only.
pub const RULE: Rule = Rule {
    code: "tls-version-too-old",
    mark: Mark::Must,
    guideline: "GL 別紙2 3.13",
    title: Words::new("TLS の版が古い", "The version of TLS is outdated"),
    why: Words::new(
        "SSL と TLS 1.1 以前には破り方が知られていて、暗号化していないのと変わりません。",
        "SSL and TLS up to 1.1 have known weaknesses; they guard no better than no encryption.",
    ),
    help: Words::new(
        "TLS 1.2（高セキュリティ型の設定）か TLS 1.3 に切り替え、接続（connections.csv）の encryption を改めてください",
        "Move to TLS 1.2 with the high-security settings or to TLS 1.3, and correct encryption in connections.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for line in &subject.service.connections {
        if line.encryption == Some(Encryption::TlsOld) {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("encryption"),
                Said::new(
                    format!("「{name}」の暗号化が古い版です。TLS 1.2 以上にしてください"),
                    format!("The encryption of \"{name}\" is outdated; use TLS 1.2 or later"),
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
    fn an_old_version_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("dc-lan").encryption = Some(Encryption::Tls13);
        assert!(case.found().is_empty());
        case.connection("dc-lan").encryption = Some(Encryption::TlsOld);
        assert_eq!(case.found(), [("error", "connection", "dc-lan")]);
    }
}
