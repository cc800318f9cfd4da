//! A decision that changes a proposal lacks reason, person or date (GL 5.1.6(1)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Decision, DecisionKind, Said, Words};

/// Confirming a proposal changes nothing and needs no reason; an exclusion without reason is graver and told
/// by threat-excluded-without-reason.
pub const RULE: Rule = Rule {
    code: "decision-without-reason",
    mark: Mark::Should,
    guideline: "GL 5.1.6(1)",
    title: Words::new(
        "理由・人・日付のない判断がある",
        "A decision lacks reason, person or date",
    ),
    why: Words::new(
        "提案を改めた判断は、医療機関等に説明できるよう、だれがいつ何を理由に下したかを残します。",
        "A decision that changes a proposal is explained to institutions: who made it, when and why.",
    ),
    help: Words::new(
        "判断（decisions.csv）の reason・who・date を埋めてください",
        "Fill in reason, who and date in decisions.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for decision in subject
        .service
        .decisions
        .iter()
        .filter(|row| row.decision != DecisionKind::Accept)
    {
        let Some((field, lacking)) = lacking(decision) else {
            continue;
        };
        let pattern = decision.pattern.as_str();
        findings.add(
            About::service::<Decision>(subject, Decision::key_with(pattern, decision.decision)).field(field),
            Said::new(
                format!("判断「{pattern}」に{}がありません", lacking.ja),
                format!("Decision \"{pattern}\" lacks {}", lacking.en),
            ),
        );
    }
}

/// The first field that is empty, and all that is lacking in words.
fn lacking(decision: &Decision) -> Option<(&'static str, Said)> {
    let reason = decision.reason.is_none() && decision.decision != DecisionKind::Exclude;
    let parts = [
        (reason, "reason", Words::new("理由", "reason")),
        (decision.who.is_none(), "who", Words::new("人", "person")),
        (decision.date.is_none(), "date", Words::new("日付", "date")),
    ];
    let open: Vec<_> = parts.into_iter().filter(|(open, ..)| *open).collect();
    let (_, field, _) = open.first()?;
    let ja: Vec<_> = open.iter().map(|(.., words)| words.ja).collect();
    let en: Vec<_> = open.iter().map(|(.., words)| words.en).collect();
    Some((field, Said::new(ja.join("・"), en.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Pattern, Text};

    #[test]
    fn a_changed_figure_says_why_by_whom_and_when() {
        let mut case = Case::clean(&RULE);
        let who = case.workspace.organisation.officers[0].id.clone();
        case.service().decisions = vec![Decision {
            pattern: Pattern::new("operation/*"),
            decision: DecisionKind::Likelihood,
            value: Some(Text::read("2").unwrap()),
            reason: None,
            who: None,
            date: None,
        }];
        assert_eq!(case.found(), [("warning", "decision", "operation/* likelihood")]);
        assert!(case.told().contains("理由・人・日付"));
        let decision = &mut case.service().decisions[0];
        decision.reason = Some(Text::read("理由").unwrap());
        decision.who = Some(who);
        assert_eq!(case.found(), [("warning", "decision", "operation/* likelihood")]);
        case.service().decisions[0].date = Some("2026-02-20".parse().unwrap());
        assert!(case.found().is_empty());
        case.service().decisions[0].decision = DecisionKind::Accept;
        case.service().decisions[0].date = None;
        assert!(case.found().is_empty());
    }
}
