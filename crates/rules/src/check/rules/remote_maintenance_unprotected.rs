//! Remote maintenance lacks authentication or encryption (GL 別紙2 3.14).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use crate::derive::index::yes;
use mamori_domain::{Connection, Said, Words};

/// What is not written counts as missing: this way in leads straight to the servers.
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
        "接続（connections.csv）の encryption と admission を確かめ、暗号化と、つなげる機器の制限を入れて書いてください",
        "Check encryption and admission in connections.csv; encrypt the line and limit the devices that may connect",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    use mamori_domain::{Admission, Encryption};
    let subject = &assessment.subject;
    for line in subject
        .service
        .connections
        .iter()
        .filter(|line| yes(line.remote_maintenance))
    {
        let in_the_clear = matches!(line.encryption, None | Some(Encryption::None));
        let unlimited = matches!(line.admission, None | Some(Admission::None));
        let (field, ja, en) = match (in_the_clear, unlimited) {
            (true, true) => ("encryption", "認証と暗号化", "authentication and encryption"),
            (true, false) => ("encryption", "暗号化", "encryption"),
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
        case.connection("maintenance-vpn").encryption = None;
        assert_eq!(case.found(), [("error", "connection", "maintenance-vpn")]);
        case.connection("maintenance-vpn").encryption = Some(Encryption::IpsecIke);
        case.connection("maintenance-vpn").admission = Some(Admission::None);
        assert_eq!(case.found(), [("error", "connection", "maintenance-vpn")]);
    }
}
