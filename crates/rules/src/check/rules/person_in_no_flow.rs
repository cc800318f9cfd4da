//! A person in no flow (GL 5.2.1(1)).

use crate::assessment::Assessment;
use crate::check::coverage::Coverage;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Person, Said, Words};

/// While the service has no flow at all, phase-without-flow speaks instead. People of a
/// carrier appear in the flows it carries.
pub const RULE: Rule = Rule {
    code: "person-in-no-flow",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new("情報流に現れない人がいる", "A person appears in no flow"),
    why: Words::new(
        "情報の流れに現れないものは、リスクの分析から漏れます。",
        "What appears in no flow falls out of the risk analysis.",
    ),
    help: Words::new(
        "人（people.csv）の uses・keeps に使う機器や媒体を書くか、情報流（flows.csv）を足すか、理由を outside_flows に書いてください",
        "Write equipment or media into uses or keeps of people.csv, add a flow to flows.csv, or give the reason in outside_flows",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let Some(coverage) = Coverage::of(assessment) else {
        return;
    };
    for row in subject
        .service
        .people
        .iter()
        .filter(|row| !coverage.person(row) && row.outside_flows.is_none())
    {
        findings.add(
            About::service::<Person>(subject, &row.id),
            Said::new(
                format!("「{}」が扱う情報流がありません", row.name),
                format!("\"{}\" appears in no flow", row.name),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{Id, Side};

    #[test]
    fn a_person_who_uses_nothing_is_in_no_flow() {
        let mut case = Case::clean(&RULE);
        let mut idle = case.service().people[0].clone();
        idle.id = Id::parse("idle").unwrap();
        idle.side = Side::Provider;
        idle.supplier = None;
        idle.uses.clear();
        idle.keeps.clear();
        case.service().people.push(idle);
        assert_eq!(case.found(), [("error", "person", "idle")]);
    }
}
