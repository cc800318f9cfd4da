//! The days or numbers of the SLA's versions do not tell which was valid when (GL 別紙1-II 2.3).

use crate::agreed_terms::{AgreedTerms, faults};
use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Scope, SlaTerms, SlaVersion, Words};

/// A version goes on until the next one, so a gap between two is no fault; an overlap is one, for the later version counts from its first day. Without a first day for each version nothing can be evaluated.
pub const RULE: Rule = Rule {
    code: "sla-versions-unclear",
    mark: Mark::Should,
    guideline: "GL 別紙1 II 2.3",
    title: Words::new(
        "SLAのどの版がいつ有効だったか分からない",
        "Which version of the SLA was valid when is unclear",
    ),
    why: Words::new(
        "水準は、その期間に有効だった版で評価します。版の日付が欠けたり重なったりしていると、どの約束で評価するのか決まりません。",
        "Levels are evaluated by the version valid at the time. Where days of versions are missing or overlap, nobody knows which promise counts.",
    ),
    help: Words::new(
        "いまの版は sla-terms.toml、前の版は sla-versions.csv に、版ごとに違う番号と適用開始日を、古い順に重ならないように書いてください",
        "Give each version a number and a first day of its own, one after another: the one in force in sla-terms.toml, those before in sla-versions.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for (id, institution) in subject.institutions() {
        let scope = Scope::Institution(id.as_str().into());
        let present = AgreedTerms::in_force(Some(subject.service), Some(institution)).terms;
        for fault in faults(institution, &present) {
            let about = match &fault.version {
                Some(number) => About::row::<SlaVersion>(scope.clone(), number),
                None => About::row::<SlaTerms>(scope.clone(), ""),
            };
            findings.add_once(about.field(fault.field), fault.what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreed_terms::tests::row;
    use crate::check::testing::Case;

    #[test]
    fn an_undated_version_and_one_that_reaches_into_the_next_are_found() {
        let mut case = Case::clean(&RULE);
        let sound = [
            ("version", "0.9"),
            ("valid_from", "2025-04-01"),
            ("valid_to", "2026-03-31"),
        ];
        case.institution().sla_versions = vec![row(&sound)];
        assert!(case.found().is_empty());
        let over = [
            ("version", "0.9"),
            ("valid_from", "2025-04-01"),
            ("valid_to", "2026-04-30"),
        ];
        case.institution().sla_versions = vec![row(&over)];
        assert_eq!(case.found(), [("warning", "sla-version", "0.9")]);
        assert!(
            case.told()
                .contains("いまの版の始まり（2026-04-01）に重なっています")
        );
        case.institution().sla_versions = vec![row(&[("version", "0.9")]), row(&[("version", "1.0")])];
        let found = [
            ("warning", "sla-version", "0.9"),
            ("warning", "sla-version", "1.0"),
        ];
        assert_eq!(case.found()[..2], found);
        assert!(case.told().contains("いまの版と同じ番号です"));
        case.institution().sla_versions = vec![row(&sound)];
        case.institution().sla_terms.valid_from = None;
        assert_eq!(case.found(), [("warning", "sla-terms", "")]);
    }
}
