//! A contract ended without evidence of return or disposal (GL 3.2.2).

use crate::assessment::Assessment;
use crate::check::contracts::users;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Event, EventKind, Said, Words};

/// An event of kind disposal on the service is the evidence.
pub const RULE: Rule = Rule {
    code: "contract-end-without-evidence",
    mark: Mark::Must,
    guideline: "GL 3.2.2",
    title: Words::new("契約終了後の証拠がない", "A contract ended without evidence"),
    why: Words::new(
        "返却や廃棄の証拠がないと、患者の情報が残っていないことを示せません。",
        "Without evidence of return and disposal nobody can show that no patient information is left.",
    ),
    help: Words::new(
        "返却・移管・廃棄を行い、その記録を institutions/＜医療機関等＞/events.csv に kind を disposal として書いてください",
        "Return, hand over and dispose, and record it in institutions/<institution>/events.csv with kind disposal",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    for party in users(subject).filter(|party| party.ended(subject.as_of)) {
        if party.events().any(|event| event.kind == EventKind::Disposal) {
            continue;
        }
        let name = party.name();
        findings.add(
            About::row::<Event>(party.scope(), "").field("kind"),
            Said::new(
                format!("医療機関等「{name}」との契約終了後の返却・移管・破棄の証拠がありません"),
                format!(
                    "The contract with \"{name}\" ended without evidence of return, hand-over or disposal"
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;

    #[test]
    fn an_ended_contract_leaves_a_record_of_disposal() {
        let mut case = Case::clean(&RULE);
        case.institution().profile.contract_to = Some("2026-10-31".parse().unwrap());
        case.as_of = "2026-10-31".parse().unwrap();
        assert!(case.found().is_empty());
        case.as_of = "2026-11-01".parse().unwrap();
        assert_eq!(case.found(), [("error", "event", "")]);
        case.institution().events[0].kind = EventKind::Disposal;
        assert!(case.found().is_empty());
    }
}
