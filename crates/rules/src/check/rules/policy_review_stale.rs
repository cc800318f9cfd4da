//! A policy was not reviewed within a year (GL 5.1.7).

use crate::check::age::over_a_year;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Policy, Said, Words};

/// The day of approval counts where it is later than the last review.
pub const RULE: Rule = Rule {
    code: "policy-review-stale",
    mark: Mark::Should,
    guideline: "GL 5.1.7",
    title: Words::new(
        "方針の見直しが1年を過ぎている",
        "A policy was not reviewed within a year",
    ),
    why: Words::new(
        "決まりが実際の運用と合わなくなると、守られなくなります。年に一度は見直します。",
        "Rules that no longer fit the work are not kept. Look at them once a year.",
    ),
    help: Words::new(
        "文書を見直し、その日を organisation/policies.csv の reviewed に書いてください。変える所がなくても書きます",
        "Review the paper and write the day into reviewed of organisation/policies.csv, even when nothing had to change",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for row in &whole.workspace.organisation.policies {
        let told = match row.reviewed.max(row.approved) {
            Some(day) if !over_a_year(day, whole.as_of) => continue,
            Some(day) => Said::new(
                format!("「{}」の見直し（最後は{day}）が1年を過ぎています", row.title),
                format!("\"{}\" was not reviewed within a year (last on {day})", row.title),
            ),
            None => Said::new(
                format!("「{}」に承認日も見直した日もありません", row.title),
                format!("\"{}\" has neither a day of approval nor of review", row.title),
            ),
        };
        findings.add(About::organisation::<Policy>(&row.id).field("reviewed"), told);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn a_policy_is_reviewed_or_approved_within_a_year() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.workspace.organisation.policies[0];
        (row.reviewed, row.approved) = (None, None);
        let id = row.id.to_string();
        assert_eq!(case.found(), [("warning", "policy", id.as_str())]);
        case.workspace.organisation.policies.truncate(1);
        case.workspace.organisation.policies[0].approved = Some("2025-11-01".parse().unwrap());
        case.as_of = "2026-11-01".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2026-11-02".parse().unwrap();
        assert_eq!(case.found(), [("warning", "policy", id.as_str())]);
    }
}
