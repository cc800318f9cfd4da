//! A transport that no flow uses (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::coverage::Coverage;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, Transport, Words};

/// While the service has no flow at all, phase-without-flow speaks instead.
pub const RULE: Rule = Rule {
    code: "transport-in-no-flow",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new("搬送に対応する情報流がない", "A transport matches no flow"),
    why: Words::new(
        "媒体で運ばれる情報も情報の流れです。",
        "Information that is carried on a medium flows too.",
    ),
    help: Words::new(
        "運ぶ媒体（media.csv）の stores に情報を書くか、情報流（flows.csv）を足してください",
        "Write the information into stores of the medium in media.csv, or add a flow to flows.csv",
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
        .transports
        .iter()
        .filter(|row| !coverage.transport(&row.id))
    {
        findings.add(
            About::service::<Transport>(subject, &row.id),
            Said::new(
                format!(
                    "搬送「{}」に対応する情報流がありません。媒体で運ぶ情報も情報流です",
                    row.id
                ),
                format!(
                    "No flow matches transport \"{}\"; carried information is a flow too",
                    row.id
                ),
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
    fn a_transport_of_an_empty_medium_is_found() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let mut blank = service.media[0].clone();
        blank.id = Id::parse("blank").unwrap();
        blank.stores.clear();
        let mut transport = service.transports[0].clone();
        transport.id = Id::parse("blank-out").unwrap();
        transport.medium = blank.id.clone();
        service.media.push(blank);
        service.transports.push(transport);
        assert_eq!(case.found(), [("error", "transport", "blank-out")]);
    }
}
