//! A request to institutions names risks that there are not (GL 5.1.5 (2)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Request, Said, Words};

/// One finding for each pattern. Silent while the service has no risk at all; excluded risks do not count.
pub const RULE: Rule = Rule {
    code: "request-matches-no-risk",
    mark: Mark::Should,
    guideline: "GL 5.1.5(2)",
    title: Words::new(
        "当たるリスクのない「求める事項」がある",
        "A request names risks that there are not",
    ),
    why: Words::new(
        "何のためのお願いかが分からないと、医療機関等は守る理由を説明できません。構成が変わってリスクがなくなったか、書き間違いです。",
        "Unless it is clear what a request is for, an institution cannot explain it. Either the risk is gone or the pattern is mistyped.",
    ),
    help: Words::new(
        "求める事項（requests.csv）の risks を、いまあるリスクのIDかまとまりに直すか、要らないものを消してください",
        "Correct risks in requests.csv to risks that exist, or remove what is not needed",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let counting = || {
        let risks = assessment.derived.risks.iter();
        risks.filter(|risk| risk.standing.counts())
    };
    if counting().next().is_none() {
        return;
    }
    for row in &subject.service.requests {
        let dead = row
            .risks
            .iter()
            .filter(|pattern| !counting().any(|risk| pattern.covers(&risk.id)));
        for pattern in dead {
            let title = &row.title;
            findings.add(
                About::service::<Request>(subject, &row.id).field("risks"),
                Said::new(
                    format!("求める事項「{title}」の「{pattern}」に当たるリスクがありません"),
                    format!("No risk matches \"{pattern}\" of request \"{title}\""),
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
    fn each_pattern_that_matches_nothing_is_found() {
        let mut case = Case::clean(&RULE);
        let row = &mut case.service().requests[0];
        row.risks.push(Pattern::new("operation/gone/*"));
        let id = row.id.to_string();
        assert_eq!(case.found(), [("warning", "request", id.as_str())]);
        assert!(case.told().contains("operation/gone/*"));
        let nothing = |assessment: &mut Assessment<'_>| assessment.derived.risks.clear();
        assert!(case.found_after(nothing).is_empty());
    }
}
