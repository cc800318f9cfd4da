//! A transport with neither carrier nor guard (GL 5.2.1(1)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Said, Transport, Words};
use std::collections::BTreeMap;

/// Either of the two makes the transport a thing that can be analysed.
pub const RULE: Rule = Rule {
    code: "transport-incomplete",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new(
        "媒体の搬送について、運ぶ人も守り方も書かれていない",
        "It is not said who carries a medium and how it is guarded",
    ),
    why: Words::new(
        "媒体は、運んでいる間がもっとも失われやすくなります。",
        "A medium is most easily lost while it is under way.",
    ),
    help: Words::new(
        "搬送（transports.csv）に、運ぶ会社（carrier）か途中の守り（guarded_by）を書いてください",
        "Give the carrier or how it is guarded (guarded_by) in transports.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let media: BTreeMap<_, _> = subject
        .service
        .media
        .iter()
        .map(|row| (&row.id, &*row.name))
        .collect();
    for transport in subject
        .service
        .transports
        .iter()
        .filter(|row| row.carrier.is_none() && row.guarded_by.is_none())
    {
        let name = media
            .get(&transport.medium)
            .copied()
            .unwrap_or(transport.medium.as_str());
        findings.add(
            About::service::<Transport>(subject, &transport.id).field("guarded_by"),
            Said::new(
                format!(
                    "媒体の搬送「{}」（{name}）を誰がどう守って運ぶか書かれていません",
                    transport.id
                ),
                format!(
                    "It is not said who carries the medium \"{name}\" (transport {}) and how it is guarded",
                    transport.id
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
    fn a_transport_by_nobody_and_unguarded_is_found() {
        let mut case = Case::clean(&RULE);
        let transport = &mut case.service().transports[0];
        transport.carrier = None;
        let id = transport.id.to_string();
        assert!(case.found().is_empty());
        case.service().transports[0].guarded_by = None;
        assert_eq!(case.found(), [("error", "transport", id.as_str())]);
    }
}
