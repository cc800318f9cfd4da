//! A decision sets a value that is none (GL 5.1.2).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_catalogue::Catalogue;
use mamori_domain::{Decision, DecisionKind, Said, Words};

/// Derivation keeps the proposal where it cannot read the value. Confirming and excluding take no value.
pub const RULE: Rule = Rule {
    code: "decision-value-unusable",
    mark: Mark::Must,
    guideline: "GL 5.1.2",
    title: Words::new("値の使えない判断がある", "The value of a decision cannot be used"),
    why: Words::new(
        "値を読めない判断は何も改めません。改めたつもりのリスクが、提案の値のまま残ります。",
        "A decision whose value cannot be read changes nothing; the risk keeps the proposed value.",
    ),
    help: Words::new(
        "判断（decisions.csv）の value に、影響度と顕在化率なら1〜5の数字を、対策項目なら対策項目か小項目のIDを空白で区切って書いてください",
        "Write a figure from 1 to 5 into value of decisions.csv for impact and likelihood, or ids of control items and measures, separated by spaces, for items",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for row in &subject.service.decisions {
        let Some(fault) = fault(row, subject.catalogue) else {
            continue;
        };
        let pattern = row.pattern.as_str();
        findings.add(
            About::service::<Decision>(subject, Decision::key_with(pattern, row.decision)).field("value"),
            Said::new(
                format!("判断「{pattern}」の{}", fault.ja),
                format!("Decision \"{pattern}\": {}", fault.en),
            ),
        );
    }
}

/// What is wrong with the value; nothing when it can be used or none is asked for.
fn fault(row: &Decision, catalogue: &Catalogue) -> Option<Said> {
    let value = row.value.as_deref().unwrap_or_default().trim();
    match row.decision {
        DecisionKind::Accept | DecisionKind::Exclude => None,
        DecisionKind::Impact | DecisionKind::Likelihood => {
            let usable = value.parse().is_ok_and(|step: u8| (1..=5).contains(&step));
            (!usable).then(|| no_step(value))
        }
        DecisionKind::Items => {
            let known =
                |id: &str| catalogue.items().get(id).is_some() || catalogue.measures().get(id).is_some();
            match value.split_whitespace().find(|id| !known(id)) {
                Some(unknown) => Some(Said::new(
                    format!("値「{unknown}」は、カタログにある対策項目でも小項目でもありません"),
                    format!("\"{unknown}\" is neither a control item nor a measure of the catalogue"),
                )),
                None if value.is_empty() => Some(Said::new(
                    "値に対策項目がありません",
                    "its value names no control item",
                )),
                None => None,
            }
        }
    }
}

fn no_step(value: &str) -> Said {
    if value.is_empty() {
        return Said::new("値が空です", "its value is empty");
    }
    Said::new(
        format!("値「{value}」は1〜5の数字ではありません"),
        format!("its value \"{value}\" is no figure from 1 to 5"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{FieldValue, Pattern, Text};

    fn decide(case: &mut Case, kind: DecisionKind, value: &str) {
        case.service().decisions = vec![Decision {
            pattern: Pattern::new("operation/*"),
            decision: kind,
            value: Text::read(value).ok().filter(|_| !value.is_empty()),
            reason: None,
            who: None,
            date: None,
        }];
    }

    #[test]
    fn a_step_is_a_figure_from_1_to_5() {
        for kind in [DecisionKind::Impact, DecisionKind::Likelihood] {
            let mut case = Case::clean(&RULE);
            for value in ["9", "abc", "0", "", "-1", "1.5", "５"] {
                decide(&mut case, kind, value);
                assert_eq!(case.found().len(), 1, "{value}");
                assert!(case.told().contains(value));
            }
            for value in ["1", "5"] {
                decide(&mut case, kind, value);
                assert!(case.found().is_empty(), "{value}");
            }
        }
    }

    #[test]
    fn items_are_items_or_measures_of_the_catalogue() {
        let mut case = Case::clean(&RULE);
        decide(&mut case, DecisionKind::Items, "2.7.① 9.9.①-1");
        assert_eq!(case.found(), [("error", "decision", "operation/* items")]);
        assert!(case.told().contains("9.9.①-1"));
        decide(&mut case, DecisionKind::Items, "");
        assert_eq!(case.found(), [("error", "decision", "operation/* items")]);
        decide(&mut case, DecisionKind::Items, "2.7.① 1.4.①-1");
        assert!(case.found().is_empty());
        decide(&mut case, DecisionKind::Accept, "");
        assert!(case.found().is_empty());
    }
}
