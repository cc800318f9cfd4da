//! A stated flow without the thing by which it runs (GL 5.2.1(2)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, StatedFlow, Words};

/// Every other part of a stated flow is required of its row.
pub const RULE: Rule = Rule {
    code: "flow-incomplete",
    mark: Mark::Must,
    guideline: "GL 5.2.1(2)",
    title: Words::new(
        "情報流に機器も媒体も回線も書かれていない",
        "A flow names neither equipment nor medium nor connection",
    ),
    why: Words::new(
        "「どれで」扱うかが分からない流れは、脅威と突き合わせられません。",
        "A flow of which nobody knows by what it runs cannot be held against the threats.",
    ),
    help: Words::new(
        "情報流（flows.csv）の equipment・medium・connection のどれかを埋めてください",
        "Fill in equipment, medium or connection in flows.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let bare =
        |row: &&StatedFlow| row.equipment.is_none() && row.medium.is_none() && row.connection.is_none();
    for flow in subject.service.flows.iter().filter(bare) {
        findings.add(
            About::service::<StatedFlow>(subject, &flow.id).field("equipment"),
            Said::new(
                format!(
                    "情報流「{}」に、機器・媒体・回線のどれも書かれていません",
                    flow.id
                ),
                format!(
                    "Flow \"{}\" names neither equipment nor medium nor connection",
                    flow.id
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use mamori_domain::{Id, Layer, Phase, Verb};

    #[test]
    fn a_flow_by_nothing_is_found() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let flow = StatedFlow {
            id: Id::parse("by-nothing").unwrap(),
            phase: Phase::Operation,
            layer: Layer::Application,
            who: Vec::new(),
            site: service.sites[0].id.clone(),
            equipment: None,
            medium: None,
            connection: None,
            what: service.information[0].id.clone(),
            how: Verb::View,
            note: None,
        };
        service.flows.push(flow);
        assert_eq!(case.found(), [("error", "flow", "by-nothing")]);
        let equipment = case.service().equipment[0].id.clone();
        case.service().flows.last_mut().unwrap().equipment = Some(equipment);
        assert!(case.found().is_empty());
    }
}
