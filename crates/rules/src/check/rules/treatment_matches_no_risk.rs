//! A treatment, or a pattern of one, covers no risk (GL 5.1.4).

use crate::assessment::Assessment;
use crate::check::treated::treated;
use crate::check::{Findings, Mark, Rule, Run};
use mamori_domain::{Said, Words};

/// Told once for a treatment that covers nothing, else once for each of its patterns that covers nothing. Silent while the service has no risk at all. Excluded risks do not count.
pub const RULE: Rule = Rule {
    code: "treatment-matches-no-risk",
    mark: Mark::Should,
    guideline: "GL 5.1.4",
    title: Words::new("当たるリスクのない対応がある", "A treatment covers no risk"),
    why: Words::new(
        "構成が変わってリスクがなくなったか、書き間違いです。そのままでは、守っているつもりの対応が何も守りません。",
        "Either the configuration changed and the risk is gone, or the pattern is mistyped; as it stands the treatment guards nothing.",
    ),
    help: Words::new(
        "リスク対応（treatments.csv）の risks を、いまあるリスクのIDかまとまりに直すか、行を消してください",
        "Correct risks in treatments.csv to risks that exist, or remove the row",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let some = assessment.derived.risks.iter().any(|risk| risk.standing.counts());
    for row in treated(assessment) {
        let name = &row.treatment.id;
        if !some {
            return;
        }
        if row.highest().is_none() {
            findings.add(
                row.about("risks"),
                Said::new(
                    format!("リスク対応「{name}」に当たるリスクがありません"),
                    format!("No risk matches treatment \"{name}\""),
                ),
            );
            continue;
        }
        for pattern in row.idle_patterns() {
            findings.add(
                row.about("risks"),
                Said::new(
                    format!("リスク対応「{name}」の「{pattern}」に当たるリスクがありません"),
                    format!("No risk matches \"{pattern}\" of treatment \"{name}\""),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Pattern;

    #[test]
    fn a_treatment_of_nothing_is_found() {
        let mut case = Case::clean(&RULE);
        let risks = case.treatment("viewing").risks.clone();
        case.treatment("viewing").risks = vec![Pattern::new("no/such/risk"), Pattern::new("nor/this")];
        assert_eq!(case.found(), [("warning", "treatment", "viewing")]);
        case.treatment("viewing").risks = risks;
        case.treatment("viewing").risks.push(Pattern::new("nor/this"));
        assert_eq!(case.found(), [("warning", "treatment", "viewing")]);
        assert!(case.told().contains("「nor/this」"));
        // A pattern whose risks another covers as well is not idle.
        case.treatment("viewing").risks.pop();
        case.treatment("viewing").risks.push(Pattern::new("operation/*"));
        assert!(case.found().is_empty());
    }
}
