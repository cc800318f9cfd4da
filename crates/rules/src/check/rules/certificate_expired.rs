//! A certificate has expired (GL 4.4).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Certificate, Said, Words};

/// The last day itself is still valid.
pub const RULE: Rule = Rule {
    code: "certificate-expired",
    mark: Mark::Must,
    guideline: "GL 4.4",
    title: Words::new("認証の期限が切れている", "A certificate has expired"),
    why: Words::new(
        "期限の切れた認証は、預ける先として適格であることを示しません。",
        "An expired certificate no longer shows that a provider is fit to be entrusted with medical information.",
    ),
    help: Words::new(
        "更新した認証の有効期限を organisation/certificates.csv の expires に書いてください。更新しない認証は行を消します",
        "Write the new last day into expires of organisation/certificates.csv, or remove a certificate that is not renewed",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for row in &whole.workspace.organisation.certificates {
        let Some(last) = row.expires.filter(|last| *last < whole.as_of) else {
            continue;
        };
        let scheme = row.scheme.words();
        findings.add(
            About::organisation::<Certificate>(&row.id).field("expires"),
            Said::new(
                format!("認証「{}」の期限（{last}）が切れています", scheme.ja),
                format!("Certificate \"{}\" has expired ({last})", scheme.en),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_certificate_holds_to_the_end_of_its_last_day() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.workspace.organisation.certificates[0];
        row.expires = Some("2026-10-31".parse().unwrap());
        let id = row.id.to_string();
        case.as_of = "2026-10-31".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2026-11-01".parse().unwrap();
        assert_eq!(case.found(), [("error", "certificate", id.as_str())]);
    }
}
