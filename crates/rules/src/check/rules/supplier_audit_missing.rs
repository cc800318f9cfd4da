//! A supplier of a system or layer without audit or substitute (GL 5.1.6(2)(ケ)).

use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{Said, Supplier, Words};
use std::collections::BTreeSet;

/// A substitute counts. Companies that supply no layer and appear in no form of provision, such as a
/// carrier of tapes, provide no system.
pub const RULE: Rule = Rule {
    code: "supplier-audit-missing",
    mark: Mark::Must,
    guideline: "GL 5.1.6(2)(ケ)",
    title: Words::new(
        "他社のシステムの監査が決まっていない",
        "The audit of another company's system is not settled",
    ),
    why: Words::new(
        "監査の方針は、他社が提供する部分も含めて定めます。立ち入れない場合は、認証や報告書など代わりの確かめ方を決めます。",
        "The audit policy covers what others provide too. Where you cannot enter, settle a substitute such as a certificate or a report.",
    ),
    help: Words::new(
        "監査の方法、または代わりの確かめ方を、供給者（organisation/suppliers.csv）の audit に書いてください",
        "Write how it is audited, or the substitute for that, into audit of organisation/suppliers.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    let services = whole.workspace.services.iter().map(|(_, service)| service);
    let mut systems = BTreeSet::new();
    for service in services {
        systems.extend(service.provisions.iter().filter_map(|row| row.supplier.as_ref()));
        systems.extend(service.equipment.iter().filter_map(|row| row.supplier.as_ref()));
    }
    let provides = |supplier: &Supplier| !supplier.layers.is_empty() || systems.contains(&supplier.id);
    for supplier in whole
        .workspace
        .organisation
        .suppliers
        .iter()
        .filter(|row| provides(row) && row.audit.is_none())
    {
        findings.add(
            About::organisation::<Supplier>(&supplier.id).field("audit"),
            Said::new(
                format!(
                    "「{}」のシステムをどう監査するか、または何で代えるかが書かれていません",
                    supplier.name
                ),
                format!(
                    "It is not said how the system of \"{}\" is audited or what takes the place of an audit",
                    supplier.name
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
    fn a_company_that_provides_a_layer_is_audited_somehow() {
        let mut case = Case::clean(&RULE);
        let suppliers = &mut case.workspace.organisation.suppliers;
        suppliers.iter_mut().for_each(|row| row.audit = None);
        let providing = |row: &&Supplier| !row.layers.is_empty();
        let ids: Vec<_> = suppliers
            .iter()
            .filter(providing)
            .map(|row| row.id.to_string())
            .collect();
        assert!(!ids.is_empty() && ids.len() < suppliers.len());
        let expected: Vec<_> = ids.iter().map(|id| ("error", "supplier", id.as_str())).collect();
        assert_eq!(case.found(), expected);
    }
}
