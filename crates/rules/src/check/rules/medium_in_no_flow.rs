//! A medium in no flow (GL 5.2.1(1)).

use crate::assessment::Assessment;
use crate::check::coverage::Coverage;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Medium, Said, Words};

/// While the service has no flow at all, phase-without-flow speaks instead. A medium that is
/// carried in a flow is in it.
pub const RULE: Rule = Rule {
    code: "medium-in-no-flow",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new("情報流に現れない媒体がある", "A medium appears in no flow"),
    why: Words::new(
        "情報の流れに現れないものは、リスクの分析から漏れます。",
        "What appears in no flow falls out of the risk analysis.",
    ),
    help: Words::new(
        "媒体（media.csv）の stores に情報を書くか、情報流（flows.csv）を足すか、理由を outside_flows に書いてください",
        "Write the information into stores of media.csv, add a flow to flows.csv, or give the reason in outside_flows",
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
        .media
        .iter()
        .filter(|row| !coverage.medium(&row.id) && row.outside_flows.is_none())
    {
        findings.add(
            About::service::<Medium>(subject, &row.id),
            Said::new(
                format!("媒体「{}」を使う情報流がありません", row.name),
                format!("No flow uses medium \"{}\"", row.name),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::Id;

    #[test]
    fn a_medium_without_information_is_in_no_flow() {
        let mut case = Case::clean(&RULE);
        let mut blank = case.service().media[0].clone();
        blank.id = Id::parse("blank").unwrap();
        blank.stores.clear();
        case.service().media.push(blank);
        assert_eq!(case.found(), [("error", "medium", "blank")]);
    }
}
