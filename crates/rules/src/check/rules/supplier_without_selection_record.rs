//! A supplier without a record of its selection (GL 2.2.2).

use crate::check::suppliers::contract_holder;
use crate::check::{About, Findings, Mark, Rule, Run, Whole};
use mamori_domain::{ContractHolder, Said, Supplier, Words};

/// The duty to select falls on whoever holds the contract; a company the institution contracts is none of
/// the provider's choosing.
pub const RULE: Rule = Rule {
    code: "supplier-without-selection-record",
    mark: Mark::Must,
    guideline: "GL 2.2.2",
    title: Words::new(
        "調達先を選んだ記録がない",
        "No record of how a supplier was selected",
    ),
    why: Words::new(
        "自社が契約する調達先は、適切に選んだことを示せなければなりません。",
        "Of a supplier under contract with you, you must be able to show that it was selected with care.",
    ),
    help: Words::new(
        "選んだときの評価を証跡（organisation/evidence.csv）に登録し、供給者（organisation/suppliers.csv）の selection_record にそのIDを書いてください",
        "Register the evaluation in organisation/evidence.csv and put its id into selection_record of organisation/suppliers.csv",
    ),
    run: Run::Workspace(run),
};

fn run(whole: &Whole<'_>, findings: &mut Findings) {
    for supplier in whole
        .workspace
        .organisation
        .suppliers
        .iter()
        .filter(|row| unrecorded(row))
    {
        findings.add(
            About::organisation::<Supplier>(&supplier.id).field("selection_record"),
            Said::new(
                format!("調達先「{}」を選んだ記録がありません", supplier.name),
                format!(
                    "There is no record of how supplier \"{}\" was selected",
                    supplier.name
                ),
            ),
        );
    }
}

fn unrecorded(supplier: &Supplier) -> bool {
    supplier.tier.0 == 1
        && contract_holder(supplier) == ContractHolder::Provider
        && supplier.selection_record.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    #[test]
    fn a_supplier_of_ours_without_a_record_is_found() {
        let mut case = Case::clean(&RULE);
        let suppliers = &mut case.workspace.organisation.suppliers;
        let supplier = suppliers
            .iter_mut()
            .find(|row| row.contract_with == Some(ContractHolder::Provider))
            .unwrap();
        supplier.selection_record = None;
        let id = supplier.id.to_string();
        assert_eq!(case.found(), [("error", "supplier", id.as_str())]);
        let suppliers = &mut case.workspace.organisation.suppliers;
        suppliers
            .iter_mut()
            .for_each(|row| row.contract_with = Some(ContractHolder::Institution));
        assert!(case.found().is_empty());
    }
}
