//! It is not written how a connection with medical information is encrypted (GL 5.1.5 (1)③).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Said, Words};

/// No encryption is an answer as well: it is written as none.
pub const RULE: Rule = Rule {
    code: "connection-encryption-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.5(1)(イ)③",
    title: Words::new(
        "回線の暗号化が書かれていない",
        "The encryption of a connection is not given",
    ),
    why: Words::new(
        "患者の情報が通る回線は、盗み見られても読めない形にしておく必要があります。方式が書かれていないと確かめられません。",
        "A line that patients' information passes has to be unreadable to an eavesdropper. Without its way of encryption nobody can check that.",
    ),
    help: Words::new(
        "接続（connections.csv）の encryption に暗号化の方式を書いてください。していなければ none と書きます",
        "Write the way of encryption into encryption of connections.csv; write none where there is none",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let medical = subject.medical_information();
    for line in &subject.service.connections {
        if line.encryption.is_none() && line.carries.iter().any(|id| medical.contains(id)) {
            let name = &line.name;
            findings.add(
                About::service::<Connection>(subject, &line.id).field("encryption"),
                Said::new(
                    format!("回線「{name}」の暗号化の方式が書かれていません"),
                    format!("The encryption of \"{name}\" is not given"),
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
    fn a_line_without_its_encryption_is_found() {
        let mut case = Case::clean(&RULE);
        case.connection("dev-lan").encryption = None;
        assert!(case.found().is_empty());
        case.connection("dc-lan").encryption = None;
        assert_eq!(case.found(), [("error", "connection", "dc-lan")]);
    }
}
