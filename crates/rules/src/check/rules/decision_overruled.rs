//! A decision has no effect because others overrule it everywhere (GL 5.1.7).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Decision, Said, Words};

/// Of the decisions on one thing the one whose pattern names most segments counts, then the deeper pattern, then the later row. One that matches nothing at all is told of by decision-matches-nothing.
pub const RULE: Rule = Rule {
    code: "decision-overruled",
    mark: Mark::Should,
    guideline: "GL 5.1.7",
    title: Words::new("どこにも効いていない判断がある", "A decision has no effect"),
    why: Words::new(
        "別の判断がすべての対象で優先されているので、この判断は何も改めていません。除外や改めたつもりの値が、そのまま残ります。",
        "Others take precedence wherever it matches, so it changes nothing: what was to be excluded or changed stays as it was.",
    ),
    help: Words::new(
        "判断（decisions.csv）の pattern を、優先させたい対象だけを指すように細かく書くか、優先されている判断のほうを直すか、要らなければその行を消してください",
        "Make pattern in decisions.csv more specific, mend the decisions that take precedence, or remove the row",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for place in &assessment.derived.overruled_decisions {
        let decision = &subject.service.decisions[*place];
        let pattern = decision.pattern.as_str();
        findings.add(
            About::service::<Decision>(subject, Decision::key_with(pattern, decision.decision))
                .field("pattern"),
            Said::new(
                format!(
                    "判断「{pattern}」は、当たるところすべてで別の判断が優先され、どこにも効いていません"
                ),
                format!("Decision \"{pattern}\" is overruled by others wherever it matches"),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{DecisionKind, Pattern};

    #[test]
    fn a_decision_that_others_overrule_everywhere_is_found() {
        let mut case = Case::clean(&RULE);
        let decision = |pattern: &str| Decision {
            pattern: Pattern::new(pattern),
            decision: DecisionKind::Exclude,
            value: None,
            reason: None,
            who: None,
            date: None,
        };
        case.service().decisions.push(decision("contract-end*"));
        assert_eq!(case.found(), [("warning", "decision", "contract-end* exclude")]);
        case.service().decisions.pop();
        case.service().decisions.push(decision("*/*/*/*/*/*/T1/*"));
        assert!(case.found().is_empty());
    }
}
