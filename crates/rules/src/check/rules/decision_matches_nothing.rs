//! A decision that touches nothing any more (GL 5.1.7).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Decision, Said, Words};

/// Derivation notes the decisions it could not use.
pub const RULE: Rule = Rule {
    code: "decision-matches-nothing",
    mark: Mark::Should,
    guideline: "GL 5.1.7",
    title: Words::new("当たるもののない判断がある", "A decision matches nothing"),
    why: Words::new(
        "構成が変わると、前に下した判断が何にも効かなくなることがあります。気付かないままでは、判断が失われます。",
        "When the configuration changes, an earlier decision may come to touch nothing. Unnoticed, it is lost.",
    ),
    help: Words::new(
        "判断（decisions.csv）の pattern を、いまある情報流・リスクのIDに直すか、要らなければその行を消してください",
        "Mend pattern in decisions.csv so that it matches flows or risks that exist, or remove the row",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if assessment.derived.flows.is_empty() {
        return;
    }
    for place in &assessment.derived.unmatched_decisions {
        let decision = &subject.service.decisions[*place];
        let pattern = decision.pattern.as_str();
        findings.add(
            About::service::<Decision>(subject, Decision::key_with(pattern, decision.decision))
                .field("pattern"),
            Said::new(
                format!("判断「{pattern}」に当たるものが、もうありません"),
                format!("Decision \"{pattern}\" matches nothing any more"),
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
    fn a_decision_on_what_is_no_more_is_found() {
        let mut case = Case::clean(&RULE);
        case.service().decisions.push(Decision {
            pattern: Pattern::new("operation/app/view/gone/*"),
            decision: DecisionKind::Accept,
            value: None,
            reason: None,
            who: None,
            date: None,
        });
        assert_eq!(
            case.found(),
            [("warning", "decision", "operation/app/view/gone/* accept")]
        );
    }
}
