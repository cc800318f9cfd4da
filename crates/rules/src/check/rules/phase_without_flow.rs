//! A phase of the life cycle without a flow (GL 5.1.1).

use crate::assessment::Assessment;
use crate::check::listing::listed;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Phase, Said, StatedFlow, Words};

/// The phases are told in one finding; while there is no equipment, configuration-empty speaks instead.
pub const RULE: Rule = Rule {
    code: "phase-without-flow",
    mark: Mark::Must,
    guideline: "GL 5.1.1",
    title: Words::new("情報流のないフェーズがある", "A phase has no flow"),
    why: Words::new(
        "開発・運用・契約終了のそれぞれで、だれが、どこで、何を使って、どの情報をどうするかを洗い出します。",
        "For development, operation and contract end alike, say who handles which information where, with what and how.",
    ),
    help: Words::new(
        "扱う情報（information.csv）を書き、機器（equipment.csv）の handles・stores や接続（connections.csv）の carries に入れてください。構成から導けない流れは flows.csv に足します",
        "Describe the information in information.csv and put it into handles and stores of equipment.csv or carries of connections.csv; flows that do not follow from the configuration go into flows.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    if subject.service.equipment.is_empty() {
        return;
    }
    let flows = &assessment.derived.flows;
    let has = |phase: &Phase| {
        flows
            .iter()
            .any(|flow| flow.phase == *phase && flow.standing.counts())
    };
    let missing: Vec<Words> = Phase::ALL
        .iter()
        .filter(|phase| !has(phase))
        .map(|phase| phase.words())
        .collect();
    if missing.is_empty() {
        return;
    }
    let ja = listed(&missing.iter().map(|words| words.ja).collect::<Vec<_>>()).ja;
    let en = listed(&missing.iter().map(|words| words.en).collect::<Vec<_>>()).en;
    findings.add(
        About::service::<StatedFlow>(subject, "").field("phase"),
        Said::new(
            format!("フェーズ{ja}の情報流がありません"),
            format!("There is no flow in the phase {en}"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_phase_without_flows_is_found_and_an_empty_configuration_is_not_scolded() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        service.information.clear();
        service.flows.clear();
        service.equipment.iter_mut().for_each(|row| {
            row.handles.clear();
            row.stores.clear();
        });
        service.media.clear();
        service.transports.clear();
        service.connections.clear();
        assert_eq!(case.found(), [("error", "flow", "")]);
        case.service().equipment.clear();
        assert!(case.found().is_empty());
    }

    #[test]
    fn excluded_flows_do_not_count() {
        let mut case = Case::clean(&RULE);
        let found = case.found_after(|assessment| {
            assessment
                .derived
                .flows
                .retain(|flow| flow.phase != Phase::ContractEnd);
        });
        assert_eq!(found, [("error", "flow", "")]);
        assert!(case.told().contains("契約終了"));
        let found = case.found_after(|assessment| {
            let ends = assessment
                .derived
                .flows
                .iter_mut()
                .filter(|flow| flow.phase == Phase::ContractEnd);
            ends.for_each(|flow| flow.standing = crate::derive::Standing::Excluded("x".into()));
        });
        assert_eq!(found, [("error", "flow", "")]);
    }
}
