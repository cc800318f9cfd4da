//! Neither Privacy Mark nor ISMS certification is held (GL 4.4).

use crate::check::{About, Findings, Mark, Rule, Run, Severity, Whole};
use mamori_domain::{Certificate, Said, Scheme, Words, YesNo};

/// Holding one is demanded of who handles medical information and strongly asked of all others; an
/// assurance report is welcome but replaces neither.
pub const RULE: Rule = Rule {
    code: "certificate-missing",
    mark: Mark::Must,
    guideline: "GL 4.4",
    title: Words::new(
        "プライバシーマークもISMS認証もない",
        "Neither Privacy Mark nor ISMS certification",
    ),
    why: Words::new(
        "医療情報を預かる事業者の最低限の適格性は、公的な第三者認証で示します。内部統制の保証報告書は、その代わりになりません。",
        "A public third-party certification shows that a provider is fit to be entrusted with medical information. An assurance report does not replace it.",
    ),
    help: Words::new(
        "取得した認証を organisation/certificates.csv に書いてください。まだなければ、取得の予定を立ててください",
        "Write the certification held into organisation/certificates.csv; if there is none yet, plan to obtain one",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let organisation = &whole.workspace.organisation;
    let counts = |scheme| matches!(scheme, Scheme::PrivacyMark | Scheme::Isms | Scheme::IsmsCloud);
    if organisation
        .certificates
        .iter()
        .any(|certificate| counts(certificate.scheme))
    {
        return;
    }
    let severity = match organisation.profile.handles_medical_information {
        Some(YesNo::No) => Severity::Warning,
        _ => Severity::Error,
    };
    findings.add_as(
        severity,
        About::organisation::<Certificate>(""),
        Said::new(
            "プライバシーマークもISMS認証もありません",
            "Neither a Privacy Mark nor an ISMS certification is held",
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_assurance_report_replaces_no_certification() {
        let mut case = Case::clean(&RULE);
        for certificate in &mut case.workspace.organisation.certificates {
            certificate.scheme = Scheme::AssuranceReport;
        }
        assert_eq!(case.found(), [("error", "certificate", "")]);
        case.workspace.organisation.profile.handles_medical_information = Some(YesNo::No);
        assert_eq!(case.found(), [("warning", "certificate", "")]);
    }
}
