//! A certificate expires within ninety days (GL 4.4).

use crate::check::age::days_between;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Certificate, Said, Words};

/// One that has expired is certificate-expired.
pub const RULE: Rule = Rule {
    code: "certificate-expiring-soon",
    mark: Mark::May,
    guideline: "GL 4.4",
    title: Words::new("認証の期限が近づいている", "A certificate expires soon"),
    why: Words::new(
        "更新の審査には日数がかかります。切れてからでは間に合いません。",
        "An audit for renewal takes time; after the expiry it is too late.",
    ),
    help: Words::new(
        "更新の予定を確かめ、更新したら organisation/certificates.csv の expires を改めてください",
        "Check the plan for renewal and put the new day into expires of organisation/certificates.csv once renewed",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for row in &whole.workspace.organisation.certificates {
        let left = |last| days_between(whole.as_of, last);
        let Some(last) = row.expires.filter(|last| (0..=SOON).contains(&left(*last))) else {
            continue;
        };
        let (scheme, days) = (row.scheme.words(), left(last));
        findings.add(
            About::organisation::<Certificate>(&row.id).field("expires"),
            Said::new(
                format!("認証「{}」の期限（{last}）まであと{days}日です", scheme.ja),
                format!("Certificate \"{}\" expires in {days} days ({last})", scheme.en),
            ),
        );
    }
}

/// How many days before the last one a renewal should be under way.
const SOON: i64 = 90;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn the_ninety_days_before_the_last_are_soon() {
        let mut case = Case::clean(&RULE);
        case.workspace.organisation.certificates.truncate(1);
        let row = &mut case.workspace.organisation.certificates[0];
        row.expires = Some("2026-12-31".parse().unwrap());
        let id = row.id.to_string();
        for (day, soon) in [
            ("2026-10-01", false),
            ("2026-10-02", true),
            ("2026-12-31", true),
            ("2027-01-01", false),
        ] {
            case.as_of = day.parse().unwrap();
            let expected = soon.then_some(("note", "certificate", id.as_str()));
            assert_eq!(case.found(), Vec::from_iter(expected), "{day}");
        }
    }
}
