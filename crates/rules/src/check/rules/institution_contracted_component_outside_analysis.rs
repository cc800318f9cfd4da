//! What the institution contracts appears in no flow (GL 2.2.3).

use crate::assessment::Assessment;
use crate::check::coverage::Coverage;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Form, Provision, Said, Words};
use std::collections::BTreeSet;

/// A line or a transport counts too when the institution's company carries a flow. Before any flow exists it
/// is enough that equipment names the provision.
pub const RULE: Rule = Rule {
    code: "institution-contracted-component-outside-analysis",
    mark: Mark::Must,
    guideline: "GL 2.2.3",
    title: Words::new(
        "医療機関等が契約したものが分析の対象に入っていない",
        "What the institution contracts is missing from the analysis",
    ),
    why: Words::new(
        "医療機関等が別に契約した相手を選び管理する義務はありませんが、つながる以上、そこを通るリスクは分析の対象に残ります。",
        "You need not select or manage a company that the institution contracts, yet what is connected to it remains part of the risk analysis.",
    ),
    help: Words::new(
        "その構成要素を機器（equipment.csv）に書き、provisions にこの提供形態のIDを入れ、扱う情報（handles）も書いてください",
        "Describe the component in equipment.csv with this form of provision in provisions, and the information it handles in handles",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    if service.equipment.is_empty() {
        return;
    }
    let coverage = Coverage::of(assessment);
    let in_flow = |id| coverage.as_ref().is_none_or(|coverage| coverage.equipment(id));
    let analysed: BTreeSet<_> = service
        .equipment
        .iter()
        .filter(|row| in_flow(&row.id))
        .flat_map(|row| &row.provisions)
        .collect();
    let carries = |provision: &Provision| {
        let supplier = provision.supplier.as_ref();
        supplier.is_some_and(|id| coverage.as_ref().is_some_and(|coverage| coverage.carrier(id)))
    };
    for provision in service
        .provisions
        .iter()
        .filter(|row| row.form == Form::InstitutionContracted)
    {
        if !analysed.contains(&provision.id) && !carries(provision) {
            findings.add(
                About::service::<Provision>(subject, &provision.id),
                Said::new(
                    format!(
                        "「{}」は医療機関等が別に契約したものですが、分析の対象に入っていません",
                        provision.component
                    ),
                    format!(
                        "\"{}\" is contracted by the institution and is missing from the analysis",
                        provision.component
                    ),
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn what_the_institution_contracts_must_be_in_a_flow() {
        let mut case = Case::clean(&RULE);
        let service = case.service();
        let provision = service
            .provisions
            .iter()
            .find(|row| row.form == Form::InstitutionContracted)
            .unwrap();
        let id = provision.id.clone();
        for equipment in &mut service.equipment {
            equipment.provisions.retain(|named| *named != id);
        }
        assert_eq!(case.found(), [("error", "provision", id.as_str())]);
        case.service().equipment.clear();
        assert!(case.found().is_empty());
    }
}
