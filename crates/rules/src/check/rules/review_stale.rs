//! Risk management was not reviewed within a year (GL 5.1.7).

use crate::assessment::Assessment;
use crate::check::age::over_a_year;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Review, Said, Words};

/// Silent while the service has no flow: there is nothing yet to review.
pub const RULE: Rule = Rule {
    code: "review-stale",
    mark: Mark::Must,
    guideline: "GL 5.1.7",
    title: Words::new(
        "リスク管理の見直しが1年を過ぎている",
        "Risk management was not reviewed within a year",
    ),
    why: Words::new(
        "脅威も使い方も変わります。何も起きなくても、年に一度は分析を見直します。",
        "Threats and use change. Review the analysis once a year even when nothing happened.",
    ),
    help: Words::new(
        "リスク管理を見直し、services/＜サービス＞/reviews.csv に日付と結果を書いてください",
        "Review risk management and write the day and result into services/<service>/reviews.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if assessment.derived.flows.is_empty() {
        return;
    }
    let last = subject.service.reviews.iter().max_by_key(|row| row.date);
    let told = match last {
        Some(row) if !over_a_year(row.date, subject.as_of) => return,
        Some(row) => Said::new(
            format!(
                "リスク管理の見直し（最後は{}）が1年以上行われていません",
                row.date
            ),
            format!(
                "Risk management was not reviewed within a year (last on {})",
                row.date
            ),
        ),
        None => Said::new(
            "リスク管理の見直しの記録がありません",
            "There is no record of a review of risk management",
        ),
    };
    let id = last.map(|row| row.id.to_string()).unwrap_or_default();
    findings.add(About::service::<Review>(subject, id).field("date"), told);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Service;

    #[test]
    fn the_last_review_is_at_most_a_year_old() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().reviews[0];
        row.date = "2025-11-01".parse().unwrap();
        let id = row.id.to_string();
        case.service().reviews.truncate(1);
        case.as_of = "2026-11-01".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2026-11-02".parse().unwrap();
        assert_eq!(case.found(), [("error", "review", id.as_str())]);
        case.service().reviews.clear();
        assert_eq!(case.found(), [("error", "review", "")]);
        *case.service() = Service::default();
        assert!(case.found().is_empty());
    }
}
