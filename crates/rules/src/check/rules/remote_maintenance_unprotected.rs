//! Remote maintenance lacks authentication or encryption (GL 別紙2 3.14).

use crate::assessment::Assessment;
use crate::check::lines::guards_the_way;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::index::yes;
use mamori_domain::{Connection, Said, Words};

/// What is not written counts as missing, and only TLS and IPsec count as encryption: this way in leads straight to the servers.
pub const RULE: Rule = Rule {
    code: "remote-maintenance-unprotected",
    mark: Mark::Must,
    guideline: "GL 別紙2 3.14",
    title: Words::new(
        "遠隔保守に認証か暗号化がない",
        "Remote maintenance lacks authentication or encryption",
    ),
    why: Words::new(
        "遠隔保守の入り口はサーバへ直接つながります。守りが弱いと、そこから侵入されます。",
        "The way in for remote maintenance leads straight to the servers; where it is weakly guarded, intruders come through it.",
    ),
    help: Words::new(
        "接続（connections.csv）の encryption と admission を確かめ、TLS か IPsec の暗号化と、つなげる機器の制限を入れて書いてください",
        "Check encryption and admission in connections.csv; encrypt the line by TLS or IPsec and limit the devices that may connect",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    use mamori_domain::Admission;
    let subject = &assessment.subject;
    for line in subject
        .service
        .connections
        .iter()
        .filter(|line| yes(line.remote_maintenance))
    {
        let in_the_clear = !line.encryption.is_some_and(guards_the_way);
        let unlimited = matches!(line.admission, None | Some(Admission::None));
        let (field, ja, en) = match (in_the_clear, unlimited) {
            (true, true) => (
                "encryption",
                "認証と、TLSかIPsecによる暗号化",
                "authentication and encryption by TLS or IPsec",
            ),
            (true, false) => (
                "encryption",
                "TLSかIPsecによる暗号化",
                "encryption by TLS or IPsec",
            ),
            (false, true) => (
                "admission",
                "認証（接続の制限）",
                "authentication (control of admission)",
            ),
            (false, false) => continue,
        };
        let name = &line.name;
        findings.add(
            About::service::<Connection>(subject, &line.id).field(field),
            Said::new(
                format!("遠隔保守「{name}」に{ja}がありません"),
                format!("Remote maintenance \"{name}\" lacks {en}"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{Admission, Encryption};

    #[test]
    fn unprotected_remote_maintenance_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("dev-lan").encryption = None;
        assert!(case.found().is_empty());
        let unfit = [
            Encryption::None,
            Encryption::Wpa,
            Encryption::WpaOld,
            Encryption::Other,
        ];
        for way in unfit.map(Some).into_iter().chain([None]) {
            case.connection("maintenance-vpn").encryption = way;
            assert_eq!(case.found(), [("error", "connection", "maintenance-vpn")]);
        }
        case.connection("maintenance-vpn").encryption = Some(Encryption::IpsecIke);
        case.connection("maintenance-vpn").admission = Some(Admission::None);
        assert_eq!(case.found(), [("error", "connection", "maintenance-vpn")]);
    }
}
