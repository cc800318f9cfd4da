//! Another company's system without its company (GL 5.2.1(1)).

use crate::assessment::Assessment;
use crate::check::{About, Findings, Mark, Rule, Run};
use mamori_domain::{Equipment, EquipmentKind, Said, Words};
use std::collections::BTreeSet;

/// A form of provision that names the company names it for its equipment too.
pub const RULE: Rule = Rule {
    code: "external-system-unnamed",
    mark: Mark::Must,
    guideline: "GL 5.2.1(1)",
    title: Words::new(
        "他社のシステムの相手が書かれていない",
        "The company behind another system is not named",
    ),
    why: Words::new(
        "契約がなくても、情報をやり取りする他社のシステムは構成の一部です。だれのものかが分からないと、責任の境目が決まりません。",
        "A system of another company that exchanges information is part of the picture even without a contract. Unless its company is known, nobody can say where whose responsibility ends.",
    ),
    help: Words::new(
        "相手の会社を organisation/suppliers.csv に書き、機器（equipment.csv）の supplier にそのIDを入れてください",
        "Describe the company in organisation/suppliers.csv and put its id into supplier of equipment.csv",
    ),
    run: Run::Service(run),
};

fn run(assessment: &Assessment<'_>, findings: &mut Findings) {
    let subject = &assessment.subject;
    let service = subject.service;
    let named: BTreeSet<_> = service
        .provisions
        .iter()
        .filter(|row| row.supplier.is_some())
        .map(|row| &row.id)
        .collect();
    let unnamed =
        |row: &&Equipment| row.supplier.is_none() && !row.provisions.iter().any(|id| named.contains(id));
    let others = service
        .equipment
        .iter()
        .filter(|row| row.kind == EquipmentKind::OtherSystem);
    for equipment in others.filter(unnamed) {
        findings.add(
            About::service::<Equipment>(subject, &equipment.id).field("supplier"),
            Said::new(
                format!("「{}」の相手となる会社が書かれていません", equipment.name),
                format!("The company behind \"{}\" is not named", equipment.name),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_system_of_another_company_names_the_company() {
        let mut case = Case::clean(&RULE);
        let system = case
            .service()
            .equipment
            .iter_mut()
            .find(|row| row.kind == EquipmentKind::OtherSystem)
            .unwrap();
        system.supplier = None;
        let id = system.id.to_string();
        assert!(case.found().is_empty());
        case.service()
            .provisions
            .iter_mut()
            .for_each(|row| row.supplier = None);
        assert_eq!(case.found(), [("error", "equipment", id.as_str())]);
    }
}
