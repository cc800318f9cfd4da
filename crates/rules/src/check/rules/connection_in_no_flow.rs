//! A connection that no flow runs over (GL 5.2.1(1)).

use crate::assessment::Assessment;
use crate::check::coverage::Coverage;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Connection, Said, Words};

/// What becomes of a line's settings at the end of a contract does not count as traffic over it. While the service has no flow at all, phase-without-flow speaks instead.
pub const RULE: Rule = Rule {
    code: "connection-in-no-flow",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new("情報流の通らない回線がある", "A connection carries no flow"),
    why: Words::new(
        "情報の流れに現れないものは、リスクの分析から漏れます。",
        "What appears in no flow falls out of the risk analysis.",
    ),
    help: Words::new(
        "接続（connections.csv）の carries に通る情報を書くか、情報流（flows.csv）を足すか、理由を outside_flows に書いてください",
        "Write what passes into carries of connections.csv, add a flow to flows.csv, or give the reason in outside_flows",
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
        .connections
        .iter()
        .filter(|row| !coverage.connection(&row.id) && row.outside_flows.is_none())
    {
        findings.add(
            About::service::<Connection>(subject, &row.id),
            Said::new(
                format!("回線「{}」を通る情報流がありません", row.name),
                format!("No flow runs over \"{}\"", row.name),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use crate::derive::Thing;
    use mamori_domain::{FieldValue, Text};

    #[test]
    fn a_connection_that_no_flow_runs_over_is_found() {
        let mut case = Case::clean(&RULE);
        let id = case.service().connections[0].id.clone();
        let over = Thing::Connection(id.clone());
        let drop_flows =
            |assessment: &mut Assessment<'_>| assessment.derived.flows.retain(|flow| flow.thing != over);
        assert_eq!(
            case.found_after(drop_flows),
            [("error", "connection", id.as_str())]
        );
        case.service().connections[0].carries.clear();
        assert_eq!(case.found(), [("error", "connection", id.as_str())]);
        assert!(case.service().connections[0].at_end.is_some());
        case.service().connections[0].outside_flows = Some(Text::read("予備の回線").unwrap());
        assert!(case.found_after(drop_flows).is_empty());
    }
}
